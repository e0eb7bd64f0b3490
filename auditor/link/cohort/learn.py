"""Weights that a cohort teaches itself: expectation–maximisation over the patterns of its pairs.

A pair is one person, two strangers, or two people of one household, who share a surname, a town, a phone.
u of a level comes from pairs drawn at random, or from the frequency of the value itself, less what those
who are one person lend it (in a small file most who share a mailbox are one); m, what households share,
and how many of each there are is learned. There are some ten thousand patterns
however many pairs there are, so a round takes milliseconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from auditor.link.cohort.levels import RADIX, Compared

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

ROUNDS = 100
"""Rounds at most; shares settle in some thirty."""
SETTLED = 1e-4
"""Relative change of the expected matches at which it stops."""
GROUND = 0.5
"""Pairs added to every level before counting, so that nothing seen never is nothing possible."""
FIRST = 0.75
"""m of full agreement to begin with; the rest is spread over the other levels."""

Agreeing = Mapping[tuple[str, str], float]
"""Comparison and step → pairs of the whole cohort that show it, compared or not."""
Counted = Iterable[tuple[int, int, int, int]]
"""Pattern, whole bits of rarity of what is one's own, the same of what is a household's, pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Which comparisons there are, which a household shares, which two are weighed as one."""

    model: Sequence[Compared]
    home: frozenset[str]
    joint: tuple[str, str]

    def digits(self, pattern: "Array") -> "list[Array]":
        """The digit of each comparison in each pattern."""
        return [(pattern // RADIX**at) % RADIX for at in range(len(self.model))]

    def person(self, digits: "list[Array]") -> "list[Array]":
        """The digits as they are weighed for one person: the joint ones as one number."""
        names = [each.name for each in self.model]
        if not set(self.joint) <= set(names):
            return digits
        first, second = (names.index(each) for each in self.joint)
        rest = [digit for at, digit in enumerate(digits) if at not in {first, second}]
        return [digits[first] * RADIX + digits[second], *rest]

    def household(self, digits: "list[Array]") -> "list[Array]":
        """The digits of what a household shares."""
        return [
            digit for digit, each in zip(digits, self.model, strict=True) if each.name in self.home
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What the cohort taught: log2 of m for one person and one household, of u, and of the shares."""

    shape: Shape
    person: "Sequence[Array]"
    household: "Sequence[Array]"
    strangers: "Sequence[Array]"
    prior: float
    """log2 of the share of pairs that are one person."""
    relatives: float
    """The same, of one household."""
    matches: float
    """Pairs expected to be one person among those compared."""

    formula = (
        "person - log2(greatest(pow(2, strangers - own - home) + pow(2, household - own), 1e-300))"
    )
    """Bits of a pair, from the columns of `weigh` and the rarity of its values."""
    curve = "summed"

    def weigh(self, patterns: "Sequence[int] | Array") -> Mapping[str, "Array"]:
        """log2 of how likely each pattern is for each class, before the frequency of its values."""
        import numpy as np

        digits = self.shape.digits(np.array(patterns, dtype=np.int64))
        u = [table[digit] for table, digit in zip(self.strangers, digits, strict=True)]
        own = [
            bits
            for bits, each in zip(u, self.shape.model, strict=True)
            if each.name not in self.shape.home
        ]
        return {
            "person": _summed(self.person, self.shape.person(digits)) + self.prior,
            "strangers": np.sum(u, axis=0),
            "household": _summed(self.household, self.shape.household(digits))
            + np.sum(own, axis=0)
            + self.relatives,
        }


def learn(
    counted: Counted,
    drawn: Iterable[tuple[int, int]],
    shape: Shape,
    rows: int,
    agreeing: Agreeing = MappingProxyType({}),
) -> Learned:
    """Learn from the patterns of the pairs compared and of pairs drawn at random (pattern, pairs)."""
    import numpy as np

    found = np.array(list(counted), dtype=np.int64).reshape(-1, 4)
    own, shared, count = (found[:, at].astype(float) for at in (1, 2, 3))
    random = np.array(list(drawn), dtype=np.int64).reshape(-1, 2)
    known = _begun(shape, _strangers(shape, random), rows)
    digits = shape.digits(found[:, 0])
    person, household = shape.person(digits), shape.household(digits)
    for _ in range(ROUNDS):
        bits = known.weigh(found[:, 0])
        parts = _exponents(
            bits["person"], bits["strangers"] - own - shared, bits["household"] - own
        )
        whole = np.sum(parts, axis=0)
        one, home = parts[0] / whole * count, parts[2] / whole * count
        before = known.matches
        known = Learned(
            shape=shape,
            person=[_log_m(one, codes) for codes in person],
            household=[_log_m(home, codes) for codes in household],
            strangers=_less(known, digits, one + home, agreeing),
            prior=_share(float(one.sum()), rows),
            relatives=_share(float(home.sum()), rows),
            matches=float(one.sum()),
        )
        if abs(known.matches - before) <= SETTLED * before:
            break
    return known


