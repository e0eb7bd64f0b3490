"""collect/pages/microdata.py: items as JSON-LD would give them."""

import pytest
from bs4 import BeautifulSoup

from auditor.collect.pages.microdata import read

PERSON = "itemscope itemtype=http://schema.org/Person"


def items(markup):
    return read(BeautifulSoup(markup, "lxml"))


@pytest.mark.parametrize(
    ("markup", "name", "value"),
    [
        (f"<p {PERSON}><b itemprop=name>Loïc</b></p>", "name", ["Loïc"]),
        (f"<p {PERSON}><a itemprop=name href=/x>Loïc</a></p>", "name", ["Loïc"]),
        (f"<p {PERSON}><a itemprop=url href=/x>Loïc</a></p>", "url", ["/x"]),
        (
            f"<p {PERSON}><meta itemprop=birthDate content=1980-03-17></p>",
            "birthDate",
            ["1980-03-17"],
        ),
        (
            f"<p {PERSON}><time itemprop=birthDate datetime=1980-03-17>17 mars</time></p>",
            "birthDate",
            ["1980-03-17"],
        ),
        (f"<p {PERSON}><img itemprop=image src=/l.jpg></p>", "image", ["/l.jpg"]),
        (f"<p {PERSON}><i itemprop='name alternateName'>Loïc</i></p>", "alternateName", ["Loïc"]),
        (f"<p {PERSON}><i itemprop=name></i></p>", "name", None),
        (
            f"<div {PERSON}><p itemprop=worksFor itemscope itemtype=https://schema.org/Organization>"
            "<b itemprop=name>Atelier</b></p></div>",
            "worksFor",
            [{"@type": ["https://schema.org/Organization"], "name": ["Atelier"]}],
        ),
    ],
)
def test_a_property(markup, name, value):
    (item,) = items(markup)
    assert item["@type"] == ["http://schema.org/Person"]
    assert item.get(name) == value


@pytest.mark.parametrize(
    "markup", ["<p itemprop=name>Loïc</p>", "", "<p itemscope itemprop=x></p>"]
)
def test_a_property_of_nothing_is_nothing(markup):
    assert items(markup) == []


def test_a_page_of_nothing_but_items_ends():
    assert len(items("<div itemscope itemprop=x>" * 2000 + "<p itemscope>")) == 0
    assert len(items("<p itemscope><b itemprop=name>x</b></p>" * 3000)) == 1000
