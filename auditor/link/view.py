"""What one viewer could put together: identities, answers, portrait, remedies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from auditor.link import answers
from auditor.link.cluster import cluster
from auditor.link.compare.names import name
from auditor.link.infer import infer, least
from auditor.link.judge import Kit
from auditor.link.portrait import portrait
from auditor.link.remedy import remedies
from auditor.link.scenes import sides as sides_of
from auditor.link.side import Side
from auditor.model.fact import Fact, Voice
from auditor.model.identity import Absence, Identity, Impersonation, Namesake
from auditor.model.link import HumanJudgement, Judgement, Link
from auditor.model.mandate import Mandate
from auditor.model.portrait import Portrait, Remedy
from auditor.model.record import Record, Role
from auditor.model.viewer import Viewer
from auditor.model.visibility import Origin, Visibility


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Who asks, about whom, with what was judged before."""

    viewer: Viewer
    mandate: Mandate
    human: tuple[HumanJudgement, ...] = ()
    inferred_confidence: float = 0.8


def link(records: Sequence[Record], facts: Sequence[Fact], kit: Kit, question: Question) -> Linked:
    """Join what one viewer sees, and only that."""
    sides = sides_of(records, facts, kit.tables)
    human = (*question.human, *_listed(sides, question))
    question = replace(question, human=human)
    clusters = cluster(sides, kit, human)
    subject = _declared(question.mandate)
    identities = tuple(_identities(clusters.groups, sides, subject, question.mandate, kit))
    mine = frozenset(each for one in identities if one.is_subject for each in one.records)
    impostors = tuple(answers.impersonations(sides, mine, question.mandate, kit))
    made = tuple(_made(identities, sides, impostors, question.inferred_confidence, kit))
    start = _start(identities, sides, question, kit)
    known = {fact.id: fact for fact in facts}
    home = next((one for one in identities if start in one.records), None)
    return Linked(
        identities=identities,
        links=clusters.links,
        made=made,
        absences=tuple(
            answers.absences(
                sides, mine, (question.mandate.subject.name, subject), clusters.links, kit
            )
        ),
        namesakes=tuple(answers.namesakes(sides, mine, subject, clusters.links, kit)),
        impersonations=impostors,
        portrait=portrait(start, home, clusters.links, known, made) if start and home else None,
        remedies=_remedies(start, home, sides, clusters.links, kit, question) if home else (),
    )


def _remedies(  # noqa: PLR0917
    start: str | None,
    home: Identity,
    sides: Mapping[str, Side],
    links: Sequence[Link],
    kit: Kit,
    question: Question,
) -> tuple[Remedy, ...]:
    if start is None or len(home.records) == 1:
        return ()
    mine = {each: sides[each] for each in home.records}
    human = tuple(one for one in question.human if {one.left, one.right} <= set(mine))
    return remedies(start, mine, links, kit, human)


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


def _identities(
    groups: Iterable[frozenset[str]],
    sides: Mapping[str, Side],
    subject: Side,
    mandate: Mandate,
    kit: Kit,
) -> Iterator[Identity]:
    for group in groups:
        records = tuple(sorted(group))
        owners = [sides[each].records[0] for each in records]
        accounts = tuple(
            sorted({each.account for each in owners if each.role is Role.OWNER and each.account})
        )
        yield Identity(
            id=records[0],
            records=records,
            accounts=accounts,
            is_subject=_is_subject(owners, accounts, sides, subject, mandate, kit),
        )


def _is_subject(  # noqa: PLR0917
    records: Sequence[Record],
    accounts: Sequence[str],
    sides: Mapping[str, Side],
    subject: Side,
    mandate: Mandate,
    kit: Kit,
) -> bool:
    """It holds a listed account; where none is listed, an owner bears the subject's name."""
    if mandate.accounts:
        return any(mandate.covers(account) for account in accounts)
    return any(
        each.role is Role.OWNER and answers.named_like(sides[each.id], subject, kit)
        for each in records
    )


def _declared(mandate: Mandate) -> Side:
    """The subject's name as the mandate gives it, to recognise namesakes by; it joins nothing."""
    names = (mandate.subject.name, *mandate.subject.aliases)
    return Side(
        records=(),
        facts=tuple(
            Fact(
                id=f"mandate-{at}",
                record="mandate",
                kind="full_name" if at == 0 else "alias",
                value=each,
                quote=each,
                source="mandate",
                passage="field",
                visibility=Visibility.ME,
                visibility_from=Origin.DECLARED,
                recognizer="mandate",
                confidence=1.0,
            )
            for at, each in enumerate(names)
        ),
    )


def _made(
    identities: Iterable[Identity],
    sides: Mapping[str, Side],
    impostors: Iterable[Impersonation],
    confidence: float,
    kit: Kit,
) -> Iterator[Fact]:
    # Nothing is inferred about other people: the report is about the subject.
    for identity in (one for one in identities if one.is_subject):
        mine = [sides[each] for each in identity.records]
        facts = [fact for side in mine for fact in side.facts]
        yield from infer([side.records[0] for side in mine], facts, confidence, kit)
    for each in impostors:
        both = [
            next(iter(sides[record].of("full_name", "alias")), None)
            for record in (each.of, each.record)
        ]
        if both[0] is not None and both[1] is not None:
            yield replace(
                both[0],
                id=f"made-{each.record}",
                kind="duplicate_profile",
                value=each.record,
                visibility=least([both[0].visibility, both[1].visibility]),
                recognizer="link",
                said_by=Voice.OTHER,
                inferred_from=(both[0].id, both[1].id),
            )


def _start(
    identities: Sequence[Identity], sides: Mapping[str, Side], question: Question, kit: Kit
) -> str | None:
    """Where the portrait begins: the first listed account that is seen; for a recruiter, the CV's name."""
    mandate = question.mandate
    owners = {
        side.records[0].account: name_
        for name_, side in sorted(sides.items(), reverse=True)
        if side.records[0].account
    }
    listed = [owners[each.id] for each in mandate.accounts if each.id in owners]
    mine = [each for one in identities if one.is_subject for each in one.records]
    if question.viewer is Viewer.RECRUITER and mandate.declared.cv.get("name"):
        listed = _by_name(mine, sides, mandate, kit) + listed
    largest = sorted(
        listed,
        key=lambda each: -max(len(one.records) for one in identities if each in one.records),
    )
    return next(iter(largest or mine), None)


def _by_name(
    records: Sequence[str], sides: Mapping[str, Side], mandate: Mandate, kit: Kit
) -> list[str]:
    """The records a recruiter finds first: those that show the name the CV gives."""
    cv = _declared(
        replace(mandate, subject=replace(mandate.subject, name=mandate.declared.cv["name"]))
    )
    found = []
    for each in records:
        level = name(sides[each], cv, kit.weights, kit.tables)
        if level is not None and level.level == "full":
            found.append(each)
    return found
