"""Records into wholes: the surest join first, each judged against all that it would join.

Joins within a group of the pairs come first (`pairs.grouped`): there, what speaks against was weighed with
what speaks for. Then wholes are joined that no two records alone could tell as one.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from auditor.link.apart import JUDGED, ONE_PAGE, Pair, apart, ordered
from auditor.link.decide import NAMING
from auditor.link.judge import Kit, Verdict, judge
from auditor.link.pairs import Pairs
from auditor.link.side import Side
from auditor.model.link import Judgement
from auditor.model.text import Text, say

SHORT = frozenset({"initial", "initials", "initial_surname"})
"""Levels of names at which one of the two is written by initials."""
RIVAL = say("somebody else fits as well, and the two are not one")


@dataclass(slots=True, kw_only=True)
class Wholes:
    """What is joined so far; a whole is named by its first record."""

    kit: Kit
    pairs: Pairs
    groups: Mapping[str, int]
    barred: Mapping[Pair, Text]
    sides: dict[str, Side]
    members: dict[str, frozenset[str]]
    home: dict[str, str]
    """Record → its whole."""
    merges: dict[Pair, Verdict] = field(default_factory=dict)
    """The pair of records through which two wholes were joined → what was said of the wholes."""
    open: dict[Pair, Pair] = field(default_factory=dict)
    """Two wholes → the pair of records that brings them together most."""
    judged: dict[Pair, Verdict] = field(default_factory=dict)
    """What was said of two wholes since the last of them grew."""

    def homes(self, pair: Pair) -> Pair:
        """The wholes that the two records are in now."""
        return ordered((self.home[pair[0]], self.home[pair[1]]))

    def verdict(self, homes: Pair) -> Verdict:
        """The judgement of two wholes, made once while neither grows."""
        known = self.judged.get(homes)
        if known is None:
            single = len(self.members[homes[0]]) == len(self.members[homes[1]]) == 1
            known = self.pairs.verdicts.get(homes) if single else None
            if known is None:
                known = judge(self.sides[homes[0]], self.sides[homes[1]], self.kit)
            self.judged[homes] = known
        return known

    def apart(self, homes: Pair) -> Text | None:
        """What keeps the two wholes apart whatever the odds."""
        return apart(self.sides[homes[0]], self.sides[homes[1]], self.barred)

    def against(self, homes: Pair) -> float:
        """What speaks against joining the two wholes, record by record, in bits."""
        return self.pairs.against(self.members[homes[0]], self.members[homes[1]])

    def rivalled(self, homes: Pair) -> bool:
        """Does somebody else fit one of the two nearly as well, who is not the other?

        Then the odds of the join are not against chance alone, but against that other person too.
        """
        verdict = self.verdict(homes)
        others = [
            self.verdict(ordered((side, rival))).bits
            for side, other in (homes, homes[::-1])
            for rival in self._near(side)
            if rival != other and self._fits(side, rival) and self._is_another(other, rival)
        ]
        rest = math.log2(1 + sum(2**bits for bits in others))
        needed = self.kit.weights.needed()
        return bool(others) and verdict.bits - rest < math.log2(needed / (1 - needed))

    def _near(self, side: str) -> Iterator[str]:
        for left, right in self.open:
            if side in {left, right}:
                yield right if left == side else left

    def _fits(self, side: str, rival: str) -> bool:
        """Could the side be the rival? A page may name one person twice, once in full and once by initials."""
        homes = ordered((side, rival))
        verdict = self.verdict(homes)
        if verdict.bits <= 0 or verdict.contradicted:
            return False
        why = self.apart(homes)
        return why is None or (why is ONE_PAGE and _abbreviated(verdict))

    def _is_another(self, other: str, rival: str) -> bool:
        """Are the two different people? A suspected copy is none: it is made to fit wherever she does."""
        pair = ordered((other, rival))
        judged = any(
            self.barred.get(ordered((one, two))) == JUDGED
            for one in self.members[other]
            for two in self.members[rival]
        )
        return judged or self.against(pair) == float("-inf") or self.verdict(pair).contradicted


def _abbreviated(verdict: Verdict) -> bool:
    return any(each.comparison in NAMING and each.level in SHORT for each in verdict.levels)


def wholes(
    sides: Mapping[str, Side],
    kit: Kit,
    pairs: Pairs,
    groups: Mapping[str, int],
    barred: Mapping[Pair, Text],
) -> Wholes:
    """Every record a whole of its own."""
    return Wholes(
        kit=kit,
        pairs=pairs,
        groups=groups,
        barred=barred,
        sides=dict(sides),
        members={each: frozenset({each}) for each in sides},
        home={each: each for each in sides},
    )


def join_judged(state: Wholes, pair: Pair) -> None:
    """Join what a person judged the same, unless a person's judgement forbids it."""
    homes = state.homes(pair)
    if homes[0] == homes[1]:
        return
    here, there = (state.members[each] for each in homes)
    if not any(ordered((one, other)) in state.barred for one in here for other in there):
        _merge(state, pair)


def join_all(state: Wholes) -> None:
    """Join while two wholes are the same: the surest of a group first, then the surest of all."""
    for pair in state.pairs.verdicts:
        _open(state, pair)
    while (join := _next(state)) is not None:
        _merge(state, join)


def _next(state: Wholes) -> Pair | None:
    """The join to be made now: the surest for which nobody else stands up as well."""
    ready = sorted(_ready(state))
    return next((pair for _, _, homes, pair in ready if not state.rivalled(homes)), None)


def _ready(state: Wholes) -> Iterator[tuple[bool, float, Pair, Pair]]:
    """The wholes that are the same, those first that their pairs put into one group."""
    for homes, pair in state.open.items():
        verdict = state.verdict(homes)
        if verdict.judgement is not Judgement.SAME or state.apart(homes) is not None:
            continue
        groups = [state.groups.get(each) for each in pair]
        outside = groups[0] != groups[1] or groups[0] is None
        if not outside or verdict.bits + state.against(homes) > 0:
            yield outside, -verdict.bits, homes, pair


def _open(state: Wholes, pair: Pair) -> None:
    """Note that the pair brings its wholes together, unless another does so more."""
    homes = state.homes(pair)
    if homes[0] != homes[1]:
        state.open[homes] = min(
            state.open.get(homes, pair), pair, key=lambda one: _rank(state, one)
        )


def _rank(state: Wholes, pair: Pair) -> tuple[float, Pair]:
    return (-state.pairs.verdicts[pair].bits, pair)


def _merge(state: Wholes, pair: Pair) -> None:
    """Join the wholes of two records; every pair that the grown whole is part of is looked at again."""
    left, right = homes = state.homes(pair)
    state.merges[pair] = state.verdict(homes)
    state.sides[left] = state.sides[left].with_(state.sides.pop(right))
    state.members[left] |= state.members.pop(right)
    state.home.update(dict.fromkeys(state.members[left], left))
    touched = [each for each in state.open if set(each) & set(homes)]
    for each in [state.open.pop(each) for each in touched]:
        _open(state, each)
    for each in [each for each in state.judged if set(each) & set(homes)]:
        del state.judged[each]
