"""A town."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town and what tells it from others."""

    name: str
    country: str
    region: str
    population: int
    lat: float
    lon: float
