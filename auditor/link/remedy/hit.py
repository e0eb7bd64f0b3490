"""Sets that take something of every core: a good one at once, and the cheapest by an integer program (HiGHS)."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from auditor.link.remedy.choices import Choice
from auditor.link.remedy.cores import Core

TIE = 1e-6
"""What the place in the order adds to a cost, so that of equal sets always the same one is taken."""
TAKEN = 0.5
"""A 0/1 variable is solved for in floating point."""


def greedy(cores: Sequence[Core], *, alone: bool) -> frozenset[Choice] | None:
    """A set of edits that meets every core, and no edit of which could be left out; None where there is none.

    What meets most cores for its cost is taken first: near the cheapest, and found without a solver.
    """
    rows = _allowed(cores, alone=alone)
    if not all(rows):
        return None
    taken: list[Choice] = []
    left = rows
    while left:
        met: dict[Choice, int] = {}
        for one in (one for row in left for one in row):
            met[one] = met.get(one, 0) + 1
        taken.append(min(met, key=lambda one: (one.cost / met[one], one.key)))
        left = [row for row in left if taken[-1] not in row]
    return _pruned(taken, rows)


def cheapest(cores: Sequence[Core], *, alone: bool) -> frozenset[Choice] | None:
    """The set of edits of least cost that meets every core; None where there is none.

    `alone`: only what the subject can do. Cores that share nothing are met each by its cheapest edit;
    else a mixed-integer program is solved to the optimum: a 0/1 variable for each edit, a row for each core.
    """
    rows = _allowed(cores, alone=alone)
    if not all(rows):
        return None
    if all(left.isdisjoint(right) for left, right in combinations(rows, 2)):
        return frozenset(min(each, key=lambda one: (one.cost, one.key)) for each in rows)
    return _solved(rows)


def cost(edits: Iterable[Choice]) -> float:
    """All efforts together."""
    return sum(each.cost for each in edits)


def _allowed(cores: Iterable[Core], *, alone: bool) -> list[Core]:
    return [frozenset(one for one in each if one.own or not alone) for each in cores]


def _pruned(taken: Iterable[Choice], rows: Iterable[Core]) -> frozenset[Choice]:
    """Without what the others make needless, the dearest first."""
    kept = set(taken)
    for one in sorted(kept, key=lambda each: (-each.cost, each.key)):
        if all(row & (kept - {one}) for row in rows):
            kept.discard(one)
    return frozenset(kept)


def _solved(rows: Sequence[Core]) -> frozenset[Choice]:
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    order = sorted({one for each in rows for one in each}, key=lambda one: one.key)
    matrix = np.array([[one in each for one in order] for each in rows], dtype=float)
    found = milp(
        np.array([one.cost + TIE * at for at, one in enumerate(order)]),
        integrality=np.ones(len(order)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, lb=1),
    )
    return frozenset(one for one, taken in zip(order, found.x, strict=True) if taken > TAKEN)
