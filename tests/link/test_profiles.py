"""link/profiles.py: a row of a table as a side that comparisons understand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.link.judge import judge
from auditor.link.profiles import ROW_COLUMNS, side
from auditor.model import hours

ROW = {
    "id": "p1",
    "network": "forum",
    "name": "Loïc Tréhardel",
    "handle": "@Loic_TR",
    "email": "Loic@mail.example",
    "phone": "+33639980011",
    "url": "https://forum.example/loic_tr",
    "links": ["https://photo.example/loic"],
    "town": "Rennes",
    "birth_date": "1984-02-03",
    "employer": "Ateliers Kervoz",
    "job": "Luthier",
    "school": "Lycée Aude Kervoz",
    "school_year": 2002,
    "companions": ["Aude Milot", "Pia"],
    "groups": ["Les Volets Clos"],
    "tastes": ["basse", "go"],
    "picture": "00ff00ff00ff00ff",
    "hours": [0] * 20 + [3, 0, 0, 1],
    "language": "fr",
    "created_on": "2009-05-31",
}


def told(row):
    return {(fact.kind, fact.value) for fact in side(row).facts}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("full_name", "Loïc Tréhardel"),
        ("username", "loic_tr"),
        ("email_personal", "loic@mail.example"),
        ("phone_mobile", "+33639980011"),
        ("bio_crosslink", "https://photo.example/loic"),
        ("home_commune", "Rennes"),
        ("birth_date", "1984-02-03"),
        ("employer", "Ateliers Kervoz"),
        ("job_title", "luthier"),
        ("school", "lycee aude kervoz"),
        ("third_party_mention", "Aude Milot"),
        ("group_membership", "Les Volets Clos"),
        ("favourite", "basse"),
        ("picture", "00ff00ff00ff00ff"),
        ("language", "fr"),
        ("account_created", "2009-05-31"),
    ],
)
def test_each_column_is_a_fact_of_the_house(kind, value):
    assert (kind, value) in told(ROW)


def test_the_record_holds_the_account():
    record = side(ROW).records[0]
    assert record.account == "forum:loic_tr"
    assert record.url == "https://forum.example/loic_tr"
    assert record.label == "Loïc Tréhardel"


def test_dates_have_their_days_and_schools_their_year():
    of = {fact.kind: fact for fact in side(ROW).facts}
    assert f"{of['birth_date'].period.low}" == f"{of['birth_date'].period.high}" == "1984-02-03"
    assert of["school"].period.low.year == of["school"].period.high.year == 2002
    assert list(hours.counts(of["routine"].quote)) == ROW["hours"]


def test_lists_may_be_one_text():
    written = ROW | {
        "tastes": "basse; go;",
        "companions": "Aude Milot;Pia",
        "groups": "Les Volets Clos",
        "links": "https://photo.example/loic",
        "hours": ";".join(map(str, ROW["hours"])),
        "school_year": "2002",
    }
    assert told(written) == told(ROW)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"name": "Loïc Tréhardel"}, ("full_name", "Loïc Tréhardel")),
        ({"given_name": "Loïc", "surname": "Tréhardel"}, ("full_name", "Loïc Tréhardel")),
        ({"given_name": "Loïc"}, ("first_name", "Loïc")),
        ({"name": "zorblax"}, ("alias", "zorblax")),
        ({"birth_year": 1984.0}, ("birth_year", "1984")),
        ({"birth_date": "1984-02-03", "birth_year": "1984"}, ("birth_date", "1984-02-03")),
        ({"region": "Bretagne"}, ("home_commune", "Bretagne")),
    ],
)
def test_what_a_row_says_in_other_columns(row, expected):
    assert told({"id": "p1"} | row) == {expected}


@pytest.mark.parametrize(
    "row",
    [
        dict.fromkeys(ROW_COLUMNS),
        dict.fromkeys(ROW_COLUMNS, ""),
        dict.fromkeys(ROW_COLUMNS, math.nan),
        {"birth_date": "1984-13-03", "birth_year": "²", "school_year": "x", "hours": [1, 2]},
        {"birth_year": "99999999999", "handle": "12345", "hours": ["a"] * 24},
    ],
)
def test_what_is_empty_or_cannot_be_read_says_nothing(row):
    assert told(row | {"id": "p1"}) == set()


@given(row=st.dictionaries(st.sampled_from(ROW_COLUMNS), st.text(max_size=12)))
def test_any_text_makes_a_side_that_can_be_judged(kit, row):
    one = side(row | {"id": "p1", "network": "forum-a"})
    other = side(row | {"id": "p2", "network": "forum-b"})
    assert 0 <= judge(one, other, kit).probability <= 1


def test_two_rows_of_one_person_are_judged_as_two_pages_would_be(kit):
    other = ROW | {
        "id": "p2",
        "network": "photo",
        "handle": "loictr",
        "url": "https://photo.example/loic",
    }
    verdict = judge(side(ROW), side(other), kit)
    found = {level.comparison for level in verdict.levels}
    assert {"contact", "birth", "place", "work", "study", "declared"} <= found
    assert verdict.bits > 20
