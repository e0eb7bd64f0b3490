"""What an employer's log of looks is held against: the rules about it, what they rest on, and the places.

A rule rests on laws, one a pack; a place is a list of packs (`rules/screening/`).
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Place(StrEnum):
    """Where the law is looked up."""

    FR = "FR"
    QC = "QC"
    CA = "CA"
    BE = "BE"
    CH = "CH"
    DE = "DE"
    UK = "UK"
    US = "US"
    EU = "EU"


class Table(StrEnum):
    """The tables of a log."""

    LOOKS = "looks"
    CANDIDATES = "candidates"
    PRACTICE = "practice"


class Standing(StrEnum):
    """What a rule rests on in a place, the firmest first."""

    LAW = "law"
    GUIDANCE = "guidance"
    """What the place's authority publishes."""
    DEBATED = "debated"
    """Authors or courts of the place are divided."""
    PRACTICE = "practice"
    """Good practice, asked for elsewhere."""


class Seen(StrEnum):
    """How the text of a law was known when the rule was written."""

    TEXT = "text"
    SUMMARY = "summary"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What a rule rests on in one pack."""

    article: str
    standing: Standing
    since: datetime.date
    """From when it applies; looks before that day are not held against it."""
    source: str
    seen: Seen
    checked_on: datetime.date
    severity: int | None = None
    """Where it weighs otherwise than elsewhere."""
    note: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """By when a breach is to be mended: so long after a day of the row, or after the day of the check."""

    after: str
    """``on`` (the day of the check) or a column with a date."""
    days: int = 0
    months: int = 0
    source: str
    """A law, or the house's advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A small log that shows what a rule does: the cells of one row a table, the rest empty."""

    place: Place
    look: Mapping[str, str] = field(default_factory=dict)
    candidate: Mapping[str, str] = field(default_factory=dict)
    practice: Mapping[str, str] = field(default_factory=dict)
    on: datetime.date = datetime.date(2026, 11, 26)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """The examples that test a rule."""

    fires: tuple[Case, ...]
    silent: tuple[Case, ...]
    cannot_tell: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningRule:
    """A rule about a log (`rules/screening/<name>.yml`)."""

    id: str
    code: str
    severity: int
    check: str
    """When it is broken, in the names of `screening.names`: ``indirect and not art14_given``."""
    title: Mapping[str, str]
    why: Mapping[str, str]
    do: Mapping[str, tuple[str, ...]]
    by: Due
    laws: Mapping[str, Law]
    """Per pack: ``all``, ``EU``, ``CA`` or a place."""
    examples: Cases


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long a refused candidate's file may stay, in months after the last contact; None: not established."""

    rejected_months: int | None
    """To explain the refusal."""
    pool_months: int | None
    """With consent to be contacted again."""
    source: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Who watches over it in a place."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCard:
    """What a place is made of (`rules/screening/places.yml`)."""

    name: Mapping[str, str]
    packs: tuple[str, ...]
    day_first: bool
    """Is 03/04 the third of April, where a log does not tell?"""
    protected: tuple[str, ...]
    """The grounds that its law names."""
    protected_source: str
    protected_seen: Seen
    retention: Retention
    authority: Authority
    checked_on: datetime.date
