"""What was published when: the subject's dated facts by year or by month, open to all or to fewer."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.model.fact import Fact
from auditor.model.visibility import Visibility
from auditor.report.lookup import Lookup
from auditor.report.redact import subjects_records

YEARS = 3
"""Years from which on a bar is a year; below, a month."""
HEIGHT = 90
"""Pixels of the highest bar."""
MARKS = 4
"""Dates written under the bars; all stand in the table."""
MOST = 60
"""Bars at most; of a longer time the latest are drawn, and all stand in the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One year or month."""

    name: str
    posts: int
    """Different posts and fields."""
    open: int
    """Facts that anyone with the address can see."""
    closed: int
    """Facts that fewer see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """A span as it is drawn: places in hundredths of the width, heights in pixels."""

    x: float
    width: float
    open: int
    closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The drawing and its table."""

    spans: tuple[Span, ...]
    """Those in which something was published."""
    pillars: tuple[Pillar, ...]
    """All that are drawn, empty ones too: a silence is seen."""
    marks: tuple[tuple[float, str, str], ...]
    """Where a date is written, how it is set, and the date."""
    most: int
    by_year: bool


def timeline(book: Lookup) -> Timeline | None:
    """The subject's dated facts; None where no date is known."""
    mine = subjects_records(book.report)
    dated = [each for each in book.report.facts if each.published_on and each.record in mine]
    if not dated:
        return None
    days = [each.published_on for each in dated if each.published_on]
    by_year = max(days).year - min(days).year >= YEARS
    keys = list(_keys(min(days), max(days), by_year=by_year))
    found = {key: _span(book, key, facts) for key, facts in _by(dated, keys, by_year=by_year)}
    drawn = keys[-MOST:]
    most = max(found[key].open + found[key].closed for key in drawn)
    return Timeline(
        spans=tuple(found[key] for key in keys if found[key].posts),
        pillars=tuple(_pillar(at, len(drawn), found[key], most) for at, key in enumerate(drawn)),
        marks=tuple(_marks([found[key].name for key in drawn])),
        most=most,
        by_year=by_year,
    )


Key = tuple[int, int]
"""A year, and its month; month 0 is the whole year."""


def _key(day: datetime.date, *, by_year: bool) -> Key:
    return day.year, 0 if by_year else day.month


def _keys(first: datetime.date, last: datetime.date, *, by_year: bool) -> Iterator[Key]:
    for year in range(first.year, last.year + 1):
        for month in (0,) if by_year else range(1, 13):
            if _key(first, by_year=by_year) <= (year, month) <= _key(last, by_year=by_year):
                yield year, month


def _by(
    facts: Sequence[Fact], keys: Sequence[Key], *, by_year: bool
) -> Iterator[tuple[Key, list[Fact]]]:
    found: dict[Key, list[Fact]] = {key: [] for key in keys}
    for fact in facts:
        if fact.published_on:
            found[_key(fact.published_on, by_year=by_year)].append(fact)
    yield from found.items()


def _span(book: Lookup, key: Key, facts: Sequence[Fact]) -> Span:
    seen = sum(each.visibility.reaches(Visibility.ANYONE) for each in facts)
    year, month = key
    return Span(
        name=_month(book, datetime.date(year, month, 1)) if month else str(year),
        posts=len({(each.source, each.passage) for each in facts}),
        open=seen,
        closed=len(facts) - seen,
    )


def _month(book: Lookup, day: datetime.date) -> str:
    from babel.dates import format_skeleton

    return str(format_skeleton("yMMM", day, locale=book.words.language))


def _pillar(at: int, of: int, span: Span, most: int) -> Pillar:
    step = 100 / of
    return Pillar(
        x=round(at * step + step * 0.12, 2),
        width=round(step * 0.76, 2),
        open=_high(span.open, most),
        closed=_high(span.closed, most),
    )


def _high(count: int, most: int) -> int:
    """In pixels, rounded up: what is there is seen."""
    return -(-HEIGHT * count // most)


def _marks(names: Sequence[str]) -> Iterator[tuple[float, str, str]]:
    """The first, the last, and some between, evenly."""
    count = min(MARKS, len(names))
    chosen = sorted({round(each * (len(names) - 1) / max(1, count - 1)) for each in range(count)})
    for at in chosen:
        middle = round(100 * (at + 0.5) / len(names), 2)
        if len(names) == 1:
            yield middle, "middle", names[at]
        elif at == 0:
            yield 0.0, "start", names[at]
        elif at == len(names) - 1:
            yield 100.0, "end", names[at]
        else:
            yield middle, "middle", names[at]
