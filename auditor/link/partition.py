"""One connected part of signed pairs, cut into groups: exactly where it is small, by moves where it is not.

A pair that must stay apart weighs minus infinity. All ties fall the same way whatever the order in which
the pairs came: parts are numbered, and everything goes by number.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence

EXACT = 9
"""Largest part that is solved exactly: it has at most 21,147 partitions, most of which are never looked at."""
ROUNDS = 50
"""Rounds of moves at most; each makes the sum larger, and some three are usual."""
EPSILON = 1e-9
"""Sums of floating-point bits that differ by less are equal."""

Edges = Mapping[tuple[int, int], float]
Near = Sequence[Mapping[int, float]]
"""Number → its neighbours with the bits between them."""


def best(count: int, edges: Edges) -> list[list[int]]:
    """The partition of largest sum of all (branch and bound, from the one that moves find)."""
    near = _near(count, edges)
    found = agreed(count, edges)
    search = _Search(near, _labels(count, found), weight(found, near))
    search.place(0, [], 0.0)
    return _groups(search.labels)


def agreed(count: int, edges: Edges) -> list[list[int]]:
    """A partition that no move of one name, and no joining of two groups, makes better."""
    near = _near(count, edges)
    labels = _joined(list(range(count)), near)
    for _ in range(ROUNDS):
        moved = _moved(labels, near)
        joined = _joined(labels, near) if moved else labels
        if joined == labels and not moved:
            break
        labels = joined
    return _groups(labels)


def weight(groups: Iterable[Sequence[int]], near: Near) -> float:
    """The sum of the bits inside groups."""
    found = 0.0
    for group in groups:
        inside = set(group)
        found += sum(
            bits for each in group for other, bits in near[each].items() if other in inside
        )
    return found / 2


class _Search:
    """Every partition, group by group; a branch that cannot become better is left."""

    def __init__(self, near: Near, labels: Sequence[int], sum_: float) -> None:
        self.near, self.labels, self.best = near, list(labels), sum_
        self.now = [0] * len(near)
        self.hope = [0.0] * (len(near) + 1)
        for each in reversed(range(len(near))):
            gain = sum(bits for other, bits in near[each].items() if other < each and bits > 0)
            self.hope[each] = self.hope[each + 1] + gain

    def place(self, each: int, sizes: list[int], sum_: float) -> None:
        """Put one name into each group in turn, or into a new one, and go on with the next."""
        if sum_ + self.hope[each] <= self.best + EPSILON:
            return
        if each == len(self.near):
            self.best, self.labels = sum_, list(self.now)
            return
        gains = [0.0] * len(sizes)
        for other, bits in self.near[each].items():
            if other < each:
                gains[self.now[other]] += bits
        for label in sorted(range(len(sizes)), key=lambda one: -gains[one]):
            if gains[label] > float("-inf"):
                self.now[each] = label
                self.place(each + 1, sizes, sum_ + gains[label])
        self.now[each] = len(sizes)
        self.place(each + 1, [*sizes, 1], sum_)


def _near(count: int, edges: Edges) -> list[dict[int, float]]:
    """In the order of the numbers, so that sums are added up alike however the pairs came."""
    found: list[dict[int, float]] = [{} for _ in range(count)]
    for left, right in sorted(edges):
        if left != right:
            found[left][right] = found[right][left] = edges[left, right]
    return found


def _joined(labels: Sequence[int], near: Near) -> list[int]:
    """The two groups that gain most by it become one, while any two do."""
    groups: dict[int, list[int]] = {}
    for each, label in enumerate(labels):
        groups.setdefault(label, []).append(each)
    gains = _gains(labels, near, groups)
    heap = [(-bits, *pair) for pair, bits in _pairs(gains)]
    heapq.heapify(heap)
    while heap:
        bits, left, right = heapq.heappop(heap)
        if left in groups and right in groups and gains[left].get(right) == -bits:
            groups[left] += groups.pop(right)
            for other in _merge(gains, left, right):
                pair = min(left, other), max(left, other)
                heapq.heappush(heap, (-gains[left][other], *pair))
    return _labels(len(labels), groups.values())


def _gains(labels: Sequence[int], near: Near, groups: Iterable[int]) -> dict[int, dict[int, float]]:
    """Group → other group → what joining them adds."""
    found: dict[int, dict[int, float]] = {each: {} for each in groups}
    for each, others in enumerate(near):
        mine = found[labels[each]]
        for other, bits in others.items():
            if labels[other] != labels[each]:
                mine[labels[other]] = mine.get(labels[other], 0.0) + bits
    return found


def _pairs(gains: Mapping[int, Mapping[int, float]]) -> Iterable[tuple[tuple[int, int], float]]:
    for left, others in gains.items():
        for right, bits in others.items():
            if left < right and bits > EPSILON:
                yield (left, right), bits


def _merge(gains: dict[int, dict[int, float]], left: int, right: int) -> list[int]:
    """Add up what the two groups gain with every other; the groups now worth joining with."""
    mine, theirs = gains[left], gains.pop(right)
    mine.pop(right, None)
    theirs.pop(left, None)
    for other, bits in theirs.items():
        gains[other].pop(right)
        mine[other] = gains[other][left] = mine.get(other, 0.0) + bits
    return [other for other, bits in mine.items() if bits > EPSILON]


def _moved(labels: list[int], near: Near) -> bool:
    """Move each name to the group where it gains most, or alone; did any move? Changes `labels`."""
    moved, fresh = False, max(labels, default=-1) + 1
    for each, others in enumerate(near):
        gains: dict[int, float] = {}
        for other, bits in others.items():
            gains[labels[other]] = gains.get(labels[other], 0.0) + bits
        here = gains.get(labels[each], 0.0)
        gains[fresh] = 0.0
        label = min(gains, key=lambda one: (-gains[one], one))
        if gains[label] > here + EPSILON:
            moved, labels[each] = True, label
            fresh = max(fresh, label + 1)
    return moved


def _labels(count: int, groups: Iterable[Iterable[int]]) -> list[int]:
    found = [0] * count
    for group in groups:
        label = min(group)
        for each in group:
            found[each] = label
    return found


def _groups(labels: Sequence[int]) -> list[list[int]]:
    found: dict[int, list[int]] = {}
    for each, label in enumerate(labels):
        found.setdefault(label, []).append(each)
    return sorted(found.values())
