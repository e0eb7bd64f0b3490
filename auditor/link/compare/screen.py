"""Many names against many: a cheap look at all pairs, the dear one at what is left.

All pairs are looked at by one pass of rapidfuzz over letters put in one order; only those that pass are
given to `names_score`. What the look lets go is what no level of a name comparison would take.
"""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from auditor.link.compare.names import Bare, read, score
from auditor.link.compare.spelling import latin
from auditor.link.weights import Tables

LEAST = 60.0
"""rapidfuzz ratio (0–100) of sorted words, from which a pair is looked at closely. Names drawn by how common
they are reach 21 to 48 where unrelated, 40 to 80 with one word of two in common, 62 to 86 with an initial
for a given name (5 % and 95 % of 5,000 pairs)."""
ROWS = 256
"""Names laid against all others at a time: a block of 256 × 100,000 takes 26 MB."""


def keys(names: Iterable[str]) -> list[str]:
    """Each name as it is screened: Latin letters, folded, its words in alphabetical order."""
    return [" ".join(sorted(latin(name).replace("-", " ").split())) for name in names]


def survivors(
    left: Sequence[str], right: Sequence[str], *, least: float = LEAST, workers: int = 1
) -> Iterator[tuple[int, int]]:
    """The pairs of screening keys that are worth a closer look, as places in both lists."""
    import numpy as np

    for start in range(0, len(left), ROWS):
        found = process.cdist(
            left[start : start + ROWS],
            right,
            scorer=fuzz.ratio,
            score_cutoff=least,
            dtype=np.uint8,
            workers=workers,
        )
        for at, to in zip(*np.nonzero(found), strict=True):
            yield start + int(at), int(to)


def screened(
    left: Sequence[str], right: Sequence[str], tables: Tables, *, least: float = LEAST
) -> Iterator[tuple[int, int, float]]:
    """The pairs of two lists of names that survive the look, each with its bits."""
    ready: dict[str, Bare] = {}
    for at, to in survivors(keys(left), keys(right), least=least):
        here, there = (
            ready.get(name) or ready.setdefault(name, read(name, tables))
            for name in (left[at], right[to])
        )
        yield at, to, score(here, there, tables)
