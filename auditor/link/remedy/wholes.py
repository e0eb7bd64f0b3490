"""The join after edits as the engine itself sees it: clustered again from what is left."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from auditor.link.apart import Pair
from auditor.link.cluster import cluster
from auditor.link.judge import Kit
from auditor.link.remedy.pairs import Pairs, pair
from auditor.link.side import Side
from auditor.model.link import HumanJudgement, Judgement, Level, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What still holds the start: its records, those that may be its own, and the levels that say so."""

    mine: frozenset[str]
    possible: frozenset[str]
    """Records of other groups that are *possible* for the start's."""
    levels: tuple[Level, ...]

    @property
    def reach(self) -> frozenset[str]:
        """Every record that a stranger would or might hold to be the start's."""
        return self.mine | self.possible


def tie(
    start: str, sides: Mapping[str, Side], kit: Kit, human: Sequence[HumanJudgement] = ()
) -> Tie:
    """Cluster the sides and say what the start is tied to, at *possible* or above."""
    found = cluster(sides, kit, human)
    mine = next((group for group in found.groups if start in group), frozenset({start}))
    open_ = [
        link
        for link in found.links
        if link.judgement is Judgement.UNSURE and (link.left in mine) != (link.right in mine)
    ]
    theirs = {each for link in open_ for each in (link.left, link.right)} - mine
    possible = frozenset(
        each for group in found.groups if group & theirs and not group & mine for each in group
    )
    inside = [link for link in found.links if {link.left, link.right} <= mine]
    return Tie(mine=mine, possible=possible, levels=tuple(_levels([*inside, *open_])))


def _levels(links: Iterable[Link]) -> Iterable[Level]:
    return (level for link in links for level in link.levels if level.bits > 0)


def holds(found: Tie, ends: Set[str]) -> bool:
    """Would or might a stranger still hold one of the ends to be the start's?"""
    return not found.reach.isdisjoint(ends)


def groups(
    start: str, ends: Set[str], found: Tie, gone: Set[str], known: Pairs
) -> tuple[Pair, ...]:
    """The two groups whose wholes the engine holds together, as one pair, and the pairs within each.

    Where an end is in the start's own group: the start's account and what holds together without it.
    """
    mine = found.mine & frozenset(known.near)
    inside = sorted(mine & ends)
    end = next(iter(inside or sorted(found.possible & ends)))
    ours = known.account(start) & mine if inside else mine
    left, within = known.tree(start, ours, gone)
    right, there = known.tree(end, (mine if inside else found.possible) - left, gone)
    return (pair(known.together(left), known.together(right)), *within, *there)
