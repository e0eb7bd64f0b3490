"""The evidence between single records: pairs worth comparing, and all pairs among those that may be one.

What is not compared is not different: inside a set of records that possible pairs connect, every pair is
judged before groups are made, so that what speaks against counts as well as what speaks for.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.link import block
from auditor.link.apart import Pair, closed, conflicting, ordered, page_or_network
from auditor.link.correlate import correlate
from auditor.link.decide import NAMING, owned
from auditor.link.judge import Kit, Verdict, judge
from auditor.link.side import Side
from auditor.model.link import Judgement

COMPARED = 4_000
"""Pairs judged at most beyond those that share a key: two seconds of a slow machine. The smallest sets come
first; in what is left, a pair that was not compared weighs nothing and the check of wholes remains."""
TOLD = 0.1
"""Bits that two records gain at least by being judged the same."""
SURE = 1_000.0
"""Bits of a person's word: more than any evidence adds up to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The judged pairs of records, and what joining each is worth."""

    verdicts: Mapping[Pair, Verdict]
    gains: Mapping[Pair, float]
    """Bits beyond what a join needs, or those that speak against it; between the two, nothing. Minus
    infinity where the two contradict each other in what cannot change."""

    def against(self, left: Iterable[str], right: Iterable[str]) -> float:
        """What speaks against joining the two sets, pair by pair; zero or less, in bits."""
        others = list(right)
        pairs = (ordered((one, other)) for one in left for other in others)
        return sum(min(0.0, self.gains.get(each, 0.0)) for each in pairs)


def compared(
    sides: Mapping[str, Side], kit: Kit, same: Sequence[Pair], also: Iterable[Pair] = ()
) -> Pairs:
    """Judge the pairs that share a key, then all that possible pairs connect.

    `same` are pairs that are one by a person's word; `also` are compared in any case.
    """
    first = sorted({*block.pairs(sides, kit.tables), *same, *also})
    verdicts = {pair: judge(sides[pair[0]], sides[pair[1]], kit) for pair in first}
    possible = [pair for pair, one in verdicts.items() if one.band and not one.contradicted]
    free = COMPARED
    for part in _parts([*same, *possible]):
        pairs = [pair for pair in combinations(part, 2) if pair not in verdicts]
        free -= len(pairs)
        if free < 0:
            break
        verdicts |= {pair: judge(sides[pair[0]], sides[pair[1]], kit) for pair in pairs}
    return Pairs(verdicts=verdicts, gains=_gains(verdicts, same, kit))


def _gains(
    verdicts: Mapping[Pair, Verdict], same: Sequence[Pair], kit: Kit
) -> Mapping[Pair, float]:
    own = (pair for pair, verdict in verdicts.items() if owned(verdict.levels))
    known_as = closed([*same, *own])
    needed = kit.weights.needed()
    need = math.log2(needed / (1 - needed))
    return {
        pair: _gain(verdict, need, _goes_by_both(pair, verdicts, known_as))
        for pair, verdict in verdicts.items()
    }


def _gain(verdict: Verdict, need: float, excused: bool) -> float:
    """The worth of a join; with `excused`, that the names differ is no evidence."""
    ignored = NAMING if excused or owned(verdict.levels) else frozenset()
    if any(each.conflict and each.comparison not in ignored for each in verdict.levels):
        return float("-inf")
    if verdict.judgement is Judgement.SAME:
        return max(verdict.bits - need, TOLD)
    return min(0.0, verdict.evidence - (min(0.0, _named(verdict)) if ignored else 0.0))


def _goes_by_both(
    pair: Pair, verdicts: Mapping[Pair, Verdict], known_as: Mapping[str, frozenset[str]]
) -> bool:
    """Is one of the two, by somebody's own word, a record that bears the other's name?"""
    return any(
        _named(verdict) > 0
        for one, other in (pair, pair[::-1])
        for alias in known_as.get(one, ())
        if (verdict := verdicts.get(ordered((alias, other)))) is not None
    )


def _named(verdict: Verdict) -> float:
    """What the names alone say, in bits."""
    return sum(each.bits for each in verdict.levels if each.comparison in NAMING)


def _parts(pairs: Sequence[Pair]) -> list[list[str]]:
    """The connected sets of more than two records, the smallest first."""
    found = {min(each): sorted(each) for each in closed(pairs).values() if len(each) > 2}  # noqa: PLR2004
    return sorted(found.values(), key=lambda part: (len(part), part))


def _conflicts(gains: Mapping[Pair, float], sides: Mapping[str, Side]) -> set[Pair]:
    """Of the pairs that a page or a network keeps apart, those told and those that joins could connect.

    No others matter: a page of two thousand people holds two million pairs.
    """
    told = {pair for pair in gains if page_or_network(sides[pair[0]], sides[pair[1]])}
    could = closed(pair for pair, gain in gains.items() if gain > 0)
    parts = {min(part): part for part in could.values()}
    return told.union(*(conflicting(sides[each] for each in part) for part in parts.values()))


def grouped(
    pairs: Pairs, sides: Mapping[str, Side], same: Sequence[Pair], barred: Collection[Pair]
) -> Mapping[str, int]:
    """Record → the number of its group, where pairs alone are asked (correlation clustering)."""
    gains = {**pairs.gains, **dict.fromkeys(same, SURE)}
    cannot = {pair for pair, gain in gains.items() if gain == float("-inf")}
    cannot |= _conflicts(gains, sides) - set(same)
    cannot |= set(barred)
    groups = correlate({pair: gain for pair, gain in gains.items() if pair not in cannot}, cannot)
    return {record: at for at, group in enumerate(groups) for record in group}
