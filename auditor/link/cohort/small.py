"""The best partition of many small parts at once: every way to divide a few rows is tried in one product.

The same answer as `auditor.link.partition.best` gives part by part; between ways of equal weight the one
with more groups is taken, as evidence that balances joins nobody.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

MOST = 8
"""Rows of a part up to which all ways are tried: 4,140 for eight, 21,147 for nine."""
CHUNK = 256
"""Parts that are weighed at a time: eight megabytes for parts of eight rows."""
DIGITS = 6
"""Decimals of bits to which two ways weigh the same (float32 keeps as many)."""


def divided(size: int, weights: "Array") -> "Array":
    """Parts × pairs (first row's first) → parts × rows: the first row of each row's group."""
    import numpy as np

    labels, inside = _ways(size)
    chunks = [weights[at : at + CHUNK] for at in range(0, len(weights), CHUNK)]
    best = [np.argmax(np.round(each @ inside, DIGITS), axis=1) for each in chunks]
    found: Array = labels[np.concatenate(best)]
    return found


@cache
def _ways(size: int) -> "tuple[Array, Array]":
    """Every way to divide so many rows, most groups first, and which pairs are inside a group of it."""
    import numpy as np

    ways = np.array(sorted(_labels(size), key=lambda each: (-len(set(each)), each)))
    one, other = np.triu_indices(size, 1)
    return ways, (ways[:, one] == ways[:, other]).T.astype(float)


def _labels(size: int) -> Iterator[tuple[int, ...]]:
    """Each row joins the group of an earlier row, named by its first, or begins one."""
    if not size:
        yield ()
        return
    for way in _labels(size - 1):
        for first in sorted(set(way)):
            yield (*way, first)
        yield (*way, size - 1)
