"""link/compare/dates.py: fragments of a birth as intervals, and years at the end of handles."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.link.compare.dates import _agreement, birth, suffixes
from auditor.model.fact import Period
from tests.builders import fact


def compared(case, kit, left, right):
    sides = case({"a#owner": left, "b#owner": right})
    return birth(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)


def born(record, day):
    return fact(record, "birth_date", day, period=(day, day))


def year(record, each, kind="birth_year"):
    return fact(record, kind, str(each), period=(f"{each}-01-01", f"{each}-12-31"))


def wished(record, day, low=None):
    period = (f"2008-{low or day}", f"2008-{day}")
    return fact(record, "birth_day_month", day, period=period)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ([born("a#owner", "1980-03-17")], [born("b#owner", "1980-03-17")], "exact"),
        ([born("a#owner", "1980-03-17")], [born("b#owner", "1980-03-18")], "conflict"),
        ([born("a#owner", "1980-03-17")], [year("b#owner", 1980)], "year"),
        ([born("a#owner", "1980-03-17")], [year("b#owner", 1981)], "conflict"),
        ([born("a#owner", "1980-03-17")], [wished("b#owner", "03-17")], "day_month"),
        # Wishes may be late: the days before count too.
        ([born("a#owner", "1980-03-16")], [wished("b#owner", "03-17", "03-15")], "day_month"),
        ([born("a#owner", "1980-03-17")], [wished("b#owner", "09-02")], "day_differs"),
        (
            [born("a#owner", "1980-03-17")],
            [wished("b#owner", "03-17"), year("b#owner", 1980)],
            "exact",
        ),
        ([year("a#owner", 1980)], [("username", "loic80")], "suffix"),
        ([year("a#owner", 1980)], [("username", "loic1980")], "suffix"),
        # A county, a lucky number: no disagreement.
        ([year("a#owner", 1991)], [("username", "inescb59")], None),
        ([born("a#owner", "1980-03-17")], [("alias", "x")], None),
        ([("username", "loic80")], [("username", "marc80")], None),
    ],
)
def test_fragments_of_a_birth(case, kit, left, right, level):
    found = compared(case, kit, left, right)
    assert (found and found.level) == level
    sides = case({"a#owner": left, "b#owner": right})
    turned = birth(sides["b#owner"], sides["a#owner"], kit.weights, kit.tables)
    assert (turned and (turned.level, turned.bits)) == (found and (found.level, found.bits))


def test_a_class_year_that_does_not_fit_the_age_is_a_conflict_of_its_own(case, kit):
    age = fact("a#owner", "age", "28", period=("1979-06-24", "1980-06-23"))
    for class_of, level in ((1998, "compatible"), (1991, "school_conflict")):
        school = fact(
            "b#owner",
            "school",
            f"lycee {class_of}",
            period=(f"{class_of}-01-01", f"{class_of}-12-31"),
        )
        assert compared(case, kit, [age], [school]).level == level


def test_years_at_the_end_of_handles(case):
    told = [("username", "loic80"), ("username", "marie_1984"), ("username", "a123")]
    found = suffixes(case({"a#owner": told})["a#owner"])
    assert sorted(map(sorted, found.values())) == [[1980], [1984]]


DAYS = st.dates(datetime.date(1930, 1, 1), datetime.date(2012, 12, 31))
SPANS = st.tuples(DAYS, DAYS).map(lambda each: Period(low=min(each), high=max(each)))


@given(SPANS, SPANS, DAYS)
def test_spans_that_hold_one_day_never_conflict(one, other, day):
    held = [Period(low=min(each.low, day), high=max(each.high, day)) for each in (one, other)]
    assert _agreement(*held) != "conflict"
    assert _agreement(*held) == _agreement(*reversed(held))
