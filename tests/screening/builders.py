"""Small logs, written as their cells."""

from datetime import date
from functools import cache

from auditor.model.screening_rule import Place, Table
from auditor.resources.folders import folder
from auditor.screening.check import checked
from auditor.screening.load import jurisdiction
from auditor.screening.read import assembled

ON = date(2026, 11, 26)
HOME = folder("rules") / "screening"


@cache
def _law(place):
    return jurisdiction(HOME, Place(place), lambda words: ())


def under(place="FR", free=None):
    if free is None:
        return _law(place)
    return jurisdiction(HOME, Place(place), free)


def rows(cells):
    """Rows of cells under one head."""
    head = list(dict.fromkeys(name for row in cells for name in row))
    return iter([head, *([row.get(name, "") for name in head] for row in cells)])


def read(looks=(), candidates=(), practice=None, *, day_first=True):
    tables = {
        Table.LOOKS: list(looks),
        Table.CANDIDATES: list(candidates),
        Table.PRACTICE: [practice] if practice else [],
    }
    return assembled({k: rows(v) for k, v in tables.items() if v}, day_first=day_first)


def found(place, looks=(), candidates=(), practice=None, on=ON, **more):
    law = under(place, **more)
    log = read(looks, candidates, practice, day_first=law.card.day_first)
    return checked(log, law, on)


def codes(result):
    return {each.rule.code for each in result.broken}


def missing(result):
    return {each.code for each in result.missing}
