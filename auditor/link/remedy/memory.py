"""Comparisons that remember: an edit touches few records, and all other pairs say what they said before."""

from collections.abc import Hashable
from dataclasses import replace

from auditor.link.comparisons import Comparison
from auditor.link.judge import Kit
from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.link import Level

_Key = tuple[str, Hashable, Hashable]


def remembering(kit: Kit) -> Kit:
    """The kit, with comparisons that look at two contents only once, whichever sides hold them."""
    known: dict[_Key, Level | None] = {}
    comparisons = {
        name: _remembering(name, compare, known) for name, compare in kit.comparisons.items()
    }
    return replace(kit, comparisons=comparisons)


def _remembering(name: str, compare: Comparison, known: dict[_Key, Level | None]) -> Comparison:
    def again(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
        key = name, _mark(left), _mark(right)
        if key not in known:
            known[key] = compare(left, right, weights, tables)
        return known[key]

    return again


@once
def _mark(side: Side) -> Hashable:
    """What tells the contents of sides apart: their records, facts and scenes."""
    scenes = (
        (each.passage, each.places, frozenset(each.companions.values()), each.month)
        for each in side.scenes
    )
    records = (each.id for each in side.records)
    facts = (each.id for each in side.facts)
    return frozenset([*records, *facts, *scenes])
