"""Values of ActivityStreams 2, in all the forms they come in."""

import pytest

from auditor.collect.exports.activity import audience, listed, names, text, urls
from auditor.model.visibility import Visibility


@pytest.mark.parametrize(
    ("value", "expected"), [(None, []), ("a", ["a"]), (["a"], ["a"]), ({}, [{}])]
)
def test_one_or_several(value, expected):
    assert listed(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://a.example/", ["https://a.example/"]),
        (["https://a.example/", "acct:a@a.example", 7, None], ["https://a.example/"]),
        ({"href": "https://a.example/"}, ["https://a.example/"]),
        ([{"url": "https://a.example/"}, {"url": ["https://b.example/"]}], ["https://a.example/"]),
        ("javascript:alert(1)", []),
        (None, []),
    ],
)
def test_addresses(value, expected):
    assert urls(value) == expected


def test_names_and_texts():
    assert names("a", ["b", {"id": "c"}, None], None) == {"a", "b", "c"}
    assert (text("a"), text(7), text(None), text(["a"])) == ("a", "", "", "")


def test_a_note_without_address_says_nothing():
    assert audience({}, {}, {"indexable": True}) is None
    assert audience({"to": []}, {"cc": ["x"]}, {}) is Visibility.ME
