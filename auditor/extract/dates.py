"""Dates in words, resolved by the day they were written."""

import datetime
import re
from functools import lru_cache

from auditor.extract.lexicon import Lexicon
from auditor.model.fact import Period
from auditor.model.names import fold

_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\s)?(?P<month>[^\W\d_]{3,9})\.?(?:\s(?P<day2>\d{1,2})"
    r"(?:st|nd|rd|th)?(?!\d))?(?:,?\s(?P<year>(?:19|20)\d\d))?",
)
_NUMBERS = re.compile(
    r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b|\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b"
)
DATE = re.compile(
    r"(?:le\s|on\s)?(?:\d{1,2}(?:er|st|nd|rd|th)?\s[^\W\d_]{3,9}\.?(?:\s(?:19|20)\d\d)?"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d\d)?"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d|demain|tomorrow|ce week-end|this weekend)",
)
"""A span that may be a date; dateparser decides. It is never given running text: there it finds
dates in “je” and “may the” (measured)."""

_REMEMBERED = 10_000
"""Dates kept at hand, to bound memory."""


def day(words: str, written: datetime.date | None, lexicon: Lexicon) -> datetime.date | None:
    """The day that a span names, in French or English; without a year, the next one."""
    exact = _numbers(words)
    if exact is not None:
        return exact
    if not _has_month(words, lexicon) and fold(words) not in {"demain", "tomorrow"}:
        return None
    if written is None and not re.search(r"(?:19|20)\d\d", words):
        return None
    return _parsed(re.sub(r"^(?:le|on)\s", "", words), written or datetime.date(2000, 1, 1))


@lru_cache(_REMEMBERED)
def _parsed(words: str, base: datetime.date) -> datetime.date | None:
    """The day as dateparser has it: it takes milliseconds, and the same dates come again."""
    from dateparser import parse

    found = parse(
        words,
        languages=["fr", "en"],
        settings={
            "RELATIVE_BASE": datetime.datetime.combine(base, datetime.time()),
            "PREFER_DATES_FROM": "future",
            "RETURN_AS_TIMEZONE_AWARE": False,
            "REQUIRE_PARTS": ["day", "month"],
        },
    )
    return found and datetime.date(found.year, found.month, found.day)


def of_year(year: int, until: int | None = None) -> Period:
    """All days of a year, or of several."""
    return Period(low=datetime.date(year, 1, 1), high=datetime.date(until or year, 12, 31))


def born_at_age(age: int, on: datetime.date) -> Period:
    """The possible birth dates of someone of that age on that day."""
    high = _years_before(on, age)
    low = _years_before(on, age + 1) + datetime.timedelta(days=1)
    return Period(low=low, high=high)


def _years_before(on: datetime.date, years: int) -> datetime.date:
    try:
        return on.replace(year=on.year - years)
    except ValueError:  # 29 February
        return on.replace(year=on.year - years, day=28)


def _numbers(words: str) -> datetime.date | None:
    match = _NUMBERS.search(words)
    if match is None:
        return None
    parts = (match[3], match[2], match[1]) if match[3] else (match[4], match[5], match[6])
    try:
        return datetime.date(*map(int, parts))
    except ValueError:
        return None


def _has_month(words: str, lexicon: Lexicon) -> bool:
    return any(fold(word).rstrip(".") in lexicon.months for word in re.findall(r"[^\W\d_]+", words))
