"""What the JSON result holds, as programs may rely on it; its JSON Schema is made from these classes."""

import datetime
from dataclasses import dataclass, field

from auditor.model.mandate import Purpose
from auditor.model.record import Role
from auditor.model.report import Status
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.report.result_view_shape import FactResult, ViewResult


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateResult:
    """What the subject allowed."""

    subject: str
    aliases: list[str]
    purpose: Purpose
    language: str
    signed_on: datetime.date
    expires_on: datetime.date
    fictional: bool
    accounts: list[str]
    unproved: list[str] = field(default_factory=list)
    """Those of the accounts that are declared, not proved: they are never fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceResult:
    """A source and what became of it."""

    id: str
    path: str | None
    url: str | None
    network: str | None
    status: Status
    records: int
    seen_by: Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureResult:
    """What could not be done, and what mends it."""

    stage: str
    source: str
    reason: str
    mend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResult:
    """One person as one place shows them."""

    id: str
    source: str
    role: Role
    account: str | None
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceResult:
    """What to do, in order over all strangers' views."""

    rule: str
    code: str
    severity: int
    viewers: list[Viewer]
    sources: list[str]
    facts: list[str]
    steps: list[str]
    weakens: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionResult:
    """The one question that would settle who sees a fact."""

    fact: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The whole result of an audit."""

    auditor: str
    """The version that made it."""
    made_at: datetime.datetime
    language: str
    mandate: MandateResult
    sources: list[SourceResult]
    failures: list[FailureResult]
    records: list[RecordResult]
    facts: list[FactResult]
    views: dict[Viewer, ViewResult]
    advice: list[AdviceResult]
    unknown_visibility: list[QuestionResult]
    without_protected: bool = False
    """Are the facts of GDPR articles 9 and 10 left out, whether there were any or not?"""
