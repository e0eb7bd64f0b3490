"""A day as people write it: the order of day and month is told by the whole file, never guessed by the cell."""

import datetime
import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

_NUMBERS = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[T ,]+(?:à |at )?(\d{1,2})[:h](\d{2})(?::\d{2})?)?$"
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$")
_MONTHS = 12
_CENTURY = 2000


class Order(StrEnum):
    """How 03/04/2026 is to be read."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    UNKNOWN = "unknown"
    """The file writes both ways."""


def order(texts: Iterable[str], *, day_first: bool) -> Order:
    """The order of a file's dates; `day_first` is the usage of the place, for a file that does not tell."""
    firsts = seconds = False
    for text in texts:
        if (found := _NUMBERS.match(text.strip())) is not None:
            firsts |= int(found[1]) > _MONTHS
            seconds |= int(found[2]) > _MONTHS
    if firsts and seconds:
        return Order.UNKNOWN
    if firsts or seconds:
        return Order.DAY_FIRST if firsts else Order.MONTH_FIRST
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


def day(text: str, order: Order) -> datetime.date | datetime.datetime | None:
    """The day, with its hour where one is written; None for what is no day, or could be two."""
    if _ISO.match(text):
        return _iso(text)
    if (found := _NUMBERS.match(text)) is not None:
        return _numbers(found, order)
    return _words(text) if any(map(str.isdigit, text)) and any(map(str.isalpha, text)) else None


def _iso(text: str) -> datetime.date | datetime.datetime | None:
    try:
        if len(text) == len("2026-03-02"):
            return datetime.date.fromisoformat(text)
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(datetime.UTC).replace(tzinfo=None) if found.tzinfo else found


def _numbers(found: re.Match[str], order: Order) -> datetime.date | datetime.datetime | None:
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if order is Order.UNKNOWN and max(first, second) <= _MONTHS and first != second:
        return None
    month_first = second > _MONTHS or (order is Order.MONTH_FIRST and first <= _MONTHS)
    month, number = (first, second) if month_first else (second, first)
    year += _CENTURY if len(found[3]) == len("26") else 0
    try:
        if found[4]:
            return datetime.datetime(year, month, number, int(found[4]), int(found[5]))  # noqa: DTZ001
        return datetime.date(year, month, number)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _words(text: str) -> datetime.date | None:
    """A month in words, in French or English."""
    import dateparser

    found = dateparser.parse(
        text,
        languages=["fr", "en"],
        settings={"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False},
    )
    return found.date() if found is not None else None
