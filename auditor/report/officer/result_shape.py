"""What the JSON of a screening check holds, as programs may rely on it; its schema is made from these classes.

Keys are only ever added. Rows are those of the officer's own table, its head being row 1.
"""

import datetime
from dataclasses import dataclass

from auditor.model.screening_rule import Place, Seen, Standing, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class LawResult:
    """What a rule rests on in one pack."""

    pack: str
    article: str
    standing: Standing
    since: datetime.date
    source: str
    seen: Seen
    checked_on: datetime.date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceResult:
    """A row, without anybody's name; the first rows of each rule are told so."""

    table: Table
    row: int
    candidate: str
    recruiter: str
    post: str
    stage: str
    source: str
    on: datetime.date | None
    by: datetime.date | None
    detail: str
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """A broken rule: a point to verify."""

    rule: str
    code: str
    severity: int
    table: Table
    rows: int
    """How many; once where the rule is about the employer as a whole."""
    looks: list[int]
    """Rows of the table of looks."""
    candidates: list[str]
    """Pseudonyms of this result."""
    candidate_rows: list[int]
    """Rows of the table of candidates, where the rule is about their files."""
    title: str
    why: str
    do: list[str]
    by: datetime.date | None
    overdue: int
    standing: Standing
    laws: list[LawResult]
    posts: dict[str, int]
    recruiters: dict[str, int]
    evidence: list[EvidenceResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRule:
    """A rule of which nothing was found, or nothing can be told."""

    rule: str
    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingResult:
    """A column to fill, and the rule that waits for it; no rows where the whole table is not there."""

    code: str
    table: Table
    column: str
    rows: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableResult:
    """A cell or a row that cannot be read."""

    table: Table
    row: int
    column: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeResult:
    """A file to purge."""

    candidate: str
    post: str
    row: int
    since: datetime.date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepResult:
    """A file that may stay; no day where no term is established."""

    candidate: str
    post: str
    row: int
    until: datetime.date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareResult:
    """What one post or one recruiter stands for."""

    name: str
    looks: int
    codes: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningResult:
    """A log held against the rules of a place."""

    auditor: str
    language: str
    place: Place
    employer: str
    on: datetime.date
    looks: int
    candidates: int
    asked: int
    """How many rules of the place were asked."""
    rules: list[RuleResult]
    passed: list[NamedRule]
    untold: list[NamedRule]
    missing: list[MissingResult]
    unreadable: list[UnreadableResult]
    absent: list[Table]
    notes: list[str]
    purge: list[PurgeResult]
    keep: list[KeepResult]
    posts: list[ShareResult]
    recruiters: list[ShareResult]
