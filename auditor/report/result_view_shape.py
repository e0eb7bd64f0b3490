"""What the JSON result holds of a fact and of one viewer's answer."""

import datetime
from dataclasses import dataclass, field

from auditor.model.fact import About, Polarity, Voice, When
from auditor.model.link import Band, Judgement
from auditor.model.visibility import Origin, Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeResult:
    """When a fact holds."""

    when: When
    date: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactResult:
    """One thing a source says of a record."""

    id: str
    record: str
    kind: str
    value: str
    quote: str
    span: list[int] | None
    source: str
    passage: str
    visibility: Visibility
    visibility_from: Origin | None
    said_by: Voice
    about: About
    polarity: Polarity
    time: TimeResult
    published_on: datetime.date | None
    recognizer: str
    confidence: float
    inferred_from: list[str]
    why: list[str] = field(default_factory=list)
    """The cue, the context and the checks that made it; results saved before have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityResult:
    """Records taken for one person."""

    id: str
    records: list[str]
    accounts: list[str]
    is_subject: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureResult:
    """One side of a comparison that is no single fact."""

    record: str
    feature: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelResult:
    """What one comparison found; left and right are fact ids or features."""

    comparison: str
    level: str
    bits: float
    left: str | FeatureResult | None
    right: str | FeatureResult | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkResult:
    """A judged pair of records."""

    id: str
    left: str
    right: str
    judgement: Judgement
    band: Band | None
    probability: float
    bits: float
    levels: list[LevelResult]
    why: str | None
    human: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceResult:
    """Searched, and none of the candidates is the subject."""

    source: str
    searched_for: str
    considered: list[str]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesakeResult:
    """Somebody else of the same name."""

    record: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpersonationResult:
    """Another account that claims to be the subject."""

    record: str
    of: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """One join of the portrait, or one inference: exactly one of record and fact is given."""

    record: str | None
    fact: str | None
    by: list[str]
    quotes: list[str]
    bits: float
    crowd: int | None
    """How many people still fit what is known by now; null where that is unknown."""
    adds: list[str]
    through: list[str]
    """Records of other people whose pages lead here, nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortraitResult:
    """The chain of joins from one starting record."""

    start: str
    """A record, or ``cv`` for what the mandate says a CV tells."""
    steps: list[StepResult]
    links: list[LinkResult]
    """Joins of this walk alone: those of ``cv`` with pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditResult:
    """One change to one fact."""

    fact: str
    action: str
    effort: str
    by_whom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyResult:
    """Edits, and the records they set free."""

    edits: list[EditResult]
    breaks: list[str]
    alone: bool
    """Can the subject do it all? Else no set of their own edits is enough."""
    proved: bool
    """Is it proved that no set of less effort does?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingResult:
    """A rule that fired, with the facts that carry it."""

    rule: str
    code: str
    title: str
    severity: int
    identity: str
    audience: list[str]
    facts: list[str]
    advice: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DialResult:
    """A read-out from 0 to 100 and its grade."""

    value: int
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DialsResult:
    """The five read-outs."""

    employer: DialResult
    fraud: DialResult
    safety: DialResult
    people: DialResult
    linkability: DialResult


@dataclass(frozen=True, slots=True, kw_only=True)
class CrowdResult:
    """How many people still fit, as a range."""

    low: int
    middle: int
    """As likely more as fewer."""
    high: int
    place: str
    """The town or region; of a whole country, its ISO code."""
    is_country: bool
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewResult:
    """What one viewer could put together."""

    sees: list[str]
    """Ids of the extracted facts this viewer sees."""
    facts: list[FactResult]
    """Facts inferred, or made by links, in this view."""
    identities: list[IdentityResult]
    links: list[LinkResult]
    absences: list[AbsenceResult]
    namesakes: list[NamesakeResult]
    impersonations: list[ImpersonationResult]
    portrait: PortraitResult | None
    remedies: list[RemedyResult]
    findings: list[FindingResult]
    dials: DialsResult
    crowd: CrowdResult | None
