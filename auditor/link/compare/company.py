"""Compare the people someone is shown with, and the scenes they share."""

from itertools import product

from auditor.link.side import Scene, Side
from auditor.link.weights import Tables, Weights
from auditor.model.link import Feature, Level


def companions(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides are shown with the same people, in the same place or month."""
    best: Level | None = None
    for one, other in product(left.scenes, right.scenes):
        shared = one.companions.keys() & other.companions.keys()
        if not shared or not meet(one, other):
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
