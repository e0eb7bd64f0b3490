"""Compare where people live, were born, and are shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Feature, Level
from auditor.model.place import Place, Region, distance, place_key

NEAR = 30.0
"""Kilometres within which two towns make one area (linkage design advice)."""
AREA = 150.0
"""Kilometres that people still call their part of the country (the same)."""
LEAST = 500
"""People of the smallest town: the table of places keeps those of France from 500 on (DATA.md)."""
LIVED = ("home_commune", "workplace_address")
_DEGREE = 111.0
"""Kilometres of a degree of latitude, rounded down: a first look before the dear formula."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A town or a region that a fact names."""

    fact: Fact
    town: Place | None = None
    region: Region | None = None


def place(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides live or work in the same parts, or one is shown where the other lives."""
    best = _best(_spots(left, tables), _spots(right, tables), "place", weights)
    if best is not None and best.bits > 0:
        return best
    return _frequented(left, right, weights, tables) or best


def birthplace(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides were born in the same place."""
    here, there = left.of("birth_place"), right.of("birth_place")
    if not (here and there):
        return None
    return _best([*_placed(here, tables)], [*_placed(there, tables)], "birthplace", weights)


def _best(
    left: Sequence[_Spot], right: Sequence[_Spot], comparison: str, weights: Weights
) -> Level | None:
    """The nearest of all pairs: people keep an old town on one page."""
    found = [
        weights.level(comparison, name, share=share, left=one.fact.id, right=other.fact.id)
        for one, other in product(left, right)
        for name, share in [_agreement(one, other, weights)]
        if name in weights.comparisons[comparison]
    ]
    return max(found, key=lambda level: level.bits, default=None)


def _agreement(one: _Spot, other: _Spot, weights: Weights) -> tuple[str, float]:
    """How near the two are, and how many people are as near as that by chance."""
    if one.town is not None and other.town is not None:
        return _of_towns(one.town, other.town, weights)
    region = one.region or other.region
    share = region.population / weights.population.value if region else 1.0
    if _around(one.region or one.town) == _around(other.region or other.town):
        return ("same_region" if one.region and other.region else "contained"), min(share, 1.0)
    return "elsewhere", 1.0


def _of_towns(one: Place, other: Place, weights: Weights) -> tuple[str, float]:
    if one == other:
        return "same_town", share_of(one, weights)
    if abs(one.lat - other.lat) * _DEGREE > AREA:
        return "far", 1.0
    apart = distance(one.lat, one.lon, other)
    return ("near" if apart <= NEAR else "area" if apart <= AREA else "far"), 1.0


def _around(region: Place | Region | None) -> tuple[str, str] | None:
    """Country and name of the region, compared without accents."""
    if region is None:
        return None
    name = region.name if isinstance(region, Region) else region.region
    return region.country, place_key(name)


@once
def _spots(side: Side, tables: Tables) -> Sequence[_Spot]:
    """The towns, and the regions where no town is told, in which a side lives or works."""
    return list(_placed(side.of(*LIVED), tables))


def _placed(facts: Iterable[Fact], tables: Tables) -> Iterator[_Spot]:
    seen: set[str] = set()
    for fact in facts:
        town = tables.place(fact.value)
        region = None if town else tables.regions.get(place_key(fact.value))
        name = town.name if town else region.name if region else ""
        if name and name not in seen:
            seen.add(name)
            yield _Spot(fact=fact, town=town, region=region)


def _frequented(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """A town where one lives and the other is shown."""
    for here, there in ((left, right), (right, left)):
        shown = _shown(there)
        for spot in _spots(here, tables) if shown else ():
            if spot.town is not None and spot.town.name in shown:
                seen = Feature(record=there.records[0].id, feature="scene", value=spot.town.name)
                sides = (spot.fact.id, seen) if here is left else (seen, spot.fact.id)
                share = share_of(spot.town, weights)
                return weights.level(
                    "place", "frequented", share=share, left=sides[0], right=sides[1]
                )
    return None


@once
def _shown(side: Side) -> frozenset[str]:
    """The towns a side is shown in."""
    return frozenset().union(*(each.places for each in side.scenes))


def share_of(town: Place, weights: Weights) -> float:
    """The share of all people who live in the town; of hamlets, that of the smallest town."""
    return min(1.0, max(town.population, LEAST) / weights.population.value)


def towns(facts: Iterable[Fact], tables: Tables) -> frozenset[str]:
    """The towns that facts name: alone, or after the street (“rue des Tanneurs, Lille”)."""
    found = (
        tables.place(fact.value) or tables.place(fact.value.rpartition(",")[2].strip())
        for fact in facts
    )
    return frozenset(town.name for town in found if town is not None)
