"""An inverted index of profiles: which of them share a feature, and who shares most that is rare."""

import math
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol

from auditor.link.crowd.features import features
from auditor.link.profiles import side
from auditor.link.weights import Tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Row = Mapping[str, object]
KEPT = 1 << 18
"""Features whose numbers are kept ready while an index is made: the common ones come again and again."""


class Rows(Protocol):
    """Profiles in an order: in memory, or in a file that gives a few at a time."""

    def __len__(self) -> int:
        """How many there are."""

    def at(self, places: Sequence[int]) -> Sequence[Row]:
        """Those in the given places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Features (as 64-bit numbers, ascending) and, for each, the places of the rows that show it."""

    rows: Rows
    features: "NDArray[np.uint64]"
    starts: "NDArray[np.int64]"
    """Where each feature's places begin in `places`; one more than there are features."""
    places: "NDArray[np.uint32]"

    def nearest(self, wanted: Iterable[str], limit: int) -> Sequence[int]:
        """The places of the rows that share most with what is wanted, each shared feature by its rarity.

        A feature that n of N rows show counts log2(N / n) bits, as if all were independent: enough to
        choose who is compared in earnest. Ties fall by place.
        """
        import numpy as np

        score = np.zeros(len(self.rows), dtype=np.float32)
        for found in map(self._of, sorted(wanted)):
            if len(found):
                score[found] += math.log2(len(self.rows) / len(found)) or 0.0
        seen = np.flatnonzero(score)
        best = seen[np.lexsort((seen, -score[seen]))][:limit]
        return [int(each) for each in best]

    def _of(self, feature: str) -> "NDArray[np.uint32]":
        import numpy as np

        number = np.uint64(_number(feature))
        at = int(np.searchsorted(self.features, number))
        if at == len(self.features) or self.features[at] != number:
            return self.places[:0]
        return self.places[self.starts[at] : self.starts[at + 1]]


def index(
    rows: Rows,
    every: Iterable[Row],
    tables: Tables,
    progress: Callable[[int], None] = lambda _: None,
) -> Index:
    """Index the rows; `every` gives them once, in order. Some 16 bytes for each feature of each row."""
    import numpy as np

    numbers, places = array("Q"), array("I")
    for at, row in enumerate(every):
        own = sorted(features(side(row), tables))
        numbers.extend(map(_number, own))
        places.extend([at] * len(own))
        progress(at + 1)
    keys = np.frombuffer(numbers, dtype=np.uint64) if numbers else np.empty(0, dtype=np.uint64)
    order = np.argsort(keys, kind="stable")
    unique, starts = np.unique(keys[order], return_index=True)
    held = np.frombuffer(places, dtype=np.uint32)[order] if places else np.empty(0, np.uint32)
    return Index(rows=rows, features=unique, starts=np.append(starts, len(held)), places=held)


@lru_cache(KEPT)
def _number(feature: str) -> int:
    """A number of 64 bits: among 30 million features two meet in one run of 40,000."""
    return int.from_bytes(blake2b(feature.encode(), digest_size=8).digest())
