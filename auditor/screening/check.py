"""A log held against the rules of a place: what breaks which rule, and what cannot be told."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from auditor.model.screening import Broken, Checked, Missing, Share
from auditor.model.screening_rule import Table
from auditor.screening import evidence, retention
from auditor.screening.asked import Asked, Tally, asked, tally
from auditor.screening.desk import Desk, desk
from auditor.screening.load import Jurisdiction
from auditor.screening.log import Log, Look
from auditor.screening.months import day_of
from auditor.screening.names import NAMES, Name, Unit
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
        missing=tuple(one for each, came in tallies for one in _missing(each, came)),
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
        notes=log.notes,
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
                who=each.candidate,
                post=each.post,
            )
            for each in log.looks
        ],
        Table.CANDIDATES: [
            Unit(desk=whole, file=each, day=on, who=each.candidate, post=each.post)
            for each in log.files
        ]
        or [Unit(desk=whole, day=on)],  # with no table of candidates, nothing of them can be told
        Table.PRACTICE: [Unit(desk=whole, day=on)],
    }


def _missing(asked: Asked, came: Tally) -> Iterable[Missing]:
    """The columns to fill, with the rows in which they are empty."""
    rows: dict[tuple[Table, str], set[int]] = defaultdict(set)
    for name, units in came.unknown.items():
        told = NAMES[name]
        if len(told.columns) == 1:
            rows[told.table, told.columns[0]].update(unit.row(told.table) for unit in units)
            continue
        for unit in units:
            for column in _empty(unit, told):
                rows[told.table, column].add(unit.row(told.table))
    for (table, column), numbers in rows.items():
        there = tuple(sorted(numbers - {0}))
        yield Missing(code=asked.rule.code, table=table, column=column, rows=there)


def _empty(unit: Unit, told: Name) -> Sequence[str]:
    """The columns that leave a name untold in a row: those that are empty, else the one it is about."""
    held = unit.held(told.table)
    if held is None:
        return told.columns[:1]
    return [each for each in told.columns if getattr(held, each) is None] or told.columns[:1]


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
