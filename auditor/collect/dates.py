"""Dates as exports and pages write them, without any locale of the machine."""

import calendar
import re
from datetime import date, time
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janv janvier januar",
            "feb february févr fév février fevr fevrier februar",
            "mar march mars mär märz",
            "apr april avr avril",
            "may mai",
            "jun june juin juni",
            "jul july juil juillet juli",
            "aug august août aout",
            "sep sept september septembre",
            "oct october octobre okt oktober",
            "nov november novembre",
            "dec december déc décembre decembre dez dezember",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"\s*(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ].*)?\s*", re.DOTALL)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2,4})(?:[, ].*)?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:er|st|nd|rd|th|\.)?\s)?([^\W\d_]+)\.?\s(?:(\d{1,2}),\s?)?(\d{4})"
)
_CLOCK = re.compile(r"(?:,| à| at| um)?\s\d{1,2}[:.]\d{2}\b.{0,40}")
_YEAR = re.compile(r"\d{4}")
_MOMENT = len("2024-05-02T10:00:00Z")
_PIVOT = 69
"""Two-digit years from here are of the last century, as POSIX has it."""
_DAY = 86_400
_1970 = date(1970, 1, 1).toordinal()
_FINER = 100_000_000_000
"""Seconds since 1970 that no date reaches (the year 5138): a larger number counts thousandths."""
_UNITS = (1_000, 1_000_000, 1_000_000_000)
_TIMES = tuple(time(hour, minute) for hour in range(24) for minute in range(60))
_WRITTEN = {f"{each:%H:%M}": each for each in _TIMES}
_ZONED = re.compile(
    r"\s*\d{4}-\d{2}-\d{2}[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2})?)\s*"
)
_AT_ZERO = frozenset(("Z", "+00:00", "+0000", " UTC"))
_MIDNIGHT = "00:00:00"
Instant = tuple[date | None, time | None]
"""The day as it is written, and the time of day in UTC where it is known."""


def day(text: str) -> date | None:
    """The day of an ISO date or moment; the first of the month where no day is said."""
    if len(text) == _MOMENT and text[10] == "T":
        return _day(text[:10])
    found = _ISO.fullmatch(text[:40])
    return _date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None


@lru_cache(maxsize=1024)
def _day(text: str) -> date | None:
    """Neighbours in a timeline share their day."""
    return day(text)


def unix(moment: float | None) -> date | None:
    """The day (UTC) of a Unix time in seconds, thousandths or finer; None for 0, which is “not set”.

    >>> unix(1_700_000_000_000)
    datetime.date(2023, 11, 14)
    """
    if not moment:
        return None
    if -_FINER < moment < _FINER:
        return _since_1970(moment // _DAY)
    return next(
        (_since_1970(moment // (_DAY * each)) for each in _UNITS if abs(moment) < _FINER * each),
        None,
    )


def instant(text: str) -> Instant:
    """The day of an ISO moment, and its time of day (UTC, to the minute) where its zone is told.

    Midnight to the second is no time: so a day is written where a moment is asked for.

    >>> instant("2024-05-02T01:30:00+02:00")
    (datetime.date(2024, 5, 2), datetime.time(23, 30))
    """
    if len(text) == _MOMENT and text[10] == "T" and text[19] == "Z":
        return _day(text[:10]), clock(text[11:19])
    return day(text), zoned(text)


def clock(text: str) -> time | None:
    """The minute of ``18:32:07``; None for midnight to the second, and for anything else."""
    return _WRITTEN.get(text[:5]) if text != _MIDNIGHT else None


def zoned(text: str) -> time | None:
    """The time of day (UTC) of an ISO moment that tells its zone."""
    if text[19:] in _AT_ZERO:
        return clock(text[11:19])
    found = _ZONED.fullmatch(text[:40])
    written = clock(f"{found[1]}:{found[2] or '00'}") if found else None
    if found is None or written is None:
        return None
    ahead = int(found[4] or 0) * 60 + int(found[5] or 0)
    ahead = -ahead if found[3] == "-" else ahead
    return _TIMES[(written.hour * 60 + written.minute - ahead) % len(_TIMES)]


def unix_instant(moment: float | None) -> Instant:
    """The day and the time of day (UTC) of a Unix time, as `unix` reads it; midnight sharp is no time.

    >>> unix_instant(1_700_000_000_000)
    (datetime.date(2023, 11, 14), datetime.time(22, 13))
    """
    if isinstance(moment, int) and 0 < moment < _FINER:  # as nearly all of them are
        seconds = moment % _DAY
        return _since_1970(moment // _DAY), _TIMES[seconds // 60] if seconds else None
    if not moment:
        return None, None
    if not -_FINER < moment < _FINER:
        size = abs(moment)
        moment = next((moment // each for each in _UNITS if size < _FINER * each), None)
        if moment is None:
            return None, None
    found, rest = _since_1970(moment // _DAY), moment % _DAY
    return found, _TIMES[int(rest) // 60 % len(_TIMES)] if found and rest >= 1 else None


@lru_cache(maxsize=1024)
def _since_1970(days: float) -> date | None:
    try:
        return date.fromordinal(_1970 + int(days))
    except (ValueError, OverflowError):
        return None


def moment(text: str) -> date | None:
    """The day of a moment as people write it, its hour left out; None for anything else.

    >>> moment("22 mars 2024 à 23:15:00 UTC+1")
    datetime.date(2024, 3, 22)
    """
    text = " ".join(text[:80].split())
    found = span(_CLOCK.sub("", text, count=1))
    return found[0] if found and found[0] == found[1] else None


def span(text: str) -> tuple[date, date] | None:
    """The days a written date covers.

    >>> span("Aug 2018")
    (datetime.date(2018, 8, 1), datetime.date(2018, 8, 31))
    """
    text = " ".join(text[:40].split())
    if _YEAR.fullmatch(text) and int(text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    parts = _iso(text) or _slashed(text) or _dotted(text) or _worded(text)
    if parts is None:
        return None
    year, month, number = parts
    low = _date(year, month, number or 1)
    if low is None:
        return None
    return low, low if number else date(year, month, calendar.monthrange(year, month)[1])


def _iso(text: str) -> tuple[int, int, int] | None:
    found = _ISO.fullmatch(text)
    return (int(found[1]), int(found[2]), int(found[3] or 0)) if found else None


def _slashed(text: str) -> tuple[int, int, int] | None:
    """Month first: the form that LinkedIn writes in every language."""
    found = _SLASHED.fullmatch(text)
    if not found:
        return None
    year = int(found[3])
    if len(found[3]) < 4:  # noqa: PLR2004
        year += 1900 if year >= _PIVOT else 2000
    return year, int(found[1]), int(found[2])


def _dotted(text: str) -> tuple[int, int, int] | None:
    """Day first, as German has it."""
    found = _DOTTED.fullmatch(text)
    return (int(found[3]), int(found[2]), int(found[1])) if found else None


def _worded(text: str) -> tuple[int, int, int] | None:
    found = _WORDS.fullmatch(text)
    month = _MONTHS.get(found[2].casefold()) if found else None
    if not found or month is None:
        return None
    return int(found[4]), month, int(found[1] or found[3] or 0)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
