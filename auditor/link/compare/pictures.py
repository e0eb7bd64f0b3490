"""Compare the pictures that people show: copies of one picture, told by its hash, never by faces."""

from itertools import product

from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.link import Level
from auditor.model.picture import distance

_BITS = 64
SAME, VARIANT = 4, 10
"""Bits of 64 in which the hashes of one picture differ: saved again, or cut and relit (linkage design
advice; `rules/media.yml` for the second)."""


def picture(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:  # noqa: ARG001
    """The two sides show the same picture."""
    here, there = left.of("picture"), right.of("picture")
    if not (here and there):
        return None
    pairs = product(here, there)
    one, other = min(pairs, key=lambda pair: _apart(pair[0].value, pair[1].value))
    bits = _apart(one.value, other.value)
    if bits > VARIANT:
        return None
    return weights.level(
        "picture", "same" if bits <= SAME else "variant", left=one.id, right=other.id
    )


def _apart(one: str, other: str) -> int:
    """The bits in which two hashes differ; what is no hash is near to itself alone."""
    if one == other:
        return 0
    try:
        return distance(one, other)
    except ValueError:
        return _BITS
