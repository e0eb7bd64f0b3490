"""What is read of a JSON result, as results of this version and of earlier ones have it.

Where the model's own class says the same it is used. The others keep figures and words within what
a report can draw; what a result may lack has a default, and keys not named here are passed over.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.fix import Fix
from auditor.model.identity import Identity
from auditor.model.link import Band, Feature, Judgement
from auditor.model.mandate import Purpose
from auditor.model.record import Record
from auditor.model.report import Status
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility

Bits = Annotated[float, Meta(ge=-10_000, le=10_000)]
"""No sum of weights comes near these ends; beyond them a chart cannot be drawn."""
People = Annotated[int, Meta(ge=0, le=10**12)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRead:
    """What the subject allowed."""

    subject: str
    purpose: Purpose
    language: str
    signed_on: datetime.date
    expires_on: datetime.date
    aliases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    unproved: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    country: str | None = None
    region: str | None = None
    fictional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRead:
    """A source and what became of it."""

    id: str
    status: Status
    records: int
    seen_by: Visibility
    path: str | None = None
    url: str | None = None
    network: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRead:
    """What could not be done."""

    stage: str
    source: str
    reason: str
    mend: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRead:
    """What one comparison found."""

    comparison: str
    level: str
    bits: Bits
    left: str | Feature | None = None
    right: str | Feature | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRead:
    """A judged pair of records."""

    id: str
    left: str
    right: str
    levels: tuple[LevelRead, ...]
    bits: Bits
    probability: Annotated[float, Meta(ge=0, le=1)]
    judgement: Judgement
    band: Band | None = None
    why: str | None = None
    human: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRead:
    """Searched, and not found."""

    source: str
    searched_for: str
    considered: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesakeRead:
    """Somebody else of the same name."""

    record: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpersonationRead:
    """Another account that claims to be the subject."""

    record: str
    of: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRead:
    """One join, or one inference: `record` or `fact`."""

    record: str | None = None
    fact: str | None = None
    by: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    bits: Bits = 0.0
    crowd: Annotated[int, Meta(ge=1, le=10**12)] | None = None
    adds: tuple[str, ...] = ()
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PortraitRead:
    """The chain of joins."""

    start: str
    steps: tuple[StepRead, ...] = ()
    links: tuple[LinkRead, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRead:
    """One change to one fact."""

    fact: str
    action: Literal["hide", "rename", "delete", "ask"]
    effort: str
    by_whom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyRead:
    """Edits, and the records they set free."""

    edits: tuple[EditRead, ...]
    breaks: tuple[str, ...]
    alone: bool = True
    proved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DialRead:
    """A read-out."""

    value: Annotated[int, Meta(ge=0, le=100)]
    grade: Literal["A", "B", "C", "D", "E"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrowdRead:
    """How many people still fit."""

    low: People
    high: People
    place: str
    middle: People = 0
    is_country: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRead:
    """What one viewer could put together."""

    identities: tuple[Identity, ...]
    findings: tuple[Finding, ...]
    dials: Mapping[str, DialRead]
    sees: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: tuple[LinkRead, ...] = ()
    absences: tuple[AbsenceRead, ...] = ()
    namesakes: tuple[NamesakeRead, ...] = ()
    impersonations: tuple[ImpersonationRead, ...] = ()
    portrait: PortraitRead | None = None
    remedies: tuple[RemedyRead, ...] = ()
    crowd: CrowdRead | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounselRead:
    """A piece of advice beside the findings; its words are those installed."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRead:
    """The whole result; advice and questions are not read: they follow from the rest."""

    auditor: str
    made_at: datetime.datetime
    language: str
    mandate: MandateRead
    sources: tuple[SourceRead, ...]
    records: tuple[Record, ...]
    facts: tuple[Fact, ...]
    views: Mapping[Viewer, ViewRead]
    failures: tuple[FailureRead, ...] = ()
    counsel: tuple[CounselRead, ...] = ()
    fixes: tuple[Fix, ...] = ()
    without_protected: bool = False
