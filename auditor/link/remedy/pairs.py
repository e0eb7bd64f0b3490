"""The pairs of one identity as edits would leave them, and the likeliest chain from page to page."""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import reduce

from auditor.link.apart import Pair, ordered
from auditor.link.block import pairs as worth_comparing
from auditor.link.judge import Kit, Verdict, judge
from auditor.link.remedy.hide import rests_on, without
from auditor.link.side import Side
from auditor.model.link import Judgement

Chain = Sequence[tuple[Pair, Verdict]]


@dataclass(slots=True)
class Pairs:
    """Each pair is judged once for each state that edits leave it in: untouched pairs never again."""

    sides: dict[str, Side]
    kit: Kit
    near: dict[str, list[str]]
    """Record → the records that share a key with it."""
    touched: dict[str, frozenset[str]]
    """Record → the facts that it rests on."""
    _edited: dict[tuple[str, frozenset[str]], Side]
    _judged: dict[tuple[Pair, frozenset[str]], Verdict]

    def verdict(self, pair: Pair, gone: Set[str]) -> Verdict:
        """The judgement of the two records alone, once these facts are hidden."""
        left, right = (self.touched[each] & gone for each in pair)
        key = pair, left | right
        known = self._judged.get(key)
        if known is None:
            sides = self.side(pair[0], left), self.side(pair[1], right)
            known = self._judged[key] = judge(*sides, self.kit)
        return known

    def side(self, record: str, gone: Set[str]) -> Side:
        """The record without these facts."""
        key = record, self.touched[record] & gone
        known = self._edited.get(key)
        if known is None:
            known = self._edited[key] = without(self.sides[record], key[1])
        return known

    def all(self, gone: Set[str]) -> dict[str, Side]:
        """All records without these facts."""
        return {each: self.side(each, gone) for each in self.near}

    def tree(self, seed: str, among: Set[str], gone: Set[str]) -> tuple[set[str], list[Pair]]:
        """The records that the surest pairs tie to `seed`, one after the other, and those pairs."""
        reached, tied = {seed}, list[Pair]()
        while True:
            out = [
                (here, there)
                for here in sorted(reached)
                for there in self.near[here]
                if there in among and there not in reached
            ]
            judged = {one: self.verdict(pair(*one), gone) for one in out}
            open_ = [one for one in out if judged[one].judgement is not Judgement.DIFFERENT]
            if not open_:
                return reached, tied
            best = min(open_, key=lambda one: (-judged[one].bits, one))
            reached.add(best[1])
            tied.append(pair(*best))

    def account(self, record: str) -> frozenset[str]:
        """The record and all other readings of its account: no edit tells those apart."""
        account = self.sides[record].records[0].account
        same = (each for each in self.near if self.sides[each].records[0].account == account)
        return frozenset({record, *(same if account else ())})

    def together(self, records: Iterable[str]) -> str:
        """The name under which several records are judged as one."""
        each = sorted(records)
        name = " + ".join(each)
        if name not in self.sides:
            sides = [self.sides[one] for one in each]
            self.sides[name] = reduce(Side.with_, sides)
            self.touched[name] = rests_on(self.sides[name])
        return name


def pairs(sides: Mapping[str, Side], kit: Kit, apart: Set[Pair] = frozenset()) -> Pairs:
    """The records of one identity, none of them edited; pairs in `apart` were judged different by a person."""
    near: dict[str, list[str]] = {each: [] for each in sides}
    for left, right in worth_comparing(sides, kit.tables):
        if (left, right) not in apart:
            near[left].append(right)
            near[right].append(left)
    touched = {each: rests_on(side) for each, side in sides.items()}
    return Pairs(dict(sides), kit, near, touched, {}, {})


def likeliest(start: str, ends: Set[str], gone: Set[str], known: Pairs) -> Chain | None:
    """The likeliest chain of pairs from `start` to one of `ends`, or None where it is below *possible*.

    A chain is as likely as all its joins together (their probabilities multiplied).
    """
    limit = -math.log2(known.kit.weights.bands["possible"].value)
    far: dict[str, float] = {start: 0.0}
    before: dict[str, tuple[str, Verdict]] = {}
    open_ = [(0.0, start)]
    while open_:
        length, here = heapq.heappop(open_)
        if here in ends:
            return _traced(here, before)
        if length > far[here]:
            continue
        for there in known.near[here]:
            verdict = known.verdict(pair(here, there), gone)
            longer = length + _length(verdict)
            if longer <= limit and longer < far.get(there, math.inf):
                far[there], before[there] = longer, (here, verdict)
                heapq.heappush(open_, (longer, there))
    return None


def _length(verdict: Verdict) -> float:
    """Bits that a step costs; what contradicts itself or is below *possible* is no step."""
    if verdict.judgement is Judgement.DIFFERENT or verdict.probability <= 0:
        return math.inf
    return -math.log2(verdict.probability)


def likelihood(verdicts: Iterable[Verdict]) -> float:
    """How likely a chain of these joins is; 0 where one is none."""
    return 2 ** -sum(_length(each) for each in verdicts)


def stands(chain: Chain, known: Pairs) -> bool:
    """Is the chain as a whole at *possible* or above?"""
    limit = known.kit.weights.bands["possible"].value
    return likelihood(verdict for _, verdict in chain) >= limit


def _traced(end: str, before: Mapping[str, tuple[str, Verdict]]) -> Chain:
    chain = []
    while end in before:
        here, verdict = before[end]
        chain.append((pair(here, end), verdict))
        end = here
    return chain[::-1]


def pair(left: str, right: str) -> Pair:
    """The two in the order of links."""
    return ordered((left, right))
