"""Small questions to an element."""

import pytest
from bs4 import BeautifulSoup

from auditor.collect.pages.element import (
    attribute,
    classes,
    inside,
    outermost,
    rels,
    resolve,
    same_address,
    with_class,
)

PAGE = BeautifulSoup(
    '<div id="a" class="x y"><p class="x" id="b"><i class="x" id="c">1</i></p></div><p class="x" id="d" rel="ME nofollow">2</p>',
    "lxml",
)


def by_id(name):
    return PAGE.find(id=name)


def test_attributes_are_texts():
    assert (attribute(by_id("a"), "class"), attribute(by_id("a"), "href")) == ("x y", "")
    assert classes(by_id("a")) == {"x", "y"}
    assert rels(by_id("d")) == {"me", "nofollow"}


def test_the_outermost_are_those_in_no_other():
    assert [each["id"] for each in outermost(PAGE, lambda each: "x" in classes(each))] == ["a", "d"]


def test_the_first_class_that_is_there_wins():
    assert with_class(PAGE, "none", "y")["id"] == "a"
    assert with_class(PAGE, "none") is None


def test_inside_counts_the_element_itself_and_its_holders():
    assert inside(by_id("c"), {id(by_id("a"))})
    assert inside(by_id("a"), {id(by_id("a"))})
    assert not inside(by_id("a"), {id(by_id("c"))})


@pytest.mark.parametrize(
    ("base", "reference", "expected"),
    [
        ("https://a.example/x/", "y", "https://a.example/x/y"),
        ("https://a.example/x", "//b.example/y", "https://b.example/y"),
        (None, "https://a.example/", "https://a.example/"),
        (None, "/x", None),
        ("https://a.example/", "", None),
        ("https://a.example/", "#top", None),
        ("https://a.example/", "javascript:alert(1)", None),
        ("https://a.example/", "data:image/png;base64,x", None),
        ("https://a.example/", "mailto:a@a.example", None),
        ("https://a.example/", "http://[x", None),
        (None, "https://", None),
    ],
)
def test_only_web_addresses_are_resolved(base, reference, expected):
    assert resolve(base, reference) == expected


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("https://a.example/x", "http://www.A.example/x/#t", True),
        ("https://a.example/x", "https://a.example/X", False),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://[bad", "https://[bad", True),
        (None, None, False),
        ("https://a.example/", None, False),
    ],
)
def test_addresses_are_compared_as_visitors_do(left, right, same):
    assert same_address(left, right) is same
