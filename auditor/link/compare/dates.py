"""Compare births: dates, ages, birthdays, what a class year says of them, and years at the end of a handle."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from auditor.link.compare.handles import birth_suffix
from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact, Period
from auditor.model.link import Level
from auditor.model.names import fold

BIRTHS = ("birth_date", "birth_year", "age")
_TOLD = (*BIRTHS, "birth_day_month", "school", "username")
_YEAR = 366


def birth(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides can have been born on the same day."""
    if not (left.of(*_TOLD) and right.of(*_TOLD)):
        return None
    pairs = [
        _level(one, other, weights)
        for one, other in product(_spans(left, weights), _spans(right, weights))
    ]
    worst = min(pairs, key=lambda level: level.bits, default=None)
    if worst is not None and worst.bits < 0:
        return worst
    days = list(_birthdays(left, right, weights))
    clash = next((level for level in days if level.bits < 0), None)
    if clash is not None:
        return clash
    pairs += _whole(pairs, days, weights)
    return max(
        [*pairs, *days, *_suffixes(left, right, weights)],
        key=lambda level: level.bits,
        default=None,
    )


def _whole(years: Sequence[Level], days: Sequence[Level], weights: Weights) -> Iterator[Level]:
    """A day and month that agree beside years that agree are a whole date."""
    if days and any(each.level == "year" for each in years):
        yield weights.level("birth", "exact", left=days[0].left, right=days[0].right)


@once
def _spans(side: Side, weights: Weights) -> list[tuple[Fact, Period]]:
    """The possible birth dates that each dated fact leaves."""
    spans = [(fact, fact.period) for fact in side.of(*BIRTHS) if fact.period]
    spans += [
        (fact, _schooled(fact, fact.period, weights)) for fact in side.of("school") if fact.period
    ]
    return spans


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
    for one, other in product(_days(left).items(), _days(right).items()):
        (fact, here), (fact_, there) = one, other
        name = "day_month" if here & there else "day_differs"
        yield weights.level("birth", name, left=fact.id, right=fact_.id)


@once
def _days(side: Side) -> Mapping[Fact, frozenset[str]]:
    """Each fact that tells a day of birth → the days it leaves, without the year."""
    facts = side.of("birth_day_month", "birth_date")
    return {fact: days for fact in facts if (days := frozenset(_possible(fact)))}


def _possible(fact: Fact) -> Iterator[str]:
    if (
        fact.kind == "birth_date"
        and fact.period is not None
        and fact.period.low != fact.period.high
    ):
        return  # an interval tells no day
    if fact.period is None or fact.kind == "birth_date":
        yield fact.value[-5:]
        return
    span = min((fact.period.high - fact.period.low).days, _YEAR)
    for each in range(span + 1):
        yield f"{fact.period.low + datetime.timedelta(days=each):%m-%d}"


def _suffixes(left: Side, right: Side, weights: Weights) -> Iterator[Level]:
    """A year at the end of one side's handle, where it is the other's year of birth.

    One that is not says nothing: people add their county, their number, their year of joining.
    """
    for here, there in ((left, right), (right, left)):
        for fact, years in suffixes(here).items():
            for told, span in _spans(there, weights):
                narrow = told.kind != "school" and (span.high - span.low).days <= _YEAR
                if narrow and any(span.low.year <= year <= span.high.year for year in years):
                    sides = (fact.id, told.id) if here is left else (told.id, fact.id)
                    yield weights.level("birth", "suffix", left=sides[0], right=sides[1])


@once
def suffixes(side: Side) -> Mapping[Fact, frozenset[int]]:
    """Each handle that ends in what may be a year of birth → the years it may mean."""
    found = {fact: birth_suffix(fact.value) for fact in side.of("username")}
    return {fact: years for fact, years in found.items() if years}
