"""How many people of the population still fit what is known: population times the share of each clue."""

import math
from collections.abc import Iterable, Iterator, Sequence

from auditor.link.compare.forms import forms
from auditor.link.compare.places import share_of
from auditor.link.judge import Kit
from auditor.link.side import Side
from auditor.link.weights import Weights
from auditor.model.fact import Fact, Period

LIVED = 70 * 365.25
"""Days over which births are spread: about 70 years (linking.yml, birth)."""
YEAR = 365.25
PAID = 3.0
"""Bits of the year of birth that a given name tells already (measured: cases-law-harms.md, section 5)."""
BORN = ("birth_date", "birth_year", "age")
WAYS = {
    "employer": ("work", "employer"),
    "job_title": ("work", "job"),
    "school": ("study", "school"),
    "group_membership": ("group", "same"),
    "activity": ("activity", "same"),
    "belonging": ("belonging", "same"),
    "phone_mobile": ("contact", "phone"),
    "phone_other": ("contact", "phone"),
    "email_personal": ("contact", "email"),
    "email_work": ("contact", "email"),
}
"""Kind of fact → the comparison and level whose u is the share of people who have the same."""
ONE = frozenset({"contact"})
"""What belongs to one person: it depends on nothing else that is known."""


def fit(facts: Iterable[Fact], kit: Kit) -> int | None:
    """People of the population who fit all of the facts, at least 1; None where no clue's share is known.

    Clues of one way of life (town, work, school, company) lean on each other: the rarest counts in full
    and the others at `dependence` of linking.yml. A given name pays for part of the year of birth.
    """
    side = Side(records=(), facts=tuple(facts))
    name, given = _name(side, kit)
    born = max(0.0, _born(side) - (PAID if given else 0.0))
    life = [*_towns(side, kit), *_ways(side, kit.weights, own=False)]
    alone = _ways(side, kit.weights, own=True)
    bits = name + born + _leaning(life, kit.weights) + max(alone, default=0.0)
    if bits == 0.0:
        return None
    return max(1, round(kit.weights.population.value * 2**-bits))


def _leaning(clues: Iterable[float], weights: Weights) -> float:
    ordered = sorted(clues, reverse=True)
    return sum(ordered[:1]) + weights.dependence.value * sum(ordered[1:])


def _name(side: Side, kit: Kit) -> tuple[float, bool]:
    """The bits of the rarest form of the name, and whether a given name is known."""
    known = forms(side, kit.tables)
    found = [
        -math.log2(kit.tables.given_share(each.given) if each.given else 1.0)
        - math.log2(kit.tables.surname_share(each.surname) if each.surname else 1.0)
        for each in known
        if each.given in kit.tables.given or len(each.surname) == 1 or each.whole
    ]
    bits = min(max(found, default=0.0), kit.weights.name_cap.value)
    return bits, any(len(each.given) > 1 for each in known)


def _towns(side: Side, kit: Kit) -> Iterator[float]:
    towns = (kit.tables.place(fact.value) for fact in side.of("home_commune"))
    # Of several towns, one lives in the smallest that is named or near it: they are one clue.
    found = [-math.log2(share_of(town, kit.weights)) for town in towns if town is not None]
    yield from sorted(found)[-1:]


def _ways(side: Side, weights: Weights, *, own: bool) -> list[float]:
    """The bits of each way of life, or, with `own`, of each thing that belongs to one person."""
    found: dict[str, float] = {}
    for kind, (comparison, level) in WAYS.items():
        share = _share(weights, comparison, level)
        if (comparison in ONE) is own and share is not None and side.of(kind):
            found[kind] = -math.log2(share)
    return list(found.values())


def _share(weights: Weights, comparison: str, level: str) -> float | None:
    weight = weights.comparisons.get(comparison, {}).get(level)
    return weight.u if weight is not None and isinstance(weight.u, float) else None


def _born(side: Side) -> float:
    """The bits of the day of birth: of the days left in a life, or of the day of the year alone."""
    days = _days([fact.period for fact in side.of(*BORN) if fact.period])
    spans = [
        (fact.period.high - fact.period.low).days + 1
        for fact in side.of("birth_day_month")
        if fact.period
    ]
    whole = math.log2(LIVED / days) if days else 0.0
    day = math.log2(YEAR / min(spans)) if spans and min(spans) < YEAR else 0.0
    return whole if days and days < YEAR / 2 else whole + day


def _days(periods: Sequence[Period]) -> int:
    """The days in all of the periods; of periods that contradict each other, the shortest counts alone."""
    if not periods:
        return 0
    low, high = max(each.low for each in periods), min(each.high for each in periods)
    shortest = min((each.high - each.low).days for each in periods)
    return ((high - low).days if low <= high else shortest) + 1
