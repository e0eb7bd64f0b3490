"""Compare where people live, and where they are shown."""

import math
from collections.abc import Iterable
from itertools import product

from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Feature, Level
from auditor.model.place import Place

NEAR = 30.0
"""Kilometres within which two towns make one area (linkage design advice)."""
_EARTH = 6371.0


def place(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides live or work in the same town, or one is shown where the other lives."""
    homes = [
        _level(one, other, weights)
        for one, other in product(_homes(left, tables), _homes(right, tables))
    ]
    best = max(homes, key=lambda level: level.bits, default=None)
    if best is not None and best.bits > 0:
        return best
    return _frequented(left, right, weights, tables) or best


def _homes(side: Side, tables: Tables) -> list[tuple[Fact, Place]]:
    known = side.cache.get("homes")
    if known is None:
        found: dict[str, tuple[Fact, Place]] = {}
        for fact in side.of("home_commune", "workplace_address"):
            town = tables.place(fact.value)
            if town is not None:
                found.setdefault(town.name, (fact, town))
        known = side.cache["homes"] = list(found.values())
    return known  # type: ignore[return-value]


def _level(one: tuple[Fact, Place], other: tuple[Fact, Place], weights: Weights) -> Level:
    near = distance(one[1], other[1]) <= NEAR
    name = "same_town" if one[1] == other[1] else "near" if near else "far"
    share = _share(one[1], weights)
    return weights.level("place", name, share=share, left=one[0].id, right=other[0].id)


def _frequented(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """A town where one lives and the other is shown."""
    for here, there in ((left, right), (right, left)):
        for fact, town in _homes(here, tables):
            for scene in there.scenes:
                if town.name in scene.places:
                    seen = Feature(record=there.records[0].id, feature="scene", value=town.name)
                    sides = (fact.id, seen) if here is left else (seen, fact.id)
                    share = _share(town, weights)
                    return weights.level(
                        "place", "frequented", share=share, left=sides[0], right=sides[1]
                    )
    return None


def _share(town: Place, weights: Weights) -> float:
    return min(1.0, max(town.population, 500) / weights.population.value)


def distance(one: Place, other: Place) -> float:
    """Kilometres between two towns on a sphere (haversine)."""
    lat, lat_, step = map(math.radians, (one.lat, other.lat, other.lon - one.lon))
    half = (
        math.sin((lat_ - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat_) * math.sin(step / 2) ** 2
    )
    return 2 * _EARTH * math.asin(math.sqrt(half))


def towns(facts: Iterable[Fact], tables: Tables) -> frozenset[str]:
    """The towns that facts name."""
    found = (tables.place(fact.value) for fact in facts)
    return frozenset(town.name for town in found if town is not None)
