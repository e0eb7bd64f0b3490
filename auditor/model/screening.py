"""What came of holding an employer's log of looks against the rules of a place: breaches, gaps, terms.

A log says what recruiters consulted about candidates; it never holds what was found. Rows are named by
their number in the officer's own table, candidates and recruiters by a pseudonym of this result.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.screening_rule import Law, Place, ScreeningRule, Standing, Table
from auditor.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A row that breaks a rule, without anybody's name."""

    table: Table
    row: int
    """As the officer's own table counts, its head being row 1."""
    candidate: str
    """A pseudonym: cand-1, cand-2 …, the same throughout a result."""
    recruiter: str
    """rec-1, rec-2 …"""
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
    notes: tuple[Text, ...] = ()
    """How the log was read, where that is not how one would expect."""
    untold: tuple[ScreeningRule, ...] = ()
    """Those that could be told for no row at all."""
