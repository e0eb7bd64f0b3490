"""Records into identities: the surest join first, each judged against the whole it would join.

A page that shows two people shows two people: records of one source are never one. What a person
judged *different* stays apart, and what they judged *same* comes first.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from auditor.link import block
from auditor.link.judge import Kit, Verdict, judge
from auditor.link.side import Side
from auditor.model.link import Band, HumanJudgement, Judgement, Level, Link
from auditor.model.record import Role
from auditor.model.text import Text, say

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """The outcome: which records are together, and every judged pair."""

    groups: tuple[frozenset[str], ...]
    links: tuple[Link, ...]


@dataclass(slots=True, kw_only=True)
class _State:
    sides: dict[str, Side]
    """Cluster (named by its first record) → its records as one side."""
    members: dict[str, frozenset[str]]
    home: dict[str, str]
    """Record → its cluster."""
    apart: frozenset[Pair]
    merges: dict[Pair, Verdict] = field(default_factory=dict)


def cluster(sides: Mapping[str, Side], kit: Kit, human: Iterable[HumanJudgement] = ()) -> Clusters:
    """Join records while a pair of clusters is judged *same*; ties fall by name, so order is no matter."""
    judged = {_pair(each.left, each.right): each.judgement for each in human}
    state = _State(
        sides=dict(sides),
        members={each: frozenset({each}) for each in sides},
        home={each: each for each in sides},
        apart=frozenset(pair for pair, one in judged.items() if one is Judgement.DIFFERENT),
    )
    for left, right in sorted(pair for pair, one in judged.items() if one is Judgement.SAME):
        if left not in sides or right not in sides or state.home[left] == state.home[right]:
            continue
        here, there = (state.members[state.home[each]] for each in (left, right))
        if not _judged_apart(here, there, state.apart):
            verdict = judge(state.sides[state.home[left]], state.sides[state.home[right]], kit)
            _merge(state, (left, right), verdict)
    first = {
        pair: judge(sides[pair[0]], sides[pair[1]], kit) for pair in block.pairs(sides, kit.tables)
    }
    _join_all(state, first, kit)
    links = sorted(_links(state, first, judged, kit), key=lambda link: (-link.bits, link.id))
    groups = sorted(state.members.values(), key=lambda group: (-len(group), min(group)))
    return Clusters(groups=tuple(groups), links=tuple(links))


def _join_all(state: _State, first: Mapping[Pair, Verdict], kit: Kit) -> None:
    """The surest pair of clusters joins; what it touches is judged again; until none is *same*."""
    open_: dict[Pair, tuple[Verdict, Pair]] = {}
    for pair, verdict in first.items():
        homes = _homes(pair, state)
        if homes[0] != homes[1]:
            fresh = (
                verdict
                if homes == pair
                else judge(state.sides[homes[0]], state.sides[homes[1]], kit)
            )
            known = open_.get(homes)
            if known is None or fresh.bits > known[0].bits:
                open_[homes] = (fresh, pair)
    while True:
        ready = [
            (verdict.bits, homes, pair)
            for homes, (verdict, pair) in open_.items()
            if verdict.judgement is Judgement.SAME and not separated(homes, state)
        ]
        if not ready:
            return
        _, homes, pair = min(ready, key=lambda each: (-each[0], each[1]))
        verdict, _ = open_.pop(homes)
        kept = _merge(state, pair, verdict)
        gone = homes[0] if kept == homes[1] else homes[1]
        _rejudge(state, open_, (kept, gone), first, kit)


def _rejudge(
    state: _State,
    open_: dict[Pair, tuple[Verdict, Pair]],
    homes: Pair,
    first: Mapping[Pair, Verdict],
    kit: Kit,
) -> None:
    """Every pair that a grown cluster is part of is judged against the whole it now is."""
    kept, gone = homes
    touched: dict[str, list[Pair]] = {}
    for other in [each for each in open_ if kept in each or gone in each]:
        _, pair = open_.pop(other)
        rest = next(each for each in other if each not in {kept, gone})
        touched.setdefault(rest, []).append(pair)
    for rest, through in touched.items():
        best = min(through, key=lambda pair: (-first[pair].bits, pair))
        verdict = judge(state.sides[kept], state.sides[rest], kit)
        open_[_pair(kept, rest)] = (verdict, best)


def separated(homes: Pair, state: _State) -> bool:
    """Must the two clusters stay apart: two people of one page, a human *different*, two accounts?"""
    return (
        apart(state.members[homes[0]], state.members[homes[1]], state.sides, state.apart, homes)
        is not None
    )


def apart(
    left: Iterable[str],
    right: Iterable[str],
    sides: Mapping[str, Side],
    human: frozenset[Pair],
    homes: Pair,
) -> Text | None:
    """Why two clusters may not be joined, or None."""
    if _judged_apart(left, right, human):
        return say("you judged them different")
    here, there = sides[homes[0]].records, sides[homes[1]].records
    if {record.source for record in here} & {record.source for record in there}:
        return say("one page shows them as two people")
    networks = [
        {
            record.account.partition(":")[0]: record.account
            for record in side
            if record.account and record.role is Role.OWNER
        }
        for side in (here, there)
    ]
    if any(networks[1].get(net, account) != account for net, account in networks[0].items()):
        return say("they are two accounts of one network")
    return None


def _judged_apart(left: Iterable[str], right: Iterable[str], human: frozenset[Pair]) -> bool:
    others = list(right)
    return bool({_pair(one, other) for one in left for other in others} & human)


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left <= right else (right, left)


def _homes(pair: Pair, state: _State) -> Pair:
    """The clusters that the two records are in now."""
    return _pair(state.home[pair[0]], state.home[pair[1]])


def _merge(state: _State, pair: Pair, verdict: Verdict) -> str:
    left, right = _homes(pair, state)
    state.merges[pair] = verdict
    state.sides[left] = state.sides[left].with_(state.sides.pop(right))
    state.members[left] |= state.members.pop(right)
    for record in state.members[left]:
        state.home[record] = left
    return left


def _links(
    state: _State,
    first: Mapping[Pair, Verdict],
    judged: Mapping[Pair, Judgement],
    kit: Kit,
) -> Iterator[Link]:
    """Joins made, pairs that might be, and pairs that something keeps apart."""
    for pair in sorted({*first, *state.merges, *(p for p in judged if set(p) <= set(state.home))}):
        human = judged.get(pair)
        homes = _homes(pair, state)
        alone = first.get(pair)
        if pair in state.merges:
            yield _link(pair, state.merges[pair], Judgement.SAME, human=human)
        elif homes[0] == homes[1]:
            if human is not None:
                verdict = alone or judge(state.sides[homes[0]], state.sides[homes[0]], kit)
                yield _link(pair, verdict, human, human=human)
            elif alone is not None and alone.judgement is Judgement.SAME:
                yield _link(pair, alone, Judgement.SAME, human=human)
        elif human is not None or (alone is not None and (alone.band or _contradicts(alone))):
            yield _kept_apart(state, pair, homes, human, alone, kit)


def _kept_apart(  # noqa: PLR0917
    state: _State,
    pair: Pair,
    homes: Pair,
    human: Judgement | None,
    alone: Verdict | None,
    kit: Kit,
) -> Link:
    """A pair in two identities: unsure where the wholes allow it, else different."""
    whole = judge(state.sides[homes[0]], state.sides[homes[1]], kit)
    why = apart(state.members[homes[0]], state.members[homes[1]], state.sides, state.apart, homes)
    bits_of = whole if alone is None or whole.bits <= alone.bits else alone
    unsure = (
        human is None and why is None and whole.band is not None and not _conflict(whole.levels)
    )
    judgement = human or (Judgement.UNSURE if unsure else Judgement.DIFFERENT)
    return _link(pair, bits_of, judgement, why=why or bits_of.why, human=human)


def _contradicts(verdict: Verdict) -> bool:
    """A namesake: the names agree and something else forbids the join."""
    named = any(
        each.comparison == "name" and each.level in {"full", "nickname"} for each in verdict.levels
    )
    return named and any(each.bits < 0 for each in verdict.levels)


def _conflict(levels: Iterable[Level]) -> bool:
    return any(each.conflict for each in levels)


def _link(
    pair: Pair,
    verdict: Verdict,
    judgement: Judgement,
    *,
    why: Text | None = None,
    human: Judgement | None = None,
) -> Link:
    band = verdict.band
    if judgement is Judgement.UNSURE and band is Band.NEAR_CERTAIN:
        band = Band.PROBABLE
    return Link(
        id=f"{pair[0]}~{pair[1]}",
        left=pair[0],
        right=pair[1],
        levels=verdict.levels,
        bits=verdict.bits,
        probability=verdict.probability,
        judgement=judgement,
        band=band,
        why=why or verdict.why,
        human=human is not None,
    )