def _less(
    known: Learned, digits: "list[Array]", known_pairs: "Array", agreeing: Agreeing
) -> "list[Array]":
    """The tables of strangers, where a value's frequency is less what people who know one another lend it."""
    import numpy as np

    found = []
    for table, digit, each in zip(known.strangers, digits, known.shape.model, strict=True):
        changed = table.copy()
        for step in each.steps:
            pairs = agreeing.get((each.name, step.name), 0.0)
            if pairs > 0:
                lent = known_pairs[digit == each.digit(step.name)].sum()
                left = max(pairs - float(lent), GROUND)
                changed[each.digit(step.name)] = np.log2(min(left / pairs, 1.0))
        found.append(changed)
    return found


def _begun(shape: Shape, strangers: "Sequence[Array]", rows: int) -> Learned:
    """Where learning begins: mostly full agreement; each row has one other, and one relative."""
    tables = [_start(each) for each in shape.model]
    names = [each.name for each in shape.model]
    person = tables
    if set(shape.joint) <= set(names):
        first, second = (names.index(each) for each in shape.joint)
        joint = (tables[first][:, None] + tables[second][None, :]).reshape(-1)
        person = [
            joint,
            *(table for at, table in enumerate(tables) if at not in {first, second}),
        ]
    home = [table for name, table in zip(names, tables, strict=True) if name in shape.home]
    return Learned(
        shape=shape,
        person=person,
        household=home,
        strangers=strangers,
        prior=_share(rows, rows),
        relatives=_share(rows, rows),
        matches=float(rows),
    )


def _share(pairs: float, rows: int) -> float:
    import numpy as np

    return float(np.log2(max(pairs, 1.0) / max(rows * (rows - 1) / 2, 1.0)))


def _summed(tables: "Sequence[Array]", codes: "Sequence[Array]") -> "Array":
    import numpy as np

    found = [table[each] for table, each in zip(tables, codes, strict=True)]
    return np.sum(found, axis=0) if found else np.zeros(1)


def _exponents(*bits: "Array") -> "list[Array]":
    """Powers of two that do not overflow; only their ratio matters."""
    import numpy as np

    top = np.max(bits, axis=0)
    return [np.exp2(each - top) for each in bits]


def _log_m(expected: "Array", codes: "Array") -> "Array":
    """log2 of how often each level is shown by the pairs expected; saying nothing weighs nothing."""
    import numpy as np

    sums = np.bincount(codes, weights=expected, minlength=RADIX * RADIX)
    there = np.bincount(codes, minlength=RADIX * RADIX) > 0
    there[0] = False
    # A level that no pair showed is as rare as one shown half a time.
    table = np.full(len(sums), np.log2(GROUND / (sums[there].sum() + GROUND * len(sums))))
    table[0] = 0.0
    table[there] = np.log2((sums[there] + GROUND) / (sums[there] + GROUND).sum())
    return table


def _strangers(shape: Shape, random: "Array") -> "list[Array]":
    """log2 of u of each level that no frequency of a value stands for."""
    import numpy as np

    found = []
    for digit, each in zip(shape.digits(random[:, 0]), shape.model, strict=True):
        sums = np.bincount(digit, weights=random[:, 1], minlength=RADIX) + GROUND
        table = np.zeros(RADIX)
        for step in each.steps:
            if not step.shares and not step.counted:
                at = each.digit(step.name)
                table[at] = np.log2(sums[at] / sums[1 : len(each.steps) + 1].sum())
        found.append(table)
    return found


def _start(each: Compared) -> "Array":
    import numpy as np

    top = len(each.steps)
    table = np.zeros(RADIX)
    table[1:top] = np.log2((1 - FIRST) / max(top - 1, 1))
    table[top] = np.log2(FIRST)
    return table
