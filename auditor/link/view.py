"""What one viewer could put together: identities, answers, portrait, remedies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from auditor.link import answers, impersonation
from auditor.link.cluster import Clusters, cluster
from auditor.link.fit.crowd import crowd
from auditor.link.identities import declared, identities
from auditor.link.infer import infer, others
from auditor.link.judge import Kit
from auditor.link.portrait.walk import ground, portrait
from auditor.link.remedy.again import again, near
from auditor.link.remedy.find import Case, remedies
from auditor.link.remedy.memory import remembering
from auditor.link.scenes import sides as sides_of
from auditor.link.side import Side
from auditor.link.start import Start, begin
from auditor.model.fact import Fact
from auditor.model.finding import Crowd
from auditor.model.identity import Absence, Identity, Impersonation, Namesake, subjects
from auditor.model.link import HumanJudgement, Judgement, Link
from auditor.model.mandate import Mandate
from auditor.model.portrait import Portrait, Remedy
from auditor.model.record import Record
from auditor.model.rule import Kind
from auditor.model.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The answer of the link room for one viewer."""

    identities: tuple[Identity, ...]
    links: tuple[Link, ...]
    made: tuple[Fact, ...]
    absences: tuple[Absence, ...]
    namesakes: tuple[Namesake, ...]
    impersonations: tuple[Impersonation, ...]
    portrait: Portrait | None
    remedies: tuple[Remedy, ...]
    crowd: Crowd | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Who asks, about whom, with what was judged before."""

    viewer: Viewer
    mandate: Mandate
    human: tuple[HumanJudgement, ...] = ()
    inferred_confidence: float = 0.8
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """What kinds of facts there are: how much it harms that one is learnt."""
    start: str | None = None
    """The record to start from, or ``cv``; chosen from the mandate unless told."""


def link(records: Sequence[Record], facts: Sequence[Fact], kit: Kit, question: Question) -> Linked:
    """Join what one viewer sees, and only that."""
    sides = sides_of(records, facts, kit.tables)
    question = replace(question, human=(*question.human, *_listed(sides, question)))
    suspected = impersonation.suspicions(sides, question.mandate, kit, question.human)
    barred = impersonation.barred(suspected, sides, question.mandate)
    kit = _at_home(
        remembering(kit), question.mandate
    )  # a remedy judges again what its edits touch, and nothing else
    clusters = cluster(sides, kit, question.human, barred)
    found = tuple(identities(clusters.groups, sides, question.mandate, kit))
    mine = subjects(found)
    impostors = tuple(impersonation.impersonations(suspected, mine))
    subject = question.mandate.subject.name, declared(question.mandate)
    alike = tuple(answers.namesakes(sides, mine, subject[1], clusters.links, kit))
    around = (*others.copies(impostors, sides), *others.namesakes(alike, impostors, sides, mine))
    made = tuple(_made(found, sides, around, question.inferred_confidence, kit))
    start = _begun(question, found, sides, kit)
    return Linked(
        identities=found,
        links=clusters.links,
        made=made,
        absences=tuple(answers.absences(sides, mine, subject, clusters.links, kit)),
        namesakes=alike,
        impersonations=impostors,
        portrait=_portrait(start, found, clusters, facts, made, kit) if start else None,
        remedies=_remedies(start, clusters, records, facts, kit, question) if start else (),
        crowd=_crowd(found, (*facts, *made), kit),
    )


def _at_home(kit: Kit, mandate: Mandate) -> Kit:
    """The kit with the country of the subject: its people are counted where no town is told."""
    town = kit.tables.place(mandate.subject.town or "")
    return replace(kit, fit=replace(kit.fit, home=town.country)) if kit.fit and town else kit


def _crowd(found: Iterable[Identity], facts: Iterable[Fact], kit: Kit) -> Crowd | None:
    """How many people still fit what the largest of the subject's identities tells."""
    mine = max((one.records for one in found if one.is_subject), key=len, default=())
    known = [fact for fact in facts if fact.record in mine]
    return crowd(known, kit.fit) if kit.fit and known else None


def _begun(
    question: Question, found: Sequence[Identity], sides: Mapping[str, Side], kit: Kit
) -> Start | None:
    """Where the walk begins; a recruiter's with what the CV says, if the mandate tells of one."""
    told = question.mandate.declared.cv if question.viewer is Viewer.RECRUITER else {}
    return begin(question.mandate, found, sides, kit, cv=told, asked=question.start)


def _portrait(  # noqa: PLR0917
    start: Start,
    found: Sequence[Identity],
    clusters: Clusters,
    facts: Iterable[Fact],
    made: Sequence[Fact],
    kit: Kit,
) -> Portrait:
    over = ground(
        start.sides,
        start.home,
        found,
        links=[*start.links, *clusters.links],
        facts={fact.id: fact for fact in facts},
        made=made,
    )
    return replace(portrait(start.record, over, kit), links=start.links)


def _remedies(  # noqa: PLR0917
    start: Start,
    clusters: Clusters,
    records: Sequence[Record],
    facts: Sequence[Fact],
    kit: Kit,
    question: Question,
) -> tuple[Remedy, ...]:
    """None for the subject themself: nothing is to be kept from them."""
    if question.viewer is Viewer.ME:
        return ()
    human = tuple(each for each in question.human if each.judgement is Judgement.DIFFERENT)
    mine = {each: start.sides[each] for each in start.home.records}
    sources = {record.source for side in mine.values() for record in side.records}
    around = near(mine, clusters.links)
    case = Case(
        start=start.record,
        sides={**mine, **start.virtual},
        facts=[fact for fact in facts if fact.source in sources],
        own=frozenset(one.source for side in mine.values() for one in side.owners),
        kinds=question.kinds,
        human=human,
        rejudge=again(start.record, records, facts, around, kit, human, start.virtual),
    )
    return remedies(case, kit)


def _listed(sides: Mapping[str, Side], question: Question) -> Iterator[HumanJudgement]:
    """For the subject themself, accounts they say are theirs are one person."""
    if question.viewer is not Viewer.ME:
        return
    listed = [
        name_
        for name_, side in sorted(sides.items())
        if question.mandate.covers(side.records[0].account or "")
    ]
    judged = {frozenset((each.left, each.right)) for each in question.human}
    for left, right in combinations(listed, 2):
        if frozenset((left, right)) not in judged:
            yield HumanJudgement(left=left, right=right, judgement=Judgement.SAME)


def _made(
    found: Iterable[Identity],
    sides: Mapping[str, Side],
    others: Iterable[Fact],
    confidence: float,
    kit: Kit,
) -> Iterator[Fact]:
    # Nothing is inferred about other people: the report is about the subject.
    for identity in (one for one in found if one.is_subject):
        mine = [sides[each] for each in identity.records]
        facts = [fact for side in mine for fact in side.facts]
        yield from infer([side.records[0] for side in mine], facts, confidence, kit)
    yield from others
