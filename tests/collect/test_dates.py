"""Dates as exports and pages write them."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.dates import clock, day, instant, moment, span, unix, unix_instant, zoned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2008-06-07", date(2008, 6, 7)),
        ("2008-06-23T06:00:00+02:00", date(2008, 6, 23)),
        ("2012-02-22 20:26:41", date(2012, 2, 22)),
        ("2008-06", date(2008, 6, 1)),
        ("2008", None),
        ("2008-02-30", None),
        ("0000-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days(text, expected):
    assert day(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Aug 2018", date(2018, 8, 1), date(2018, 8, 31)),
        ("Jan 2023", date(2023, 1, 1), date(2023, 1, 31)),
        ("août 2018", date(2018, 8, 1), date(2018, 8, 31)),
        ("janv. 2023", date(2023, 1, 1), date(2023, 1, 31)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("15 Mar 2009", date(2009, 3, 15), date(2009, 3, 15)),
        ("04 Dec 2012", date(2012, 12, 4), date(2012, 12, 4)),
        ("1er juin 2008", date(2008, 6, 1), date(2008, 6, 1)),
        ("7/24/23, 3:14 PM", date(2023, 7, 24), date(2023, 7, 24)),
        ("7/24/2023", date(2023, 7, 24), date(2023, 7, 24)),
        ("Nov 5, 1990", date(1990, 11, 5), date(1990, 11, 5)),
        ("2023-07-24 15:14:00 UTC", date(2023, 7, 24), date(2023, 7, 24)),
        ("2023-07", date(2023, 7, 1), date(2023, 7, 31)),
        ("27 juil. 2026", date(2026, 7, 27), date(2026, 7, 27)),
        ("05.01.2012", date(2012, 1, 5), date(2012, 1, 5)),
        ("5. März 2012", date(2012, 3, 5), date(2012, 3, 5)),
        ("Okt. 2012", date(2012, 10, 1), date(2012, 10, 31)),
    ],
)
def test_spans(text, low, high):
    assert span(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan 5, 2012, 3:04:05\u202fPM CET", date(2012, 1, 5)),
        ("5 janv. 2012, 15:04:05 CET", date(2012, 1, 5)),
        ("22 mars 2024 à 23:15:00 UTC+1", date(2024, 3, 22)),
        ("22 March 2024 at 23:15", date(2024, 3, 22)),
        ("5. Dezember 2012 um 15:04", date(2012, 12, 5)),
        ("05.01.2012, 15:04:05 MEZ", date(2012, 1, 5)),
        ("2012-01-05 10:00:00", date(2012, 1, 5)),
        ("5 Jan 2012", date(2012, 1, 5)),
        ("Jan 2012", None),
        ("2012", None),
        ("31.02.2012, 10:00", None),
        ("at 10:00", None),
        ("", None),
    ],
)
def test_moments(text, expected):
    assert moment(text) == expected


@pytest.mark.parametrize(
    "text", ["", "N/A", "None", "13/45/23", "0000", "Foo 2018", "Nov 5", "31 Feb 2009"]
)
def test_what_is_no_date_is_none(text):
    assert span(text) is None


@given(st.text(max_size=60))
def test_no_text_breaks_them(text):
    found = span(text)
    moment(text)
    assert found is None or found[0] <= found[1]
    assert day(text) is None or isinstance(day(text), date)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (1_700_000_000, date(2023, 11, 14)),
        (1_700_000_000.5, date(2023, 11, 14)),
        (1_700_000_000_000, date(2023, 11, 14)),
        (1_700_000_000_000_000, date(2023, 11, 14)),
        (-86_401, date(1969, 12, 30)),
        (-86_400_000, date(1967, 4, 7)),
        (0, None),
        (None, None),
        (float("inf"), None),
        (float("nan"), None),
        (10**4000, None),
        (-(10**4000), None),
        (-99_999_999_999, None),
    ],
)
def test_unix_times_in_any_unit(moment, expected):
    assert unix(moment) == expected


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2024-05-02T10:00:00Z", time(10)),
        ("2024-05-02T10:07:59.123Z", time(10, 7)),
        ("2024-05-02T10:07Z", time(10, 7)),
        ("2024-05-02 10:07:00 UTC", time(10, 7)),
        ("2024-05-02T01:30:00+02:00", time(23, 30)),
        ("2024-05-02T22:30:00-0330", time(2)),
        ("2024-05-02T10:00:00+00", time(10)),
        ("2024-05-02T10:00:00", None),
        ("2024-05-02T25:00:00Z", None),
        ("2024-05-02T00:00:00Z", None),
        ("2024-05-02T00:00:00+02:00", None),
        ("2024-05-02T00:00:01Z", time(0)),
        ("2024-05-02", None),
        ("Z", None),
        ("", None),
    ],
)
def test_a_time_of_day_wants_its_zone_and_is_not_midnight_sharp(text, at):
    assert zoned(text) == at
    assert instant(text) == (day(text), at)


MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda each: timezone(timedelta(minutes=each)))


@given(MOMENTS, ZONES)
def test_the_time_of_day_is_that_of_utc_in_whatever_zone_it_is_written(moment, zone):
    here = moment.replace(tzinfo=zone, microsecond=0)
    there = here.astimezone(UTC)
    known = here.hour or here.minute or here.second
    expected = time(there.hour, there.minute) if known else None
    assert instant(here.isoformat()) == (here.date(), expected)


@given(MOMENTS, st.sampled_from([1, 1_000, 1_000_000]))
def test_a_unix_time_tells_its_day_and_time(moment, unit):
    here = moment.replace(tzinfo=UTC, microsecond=0)
    seconds = int(here.timestamp())
    at = time(here.hour, here.minute) if seconds % 86_400 else None
    assert unix_instant(seconds) == (here.date(), at)
    if unix(seconds * unit) == here.date():  # else it is too near to 1970 to show its unit
        assert unix_instant(seconds * unit) == (here.date(), at)


@given(st.one_of(st.none(), st.integers(), st.floats()))
def test_the_day_of_a_unix_time_is_that_of_unix(moment):
    assert unix_instant(moment)[0] == unix(moment)


@given(st.text(max_size=60))
def test_no_text_breaks_the_times(text):
    assert instant(text)[0] == day(text)
    assert clock(text) is None or isinstance(clock(text), time)
