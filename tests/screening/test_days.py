"""Days as people write them, and months as the law counts them."""

# ruff: noqa: DTZ001 (a log writes hours without a zone)

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.screening.days import Order, day, order
from auditor.screening.months import earlier, later, months_begun


@pytest.mark.parametrize(("text", "told"), [
    ("2026-03-02", date(2026, 3, 2)),
    ("2026-03-02 14:30", datetime(2026, 3, 2, 14, 30)),
    ("2026-03-02T14:30:00+02:00", datetime(2026, 3, 2, 12, 30)),
    ("02/03/2026", date(2026, 3, 2)),
    ("2.3.26", date(2026, 3, 2)),
    ("02/03/2026 14h30", datetime(2026, 3, 2, 14, 30)),
    ("25/12/2025", date(2025, 12, 25)),
    ("12/25/2025", date(2025, 12, 25)),
    ("2 mars 2026", date(2026, 3, 2)),
    ("1er mars 2026", date(2026, 3, 1)),
    ("March 2, 2026", date(2026, 3, 2)),
    ("31/02/2026", None), ("2026-02-30", None), ("mars 2026", None), ("hier", None), ("demain", None),
    ("20260302", None), ("2026", None), ("n'importe quoi 3", None), ("", None), ("99/99/2026", None),
])  # fmt: skip
def test_a_day_is_read(text, told):
    assert day(text, Order.DAY_FIRST) == told


def test_the_month_may_come_first():
    assert day("02/03/2026", Order.MONTH_FIRST) == date(2026, 2, 3)


def test_what_could_be_two_days_is_none_of_them():
    assert day("02/03/2026", Order.UNKNOWN) is None
    assert day("03/03/2026", Order.UNKNOWN) == date(2026, 3, 3)
    assert day("25/03/2026", Order.UNKNOWN) == date(2026, 3, 25)


@pytest.mark.parametrize(("texts", "day_first", "told"), [
    (["02/03/2026", "25/03/2026"], False, Order.DAY_FIRST),
    (["02/03/2026", "03/25/2026"], True, Order.MONTH_FIRST),
    (["25/03/2026", "03/25/2026"], True, Order.UNKNOWN),
    (["02/03/2026"], True, Order.DAY_FIRST),
    (["02/03/2026"], False, Order.MONTH_FIRST),
    (["2026-03-25", "non"], False, Order.MONTH_FIRST),
])  # fmt: skip
def test_the_file_tells_how_it_writes(texts, day_first, told):
    assert order(texts, day_first=day_first) is told


DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(DAYS)
def test_days_written_one_way_come_back(when):
    for written in (when.isoformat(), when.strftime("%d/%m/%Y"), when.strftime("%d.%m.%Y")):
        assert day(written, Order.DAY_FIRST) == when
    assert day(when.strftime("%m/%d/%Y"), Order.MONTH_FIRST) == when


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    for each in Order:
        assert day(text, each) is None or isinstance(day(text, each), date)


@pytest.mark.parametrize(("since", "until", "months"), [
    (date(2026, 1, 31), date(2026, 2, 28), 1),
    (date(2026, 1, 31), date(2026, 3, 1), 2),
    (date(2024, 11, 26), date(2026, 11, 26), 24),
    (date(2024, 11, 25), date(2026, 11, 26), 25),
    (date(2024, 2, 29), date(2026, 2, 28), 24),
    (date(2026, 5, 10), date(2026, 5, 10), 0),
    (date(2026, 5, 10), date(2026, 5, 11), 1),
    (date(2026, 5, 10), date(2026, 4, 1), 0),
])  # fmt: skip
def test_months_begun_since_a_day(since, until, months):
    assert months_begun(since, until) == months


@given(DAYS, st.integers(0, 60))
def test_a_term_is_over_on_the_day_after_its_end_and_not_before(when, months):
    end = later(when, months=months)
    assert months_begun(when, end) <= months
    assert months_begun(when, end + timedelta(days=1)) > months


@pytest.mark.parametrize(("left", "right", "so"), [
    (date(2026, 1, 1), date(2026, 1, 2), True),
    (date(2026, 1, 2), date(2026, 1, 1), False),
    (date(2026, 1, 1), date(2026, 1, 1), None),
    (datetime(2026, 1, 1, 9), date(2026, 1, 1), None),
    (datetime(2026, 1, 1, 9), datetime(2026, 1, 1, 10), True),
    (datetime(2026, 1, 1, 10), datetime(2026, 1, 1, 10), False),
])  # fmt: skip
def test_before_on_the_same_day_takes_an_hour(left, right, so):
    assert earlier(left, right) is so
