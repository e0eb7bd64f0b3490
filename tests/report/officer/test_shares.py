"""What each post and each recruiter stands for; which files go and which may stay."""

import datetime
from dataclasses import replace

from auditor.model.screening import Share
from auditor.report.officer import retention, shares
from auditor.report.officer.sizes import SCREEN, Sizes
from auditor.report.words import Words
from tests.report.officer.checks import clean, held, huge, small

EN = Words(language="en")
ONE = Sizes(evidence=1, files=1, shares=1, unread=1)


def test_whoever_has_most_to_verify_comes_first_with_the_gravest_point():
    told = shares.posts(EN, small(), SCREEN).shown
    assert [each.name for each in told] == ["Comptable", "Chef de projet", "Aide-soignante"]
    assert [(each.code, each.severity, each.count) for each in told[0].marks] == [
        ("H-01", 5, "4"), ("H-04", 5, "2"), ("H-12", 4, "12"),
    ]  # fmt: skip
    assert told[2].marks == ()


def test_a_code_without_its_point_has_no_link():
    found = replace(clean(), recruiters=(Share(name="R1", looks=2, codes={"H-99": 1, "H-01": 0}),))
    (told,) = shares.recruiters(EN, found, SCREEN).shown
    assert [(each.code, each.href) for each in told.marks] == [("H-99", "")]


def test_the_rest_is_counted():
    assert shares.recruiters(EN, huge(10), ONE).more == "2,999 more"
    assert retention.purge(EN, huge(10), ONE).more == "9 more"
    assert retention.purge(EN, huge(10), ONE).count == 10


def test_the_oldest_file_goes_first_and_one_without_a_term_last():
    files = (held(2, None), held(3, datetime.date(2027, 1, 1)), held(4, datetime.date(2026, 12, 1)))
    told = retention.keep(EN, replace(clean(), keep=files), SCREEN)
    assert [(each.row, each.day) for each in told.files] == [
        ("4", "December 1, 2026"), ("3", "January 1, 2027"), ("2", ""),
    ]  # fmt: skip
