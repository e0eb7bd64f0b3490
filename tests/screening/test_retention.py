"""What is too old, and what may stay until when; the calendar of it."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from auditor.screening.calendar import calendar
from tests.screening.builders import ON, found

LOOK = {"candidate": "Ode Zephyrin", "post": "P"}


def of(place, **cells):
    return found(place, [LOOK], [LOOK | {"outcome": "rejected"} | cells])


@pytest.mark.parametrize(("place", "cells", "purge", "day"), [
    ("FR", {"last_contact_on": "2026-08-26"}, False, date(2026, 11, 26)),
    ("FR", {"last_contact_on": "2026-08-25"}, True, date(2026, 11, 25)),
    ("FR", {"last_contact_on": "2026-08-25", "pool_consent_on": "2026-08-25"}, False, date(2028, 8, 25)),
    ("FR", {"last_contact_on": "2024-11-25", "pool_consent_on": "2024-11-25"}, True, date(2026, 11, 25)),
    ("FR", {"last_contact_on": "2024-11-26", "pool_consent_on": "2024-11-26"}, False, date(2026, 11, 26)),
    ("FR", {"last_contact_on": "2025-11-30", "outcome": "withdrawn"}, True, date(2026, 2, 28)),
    ("FR", {"last_contact_on": "2015-01-01", "outcome": "hired"}, False, None),
    ("FR", {"last_contact_on": "2015-01-01", "outcome": "pending"}, False, None),
    ("FR", {}, False, None),
    ("DE", {"last_contact_on": "2026-05-25"}, True, date(2026, 11, 25)),
    ("DE", {"last_contact_on": "2026-05-26"}, False, date(2026, 11, 26)),
    ("DE", {"last_contact_on": "2020-01-01", "pool_consent_on": "2020-01-01"}, False, None),
    ("US", {"last_contact_on": "2015-01-01"}, False, None),
])  # fmt: skip
def test_terms_of_a_place(place, cells, purge, day):
    result = of(place, **cells)
    (held,) = result.purge if purge else result.keep
    assert held.day == day
    assert len(result.purge) + len(result.keep) == 1


@pytest.mark.parametrize("place", ["FR", "DE"])
@pytest.mark.parametrize("contact", ["2026-08-25", "2026-05-25", "2024-11-25", "2026-11-01"])
def test_what_a_rule_says_is_kept_too_long_is_to_be_purged(place, contact):
    result = of(place, last_contact_on=contact, pool_consent_on="no")
    told = {each.rule.code for each in result.broken} & {"H-06", "H-07", "H-08"}
    assert bool(told) is bool(result.purge)


def test_what_was_purged_is_neither_held_against_anyone_nor_listed():
    result = of("FR", last_contact_on="2015-01-01", purged_on="2015-03-01")
    assert (result.purge, result.keep) == ((), ())
    assert not {each.rule.code for each in result.broken} & {"H-06", "H-07"}


def test_the_calendar_has_an_entry_a_day_with_rows_and_no_name():
    files = [
        {
            "candidate": "Ode Zephyrin",
            "post": "P",
            "outcome": "rejected",
            "last_contact_on": "2026-10-01",
        },
        {
            "candidate": "Max Oriflan",
            "post": "P",
            "outcome": "rejected",
            "last_contact_on": "2026-10-01",
        },
        {
            "candidate": "Una Belvar",
            "post": "P",
            "outcome": "rejected",
            "last_contact_on": "2020-01-01",
        },
        {"candidate": "Ari Solmon", "post": "P", "outcome": "hired"},
    ]
    result = found("FR", [LOOK], files)
    made = calendar(result, "Effacer", "Lignes : %(rows)s", datetime(2026, 11, 26, tzinfo=UTC))
    events = Calendar.from_ical(made).walk("VEVENT")
    told = {each["DTSTART"].dt: str(each["DESCRIPTION"]) for each in events}
    assert told == {date(2027, 1, 2): "Lignes : 2, 3", ON: "Lignes : 4"}
    assert b"Zephyrin" not in made
    assert len({each["UID"] for each in events}) == 2


def test_there_is_no_calendar_without_a_day():
    made = calendar(found("FR", [LOOK]), "x", "%(rows)s", datetime(2026, 11, 26, tzinfo=UTC))
    assert made is None
