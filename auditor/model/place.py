"""Towns and regions."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model.names import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town and what tells it from others."""

    name: str
    country: str
    region: str
    population: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where somebody lives, as far as it decides which law is theirs."""

    country: str
    """Two letters (ISO 3166)."""
    region: str = ""


EARTH = 6371.0
"""Kilometres: the mean radius of the Earth."""


def distance(lat: float, lon: float, place: Place) -> float:
    """Kilometres between a point and a town (haversine)."""
    north, east = math.radians(place.lat - lat), math.radians(place.lon - lon)
    across = math.cos(math.radians(lat)) * math.cos(math.radians(place.lat))
    part = math.sin(north / 2) ** 2 + across * math.sin(east / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(part, 1.0)))


def place_key(name: str) -> str:
    """The form in which towns are looked up: folded, hyphens as spaces."""
    return fold(name).replace("-", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region and how many people its towns have together."""

    name: str
    country: str
    population: int


def regions(towns: Iterable[Place]) -> dict[str, Region]:
    """The regions of towns by the form in which they are looked up; of two of one name, the larger."""
    people: dict[tuple[str, str], int] = {}
    for town in {id(each): each for each in towns}.values():
        people[town.region, town.country] = (
            people.get((town.region, town.country), 0) + town.population
        )
    found = sorted(people.items(), key=lambda each: each[1])
    return {
        place_key(name): Region(name=name, country=country, population=count)
        for (name, country), count in found
        if name
    }
