"""What breaks a rule, without anybody's name: counts, days by which it is to be mended, the first rows."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.model.screening import Broken, Evidence
from auditor.model.screening_rule import ScreeningRule
from auditor.screening.asked import Asked
from auditor.screening.log import Log
from auditor.screening.months import day_of, later
from auditor.screening.names import Unit
from auditor.screening.noted import Noted

SHOWN = 20
"""Rows of evidence that a rule shows; a person reads no more, the result counts all."""

CANDIDATE, RECRUITER = "cand-", "rec-"
"""Before a number: logs have codes of their own, often C1 and R1, which these must not be taken for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pseudonyms:
    """What people are called, the same throughout a result."""

    candidates: Mapping[str, str]
    recruiters: Mapping[str, str]


def pseudonyms(log: Log) -> Pseudonyms:
    """Everybody numbered in the order of the log: cand-1, rec-1."""
    who = dict.fromkeys(
        [*(each.candidate for each in log.files), *(each.candidate for each in log.looks)]
    )
    by = dict.fromkeys(each.looked_by for each in log.looks)
    return Pseudonyms(
        candidates={each: f"{CANDIDATE}{number}" for number, each in enumerate(who, 1)},
        recruiters={each: f"{RECRUITER}{number}" for number, each in enumerate(by, 1)},
    )


def broken(asked: Asked, units: list[Unit], names: Pseudonyms, known: Noted) -> Broken:
    """The rule, with the rows that break it."""
    first, overdue = _dues(asked.rule, units)
    return Broken(
        rule=asked.rule,
        severity=asked.severity,
        laws=asked.laws,
        table=asked.table,
        rows=tuple(each.row(asked.table) for each in units),
        candidates=tuple(
            dict.fromkeys(names.candidates[who] for each in units if (who := each.who))
        ),
        posts=Counter(post for each in units if (post := each.post)),
        recruiters=Counter(
            names.recruiters[each.look.looked_by] for each in units if each.look is not None
        ),
        by=first,
        overdue=overdue,
        evidence=tuple(_evidence(asked, each, names, known) for each in units[:SHOWN]),
    )


def _dues(rule: ScreeningRule, units: list[Unit]) -> tuple[datetime.date | None, int]:
    """The first day by which one of the rows is to be mended, and how many are past theirs."""
    on = units[0].desk.on
    # What counts from the day of the check is due on one day for all.
    asked = units[:1] if rule.by.after == "on" else units
    due = [day for unit in asked if (day := _due(rule, unit)) is not None]
    past = sum(each < on for each in due)
    return min(due, default=None), past * (len(units) if asked is not units else 1)


def _due(rule: ScreeningRule, unit: Unit) -> datetime.date | None:
    """By when this row is to be mended; None where the day it counts from is not told."""
    after = rule.by.after
    start: Any = (
        unit.desk.on
        if after == "on"
        else getattr(unit.look, after, None) or getattr(unit.file, after, None)
    )
    return later(day_of(start), months=rule.by.months, days=rule.by.days) if start else None


def _evidence(asked: Asked, unit: Unit, names: Pseudonyms, known: Noted) -> Evidence:
    look = unit.look
    day = look.looked_at if look is not None else unit.file and unit.file.last_contact_on
    detail, inferred = _detail(asked, unit, known)
    return Evidence(
        table=asked.table,
        row=unit.row(asked.table),
        candidate=names.candidates.get(unit.who, ""),
        recruiter=names.recruiters[look.looked_by] if look is not None else "",
        post=unit.post,
        stage=(look.stage or "") if look is not None else "",
        source=(look.source or "") if look is not None else "",
        on=day_of(day) if day else None,
        by=_due(asked.rule, unit),
        detail=detail,
        inferred=inferred,
    )


def _detail(asked: Asked, unit: Unit, known: Noted) -> tuple[str, bool]:
    """The protected grounds that were noted, where the rule is about them; never the words themselves."""
    if unit.look is None or "protected_noted" not in asked.check.names:
        return "", False
    return known.told(unit.look.fields_noted or ())
