"""What the officer reads first."""

from dataclasses import replace

import pytest

from auditor.report.officer.shown import shown
from auditor.report.words import Words
from tests.report.officer.checks import broken, clean, rule, small

EN = Words(language="en")


def told(found):
    return shown(EN, found).front


def test_how_many_rules_and_what_was_read():
    front = told(small())
    assert front.headline == "6 points to verify, out of 14 rules (France)"
    assert front.told == (
        "Read in the log: 48 looks, 23 candidates. "
        "For 3 rules nothing can be said: the cells that would tell are empty. "
        "No row of this log could be held against 2 rules."
    )
    assert [each.number for each in front.figures] == ["6", "3", "3", "2"]
    assert front.severity == 5


@pytest.mark.parametrize(
    ("points", "headline"),
    [
        ((), "No point to verify, out of 14 rules (France)"),
        ((broken("H-01", [2]),), "One point to verify, out of 14 rules (France)"),
    ],
)
def test_the_headline_counts_in_words(points, headline):
    assert told(replace(clean(), broken=points)).headline == headline


def test_an_empty_log_is_not_said_to_be_in_order():
    front = told(replace(clean(), looks=0, candidates=0, passed=()))
    assert front.told == (
        "Read in the log: no look, no candidate. No row of this log could be held against 14 rules."
    )


def test_the_rules_of_the_head_are_all_the_rules_that_were_asked():
    found = replace(clean(), rules=2, passed=(rule("H-05"),), broken=(broken("H-01", [2]),))
    assert told(found).told == "Read in the log: 48 looks, 23 candidates."


def test_what_comes_first_answers_the_gravest_points_and_purging_is_told():
    front = told(small())
    assert [each.point.code for each in front.first] == ["H-01", "H-04", "H-03"]
    assert [each.due for each in front.first] == [
        "due since September 3, 2026",
        "now",
        "by December 15, 2026",
    ]
    assert front.purge == "To purge now: 2 files kept beyond their term."
    assert told(clean()).purge == ""
    assert told(clean()).first == ()
