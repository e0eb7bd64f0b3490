"""A log held against the rules of a place: what breaks which rule, and what cannot be told."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from auditor.model.screening import (
    Broken,
    Checked,
    Evidence,
    Law,
    Missing,
    PlaceCard,
    ScreeningRule,
    Share,
    Table,
)
from auditor.screening import retention
from auditor.screening.desk import Desk, desk
from auditor.screening.expression import Check, parse
from auditor.screening.load import Jurisdiction
from auditor.screening.log import Log, Look
from auditor.screening.months import day_of, later
from auditor.screening.names import NAMES, OF_LOOKS, Unit
from auditor.screening.noted import Noted

SHOWN = 20
"""Rows of evidence that a rule shows; a person reads no more, the result counts all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A rule made ready for a place."""

    rule: ScreeningRule
    check: Check
    laws: tuple[tuple[str, Law], ...]
    since: datetime.date
    severity: int
    table: Table


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What came of asking a rule."""

    units: list[Unit] = field(default_factory=list)
    told: bool = False
    unknown: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Pseudonyms, the same throughout a result."""

    candidates: Mapping[str, str]
    recruiters: Mapping[str, str]


def checked(log: Log, under: Jurisdiction, on: datetime.date) -> Checked:
    """The log on a day.

    Raises:
        PackError: a rule's check is not understood.
    """
    known = Noted(of=under.ground, protected=frozenset(under.card.protected))
    whole = desk(log, on, known)
    names = _pseudonyms(log)
    asked = [each for rule in under.rules if (each := _asked(rule, under.card)) is not None]
    units = _units(log, whole)
    tallies = [(each, _tally(each, units[each.table], on)) for each in asked]
    broken = [_broken(each, tally, whole, names, known) for each, tally in tallies if tally.units]
    purge, keep = retention.held(log.files, under.card.retention, on, names.candidates)
    return Checked(
        place=under.place,
        employer=log.practice.employer,
        on=on,
        looks=len(log.looks),
        candidates=len(names.candidates),
        rules=len(asked),
        broken=tuple(sorted(broken, key=lambda each: (-each.severity, each.rule.code))),
        passed=tuple(each.rule for each, tally in tallies if tally.told and not tally.units),
        missing=tuple(one for each, tally in tallies for one in _missing(each, tally, log)),
        unreadable=log.unreadable,
        purge=purge,
        keep=keep,
        posts=_shares(log.looks, broken, lambda look: look.post, lambda each: each.posts),
        recruiters=_shares(
            log.looks,
            broken,
            lambda look: names.recruiters[look.looked_by],
            lambda each: each.recruiters,
        ),
        absent=log.absent,
    )


def _asked(rule: ScreeningRule, card: PlaceCard) -> _Asked | None:
    """The rule as the place has it; None where it has not."""
    laws = tuple((pack, rule.laws[pack]) for pack in card.packs if pack in rule.laws)
    if not laws:
        return None
    check = parse(rule.check)
    return _Asked(
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


def _units(log: Log, whole: Desk) -> Mapping[Table, Sequence[Unit]]:
    return {
        Table.LOOKS: [Unit(desk=whole, look=each, file=whole.file(each)) for each in log.looks],
        Table.CANDIDATES: [Unit(desk=whole, file=each) for each in log.files]
        or [Unit(desk=whole)],  # with no table of candidates, nothing of them can be told
        Table.PRACTICE: [Unit(desk=whole)],
    }


def _tally(asked: _Asked, units: Iterable[Unit], on: datetime.date) -> _Tally:
    found, test = _Tally(), asked.check.test
    for unit in units:
        if (_day(unit) or on) < asked.since:
            continue
        so = test(unit)
        if so:
            found.units.append(unit)
        elif so is None:
            _note_unknown(asked.check, unit, found.unknown)
        found.told |= so is not None
    return found


def _day(unit: Unit) -> datetime.date | None:
    """The day of a look; the state of a file or of the practice is that of the day of the check."""
    look = unit.look
    return day_of(look.looked_at) if look is not None and look.looked_at else None


def _note_unknown(check: Check, unit: Unit, unknown: dict[str, list[int]]) -> None:
    for name in check.unknown(unit):
        unknown[name].append(_row(unit, NAMES[name].table))


def _row(unit: Unit, table: Table) -> int:
    if table is Table.LOOKS and unit.look is not None:
        return unit.look.row
    if table is Table.CANDIDATES and unit.file is not None:
        return unit.file.row
    return 0


def _missing(asked: _Asked, tally: _Tally, log: Log) -> Iterable[Missing]:
    """The columns to fill; of a name that rests on several, those that are empty in one of its rows."""
    rows: dict[tuple[Table, str], set[int]] = defaultdict(set)
    for name, numbers in tally.unknown.items():
        told = NAMES[name]
        for column in _empty(told.table, told.columns, numbers, log):
            rows[told.table, column].update(numbers)
    for (table, column), those in rows.items():
        there = tuple(sorted(those - {0}))
        yield Missing(code=asked.rule.code, table=table, column=column, rows=there)


def _empty(
    table: Table, columns: tuple[str, ...], numbers: Sequence[int], log: Log
) -> Iterable[str]:
    """Those of the columns that are empty where it could not be told; the first, if none is."""
    held: Iterable[Any] = (
        log.looks
        if table is Table.LOOKS
        else log.files
        if table is Table.CANDIDATES
        else [log.practice]
    )
    asked = set(numbers)
    rows = [each for each in held if getattr(each, "row", 0) in asked]
    found = [each for each in columns if any(getattr(row, each) is None for row in rows)]
    return found or columns[:1]


def _broken(asked: _Asked, tally: _Tally, whole: Desk, names: _Names, known: Noted) -> Broken:
    units = tally.units
    due = [day for unit in units if (day := _due(asked.rule, unit, whole.on)) is not None]
    return Broken(
        rule=asked.rule,
        severity=asked.severity,
        laws=asked.laws,
        table=asked.table,
        rows=tuple(_row(each, asked.table) for each in units),
        candidates=tuple(
            dict.fromkeys(names.candidates[who] for each in units if (who := _who(each)))
        ),
        posts=Counter(post for each in units if (post := _post(each))),
        recruiters=Counter(
            names.recruiters[each.look.looked_by] for each in units if each.look is not None
        ),
        by=min(due, default=None),
        overdue=sum(each < whole.on for each in due),
        evidence=tuple(_evidence(asked, each, names, known) for each in units[:SHOWN]),
    )


def _who(unit: Unit) -> str:
    held = unit.look or unit.file
    return held.candidate if held is not None else ""


def _post(unit: Unit) -> str:
    held = unit.look or unit.file
    return held.post if held is not None else ""


def _due(rule: ScreeningRule, unit: Unit, on: datetime.date) -> datetime.date | None:
    """By when this row is to be mended; None where the day it counts from is not told."""
    after = rule.by.after
    start: Any = (
        on if after == "on" else getattr(unit.look, after, None) or getattr(unit.file, after, None)
    )
    return later(day_of(start), months=rule.by.months, days=rule.by.days) if start else None


def _evidence(asked: _Asked, unit: Unit, names: _Names, known: Noted) -> Evidence:
    look, file = unit.look, unit.file
    day = look.looked_at if look is not None else file.last_contact_on if file is not None else None
    details, inferred = _details(asked, look, known)
    return Evidence(
        table=asked.table,
        row=_row(unit, asked.table),
        candidate=names.candidates.get(_who(unit), ""),
        recruiter=names.recruiters[look.looked_by] if look is not None else "",
        post=_post(unit),
        stage=(look.stage or "") if look is not None else "",
        source=(look.source or "") if look is not None else "",
        on=day_of(day) if day else None,
        by=_due(asked.rule, unit, unit.desk.on),
        detail=details,
        inferred=inferred,
    )


def _details(asked: _Asked, look: Look | None, known: Noted) -> tuple[str, bool]:
    """The protected grounds that were noted, where the rule is about them; never the words themselves."""
    if look is None or "protected_noted" not in asked.check.names:
        return "", False
    return known.told(look.fields_noted or ())


def _pseudonyms(log: Log) -> _Names:
    who = dict.fromkeys(
        [*(each.candidate for each in log.files), *(each.candidate for each in log.looks)]
    )
    by = dict.fromkeys(each.looked_by for each in log.looks)
    return _Names(
        candidates={each: f"C{number}" for number, each in enumerate(who, 1)},
        recruiters={each: f"R{number}" for number, each in enumerate(by, 1)},
    )


def _shares(
    looks: Iterable[Look],
    broken: Iterable[Broken],
    of: Callable[[Look], str],
    counted: Callable[[Broken], Mapping[str, int]],
) -> tuple[Share, ...]:
    """What each post or recruiter stands for, those with most looks first."""
    there = Counter(map(of, looks))
    codes: dict[str, dict[str, int]] = defaultdict(dict)
    for each in broken:
        for name, count in counted(each).items():
            codes[name][each.rule.code] = count
    order = sorted({*there, *codes}, key=lambda name: (-there[name], name))
    return tuple(Share(name=name, looks=there[name], codes=codes[name]) for name in order)
