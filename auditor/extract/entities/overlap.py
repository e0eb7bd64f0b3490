"""Of what overlaps, the best is kept."""

from bisect import bisect_left
from collections.abc import Iterable

from auditor.extract.entities.entity import Entity

LARGER = 0.25
"""By how much an address outranks what stands in it: “rue du 8 mai 1945” names no day."""


def resolved(found: Iterable[Entity]) -> list[Entity]:
    """The best of all that overlap, from left to right."""
    return first_come(sorted(found, key=_rank))


def first_come(ranked: Iterable[Entity]) -> list[Entity]:
    """Those that no one before them in the order overlaps, from left to right."""
    kept: list[tuple[int, int, Entity]] = []
    for each in ranked:
        at = bisect_left(kept, (each.start, -1))
        clear = at == 0 or kept[at - 1][1] <= each.start
        if clear and (at == len(kept) or kept[at][0] >= each.end):
            kept.insert(at, (each.start, each.end, each))
    return [each for _, _, each in kept]


def _rank(each: Entity) -> tuple[float, int, int]:
    larger = LARGER if each.type == "address" else 0.0
    return (-each.score - larger, each.start - each.end, each.start)
