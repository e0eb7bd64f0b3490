"""What an employer's log of looks is held against, and what came of it: rules of a place, breaches, gaps.

A log says what recruiters consulted about candidates; it never holds what was found. Rows are named by
their number in the officer's own table, candidates and recruiters by a pseudonym of this result.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.model.text import Text


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A row that breaks a rule, without anybody's name."""

    table: Table
    row: int
    """As the officer's own table counts, its head being row 1."""
    candidate: str
    """A pseudonym: C1, C2 …, the same throughout a result."""
    recruiter: str
    """R1, R2 …"""
    post: str
    stage: str
    source: str
    on: datetime.date | None
    """The day of the look, or of the last contact."""
    by: datetime.date | None
    detail: str = ""
    """Which field or ground, where the rule is about one: our own word for it."""
    inferred: bool = False
    """Read out of free words rather than stated in a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A rule that is broken, and by what."""

    rule: ScreeningRule
    severity: int
    laws: tuple[tuple[str, Law], ...]
    """Those of the place, with their pack."""
    rows: tuple[int, ...]
    """Rows of `table`."""
    table: Table
    candidates: tuple[str, ...]
    posts: Mapping[str, int]
    recruiters: Mapping[str, int]
    by: datetime.date | None
    """The earliest day by which one of them is to be mended."""
    overdue: int
    evidence: tuple[Evidence, ...]
    """The first rows, for people to read."""

    @property
    def standing(self) -> Standing:
        """The firmest thing that the rule rests on here."""
        order = list(Standing)
        return min((law.standing for _, law in self.laws), key=order.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A rule that cannot be told for some rows, because a column is empty there."""

    code: str
    table: Table
    column: str
    rows: tuple[int, ...]
    """Empty where the whole table is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A cell or a row that cannot be read; a row without its candidate is left out."""

    table: Table
    row: int
    column: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A candidate's file: to purge since a day, or one that may stay until a day."""

    candidate: str
    row: int
    post: str
    day: datetime.date | None
    """Since when it is too old, or until when it may stay; None: no term is established here."""
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one post or one recruiter stands for: looks, and rows that break each rule."""

    name: str
    looks: int
    codes: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A log held against the rules of a place."""

    place: Place
    employer: str
    on: datetime.date
    looks: int
    candidates: int
    rules: int
    """How many rules of the place were asked."""
    broken: tuple[Broken, ...]
    """The gravest first."""
    passed: tuple[ScreeningRule, ...]
    """Those that could be told for at least one row, and are not broken."""
    missing: tuple[Missing, ...]
    unreadable: tuple[Unreadable, ...]
    purge: tuple[Held, ...]
    keep: tuple[Held, ...]
    posts: tuple[Share, ...]
    recruiters: tuple[Share, ...]
    absent: tuple[Table, ...] = ()
    """Tables that the log does not hold."""
    untold: tuple[ScreeningRule, ...] = ()
    """Those that could be told for no row at all."""
