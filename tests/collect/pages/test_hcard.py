"""h-cards, against files that nobody here wrote: the microformats test suite and granary."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup

from auditor.collect.pages.hcard import Card, cards

BASE = "http://example.com/"
FOLDERS = (
    "homepage/microformats-tests/microformats-v2/h-card",
    "homepage/microformats-tests/microformats-v1/hcard",
    "homepage/granary",
)
COMPARED = ("name", "url", "photo")


def fixtures(data_folder):
    found = [
        (page, page.with_suffix(".json"))
        for folder in FOLDERS
        for page in sorted((data_folder / "fixtures" / folder).glob("*.html"))
    ]
    return [(page, expected) for page, expected in found if expected.is_file()]


def texts(values: list[Any]) -> tuple[str, ...]:
    return tuple(each["value"] if isinstance(each, dict) else each for each in values)


def expected_cards(items: list[Any]) -> list[dict[str, tuple[str, ...]]]:
    """Name, url and photo of every card that the suite expects, nested ones included."""
    found = []
    for item in items:
        if not isinstance(item, dict) or "properties" not in item:
            continue
        properties = item["properties"]
        if "h-card" in item["type"]:
            found.append({key: texts(properties[key]) for key in COMPARED if key in properties})
        held = [value for values in properties.values() for value in values]
        found += expected_cards([*held, *item.get("children", [])])
    return found


def read_cards(found: list[Card]) -> list[dict[str, tuple[str, ...]]]:
    made = []
    for card in found:
        made.append({key: card.properties[key] for key in COMPARED if card.properties.get(key)})
        made += read_cards(list(card.nested))
    return made


def test_every_expected_name_address_and_photo_is_read(data_folder):
    pairs = fixtures(data_folder)
    assert len(pairs) >= 9
    wrong = {}
    for page, expected in pairs:
        soup = BeautifulSoup(page.read_bytes(), "lxml")
        wanted = json.loads(expected.read_text(encoding="utf-8"))
        wanted = expected_cards(wanted.get("items", [wanted]))
        found = read_cards(cards(soup, BASE))
        squeezed = [
            {k: tuple(" ".join(t.split()) for t in v) for k, v in w.items()} for w in wanted
        ]
        if [each for each in squeezed if each not in found]:
            wrong[page.name] = (squeezed, found)
    assert wrong == {}


@pytest.mark.parametrize(
    "markup", ["<p class=h-card></p>", '<p class="h-card"><a href="http://[x">A B</a></p>']
)
def test_a_bad_card_is_no_crash(markup):
    assert len(cards(BeautifulSoup(markup, "lxml"), BASE)) <= 1
