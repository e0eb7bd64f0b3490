"""A log held against the rules of a place: what breaks which rule, and what cannot be told."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from auditor.model.screening import Broken, Checked, Missing, Share, Table
from auditor.screening import evidence, retention
from auditor.screening.asked import Asked, Tally, asked, tally
from auditor.screening.desk import Desk, desk
from auditor.screening.load import Jurisdiction
from auditor.screening.log import Log, Look
from auditor.screening.months import day_of
from auditor.screening.names import NAMES, Unit
from auditor.screening.noted import Noted


def checked(log: Log, under: Jurisdiction, on: datetime.date) -> Checked:
    """The log on a day.

    Raises:
        PackError: a rule's check is not understood.
    """
    known = Noted(of=under.ground, protected=frozenset(under.card.protected))
    whole = desk(log, on, known)
    names = evidence.pseudonyms(log)
    rules = [each for rule in under.rules if (each := asked(rule, under.card)) is not None]
    units = _units(log, whole)
    tallies = [(each, tally(each, units[each.table])) for each in rules]
    broken = [
        evidence.broken(each, came.units, names, known) for each, came in tallies if came.units
    ]
    purge, keep = retention.held(log.files, under.card.retention, on, names.candidates)
    return Checked(
        place=under.place,
        employer=log.practice.employer,
        on=on,
        looks=len(log.looks),
        candidates=len(names.candidates),
        rules=len(rules),
        broken=tuple(sorted(broken, key=lambda each: (-each.severity, each.rule.code))),
        passed=tuple(each.rule for each, came in tallies if came.told and not came.units),
        untold=tuple(each.rule for each, came in tallies if came.unknown and not came.told),
        missing=tuple(one for each, came in tallies for one in _missing(each, came, log)),
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


def _units(log: Log, whole: Desk) -> Mapping[Table, Sequence[Unit]]:
    """The rows to ask; the state of a file or of the practice is that of the day of the check."""
    on = whole.on
    return {
        Table.LOOKS: [
            Unit(
                desk=whole,
                look=each,
                file=whole.file(each),
                day=day_of(each.looked_at) if each.looked_at else on,
            )
            for each in log.looks
        ],
        Table.CANDIDATES: [Unit(desk=whole, file=each, day=on) for each in log.files]
        or [Unit(desk=whole, day=on)],  # with no table of candidates, nothing of them can be told
        Table.PRACTICE: [Unit(desk=whole, day=on)],
    }


def _missing(asked: Asked, came: Tally, log: Log) -> Iterable[Missing]:
    """The columns to fill; of a name that rests on several, those that are empty in one of its rows."""
    rows: dict[tuple[Table, str], set[int]] = defaultdict(set)
    for name, numbers in came.unknown.items():
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
