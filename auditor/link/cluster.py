"""Records into identities, with what speaks against as well as what speaks for.

Pairs that share a key are judged, then all pairs among records that possible pairs connect; correlation
clustering tells which groups the pairs make together; within these, and then across them, whole is judged
against whole. A page that shows two people shows two people. What a person judged *different* stays apart,
and what they judged *same* comes first. The order in which records come is no matter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.link.apart import JUDGED, Pair, ordered
from auditor.link.judge import Kit
from auditor.link.links import links
from auditor.link.pairs import compared, grouped
from auditor.link.side import Side
from auditor.link.wholes import join_all, join_judged, wholes
from auditor.model.link import HumanJudgement, Judgement, Link
from auditor.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """The outcome: which records are together, and every judged pair."""

    groups: tuple[frozenset[str], ...]
    links: tuple[Link, ...]


def cluster(
    sides: Mapping[str, Side],
    kit: Kit,
    human: Iterable[HumanJudgement] = (),
    barred: Mapping[Pair, Text] | None = None,
) -> Clusters:
    """Which records are one person; `barred` are pairs that are not, whatever the evidence, and why."""
    judged = {
        ordered((each.left, each.right)): each.judgement
        for each in human
        if each.left != each.right and {each.left, each.right} <= set(sides)
    }
    same = sorted(pair for pair, one in judged.items() if one is Judgement.SAME)
    different = (pair for pair, one in judged.items() if one is Judgement.DIFFERENT)
    held = {**(barred or {}), **dict.fromkeys(different, JUDGED)}
    pairs = compared(sides, kit, same, also=judged)
    state = wholes(sides, kit, pairs, grouped(pairs, sides, same, held), held)
    for pair in same:
        join_judged(state, pair)
    join_all(state)
    found = sorted(links(state, judged), key=lambda link: (-link.bits, link.id))
    groups = sorted(state.members.values(), key=lambda group: (-len(group), min(group)))
    return Clusters(groups=tuple(groups), links=tuple(found))
