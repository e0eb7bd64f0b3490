"""A town."""

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


def place_key(name: str) -> str:
    """The form in which towns are looked up: folded, hyphens as spaces."""
    return fold(name).replace("-", " ")
