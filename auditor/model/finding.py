"""What the rules found, and the dials."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that fired on an identity, with its evidence."""

    rule: str
    code: str
    severity: int
    identity: str
    audience: tuple[str, ...]
    facts: tuple[str, ...]
    """Ids of the facts that carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """A read-out from 0 (nothing found) to 100 (worst), and its grade A to E."""

    value: int
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """How many people in a place still fit what is disclosed, as a range."""

    low: int
    high: int
    place: str
    """The town or region; of a whole country, its ISO code."""
    middle: int = 0
    """As likely more as fewer; 0 where it was not kept."""
    is_country: bool = False
