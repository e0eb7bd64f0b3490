"""A dial: how far its arc is filled, and the letter within."""

from dataclasses import dataclass

LEAST = 2
"""Hundredths of the arc at which a value that is not nought can be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """One read-out."""

    name: str
    value: int
    grade: str
    filled: int
    """Hundredths of the arc."""


def gauge(name: str, value: int, grade: str) -> Gauge:
    """The arc of a dial's value."""
    kept = min(100, max(0, value))
    return Gauge(name=name, value=value, grade=grade, filled=max(LEAST, kept) if kept else 0)
