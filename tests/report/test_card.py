"""A network's card as a text."""

from dataclasses import replace
from datetime import date

import pytest

from auditor.assess.kinds import kinds
from auditor.collect.cards import cards
from auditor.model.network import Contact, Deletion, Network, NetworkKind, Provenance, Search
from auditor.report.card import EFFORTS, KINDS, PARTS, WAYS, sheet
from auditor.report.words import Words
from auditor.resources.folders import folder

CARDS = cards(folder("rules") / "networks")
NAMES = kinds(folder("rules"))
BARE = Network(id="photos", name={"fr": "Photos", "en": "Photos"}, kind=NetworkKind.PERSONAL)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_every_card_is_told_whole(card, language):
    text = sheet(card, NAMES, language)
    assert text.count("\n\n") == 6
    assert "%(" not in text
    for statement in (*card.visibility.values(), *([card.indexed] if card.indexed else [])):
        assert f"[{statement.source}, " in text or statement.source == "not established"
        # "not established" is said in the reader's language
        assert Words(language=language).of(statement.why) in text
    if card.controller and card.controller.privacy_contact:
        assert card.controller.privacy_contact in text


def test_a_bare_card_knows_nothing_and_says_so():
    lines = sheet(BARE, NAMES, "en").splitlines()
    assert lines[0] == "Photos · photos · personal network"
    assert lines.count("  not established") == 5
    assert "  searched by: not established" in lines
    assert "  contacted by: not established" in lines


def test_a_link_that_was_followed_is_not_called_untried():
    read = Provenance(source="the tests", checked_on=date(2026, 1, 4))
    link = Deletion(effort="hard", url="https://photos.example/leave", read=read)
    untried, tried = (
        sheet(replace(BARE, delete=each), NAMES, "en")
        for each in (link, replace(link, verified=True))
    )
    assert "not tried out" in untried
    assert "not tried out" not in tried
    assert "[the tests, January 4, 2026]" in tried


def test_what_is_searched_by_is_named_in_words():
    card = replace(
        BARE, search=Search(by=("full_name", "posts")), contact=Contact(how="invitation")
    )
    text = sheet(card, NAMES, "en")
    assert "searched by: full name and what one publishes" in text
    assert "contacted by: invitation to connect" in text


def test_what_others_wrote_into_a_card_is_harmless():
    card = replace(BARE, name={"en": "Pho\u202etos"})
    assert "\u202e" not in sheet(card, NAMES, "en")


def test_every_word_of_a_card_can_be_said():
    assert set(KINDS) == set(NetworkKind)
    assert {card.delete.effort for card in CARDS.values() if card.delete} <= set(EFFORTS)
    assert {card.contact.how for card in CARDS.values() if card.contact} <= set(WAYS)
    parts = {key for card in CARDS.values() for key in (*card.visibility, *card.settings)}
    assert parts <= set(NAMES) | set(PARTS)
