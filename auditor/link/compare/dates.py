"""Compare births: dates, ages, birthdays, and what a class year says of them."""

import datetime
from collections.abc import Iterator
from itertools import product

from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact, Period
from auditor.model.link import Level
from auditor.model.names import fold

_BIRTHS = ("birth_date", "birth_year", "age")
_YEAR = 366


def birth(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides can have been born on the same day."""
    pairs = [
        _level(one, other, weights)
        for one, other in product(_spans(left, weights), _spans(right, weights))
    ]
    worst = min(pairs, key=lambda level: level.bits, default=None)
    if worst is not None and worst.bits < 0:
        return worst
    return max(
        [*pairs, *_birthdays(left, right, weights)], key=lambda level: level.bits, default=None
    )


def _spans(side: Side, weights: Weights) -> list[tuple[Fact, Period]]:
    """The possible birth dates that each dated fact leaves."""
    known = side.cache.get("births")
    if known is None:
        spans = [(fact, fact.period) for fact in side.of(*_BIRTHS) if fact.period]
        spans += [
            (fact, _schooled(fact, fact.period, weights))
            for fact in side.of("school")
            if fact.period
        ]
        known = side.cache["births"] = spans
    return known  # type: ignore[return-value]


def _schooled(fact: Fact, years: Period, weights: Weights) -> Period:
    """Who is in a class of that school in that year was born so many years before."""
    words = fold(fact.value)
    kind = next((each for each in weights.school_ages if each in words), "default")
    ages = weights.school_ages[kind]
    return Period(
        low=datetime.date(max(1, years.low.year - ages.high), 1, 1),
        high=datetime.date(max(1, years.high.year - ages.low), 12, 31),
    )


def _level(one: tuple[Fact, Period], other: tuple[Fact, Period], weights: Weights) -> Level:
    name = _agreement(one[1], other[1])
    if name == "conflict" and "school" in {one[0].kind, other[0].kind}:
        name = "school_conflict"
    return weights.level("birth", name, left=one[0].id, right=other[0].id)


def _agreement(one: Period, other: Period) -> str:
    if not one.overlaps(other):
        return "conflict"
    longest = max((period.high - period.low).days for period in (one, other))
    if longest == 0:
        return "exact"
    return "year" if longest <= _YEAR else "compatible"


def _birthdays(left: Side, right: Side, weights: Weights) -> Iterator[Level]:
    for one, other in product(_days(left), _days(right)):
        if one[1] & other[1]:
            yield weights.level("birth", "day_month", left=one[0].id, right=other[0].id)


def _days(side: Side) -> Iterator[tuple[Fact, set[str]]]:
    for fact in side.of("birth_day_month", "birth_date"):
        if fact.period is not None and fact.kind == "birth_day_month":
            span = (fact.period.high - fact.period.low).days
            days = (fact.period.low + datetime.timedelta(days=each) for each in range(span + 1))
            yield fact, {f"{day:%m-%d}" for day in days}
        else:
            yield fact, {fact.value[-5:]}
