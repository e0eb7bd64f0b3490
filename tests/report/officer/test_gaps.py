"""What cannot be told, and what would mend it."""

from dataclasses import replace

from auditor.model.screening import Missing
from auditor.model.screening_rule import Table
from auditor.report.officer.gaps import gaps, untold_codes
from auditor.report.officer.sizes import SCREEN, Sizes
from auditor.report.words import Words
from tests.report.officer.checks import TITLES, broken, clean, rule, small

EN = Words(language="en")


def test_a_rule_that_is_broken_somewhere_is_told():
    assert untold_codes(small()) == ("H-13", "H-16", "H-18")
    assert untold_codes(replace(small(), untold=())) == ("H-13", "H-16", "H-18")
    assert untold_codes(clean()) == ()


def test_each_column_is_asked_for_once_that_most_rules_wait_for_first():
    found = clean()
    waiting = (
        Missing(code="H-13", table=Table.PRACTICE, column="written_rule", rows=()),
        Missing(code="H-01", table=Table.LOOKS, column="notice_at", rows=(2, 5)),
        Missing(code="H-02", table=Table.LOOKS, column="notice_at", rows=(3, 5)),
        Missing(code="H-21", table=Table.CANDIDATES, column="decision_reason", rows=()),
    )
    told = gaps(EN, replace(found, missing=waiting), SCREEN).columns
    assert [(each.column, each.rows) for each in told] == [
        ("notice_at", "2, 3, 5"),
        ("decision_reason", "the whole table is missing"),
        ("written_rule", "once, for the employer"),
    ]
    assert told[0].label == "the day the candidate was told"
    assert told[0].rules == "“Candidate not told beforehand” and H-02"


def test_a_rule_broken_here_and_unknown_there_is_partly_told():
    missing = (Missing(code="H-01", table=Table.LOOKS, column="notice_at", rows=(9,)),)
    found = replace(clean(), broken=(broken("H-01", [2]),), missing=missing)
    told = gaps(EN, found, SCREEN)
    assert (told.untold, told.partly) == ((), 1)


def test_only_the_first_rows_that_cannot_be_read_are_shown():
    few = Sizes(evidence=1, files=1, shares=1, unread=1)
    told = gaps(EN, small(), few)
    assert len(told.unread) == 1
    assert told.more_unread == "one more"


def test_titles_of_rules_nobody_could_tell_come_with_them():
    told = gaps(EN, replace(clean(), untold=(rule("H-18"),), passed=()), SCREEN)
    assert [(each.code, each.title) for each in told.untold] == [("H-18", TITLES["H-18"][1])]
