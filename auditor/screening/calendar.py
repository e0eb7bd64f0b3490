"""The days on which files are to be purged, as a calendar (RFC 5545) that any agenda reads."""

import datetime
from collections import Counter
from collections.abc import Iterable

from auditor.model.screening import Checked, Held
from auditor.screening.retention import ends

_NAMESPACE = "screening.auditor.example"


def calendar(found: Checked, title: str, detail: str, now: datetime.datetime) -> bytes | None:
    """One entry a day, with the rows of the table of candidates; `detail` has the place ``%(rows)s``.

    None where there is no such day: a calendar holds at least one entry.

    Nobody's name leaves the log: the officer finds a file by its row.
    """
    from icalendar import Calendar, Event

    days = _days([*found.purge, *ends(found.keep)], found.on)
    if not days:
        return None
    made = Calendar()
    made.add("prodid", "-//Auditor//screening//")
    made.add("version", "2.0")
    for day, rows in days:
        event = Event()
        event.add("uid", f"{day.isoformat()}-{found.place}@{_NAMESPACE}")
        event.add("dtstamp", now)
        event.add("dtstart", day)
        event.add("summary", title)
        event.add("description", detail % {"rows": ", ".join(map(str, rows))})
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    written: bytes = made.to_ical()
    return written


def _days(files: Iterable[Held], on: datetime.date) -> list[tuple[datetime.date, list[int]]]:
    """Each day with its rows; what is overdue is for the day of the check."""
    rows: dict[datetime.date, list[int]] = {}
    for each in files:
        if each.day is not None:
            rows.setdefault(max(each.day + datetime.timedelta(days=1), on), []).append(each.row)
    return sorted((day, sorted(Counter(those))) for day, those in rows.items())
