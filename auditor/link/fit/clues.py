"""What is known of a person, as the share of people of whom the same is true."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.link.compare.forms import Form, forms
from auditor.link.compare.places import LEAST
from auditor.link.fit.numbers import Fitting
from auditor.link.side import Side
from auditor.link.weights import Weights
from auditor.model.fact import Period
from auditor.model.place import Place, Region, place_key

YEAR = 365.25
BORN = ("birth_date", "birth_year", "age")
FRENCH = frozenset({"FR", "CA"})
"""Countries whose names are looked up in the French tables first (of Canada, for Québec)."""
WAYS = {
    "job_title": ("work", "job"),
    "activity": ("activity", "same"),
    "belonging": ("belonging", "same"),
}
"""A kind of fact that speaks of a way of life → the comparison and level whose u is how often two
strangers have the same. A number or a mailbox is left out: it is one person's, and says nothing of how
many the rest would fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """How far one thing that is known narrows the crowd, and how sure that is."""

    bits: float
    spread: float
    """Bits, one standard deviation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place whose people are counted."""

    name: str
    """Of the town or region; of a country, its ISO code."""
    country: str
    people: float
    is_country: bool = False
    is_town: bool = False


def where(side: Side, fit: Fitting) -> Where | None:
    """The smallest town (else region, else country) that is named; `home` is the country where none is.

    None where the people of the country are not established.
    """
    facts, home = side.of("home_commune"), fit.home
    towns = [town for fact in facts if (town := fit.tables.place(fact.value))]
    regions = [one for fact in facts if (one := fit.tables.regions.get(place_key(fact.value)))]
    named: Sequence[Place | Region] = towns or regions
    known = [each for each in named if each.country in fit.numbers.populations]
    if known:
        place = min(known, key=lambda each: each.population)
        people = float(max(place.population, LEAST))
        return Where(
            name=place.name, country=place.country, people=people, is_town=isinstance(place, Place)
        )
    return None if named or home is None else country(home, fit)


def country(code: str, fit: Fitting) -> Where | None:
    """A whole country; None where its people are not established."""
    known = fit.numbers.populations.get(code)
    return Where(name=code, country=code, people=known.value, is_country=True) if known else None


def clues(side: Side, place: Where, fit: Fitting) -> list[Clue]:
    """Everything that narrows the crowd of the place: name, birth, ways of life.

    Ways of life (work, school, company) lean on each other: the rarest counts in full and the others at
    `dependence`. A firm, a school or a club is a number of people, most of whom live around, however large
    the town is: it is no share of the town.
    """
    born = _born(side)
    found = [*_groups(side, place, fit), *_ways(side, fit)]
    life = sorted(found, key=lambda each: -each.bits)
    beside = (_leaning(each, fit.weights.dependence.value) for each in life[1:])
    return [*_name(side, born, place, fit), *_birth(side, born, fit), *life[:1], *beside]


def _leaning(clue: Clue, part: float) -> Clue:
    return Clue(bits=clue.bits * part, spread=clue.spread * part)


def _name(side: Side, born: Period | None, place: Where, fit: Fitting) -> Iterator[Clue]:
    """The rarest form of the name: given name among those of that age, surname apart from it."""
    shown = [
        tuple(_form(each, born, place, fit))
        for each in forms(side, fit.tables)
        if each.given in fit.tables.given or len(each.surname) == 1 or each.whole
    ]
    yield from max(shown, key=lambda one: sum(each.bits for each in one), default=())


def _form(form: Form, born: Period | None, place: Where, fit: Fitting) -> Iterator[Clue]:
    abroad = None if place.country in FRENCH else fit.abroad()
    tables = fit.tables
    if form.given:
        known = abroad.given.get(form.given) if abroad else fit.given_share(form.given, born)
        listed = known or form.given in tables.given or len(form.given) == 1
        share = known or tables.given_share(form.given)
        yield _clue(share, "given" if listed else "unlisted", fit)
    if form.surname:
        known = abroad.surnames.get(form.surname) if abroad else None
        listed = known or form.surname in tables.surnames or len(form.surname) == 1
        share = known or tables.surname_share(form.surname)
        yield _clue(share, "surname" if listed else "unlisted", fit)
    if abroad is not None:
        yield Clue(bits=0.0, spread=fit.numbers.spreads["abroad"].value)


def _clue(share: float, counted: str, fit: Fitting) -> Clue:
    return Clue(bits=-math.log2(min(1.0, share)), spread=fit.numbers.spreads[counted].value)


def _birth(side: Side, born: Period | None, fit: Fitting) -> Iterator[Clue]:
    """The day of birth: of the days left in a life, or of the day of the year alone."""
    days = [
        (fact.period.high - fact.period.low).days + 1
        for fact in side.of("birth_day_month")
        if fact.period
    ]
    if born is not None:
        whole = -math.log2(fit.of_births(born))
        yield Clue(bits=whole, spread=fit.numbers.spreads["birth"].value)
    short = born is not None and (born.high - born.low).days < YEAR / 2
    if days and min(days) < YEAR and not short:
        yield Clue(bits=math.log2(YEAR / min(days)), spread=fit.numbers.spreads["birth"].value)


def _born(side: Side) -> Period | None:
    """The days on which all that is told can be true; where it contradicts itself, the shortest told."""
    told = [fact.period for fact in side.of(*BORN) if fact.period]
    if not told:
        return None
    low, high = max(each.low for each in told), min(each.high for each in told)
    if low <= high:
        return Period(low=low, high=high)
    return min(told, key=lambda each: (each.high - each.low, each.low))


def _groups(side: Side, place: Where, fit: Fitting) -> Iterator[Clue]:
    for kind, group in fit.numbers.groups.items():
        if side.of(kind):
            people = group.people * (group.local if place.is_town else 1.0)
            share = min(1.0, people / place.people)
            yield Clue(bits=-math.log2(share), spread=group.spread)


def _ways(side: Side, fit: Fitting) -> list[Clue]:
    return [
        _clue(share, "life", fit)
        for kind, (comparison, level) in WAYS.items()
        if (share := _share(fit.weights, comparison, level)) is not None and side.of(kind)
    ]


def _share(weights: Weights, comparison: str, level: str) -> float | None:
    weight = weights.comparisons.get(comparison, {}).get(level)
    return weight.u if weight is not None and isinstance(weight.u, float) else None
