"""Compare the pictures that people show: copies of one picture, told by its hash."""

from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.link import Level


def picture(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides show the same picture."""
    there = {fact.value: fact for fact in right.of("picture")}
    for fact in left.of("picture"):
        if fact.value in there:
            return weights.level("picture", "same", left=fact.id, right=there[fact.value].id)
    return None
