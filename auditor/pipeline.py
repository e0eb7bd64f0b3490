"""The one road from a mandate to a report: collect, extract, the viewer's cut, link, assess."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from auditor import __version__
from auditor.assess.dials import dials
from auditor.assess.findings import declared_kinds, findings
from auditor.assess.scale import Scale
from auditor.collect.sources import collect
from auditor.errors import MandateError
from auditor.extract.gather import Extraction, extract
from auditor.extract.kit import Tools
from auditor.link import judge
from auditor.link.view import Question, link
from auditor.model.fact import About, Fact
from auditor.model.failure import Failure
from auditor.model.link import HumanJudgement
from auditor.model.mandate import Mandate, Purpose
from auditor.model.network import Network, NetworkKind
from auditor.model.profile import Page, Profile
from auditor.model.record import Record
from auditor.model.report import Report, SourceStatus, Status, View
from auditor.model.rule import Kind, Rule
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much is done, how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The parts an audit is made with."""

    networks: Mapping[str, Network]
    extract: Tools
    link: judge.Kit
    rules: Sequence[Rule]
    kinds: Mapping[str, Kind]
    scale: Scale
    human: tuple[HumanJudgement, ...] = ()


def audit(
    mandate: Mandate,
    kit: Kit,
    *,
    case: Path,
    now: datetime,
    viewers: Sequence[Viewer] = tuple(Viewer),
    language: str | None = None,
    progress: Progress = lambda *_: None,
) -> Report:
    """Make the whole audit, for each viewer as that viewer could make it.

    Raises:
        MandateError: the mandate is not in force, or is for another command.
    """
    if not mandate.holds_on(now.date()):
        raise MandateError("the mandate is not in force on %(day)s", day=now.date())
    if mandate.purpose is Purpose.COHORT:
        raise MandateError("a cohort is not audited person by person; use `auditor cohort`")
    places, failures = _collected(mandate, kit, case, now, progress)
    progress("extract", 0, 1)
    extraction = extract(places, kit.extract, now=now.date())
    views, kinds = {}, _kinds(places, kit.networks)
    for at, viewer in enumerate(viewers):
        progress(viewer.value, at, len(viewers))
        views[viewer] = view(extraction, mandate, kit, viewer, kinds=kinds)
    progress("report", len(viewers), len(viewers))
    return Report(
        version=__version__,
        made_at=now,
        language=language or mandate.language,
        mandate=mandate,
        sources=tuple(_statuses(mandate, places, failures, extraction.records)),
        failures=tuple(failures),
        records=extraction.records,
        facts=_marked(extraction.facts, views.values()),
        views=views,
        rules={rule.id: rule for rule in kit.rules},
        kinds=kit.kinds,
        networks=kit.networks,
    )


def view(
    extraction: Extraction,
    mandate: Mandate,
    kit: Kit,
    viewer: Viewer,
    *,
    kinds: Mapping[str, NetworkKind],
) -> View:
    """What one viewer could put together: cut, link, assess; `kinds` tells what each source is."""
    facts = cut(extraction.facts, viewer, kinds)
    seen = {fact.record for fact in facts}
    records = [record for record in extraction.records if record.id in seen]
    confidence = kit.extract.confidence["inferred"]
    asked = Question(
        viewer=viewer, mandate=mandate, human=kit.human, inferred_confidence=confidence
    )
    linked = link(records, facts, kit.link, asked)
    of_identity = {
        one.id: [fact for fact in (*facts, *linked.made) if fact.record in one.records]
        for one in linked.identities
        if one.is_subject
    }
    declared = declared_kinds(mandate.declared)
    found = findings(
        kit.rules,
        of_identity,
        declared=declared,
        kinds=kit.kinds,
        floor=kit.scale.floor.value,
    )
    known = {fact.id: fact for mine in of_identity.values() for fact in mine}
    return View(
        viewer=viewer,
        facts=tuple(fact.id for fact in facts),
        made=linked.made,
        identities=linked.identities,
        links=linked.links,
        absences=linked.absences,
        namesakes=linked.namesakes,
        impersonations=linked.impersonations,
        portrait=linked.portrait,
        remedies=linked.remedies,
        findings=found,
        dials=dials(
            found,
            known,
            {rule.id: rule for rule in kit.rules},
            scale=kit.scale,
            declared=declared,
        ),
    )


def cut(
    facts: Iterable[Fact], viewer: Viewer, kinds: Mapping[str, NetworkKind]
) -> tuple[Fact, ...]:
    """The facts that a viewer sees. Here and nowhere else: what is cut is never linked nor assessed."""
    return tuple(
        fact
        for fact in facts
        if viewer.sees(fact.visibility, kinds.get(fact.source, NetworkKind.OTHER))
    )


def _collected(
    mandate: Mandate, kit: Kit, case: Path, now: datetime, progress: Progress
) -> tuple[list[Profile | Page], list[Failure]]:
    places: list[Profile | Page] = []
    failures: list[Failure] = []
    for item in collect(mandate, case, networks=kit.networks, now=now, progress=progress):
        if isinstance(item, Failure):
            failures.append(item)
        else:
            places.append(item)
    if not places and failures:
        raise MandateError(
            "none of the %(count)s sources could be read; the first: %(source)s, %(reason)s",
            count=len(mandate.sources),
            source=failures[0].source,
            reason=failures[0].reason,
        )
    return places, failures


def _kinds(
    places: Iterable[Profile | Page], networks: Mapping[str, Network]
) -> Mapping[str, NetworkKind]:
    """Source → what its network is used for; the reader may have told the network by the content."""
    return {
        place.source: networks[place.network].kind
        for place in places
        if place.network is not None and place.network in networks
    }


def _statuses(
    mandate: Mandate,
    places: Iterable[Profile | Page],
    failures: Iterable[Failure],
    records: Iterable[Record],
) -> Iterable[SourceStatus]:
    read = {place.source: place for place in places}
    failed = {failure.source for failure in failures}
    counts: dict[str, int] = {}
    for record in records:
        counts[record.source] = counts.get(record.source, 0) + 1
    for source in mandate.sources:
        place = read.get(source.id)
        status = Status.FAILED if place is None else Status.READ
        yield SourceStatus(
            id=source.id,
            place=source.path or source.url or "",
            network=source.network or (place.network if place else None),
            status=Status.PARTLY if place and source.id in failed else status,
            records=counts.get(source.id, 0),
            seen_by=place.sight.visibility if place else Visibility.UNKNOWN,
        )


def _marked(facts: Iterable[Fact], views: Iterable[View]) -> tuple[Fact, ...]:
    """Facts of records that no view takes for the subject's are others'."""
    mine = {
        each for view in views for one in view.identities if one.is_subject for each in one.records
    }
    return tuple(
        fact if fact.record in mine or not mine else replace(fact, about=About.OTHER)
        for fact in facts
    )
