"""Remedies for one viewer: for each join that harms, the smallest set of edits that breaks it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.link.efforts import Efforts
from auditor.link.judge import Kit
from auditor.link.remedy.choices import Choice, choices
from auditor.link.remedy.cores import Editable
from auditor.link.remedy.pairs import pair, pairs
from auditor.link.remedy.search import Found, Rejudge, Search
from auditor.link.remedy.targets import Harms, Target, harms
from auditor.link.remedy.wholes import tie
from auditor.link.side import Side
from auditor.model.fact import Fact
from auditor.model.link import HumanJudgement, Judgement
from auditor.model.portrait import Edit, Remedy
from auditor.model.rule import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One identity as one viewer sees it, and where its walk starts."""

    start: str
    sides: Mapping[str, Side]
    """The identity's records."""
    facts: Sequence[Fact]
    """Everything the viewer sees on their pages: companions are named by other records."""
    own: frozenset[str]
    """The sources whose pages the subject can edit."""
    kinds: Mapping[str, Kind]
    human: Sequence[HumanJudgement] = ()
    rejudge: Rejudge | None = None
    """How the engine judges what is left; from `sides` alone unless told."""


def remedies(case: Case, kit: Kit) -> tuple[Remedy, ...]:
    """The smallest sets of edits, that which keeps the real name apart first, then what helps most for its cost.

    Where the subject's own edits cannot break a join, others' are part of the set and `alone` is false;
    a join that no edit breaks is not told. What a person judged *same* is no stranger's join: it is left out.
    """
    if kit.efforts is None or len(case.sides) < 2:  # noqa: PLR2004
        return ()
    weighed = harms(case.start, case.sides, case.kinds, kit.efforts)
    found: dict[tuple[Edit, ...], tuple[bool, float, Remedy]] = {}
    for target, each in _sought(case, weighed, kit):
        remedy = _remedy(each, case, weighed)
        gain = weighed.together(remedy.breaks) / each.cost if each.cost else 0.0
        if each.edits:
            found.setdefault(remedy.edits, (not target.name, -gain, remedy))
    ranked = sorted(found.values(), key=lambda each: (*each[:2], each[2].breaks))
    return tuple(remedy for *_, remedy in ranked)


def _sought(case: Case, weighed: Harms, kit: Kit) -> Iterator[tuple[Target, Found]]:
    known: Search | None = None
    freed: frozenset[str] = frozenset()
    for target in weighed.targets():
        if target.ends <= freed:
            continue  # one remedy for it is told
        known = sought(case, target.ends, kit, known)
        found = known.smallest(alone=True) or known.smallest(alone=False)
        if found is not None:
            freed |= frozenset(case.sides) - found.after.reach
            yield target, found


def sought(case: Case, ends: Iterable[str], kit: Kit, before: Search | None = None) -> Search:
    """The search for what keeps `ends` from the start; one made before lends what it has judged.

    Raises:
        ValueError: the kit does not say what edits cost.
    """
    if before is not None:
        return replace(before, ends=frozenset(ends), cores={}, wholes={}, rounds=0, guessed=False)
    if kit.efforts is None:
        raise ValueError("no efforts are known")
    human = tuple(each for each in case.human if each.judgement is Judgement.DIFFERENT)
    known = pairs(case.sides, kit, frozenset(pair(each.left, each.right) for each in human))
    return Search(
        start=case.start,
        ends=frozenset(ends),
        editable=Editable(choices=_choices(case, kit.efforts), pairs=known),
        rejudge=case.rejudge or (lambda gone: tie(case.start, known.all(gone), kit, human)),
    )


def _choices(case: Case, efforts: Efforts) -> Mapping[str, Choice]:
    records = (record for side in case.sides.values() for record in side.records)
    accounts = {record.id: record.account for record in records if record.account}
    return choices(case.facts, case.own, efforts, accounts)


def _remedy(found: Found, case: Case, weighed: Harms) -> Remedy:
    edits = [each for choice in found.edits for each in choice.edits]
    order = ("easy", "medium", "hard")
    return Remedy(
        edits=tuple(sorted(edits, key=lambda each: (order.index(each.effort), each.fact))),
        breaks=tuple(sorted(set(case.sides) - found.after.reach - weighed.start)),
        alone=all(each.own for each in found.edits),
        proved=found.proved,
    )
