"""Compare the people someone is shown with or names, and the scenes they share."""

from collections.abc import Mapping
from itertools import product

from auditor.link.compare.forms import cut
from auditor.link.side import Scene, Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Feature, Level

KNOWN = "third_party_mention colleague manager partner ex_partner relative child_name client_name".split()
"""Kinds that name somebody else."""
COMMON = 0.005
"""The share of people from which a first name is common: the fifty commonest of France have more."""
_SEVERAL = 3


def companions(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides are shown with the same people in one place or month, or know them."""
    found = [
        level
        for compare in (_met, _acquainted)
        if (level := compare(left, right, weights, tables)) is not None
    ]
    return max(found, key=lambda level: level.bits, default=None)


def _met(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    best: Level | None = None
    for one, other in product(left.scenes, right.scenes):
        shared = one.companions.keys() & other.companions.keys()
        if not shared or not meet(one, other, both=len(shared) == 1) or _common(shared, tables):
            continue
        share = 1.0
        for given in shared:
            share *= tables.given_share(given)
        named = min(shared, key=lambda given: (tables.given_share(given), given))
        level = weights.level(
            "companions",
            "two" if len(shared) > 1 else "one",
            share=share,
            left=one.companions[named],
            right=other.companions[named],
        )
        if best is None or level.bits > best.bits:
            best = level
    return best


def _common(shared: set[str], tables: Tables) -> bool:
    """One common first name: everybody knows a Marie."""
    return len(shared) == 1 and tables.given_share(next(iter(shared))) >= COMMON


def _acquainted(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """People whom both name with first name and surname, wherever."""
    here, there = known(left, tables), known(right, tables)
    shared = sorted(here.keys() & there.keys(), key=lambda each: (_share(each, tables), each))
    if not shared:
        return None
    # Long lists meet by chance: each pair of entries is one more try.
    tries = len(here) * len(there)
    share = 1.0
    for each in shared[:_SEVERAL]:
        share *= min(1.0, tries * _share(each, tables))
    name = {1: "one_known", 2: "two_known"}.get(len(shared), "circle")
    one, other = here[shared[0]], there[shared[0]]
    return weights.level("companions", name, share=share, left=one.id, right=other.id)


def _share(name: tuple[str, str], tables: Tables) -> float:
    return tables.given_share(name[0]) * tables.surname_share(name[1])


@once
def known(side: Side, tables: Tables) -> Mapping[tuple[str, str], Fact]:
    """Given name and surname of each person a side names → the fact that does."""
    people: dict[tuple[str, str], Fact] = {}
    for fact in named(side):
        given, surname = cut(fact.value, tables)
        if len(given) > 1 and len(surname) > 1:
            people.setdefault((given, surname), fact)
    return people


@once
def named(side: Side) -> list[Fact]:
    """The facts of a side that name other people."""
    return [fact for fact in side.asserted if fact.kind in KNOWN]


def scene(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides are shown in the same place in the same month, in company."""
    for one, other in product(left.scenes, right.scenes):
        if meet(one, other, both=True) and one.companions and other.companions:
            return weights.level(
                "scene", "place_and_month", left=_feature(left, one), right=_feature(right, other)
            )
    return None


def meet(one: Scene, other: Scene, *, both: bool = False) -> bool:
    """Same place and month; one of them missing is allowed unless `both` is asked."""
    places = one.places & other.places
    months = one.month is not None and one.month == other.month
    if both:
        return bool(places) and months
    clash = bool(one.places and other.places and not places) or (
        one.month is not None and other.month is not None and not months
    )
    return (bool(places) or months) and not clash


def _feature(side: Side, each: Scene) -> Feature:
    where = ", ".join(sorted(each.places))
    value = " ".join(filter(None, (where, each.month)))
    return Feature(record=side.records[0].id, feature="scene", value=value)
