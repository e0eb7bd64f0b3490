"""What the names of two sides say where another comparison has to ask."""

from auditor.link.compare.forms import forms
from auditor.link.compare.identity import named
from auditor.link.side import Side
from auditor.link.weights import Tables, Weights


def contradict(left: Side, right: Side, weights: Weights, tables: Tables) -> bool:
    """Do the two sides show the names of two people?"""
    level = named(left, right, weights, tables)
    return level is not None and level.bits < 0


def is_pseudonymous(side: Side, tables: Tables) -> bool:
    """Does the side show no name that people bear: a handle alone, or “Night Owl”?"""
    return not any(
        each.given in tables.given or each.surname in tables.surnames
        for each in forms(side, tables)
    )
