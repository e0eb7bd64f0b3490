"""Compare schools, and the years in which people were there."""

from collections.abc import Iterator, Sequence
from itertools import product

from auditor.link.compare import firms
from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact, Period
from auditor.model.link import Level

SCHOOLS = ("school", "first_school")
STAY = 3
"""Years between two class years of one school beyond which two people are meant (a lycée has three
classes, and pages give the first year or the last)."""


def study(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides went to the same school, in the same years."""
    here, there = left.of(*SCHOOLS), right.of(*SCHOOLS)
    if not (here and there):
        return None
    found = sorted(_shared(here, there, weights, tables), key=lambda level: -level.bits)
    if not found:
        return None
    dated = {each.left for each in found if each.level == "school_and_year"}
    if len(dated) > 1:
        return weights.level("study", "two_schools", left=found[0].left, right=found[0].right)
    return found[0]


def _shared(
    here: Sequence[Fact], there: Sequence[Fact], weights: Weights, tables: Tables
) -> Iterator[Level]:
    for one, other in product(here, there):
        named = any(char.isalpha() for char in one.value)
        if named and firms.same(_name(one), _name(other), tables):
            name = _years(one.period, other.period)
            yield weights.level("study", name, left=one.id, right=other.id)


def _name(fact: Fact) -> str:
    """The school without its year: ``lycee jean moulin 1998``."""
    return " ".join(word for word in fact.value.split() if not word.strip("()-–,").isdigit())


def _years(one: Period | None, other: Period | None) -> str:
    """Two class years are of one person where they are the same; a stay, where it holds the other's years."""
    if one is None or other is None:
        return "school"
    if one.overlaps(other):
        return "school_and_year"
    apart = max(one.low.year, other.low.year) - min(one.high.year, other.high.year)
    return "school" if apart <= STAY and _is_year(one) and _is_year(other) else "years_differ"


def _is_year(years: Period) -> bool:
    return years.high.year - years.low.year <= 1
