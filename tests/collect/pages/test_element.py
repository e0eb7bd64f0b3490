"""Small questions to an element."""

from bs4 import BeautifulSoup

from auditor.collect.pages.element import (
    attribute,
    classes,
    inside,
    outermost,
    rels,
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
