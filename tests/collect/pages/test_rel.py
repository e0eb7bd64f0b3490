"""Relations that a page declares."""

import json

import pytest
from bs4 import BeautifulSoup

from auditor.collect.pages.rel import known, me, noindex

BASE = "https://odile.example/"


def soup(page):
    return BeautifulSoup(page, "lxml")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<a rel="me" href="https://x.example/o">x</a>', ("https://x.example/o",)),
        ('<link rel="me" href="https://x.example/o">', ("https://x.example/o",)),
        ('<a rel="ME nofollow noopener" href="/about">x</a>', ("https://odile.example/about",)),
        (
            '<a rel="me" href="https://x.example/o">x</a><a rel="me" href="https://x.example/o">y</a>',
            ("https://x.example/o",),
        ),
        ('<a rel="me" href="mailto:o@x.example">x</a>', ()),
        ('<a rel="me" href="javascript:alert(1)">x</a>', ()),
        ('<a rel="me" href="http://[bad">x</a>', ()),
        ('<a rel="me">x</a>', ()),
        ('<a rel="member" href="https://x.example/o">x</a>', ()),
    ],
)
def test_rel_me(page, expected):
    assert me(soup(page), BASE) == expected


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ('<meta name="robots" content="noindex">', True),
        ('<meta name="ROBOTS" content="NOINDEX,nofollow">', True),
        ('<meta name="robots" content="none">', True),
        ('<meta name="googlebot" content="noindex, noarchive">', True),
        ('<meta name="robots" content="index, follow">', False),
        ('<meta name="description" content="noindex">', False),
        ("", False),
    ],
)
def test_noindex(meta, expected):
    assert noindex(soup(f"<html><head>{meta}</head></html>")) == expected


def test_friends_are_those_the_page_calls_so():
    page = '<a rel="friend met" href="/n">Nora</a><a rel="contact" href="/f">Firmin</a><a rel="muse" href="/m">M</a>'
    assert [each.get_text() for each in known(soup(page))] == ["Nora", "Firmin"]


def test_every_rel_me_of_the_suite_is_read(data_folder):
    pages = sorted(
        (data_folder / "fixtures/homepage/microformats-tests/microformats-v2/rel").glob("*.html")
    )
    assert len(pages) >= 4
    for page in pages:
        expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["rels"].get(
            "me", []
        )
        assert list(me(soup(page.read_bytes()), "http://example.com/")) == expected
