"""How surprising a handle is: a small model of the signs that handles are made of.

The idea is Perito et al. 2011 (How Unique and Traceable Are Usernames?): the fewer people would hit on a
handle, the more it says that two accounts with it are one person's. The counts are made by
`training/handles.py` from names and words; `data/handles.tsv` holds them.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

ORDER = 3
"""Signs that the next one is told from: with four the table grows fivefold and says little more."""
START, END, REST = "^", "$", "*"
"""Before the first sign, after the last, and what a run leaves to the shorter one."""
ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789._-" + END
"""What a handle is made of, folded; any other sign counts as one the model has never seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Which sign follows which: the last signs → the next → how often."""

    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def bits(self, handle: str) -> float:
        """−log2 of the probability that somebody's handle is exactly this (folded) one."""
        told = START * ORDER + handle + END
        places = range(ORDER, len(told))
        return -sum(math.log2(self._chance(told[at - ORDER : at], told[at])) for at in places)

    def _chance(self, before: str, sign: str) -> float:
        """How likely the sign is after these (Witten–Bell: what is seldom seen leans on the shorter context)."""
        chance = 1 / len(ALPHABET)
        for length in range(len(before) + 1):
            following = self.counts.get(before[len(before) - length :])
            if following is None:
                break
            chance = (following.get(sign, 0) + following[REST] * chance) / following[""]
        return chance


def signs(rows: Iterable[Mapping[str, str]]) -> Signs:
    """The model from the lines of its table: ``before``, and ``next`` as ``a12 b3``."""
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        following = {each[0]: int(each[1:]) for each in row["next"].split(" ")}
        following[""] = sum(following.values())
        counts[row["before"].lstrip("|")] = following
    return Signs(counts=counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """How many people bear a name that begins so: a sorted table and its running sums."""

    names: Sequence[str] = ()
    sums: Sequence[float] = ()

    def share(self, start: str) -> float:
        """The share of people whose name begins with `start`; 0 where no name of the table does."""
        low = bisect_left(self.names, start)
        high = bisect_left(self.names, start + "\uffff")
        if low == high:
            return 0.0
        return self.sums[high - 1] - (self.sums[low - 1] if low else 0.0)


def starts(table: Mapping[str, float]) -> Starts:
    """The table made ready to be asked for beginnings."""
    names = sorted(table)
    return Starts(names=names, sums=list(accumulate(table[name] for name in names)))
