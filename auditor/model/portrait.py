"""The chain of joins a viewer would follow, and what would break it."""

from dataclasses import dataclass

from auditor.model.link import Link


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
    crowd: int | None = None
    """How many people still fit what is known by now, at least 1; None where that is unknown."""
    through: tuple[str, ...] = ()
    """Records of other people whose pages lead here, in order: at most two before the one that is added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """How far a viewer comes from one starting record."""

    start: str
    """A record id, or ``cv`` for what the mandate says a CV tells."""
    steps: tuple[Step, ...] = ()
    links: tuple[Link, ...] = ()
    """Joins of this walk alone: those of what a CV says (record ``cv``) with pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change to one fact."""

    fact: str
    action: str
    """hide, rename, delete, or ask (where somebody else published it)."""
    effort: str
    """easy, medium or hard."""
    by_whom: str
    """subject or other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """Edits after which records can no longer be joined."""

    edits: tuple[Edit, ...]
    breaks: tuple[str, ...]
    """The records that fall out of the identity and are no longer *possible* for the start."""
    alone: bool = True
    """Can the subject do it all? Else no set of their own edits is enough."""
    proved: bool = True
    """Is it proved that no set of less effort does?"""
