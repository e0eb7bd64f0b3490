"""The whole result of an audit: what every renderer reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from auditor.model.advice import Advice
from auditor.model.fact import Fact
from auditor.model.failure import Failure
from auditor.model.finding import Crowd, Dial, Finding
from auditor.model.fix import Fix
from auditor.model.identity import Absence, Identity, Impersonation, Namesake, subjects
from auditor.model.link import Link
from auditor.model.mandate import Mandate
from auditor.model.network import Network
from auditor.model.place import Home
from auditor.model.portrait import Portrait, Remedy
from auditor.model.record import Record
from auditor.model.rule import Kind, Rule
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility


class Status(StrEnum):
    """How far a source could be read."""

    READ = "read"
    PARTLY = "partly"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """A source of the mandate and what became of it."""

    id: str
    place: str
    """The path or address."""
    network: str | None
    status: Status
    records: int
    seen_by: Visibility
    url: str | None = None
    """The address that a saved page says it had."""

    @property
    def address(self) -> str | None:
        """Where it stands on the web, read there or saved from there; None where that is not known."""
        web = self.place.lower().startswith(("https://", "http://"))
        return self.place if web else self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one viewer could put together."""

    viewer: Viewer
    facts: tuple[str, ...]
    """Ids of the extracted facts this viewer sees."""
    made: tuple[Fact, ...]
    """Facts inferred, or made by links, in this view."""
    identities: tuple[Identity, ...]
    links: tuple[Link, ...]
    absences: tuple[Absence, ...]
    namesakes: tuple[Namesake, ...]
    impersonations: tuple[Impersonation, ...]
    portrait: Portrait | None
    remedies: tuple[Remedy, ...]
    findings: tuple[Finding, ...]
    dials: Mapping[str, Dial]
    crowd: Crowd | None = None

    @property
    def mine(self) -> frozenset[str]:
        """The records that this viewer would take for the subject's."""
        return subjects(self.identities)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything an audit found, could not find and could not read."""

    version: str
    made_at: datetime
    language: str
    mandate: Mandate
    sources: tuple[SourceStatus, ...]
    failures: tuple[Failure, ...]
    records: tuple[Record, ...]
    facts: tuple[Fact, ...]
    """All extracted facts, whoever may see them."""
    views: Mapping[Viewer, View]
    rules: Mapping[str, Rule] = field(default_factory=dict)
    """The rules that were asked, by id."""
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    networks: Mapping[str, Network] = field(default_factory=dict)
    advice: tuple[str, ...] = ()
    """Ids of the advice that is given beside the findings: it moves no dial and no exit code."""
    known_advice: Mapping[str, Advice] = field(default_factory=dict)
    """The advice that could have been given, by id."""
    home: Home | None = None
    """Where the subject lives, if the town of the mandate is one that is known."""
    fixes: tuple[Fix, ...] = ()
    """What to take back first, best first."""
    without_protected: bool = False
    """Are the facts of GDPR articles 9 and 10 left out, whether there were any or not?"""

    @property
    def mine(self) -> frozenset[str]:
        """The records that any viewer would take for the subject's."""
        return frozenset().union(*(view.mine for view in self.views.values()))

    @property
    def found(self) -> int:
        """How many findings decide the exit code, over the views of strangers."""
        return sum(len(view.findings) for view in self.views.values() if view.viewer.counts)

    @property
    def counts(self) -> Mapping[str, int]:
        """How much there is of everything, without a word of what it is."""
        return {
            "sources": len(self.sources),
            "records": len(self.records),
            "facts": len(self.facts),
            "views": len(self.views),
            "findings": self.found,
        }
