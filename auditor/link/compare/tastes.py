"""Compare tastes: the works, makers and dishes that few people name."""

from collections.abc import Mapping

from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Level
from auditor.model.names import fold

LIKED = ("favourite", "public_like")
FINGERPRINT = 6
"""Rare items that make a fingerprint (eight ratings, two of them wrong, told 96 % of the members of a
film service apart: Narayanan and Shmatikov 2008)."""
_SOME = 3


def taste(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides like the same things that few others like: worth a look, never a join."""
    here, there = rare(left, weights, tables), rare(right, weights, tables)
    shared = sorted(here.keys() & there.keys())
    if len(shared) < _SOME:
        return None
    name = "fingerprint" if len(shared) >= FINGERPRINT else "some"
    return weights.level("taste", name, left=here[shared[0]].id, right=there[shared[0]].id)


@once
def rare(side: Side, weights: Weights, tables: Tables) -> Mapping[str, Fact]:
    """What a side likes and is neither on the list of what everybody likes nor an ordinary word."""
    popular = weights.words.get("popular", ())
    found: dict[str, Fact] = {}
    for fact in side.of(*LIKED):
        item = " ".join(fold(fact.value).split())
        if item not in popular and item not in tables.ordinary:
            found.setdefault(item, fact)
    return found
