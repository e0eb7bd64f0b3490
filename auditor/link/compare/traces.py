"""Compare what accounts leave unsaid: their hours, their language, the day they were opened."""

import datetime
import math
from collections.abc import Sequence

from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model import hours as clock
from auditor.model.fact import Fact
from auditor.model.link import Level

FEWEST = 50
"""Dated posts on either side below which hours say nothing (linkage design advice)."""
SAME, NEAR, APART = 0.92, 0.80, 0.50
"""Cosine of two days of 24 hours: the first two of the linkage design advice; the third, own choice,
is that of a night worker beside an office worker."""
_WEEK = datetime.timedelta(days=6)


def hours(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides post at the same hours of the day."""
    here, there = _day(left), _day(right)
    if here is None or there is None:
        return None
    alike = cosine(here[1], there[1])
    if alike >= NEAR:
        name = "same" if alike >= SAME else "near"
    elif alike < APART:
        name = "apart"
    else:
        return None
    return weights.level("hours", name, left=here[0].id, right=there[0].id)


@once
def _day(side: Side) -> tuple[Fact, Sequence[int]] | None:
    """The posts of each hour that a side's facts quote, of the account with most of them."""
    told = [(fact, clock.counts(fact.quote)) for fact in side.of("routine", "time_zone")]
    best = max(told, key=lambda each: sum(each[1]), default=None)
    enough = best is not None and sum(best[1]) >= FEWEST
    return best if enough else None


def cosine(one: Sequence[int], other: Sequence[int]) -> float:
    """How alike two histograms are: 1 for the same shape, 0 for nothing in common."""
    length = math.hypot(*one) * math.hypot(*other)
    return sum(here * there for here, there in zip(one, other, strict=True)) / length


def created(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two accounts were opened on the same day, or within a week."""
    here, there = _opened(left), _opened(right)
    if not (here and there):
        return None
    pairs = [(abs(day - other), one, fact) for one, day in here for fact, other in there]
    apart, one, other = min(pairs, key=lambda each: each[0])
    if apart > _WEEK:
        return None
    return weights.level(
        "created", "same_week" if apart else "same_day", left=one.id, right=other.id
    )


@once
def _opened(side: Side) -> Sequence[tuple[Fact, datetime.date]]:
    days = ((fact, _date(fact.value)) for fact in side.of("account_created"))
    return [(fact, day) for fact, day in days if day is not None]


def _date(written: str) -> datetime.date | None:
    """The day; None where a page gives a month or a year alone."""
    try:
        return datetime.date.fromisoformat(written[:10])
    except ValueError:
        return None


def language(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides write in the same language, one that few around them write in."""
    here, there = _languages(left), _languages(right)
    shared = {
        code: share
        for code in here.keys() & there.keys()
        if (share := _share(code, weights)) < _FEW
    }
    if not shared:
        return None
    code = min(shared, key=lambda each: (shared[each], each))
    return weights.level(
        "language", "minority", share=shared[code], left=here[code].id, right=there[code].id
    )


_FEW = 0.1
"""The share of accounts below which a language is a minority's (own choice)."""


def _languages(side: Side) -> dict[str, Fact]:
    return {fact.value.strip().casefold()[:2]: fact for fact in side.of("language")}


def _share(code: str, weights: Weights) -> float:
    named = weights.languages.get(code) or weights.languages.get("other")
    return named.value if named else 1.0
