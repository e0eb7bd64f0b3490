"""One viewer's answer: the cut, then link and assess on what is left."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.assess.dials import dials
from auditor.assess.findings import declared_kinds, findings
from auditor.assess.scale import Scale
from auditor.extract.kit import Tools
from auditor.link import judge
from auditor.link.view import Question, link
from auditor.model.advice import Advice
from auditor.model.extraction import Extraction
from auditor.model.fact import Fact
from auditor.model.link import HumanJudgement
from auditor.model.mandate import Mandate
from auditor.model.network import Network, NetworkKind
from auditor.model.place import Place
from auditor.model.report import View
from auditor.model.rule import Kind, Rule
from auditor.model.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The parts an audit is made with; the tables behind tools and link are read when first called for."""

    networks: Mapping[str, Network]
    tools: Callable[[], Tools]
    link: Callable[[], judge.Kit]
    rules: Sequence[Rule]
    kinds: Mapping[str, Kind]
    scale: Scale
    print: Callable[[], str]
    """Which program and which options of the mandate the parts follow from; asked for where something is kept."""
    advice: Sequence[Advice] = ()
    place: Callable[[str], Place | None] = lambda _: None
    """The town of that name."""


def view(
    extraction: Extraction,
    mandate: Mandate,
    kit: Kit,
    viewer: Viewer,
    *,
    kinds: Mapping[str, NetworkKind],
    human: tuple[HumanJudgement, ...] = (),
) -> View:
    """What one viewer could put together: cut, link, assess; `kinds` tells what each source is."""
    facts = cut(extraction.facts, viewer, kinds)
    seen = {fact.record for fact in facts}
    records = [record for record in extraction.records if record.id in seen]
    confidence = kit.tools().confidence["inferred"]
    asked = Question(
        viewer=viewer,
        mandate=mandate,
        human=human,
        inferred_confidence=confidence,
        kinds=kit.kinds,
    )
    linked = link(records, facts, kit.link(), asked)
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
        crowd=linked.crowd,
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
