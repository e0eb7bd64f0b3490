"""Groups from signed pairs: who is together so that most of what speaks for it holds, least against it.

Correlation clustering (Bansal, Blum and Chawla 2004): the sum of the weights inside groups is made as
large as possible. Any hashable names that can be sorted will do; neither the order of the pairs nor of
the names within a pair matters. A pair that is not told weighs nothing: not compared is not different.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from auditor.link.partition import EXACT, agreed, best


class _Sorted(Hashable, Protocol):
    """A name that can be put in order."""

    def __lt__(self, other: Any, /) -> bool:
        """Does it come first?"""


Name = TypeVar("Name", bound=_Sorted)
Edge = tuple[int, int]


def correlate(
    weights: Mapping[tuple[Name, Name], float], cannot: Collection[tuple[Name, Name]] = ()
) -> tuple[frozenset[Name], ...]:
    """The groups of largest total weight in which no `cannot` pair is together.

    `weights` are bits: positive where two are rather one, negative where they are rather two. Exact for
    parts of at most `EXACT` names; larger ones are joined greedily and then improved move by move.
    Groups come in the order of their first names; every name that is told is in one of them.
    """
    names = sorted({name for pair in weights for name in pair})
    place = {name: at for at, name in enumerate(names)}
    apart = {
        _edge(place[left], place[right])
        for left, right in cannot
        if left in place and right in place
    }
    edges = {_edge(place[left], place[right]): bits for (left, right), bits in weights.items()}
    found = grouped(len(names), edges, apart)
    return tuple(frozenset(names[each] for each in group) for group in found)


def grouped(
    count: int, edges: Mapping[Edge, float], apart: Collection[Edge] = frozenset()
) -> list[list[int]]:
    """The same for the numbers 0 to `count`: edges (smaller number first) with their bits → groups."""
    apart = apart if isinstance(apart, set | frozenset) else set(apart)
    roots = _roots(count, (edge for edge, bits in edges.items() if bits > 0 and edge not in apart))
    members: dict[int, list[int]] = {}
    for each, root in enumerate(roots):
        members.setdefault(root, []).append(each)
    inside = _inside(roots, edges, apart)
    found = [
        group
        for root, part in members.items()
        for group in _split(part, inside.get(root, ()), edges, apart)
    ]
    return sorted(found)


def _split(
    part: Sequence[int],
    inside: Sequence[Edge],
    edges: Mapping[Edge, float],
    apart: Collection[Edge],
) -> Iterable[list[int]]:
    """The groups of one connected part; two names, and parts without anything against, are quick."""
    if not inside or len(part) == 2:  # noqa: PLR2004 - a pair that is connected has nothing against it
        return [list(part)]
    at = {each: number for number, each in enumerate(part)}
    local = {
        (at[left], at[right]): float("-inf") if (left, right) in apart else edges[left, right]
        for left, right in inside
    }
    found = best(len(part), local) if len(part) <= EXACT else agreed(len(part), local)
    return [[part[each] for each in group] for group in found]


def _inside(
    roots: Sequence[int], edges: Mapping[Edge, float], apart: Collection[Edge]
) -> dict[int, list[Edge]]:
    """Part → all its edges, for those parts that hold something against; no others need a thought."""
    doubtful = {
        roots[left] for (left, right) in _against(edges, apart) if roots[left] == roots[right]
    }
    found: dict[int, list[Edge]] = {each: [] for each in doubtful}
    if not doubtful:
        return found
    for edge in edges:
        root = roots[edge[0]]
        if root in doubtful and root == roots[edge[1]]:
            found[root].append(edge)
    for edge in apart:
        root = roots[edge[0]]
        if edge not in edges and root == roots[edge[1]]:
            found[root].append(edge)
    return found


def _against(edges: Mapping[Edge, float], apart: Collection[Edge]) -> Iterator[Edge]:
    yield from (edge for edge, bits in edges.items() if bits < 0)
    yield from apart


def _roots(count: int, edges: Iterable[Edge]) -> list[int]:
    """Each number → the smallest that it is connected with."""
    parent = list(range(count))
    for one, other in edges:
        left, right = one, other
        while parent[left] != left:
            parent[left] = left = parent[parent[left]]
        while parent[right] != right:
            parent[right] = right = parent[parent[right]]
        if left < right:
            parent[right] = left
        elif right < left:
            parent[left] = right
    for each in range(count):  # a parent is never larger than its child
        parent[each] = parent[parent[each]]
    return parent


def _edge(left: int, right: int) -> Edge:
    return (left, right) if left <= right else (right, left)
