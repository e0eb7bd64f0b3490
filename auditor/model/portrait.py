"""The chain of joins a viewer would follow, and what would break it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One join: the record it adds, the link and facts that carry it, the words that say it."""

    record: str
    """The record that is added, or the id of an inferred fact."""
    by: tuple[str, ...]
    """Ids of links (or of the facts an inference rests on)."""
    quotes: tuple[str, ...]
    bits: float
    adds: tuple[str, ...] = ()
    """Ids of the facts first learnt here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """How far a viewer comes from one starting record."""

    start: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change to one fact."""

    fact: str
    action: str
    """hide, or ask (where somebody else published it)."""
    effort: str
    """easy, medium or hard."""
    by_whom: str
    """subject or other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """Edits after which records can no longer be joined."""

    edits: tuple[Edit, ...]
    breaks: tuple[str, ...]
    """The records that fall out of the identity."""
