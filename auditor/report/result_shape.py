"""What the JSON result holds, as programs may rely on it; its JSON Schema is made from these classes."""

import datetime
from dataclasses import dataclass, field

from auditor.model.fix import Fix
from auditor.model.mandate import Purpose
from auditor.model.record import Role
from auditor.model.report import Status
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.report.progress_shape import ProgressResult
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
    country: str | None = None
    """Where the subject lives, by the town of the mandate: two letters, and the region."""
    region: str | None = None
    handles: list[str] = field(default_factory=list)
    """Names the subject goes by on sites: whoever masks a result again must know them."""


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
class CounselResult:
    """A piece of advice beside the findings: it moves no dial and no exit code."""

    id: str
    code: str
    title: str
    why: str
    steps: list[str]


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
    progress: ProgressResult | None = None
    """What changed since an earlier audit; null in a first one."""
    mandate: MandateResult
    sources: list[SourceResult]
    failures: list[FailureResult]
    records: list[RecordResult]
    facts: list[FactResult]
    views: dict[Viewer, ViewResult]
    advice: list[AdviceResult]
    fixes: list[Fix]
    """What to take back first, and what that is worth, best first."""
    unknown_visibility: list[QuestionResult]
    counsel: list[CounselResult] = field(default_factory=list)
    without_protected: bool = False
    """Are the facts of GDPR articles 9 and 10 left out, whether there were any or not?"""
