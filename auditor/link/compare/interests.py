"""Compare what people do, belong to, own, and where they are seen."""

from collections.abc import Callable
from itertools import product

from rapidfuzz.fuzz import ratio

from auditor.link.compare.moments import is_open, shared
from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Level
from auditor.model.names import fold

ALIKE = 92.0
"""rapidfuzz ratio from which two names of a group or a thing are one."""
_SEEN = ("checkin", "geotag")
_SMALL = frozenset("le la les l de du des d et the of and a".split())


def activity(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides play the same instrument or share a pastime."""
    here, there = (_of(side, "activity") for side in (left, right))
    if not (here and there):
        return None
    common = sorted(
        here.keys() & there.keys(), key=lambda each: (each not in tables.instruments, each)
    )
    if common:
        name = "instrument" if common[0] in tables.instruments else "same"
        one, other = here[common[0]], there[common[0]]
        return weights.level("activity", name, left=one.id, right=other.id)
    played = [[side[each] for each in side if each in tables.instruments] for side in (here, there)]
    if all(played):
        return weights.level("activity", "conflict", left=played[0][0].id, right=played[1][0].id)
    return None


def _of(side: Side, kind: str) -> dict[str, Fact]:
    return {fact.value: fact for fact in side.of(kind)}


def group(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides belong to the same band, club or association."""
    found = _first(left, right, "group_membership", _close)
    if found is not None:
        return weights.level("group", "same", left=found[0].id, right=found[1].id)
    found = _first(left, right, "group_membership", _acronym)
    if found is not None:
        return weights.level("group", "acronym", left=found[0].id, right=found[1].id)
    return None


def belonging(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides own the same thing of the same make."""
    found = _first(left, right, "belonging", _close)
    if found is None:
        return None
    return weights.level("belonging", "same", left=found[0].id, right=found[1].id)


def venue(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides are seen at the same venue."""
    here, there = left.of(*_SEEN), right.of(*_SEEN)
    if not (here and there) or next(shared(left, right, weights, tables), None):
        return None  # where both go again and again, `moment` weighs it
    for one, other in product(here, there):
        named = any(char.isalpha() for char in one.value)  # coordinates are near in no other way
        if named and _close(one, other) and tables.place(one.value) is None:
            name = "public" if is_open(one.value, weights) else "same"
            return weights.level("venue", name, left=one.id, right=other.id)
    return None


def _first(
    left: Side, right: Side, kind: str, agree: Callable[[Fact, Fact], bool]
) -> tuple[Fact, Fact] | None:
    here, there = left.of(kind), right.of(kind)
    if not (here and there):
        return None
    pairs = product(here, there)
    return next(((one, other) for one, other in pairs if agree(one, other)), None)


def _close(one: Fact, other: Fact) -> bool:
    return ratio(fold(one.value), fold(other.value)) >= ALIKE


def _acronym(one: Fact, other: Fact) -> bool:
    """``VC`` stands for ``Les Volets Clos``."""
    for short, long in ((one.value, other.value), (other.value, one.value)):
        words = [word for word in fold(long).split() if word not in _SMALL]
        if 1 < len(short) == len(words) and fold(short) == "".join(word[0] for word in words):
            return True
    return False
