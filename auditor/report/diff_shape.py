"""What the JSON of a comparison holds, as programs may rely on it; its JSON Schema is made from these classes."""

import datetime
from dataclasses import dataclass

from auditor.model.change import Became
from auditor.model.record import Role
from auditor.model.report import Status
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.report.result_view_shape import DialResult


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeResult:
    """Which result was compared."""

    auditor: str
    made_at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChange:
    """A source; null where the mandate did not, or does no more, name it."""

    became: Became
    id: str
    network: str | None
    status_before: Status | None
    status_after: Status | None
    seen_by_before: Visibility | None
    seen_by_after: Visibility | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """A person as one place shows them."""

    became: Became
    with_source: bool
    id: str
    source: str
    role: Role
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A fact; a visibility is null where only the other result has the fact."""

    became: Became
    with_source: bool
    kind: str
    value: str
    quote: str
    record: str
    source: str
    is_subject: bool
    visibility_before: Visibility | None
    visibility_after: Visibility | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChange:
    """A finding of one view; disappeared: settled, if its sources are still named."""

    became: Became
    with_source: bool
    viewer: Viewer
    rule: str
    code: str
    title: str
    severity_before: int | None
    severity_after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DialChange:
    """A dial of one view that moved."""

    viewer: Viewer
    dial: str
    before: DialResult
    after: DialResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """How much is the same in both."""

    sources: int
    records: int
    facts: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffResult:
    """Everything that differs between two results; what is the same is counted."""

    before: MadeResult
    after: MadeResult
    subject: str
    changed: bool
    masked: bool
    """Names are masked in one of the results, and were compared by their initials."""
    findings: list[FindingChange]
    dials: list[DialChange]
    facts: list[FactChange]
    records: list[RecordChange]
    sources: list[SourceChange]
    viewers: list[Viewer]
    viewers_uncompared: list[Viewer]
    """In one of the two results only."""
    same: Same
