"""The careful reader: what two pages must share, and what stays open."""

from itertools import pairwise

import pytest

from auditor.model.visibility import Visibility
from auditor.workshop.persona.clues import tell
from auditor.workshop.persona.language import hardness, language
from auditor.workshop.persona.reading import Seen, read, shared


def seen(record, sight=Visibility.INDEXED, **clues):
    return Seen(record=record, sight=sight, clues=tell(**clues))


def kinds(left, right):
    return {each.kind for each in shared(tell(**left), tell(**right))}


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ({"full_name": "Loïc Tréhardel"}, {"full_name": "Loïc Tréhardel"}, {"full_name"}),
        ({"full_name": "Loïc Tréhardel"}, {"full_name": "Loïc Trehard"}, set()),
        ({"full_name": "Loïc Tréhardel"}, {"initial": "Loïc T."}, {"first_name", "initial"}),
        ({"full_name": "Loïc Tréhardel"}, {"initial": "Loïc M."}, set()),
        ({"full_name": "Loïc Tréhardel"}, {"surname": "L. Tréhardel"}, {"surname"}),
        ({"full_name": "Ludovic Tréhardel"}, {"surname": "L. Tréhardel"}, {"surname"}),
        ({"full_name": "Maël Tréhardel"}, {"surname": "L. Tréhardel"}, set()),
        ({"initial": "Loïc T."}, {"surname": "L. Tréhardel"}, set()),
        ({"initial": "Loïc T."}, {"first_name": "Loïc"}, {"first_name"}),
        ({"first_name": "Loïc"}, {"first_name": "Ludovic"}, set()),
        ({"handle": "loic_tr"}, {"handle": "loic_tr"}, {"handle"}),
        ({"handle": "loic_tr"}, {"handle": "loictr80"}, {"near_handle"}),
        ({"handle": "loic_tr"}, {"handle": "lucie_tr"}, set()),
        ({"link": "https://a.example/x"}, {"url": "https://a.example/x"}, {"link"}),
        ({"link": "https://a.example/x"}, {"url": "https://a.example/y"}, set()),
        ({"link": "https://a.example/x"}, {"link": "https://a.example/x"}, set()),
        ({"fan_link": "https://a.example/x"}, {"url": "https://a.example/x"}, set()),
        ({"town": "Nantes", "job": "libraire"}, {"town": "Nantes", "job": "boulanger"}, {"town"}),
    ],
)
def test_what_two_sides_share(left, right, alike):
    assert kinds(left, right) == alike
    assert kinds(right, left) == alike


def test_initials_age_and_town_are_not_enough():
    """The court's “Loïc T., 28 ans, Nantes”: no truth of ours may ever need it."""
    worth = hardness().reading
    assert worth["first_name"] + worth["initial"] + worth["age"] + worth["town"] < worth["enough"]


def test_a_first_name_and_a_town_stay_open():
    (join,) = read(
        [
            seen("a#owner", first_name="Loïc", town="Nantes"),
            seen("b#owner", first_name="Loïc", town="Nantes"),
        ]
    )
    assert not join.same
    assert {each.kind for each in join.reasons} == {"first_name", "town"}


def test_a_third_page_ties_two_that_share_nothing():
    records = [
        seen("photos#owner", handle="loic_tr", initial="Loïc T.", group="Orage Blanc"),
        seen("team#L. Tréhardel", surname="L. Tréhardel", job="libraire", town="Nantes"),
        seen(
            "press#Loïc Tréhardel",
            full_name="Loïc Tréhardel",
            group="Orage Blanc",
            job="libraire",
            town="Nantes",
        ),
    ]
    joins = read(records)
    assert all(each.same for each in joins)
    assert {frozenset((each.left, each.right)) for each in joins} == {
        frozenset(("press#Loïc Tréhardel", "team#L. Tréhardel")),
        frozenset(("press#Loïc Tréhardel", "photos#owner")),
    }
    assert not any(each.same for each in read(records[:2]))


def test_a_join_is_seen_from_where_both_sides_are():
    name = {"full_name": "Loïc Tréhardel", "town": "Nantes"}
    records = [
        seen("a#owner", Visibility.INDEXED, **name),
        seen("b#owner", Visibility.MEMBERS, **name),
        seen("c#owner", Visibility.FRIENDS_OF_FRIENDS, **name),
    ]
    assert [each.seen_from for each in read(records)] == ["member", "friend_of_friend"]


def test_what_a_stranger_cannot_see_joins_nothing_for_him():
    """The album's name alone ties the page to the account: only members read the album."""
    records = [
        seen("photos#owner", first_name="Loïc", company="Hélène, José, Montréal"),
        seen(
            "album#Loïc Tréhardel",
            Visibility.MEMBERS,
            full_name="Loïc Tréhardel",
            company="Hélène, José, Montréal",
            job="libraire",
        ),
        seen("team#L. Tréhardel", surname="L. Tréhardel", job="libraire", town="Nantes"),
    ]
    found = {each.right: each for each in read(records)} | {
        each.left: each for each in read(records)
    }
    assert found["album#Loïc Tréhardel"].seen_from == "member"
    assert not any(each.same and each.seen_from == "search" for each in read(records))


def test_one_record_makes_no_join():
    assert read([seen("a#owner", first_name="Loïc")]) == []


@pytest.mark.parametrize("code", ["fr", "en", "fr-CA"])
def test_every_reason_has_its_words_and_its_worth(code):
    worth = set(hardness().reading) - {"enough"}
    assert worth <= set(language(code).clues)


def test_harder_levels_tell_less_and_hold_more_decoys():
    levels = hardness().levels
    assert [each.told for each in levels] == sorted((each.told for each in levels), reverse=True)
    for easier, harder in pairwise(levels):
        assert set(easier.decoys) < set(harder.decoys)
