"""A rule made ready for a place, and what came of asking it of every row."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from auditor.model.screening_rule import Law, PlaceCard, ScreeningRule, Table
from auditor.screening.expression import Check, Test, Truth, parse
from auditor.screening.names import NAMES, OF_LOOKS, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A rule as a place has it."""

    rule: ScreeningRule
    check: Check
    laws: tuple[tuple[str, Law], ...]
    since: datetime.date
    severity: int
    table: Table
    """Whose rows it is asked of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What came of asking a rule."""

    units: list[Unit]
    """Those that break it."""
    told: bool
    unknown: Mapping[str, list[Unit]]
    """The names that cannot be told, with the rows."""


def asked(rule: ScreeningRule, card: PlaceCard) -> Asked | None:
    """The rule as the place has it; None where it has not.

    Raises:
        PackError: its check is not understood.
    """
    laws = tuple((pack, rule.laws[pack]) for pack in reversed(card.packs) if pack in rule.laws)
    if not laws:
        return None
    check = parse(rule.check)
    return Asked(
        rule=rule,
        check=check,
        laws=laws,
        since=min(law.since for _, law in laws),
        severity=max(law.severity or rule.severity for _, law in laws),
        table=_table(check),
    )


def _table(check: Check) -> Table:
    """Whose rows a check is asked of: the narrowest that one of its names speaks of."""
    if OF_LOOKS & set(check.names):
        return Table.LOOKS
    tables = {NAMES[each].table for each in check.names}
    return Table.CANDIDATES if Table.CANDIDATES in tables else Table.PRACTICE


def tally(rule: Asked, units: Iterable[Unit]) -> Tally:
    """Which rows break the rule and which cannot be told; a row older than the law is not asked."""
    test, since = _once_a_kind(rule.check), rule.since
    broken, untold, told = [], [], False
    for unit in units:
        if unit.day < since:
            continue
        so = test(unit)
        if so:
            broken.append(unit)
        elif so is None:
            untold.append(unit)
        else:
            told = True
    return Tally(units=broken, told=told or bool(broken), unknown=_unknown(rule.check, untold))


def _once_a_kind(check: Check) -> Test:
    """The test, asked once of all looks that say the same in the cells it follows from.

    A log of a hundred thousand looks has a few dozen ways to fill them.
    """
    names = [NAMES[each] for each in check.names]
    if not all(each.cells for each in names):
        return check.test
    cells = attrgetter(*dict.fromkeys(cell for each in names for cell in each.cells))
    known: dict[Any, Truth] = {}

    def test(unit: Unit) -> Truth:
        said = cells(unit.look)
        if said not in known:
            known[said] = check.test(unit)
        return known[said]

    return test


def _unknown(check: Check, units: list[Unit]) -> Mapping[str, list[Unit]]:
    if len(check.names) == 1:
        return {check.names[0]: units} if units else {}
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        for name in check.unknown(unit):
            found[name].append(unit)
    return found
