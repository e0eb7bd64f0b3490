"""A log held against a place: what is broken, what cannot be told, who and what it concerns."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model.screening_rule import Place, Standing, Table
from auditor.screening.check import checked
from auditor.screening.columns import columns
from auditor.screening.evidence import SHOWN
from auditor.screening.examples import failures
from auditor.screening.read import log
from tests.screening.builders import ON, codes, found, missing, under

DATA = Path(__file__).parents[1] / "data" / "screening"
ALL = {f"H-{number:02}" for number in range(1, 23)}
LAW = {place: under(place) for place in Place}


def of(name, place):
    law = LAW[place]
    return checked(log(DATA / name, day_first=law.card.day_first), law, ON)


@pytest.mark.parametrize("place", Place)
def test_a_clean_log_breaks_nothing_and_leaves_nothing_untold(place):
    result = of("clean", place)
    assert codes(result) == set()
    assert not result.unreadable
    assert {each.code for each in result.missing} == set()
    assert len(result.passed) == result.rules


def test_a_bad_log_breaks_every_rule_over_its_places():
    broken = {place: codes(of("bad", place)) for place in Place}
    assert set().union(*broken.values()) == ALL
    for place, each in broken.items():
        asked = {
            rule.code for rule in LAW[place].rules if set(rule.laws) & set(LAW[place].card.packs)
        }
        assert each == asked, place


def test_the_examples_of_every_rule_come_out():
    assert list(failures(LAW)) == []


def test_a_rule_whose_check_says_something_else_is_caught_by_its_examples():
    first = LAW[Place.FR].rules[0]
    turned = replace(first, check=first.check.removeprefix("not "))
    wrong = {place: replace(law, rules=(turned,)) for place, law in LAW.items()}
    assert list(failures(wrong))


LOOK = {
    "candidate": "C-1",
    "post": "P",
    "looked_at": "2026-09-14",
    "stage": "interview",
    "looked_by": "R",
}


def test_rows_are_named_by_number_and_people_by_pseudonym():
    looks = [
        LOOK,
        LOOK | {"candidate": "Ode Zephyrin", "friend_request": "yes", "looked_by": "Max Oriflan"},
    ]
    result = found("US", looks)
    (broken,) = [each for each in result.broken if each.rule.code == "H-09"]
    (row,) = broken.evidence
    assert (row.row, row.candidate, row.recruiter) == (3, "cand-2", "rec-2")
    assert "Zephyrin" not in repr(result)
    assert "Oriflan" not in repr(result)


def test_what_breaks_a_rule_is_counted_per_post_and_recruiter():
    looks = [
        LOOK | {"friend_request": "yes"},
        LOOK | {"friend_request": "yes", "post": "Q", "looked_by": "S"},
        LOOK | {"friend_request": "no", "post": "Q", "looked_by": "S"},
    ]
    result = found("US", looks)
    (broken,) = [each for each in result.broken if each.rule.code == "H-09"]
    assert broken.posts == {"P": 1, "Q": 1}
    assert broken.recruiters == {"rec-1": 1, "rec-2": 1}
    shares = {each.name: (each.looks, each.codes.get("H-09")) for each in result.posts}
    assert shares == {"P": (1, 1), "Q": (2, 1)}


def test_an_empty_cell_is_told_with_its_column_and_rows():
    result = found("FR", [LOOK, LOOK | {"notice_at": "2026-01-01"}, LOOK | {"notice_at": "no"}])
    (gap,) = [each for each in result.missing if each.code == "H-01"]
    assert (gap.table, gap.column, gap.rows) == (Table.LOOKS, "notice_at", (2,))
    assert "H-01" in codes(result)


def test_a_cell_that_is_filled_is_never_said_to_be_missing():
    looks = [LOOK | {"source": "LinkedIn"}, {k: v for k, v in LOOK.items() if k != "looked_at"}]
    for each in found("EU", looks).missing:
        if each.code == "H-02":
            assert (
                each.rows
                == {"art14_notice_at": (2, 3), "looked_at": (3,), "source": (3,)}[each.column]
            )


def test_a_table_that_is_not_there_is_missing_not_broken():
    result = found("FR", [LOOK])
    assert {"H-06", "H-07", "H-15", "H-19", "H-21"} <= missing(result)
    assert not {"H-06", "H-07", "H-15", "H-19", "H-21"} & codes(result)
    assert result.absent == (Table.CANDIDATES, Table.PRACTICE)


@pytest.mark.parametrize(("day", "so"), [("2018-05-24", False), ("2018-05-25", True)])
def test_a_look_is_held_against_the_law_of_its_day(day, so):
    looks = [LOOK | {"looked_at": day, "source": "search_engine", "art14_notice_at": "no"}]
    assert ("H-02" in codes(found("EU", looks))) is so


def test_a_debated_rule_says_so_and_weighs_less():
    looks = [LOOK | {"source": "personal_network"}]
    (there,) = [each for each in found("CH", looks).broken if each.rule.code == "H-03"]
    (here,) = [each for each in found("FR", looks).broken if each.rule.code == "H-03"]
    assert there.standing is Standing.DEBATED
    assert there.severity == here.severity - 1


@pytest.mark.parametrize(("place", "field", "so"), [
    ("FR", "santé", True), ("FR", "état de santé", True), ("FR", "diplôme", False), ("FR", "appearance", True),
    ("US", "appearance", False), ("FR", "none", False),
])  # fmt: skip
def test_a_protected_field_is_one_of_the_place(place, field, so):
    assert ("H-04" in codes(found(place, [LOOK | {"fields_noted": field}]))) is so


def test_free_words_are_read_and_marked_as_inferred():
    looks = [LOOK | {"fields_noted": "a l'air enceinte"}]
    result = found("FR", looks, free=lambda words: ["pregnancy"] if "enceinte" in words else [])
    (broken,) = [each for each in result.broken if each.rule.code == "H-04"]
    assert (broken.evidence[0].detail, broken.evidence[0].inferred) == ("pregnancy", True)
    assert "enceinte" not in repr(broken.evidence)


def test_what_is_redacted_is_not_held_against_anyone():
    assert "H-04" not in codes(found("FR", [LOOK | {"fields_noted": "santé", "redacted": "oui"}]))


@pytest.mark.parametrize(("candidates", "looks", "unequal", "untold"), [
    (["A", "B"], [("A", "shortlist"), ("B", "shortlist")], False, False),
    (["A", "B"], [("A", "shortlist")], True, False),
    (["A", "B"], [("A", "interview")], False, True),  # did B come to an interview?
    (["A", "B"], [("A", "interview"), ("B", "hired")], True, True),  # B did; did A come further?
    ([], [("A", "shortlist")], False, True),
])  # fmt: skip
def test_unequal_looks_are_told_where_the_log_shows_who_came_so_far(
    candidates, looks, unequal, untold
):
    files = [{"candidate": each, "post": "P", "outcome": "pending"} for each in candidates]
    rows = [LOOK | {"candidate": who, "stage": stage} for who, stage in looks]
    result = found("US", rows, files, {"written_rule": "no"})
    assert ("H-13" in codes(result), "H-13" in missing(result)) == (unequal, untold)


def test_one_written_rule_for_all_settles_it():
    files = [{"candidate": each, "post": "P"} for each in "AB"]
    result = found(
        "US", [LOOK | {"candidate": "A", "stage": "shortlist"}], files, {"written_rule": "oui"}
    )
    assert "H-13" not in codes(result) | missing(result)


@pytest.mark.parametrize(("told", "contact", "so"), [
    ("2026-10-14", "", False), ("2026-10-15", "", True), ("2026-09-30", "2026-09-20", True),
    ("2026-09-20", "2026-09-30", False), ("no", "", True),
])  # fmt: skip
def test_article_14_is_a_month_and_not_after_the_last_contact(told, contact, so):
    looks = [LOOK | {"source": "search_engine", "art14_notice_at": told}]
    files = [{"candidate": "C-1", "post": "P", "last_contact_on": contact}]
    result = found("EU", looks, files)
    assert ("H-02" in codes(result)) is so
    for each in result.broken:
        if each.rule.code == "H-02":
            assert each.by == date(2026, 10, 14)
            assert each.overdue == 1


def test_a_rule_shows_its_first_rows_and_counts_all():
    result = found("US", [LOOK | {"friend_request": "yes"}] * (SHOWN + 5))
    (broken,) = [each for each in result.broken if each.rule.code == "H-09"]
    assert (len(broken.evidence), len(broken.rows)) == (SHOWN, SHOWN + 5)


CELLS = {
    Table.LOOKS: ["", "yes", "no", "oui", "aucun", "2026-03-01", "01/02/2026", "consent", "santé;diplôme", "shortlist",
                  "personal_network", "vendor", "0.5", "x=y", "=1", "bientôt"],
}  # fmt: skip
NAMED = [name for name in columns(Table.LOOKS) if name not in {"candidate", "post", "looked_by"}]


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.sampled_from(NAMED), st.sampled_from(CELLS[Table.LOOKS])), min_size=1, max_size=4),
       st.sampled_from(list(Place)))  # fmt: skip
def test_filling_a_cell_never_adds_to_what_is_missing_and_a_rule_is_in_one_state_a_row(rows, place):
    looks = [LOOK | row for row in rows]
    result = found(place, looks)
    assert codes(result) | missing(result) | {each.code for each in result.passed} == {
        each.code
        for each in LAW[place].rules
        if set(each.laws) & set(LAW[place].card.packs) and _in_force(each, place)
    }
    assert not codes(result) & {each.code for each in result.passed}


def _in_force(rule, place):
    since = min(rule.laws[pack].since for pack in LAW[place].card.packs if pack in rule.laws)
    return since <= date(2026, 3, 1)
