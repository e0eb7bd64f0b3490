"""What was published when."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.visibility import Visibility
from auditor.report.charts.timeline import HEIGHT, MOST, timeline
from auditor.report.lookup import lookup
from tests.report.conftest import fact, small

DAYS = st.dates(datetime.date(1995, 1, 1), datetime.date(2026, 12, 31))


def drawn(days, language="en", visibility=Visibility.ANYONE):
    facts = tuple(
        fact(f"d{at}", "p1#owner", "full_name", "x", visibility=visibility, published_on=day)
        for at, day in enumerate(days)
    )
    return timeline(lookup(replace(small(), facts=facts), language))


def test_without_a_date_there_is_no_timeline(report):
    undated = replace(
        report, facts=tuple(replace(each, published_on=None) for each in report.facts)
    )
    assert timeline(lookup(undated, "en")) is None


def test_what_is_not_the_subjects_is_not_drawn(report):
    theirs = fact("o1", "p2#owner", "full_name", "x", published_on=datetime.date(2020, 1, 1))
    assert timeline(lookup(replace(report, facts=(theirs,)), "en")) is None


@pytest.mark.parametrize(
    ("last", "by_year", "names"),
    [
        (datetime.date(2010, 3, 1), False, ["Feb 2008", "Mar 2010"]),
        (datetime.date(2011, 1, 1), True, ["2008", "2011"]),
    ],
)
def test_a_long_time_is_told_by_year_and_a_short_one_by_month(last, by_year, names):
    found = drawn([datetime.date(2008, 2, 29), last])
    assert (found.by_year, [each.name for each in found.spans]) == (by_year, names)


def test_a_month_is_named_in_the_language():
    assert [each.name for each in drawn([datetime.date(2008, 2, 1)], "fr").spans] == ["févr. 2008"]


def test_what_anyone_sees_is_told_from_what_fewer_see():
    day = [datetime.date(2020, 5, 5)]
    (seen,), (hidden,) = drawn(day).spans, drawn(day, visibility=Visibility.MEMBERS).spans
    assert (seen.open, seen.closed, hidden.open, hidden.closed) == (1, 0, 0, 1)


@given(st.lists(DAYS, min_size=1, max_size=30))
def test_every_fact_is_in_the_table_and_every_bar_within_the_drawing(days):
    found = drawn(days)
    assert sum(each.open + each.closed for each in found.spans) == len(days)
    assert len(found.pillars) <= MOST
    for each in found.pillars:
        assert 0 <= each.x <= each.x + each.width <= 100.01
        assert each.open + each.closed <= HEIGHT + 1
    assert [at for at, _, _ in found.marks] == sorted(at for at, _, _ in found.marks)
