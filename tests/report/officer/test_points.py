"""A broken rule as the officer reads it."""

import datetime
from dataclasses import replace

import pytest

from auditor.model.screening_rule import Table
from auditor.report.officer.points import due, points
from auditor.report.officer.sizes import PAPER, SCREEN
from auditor.report.words import Words
from tests.report.officer.checks import ON, broken, clean, evidence, hostile, small

EN = Words(language="en")
DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("by", "told"),
    [
        (None, ""),
        (ON, "now"),
        (ON - DAY, "due since November 25, 2026"),
        (ON + DAY, "by November 27, 2026"),
    ],
)
def test_by_when(by, told):
    assert due(EN, ON, by) == told


def test_every_point_says_why_what_to_do_and_what_it_rests_on(words):
    for each in points(words, small(), SCREEN):
        assert each.title
        assert each.why
        assert len(each.steps) == 3
        assert each.word
        for law in each.laws:
            assert law.article
            assert law.seen
            assert law.source
            assert "2026" in law.checked_on


def test_what_is_about_the_employer_has_no_rows():
    one = broken("H-15", [0], table=Table.PRACTICE, evidence=(evidence(0, table=Table.PRACTICE),))
    (told,) = points(EN, replace(small(), broken=(one,)), SCREEN)
    assert (told.rows, told.evidence, told.more, told.count) == ("", (), "", 1)
    assert told.found == "For the employer as a whole (table of the employer’s practice)"


def test_the_first_rows_are_shown_and_the_rest_is_counted():
    one = replace(small(), broken=(broken("H-12", list(range(2, 40))),))
    for sizes in (SCREEN, PAPER):
        (told,) = points(EN, one, sizes)
        assert len(told.evidence) == sizes.evidence
        assert told.more == f"{38 - sizes.evidence} rows"
        assert told.rows == "2–39"


def test_a_row_read_out_of_free_words_says_so():
    told = points(EN, small(), SCREEN)[1]
    assert [each.inferred for each in told.evidence] == [False, True, False, True]
    assert [each.detail for each in told.evidence] == ["health", "pregnancy"] * 2


def test_several_grounds_are_told_one_by_one():
    one = broken("H-04", [2], evidence=(evidence(2, detail="health;bank_domicile"),))
    (told,) = points(EN, replace(small(), broken=(one,)), SCREEN)
    assert told.evidence[0].detail == "health and where one banks"


def test_hidden_signs_are_named_and_long_names_cut():
    told = points(EN, hostile(), SCREEN)[0]
    assert "⟦RLO⟧" in told.evidence[0].post
    assert "\u202e" not in repr(told)
    long = broken("H-01", [2], posts={"x" * 500: 1})
    (told,) = points(EN, replace(small(), broken=(long,)), SCREEN)
    assert len(told.posts) < 100


def test_without_breaches_there_is_no_point(words):
    assert points(words, clean(), SCREEN) == ()
