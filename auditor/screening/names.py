"""What a rule may ask of a row: each name, the columns it rests on, and how it follows from them.

The names and what they mean are those that users rely on (docs/screening.md); None is *cannot tell*.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from auditor.model.screening_rule import Table
from auditor.screening.desk import Desk
from auditor.screening.log import Day, DayOrNot, File, Look, Practice
from auditor.screening.months import day_of, earlier, later, months_begun

_CONFIRMED = 1.0
"""Confidence that a profile is the candidate's where the candidate said so."""
_PROMPT = 1
"""Months within which one tells a person of data taken elsewhere (GDPR art. 14 §3 a)."""


@dataclass(slots=True, kw_only=True)
class Unit:
    """A row that is asked: a look with its candidate's file, a file alone, or the practice alone."""

    desk: Desk
    day: datetime.date
    """The day whose law holds."""
    look: Look | None = None
    file: File | None = None
    who: str = ""
    """The candidate, as the log writes it; nobody, of the practice."""
    post: str = ""

    def row(self, table: Table) -> int:
        """Where it stands in a table; 0 where it has no row there."""
        held = self.held(table)
        return held.row if held is not None else 0

    def held(self, table: Table) -> Look | File | Practice | None:
        """The row that it has in a table."""
        if table is Table.LOOKS:
            return self.look
        return self.file if table is Table.CANDIDATES else self.practice

    @property
    def practice(self) -> Practice:
        """The rules of the house."""
        return self.desk.practice


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of the grammar."""

    table: Table
    columns: tuple[str, ...]
    of: Callable[[Unit], Any]
    cells: tuple[str, ...] = ()
    """All the cells of the look that it follows from, where it follows from them alone."""


def _look(column: str) -> Callable[[Unit], Any]:
    """A cell of the look; of a file that is asked alone, there is none."""
    place = Look._fields.index(column)
    return lambda unit: unit.look[place] if unit.look is not None else None


def _file(column: str) -> Callable[[Unit], Any]:
    """A cell of the candidate's file, where there is one."""
    place = File._fields.index(column)
    return lambda unit: unit.file[place] if unit.file is not None else None


def _notice_before(unit: Unit) -> bool | None:
    if unit.look is None or unit.look.notice_at is None:
        return None
    return _before(unit.look.notice_at, unit.desk.first_look.get(unit.look.candidate))


def _fcra(column: str) -> Callable[[Unit], bool | None]:
    """A step that comes before a report is ordered."""

    def of(unit: Unit) -> bool | None:
        given = getattr(unit.look, column) if unit.look is not None else None
        return None if unit.look is None else _before(given, unit.look.looked_at)

    return of


def _before(given: DayOrNot, look: Day | None) -> bool | None:
    if given is False:
        return False
    return None if given is None or look is None else earlier(given, look)


def _indirect(unit: Unit) -> bool | None:
    """Was it taken elsewhere than from the candidate?"""
    source = unit.look.source if unit.look is not None else None
    if unit.look is None or source is None:
        return None
    consented = source == "register" and unit.look.legal_basis == "consent"
    return source != "candidate_supplied" and not consented


def _art14_given(unit: Unit) -> bool | None:
    """Told within a month of the look, and not after the last contact there was."""
    look = unit.look
    if look is None or look.art14_notice_at is None or look.looked_at is None:
        return None
    if look.art14_notice_at is False:
        return False
    told = day_of(look.art14_notice_at)
    contact = unit.file.last_contact_on if unit.file is not None else None
    if contact and told > day_of(contact):
        return False
    return told <= later(day_of(look.looked_at), months=_PROMPT)


def _protected(unit: Unit) -> bool | None:
    look = unit.look
    if look is None or look.fields_noted is None:
        return None
    return not look.redacted and any(unit.desk.grounds(each) for each in look.fields_noted)


def _criteria(unit: Unit) -> bool | None:
    """Is each field that was noted tied to a criterion of the post?"""
    look = unit.look
    if look is None or look.fields_noted is None:
        return None
    if not look.fields_noted:
        return True
    if look.criteria is None or look.criteria is False:
        return look.criteria
    known = dict(look.criteria)
    return all(known.get(each) for each in look.fields_noted)


def _identity_confidence(unit: Unit) -> float | None:
    look = unit.look
    if look is None:
        return None
    if look.identity_confirmed:
        return _CONFIRMED
    if look.identity_confidence is None and look.identity_confirmed is False:
        return 0.0
    return look.identity_confidence


def _rejected(unit: Unit) -> bool | None:
    outcome = unit.file.outcome if unit.file is not None else None
    return None if outcome is None else outcome == "rejected"


def _months(unit: Unit) -> int | None:
    """Months begun since the last contact; 0 once the file is purged."""
    if unit.file is None:
        return None
    if unit.file.purged_on:
        return 0
    contact = unit.file.last_contact_on
    return months_begun(day_of(contact), unit.desk.on) if contact else None


def _cse(unit: Unit) -> bool | None:
    return _before(unit.practice.works_council_informed_on, unit.desk.first)


def _same_for_all(unit: Unit) -> bool | None:
    if unit.practice.written_rule:
        return True
    return unit.desk.same_for_all(unit.look) if unit.look is not None else None


def _of_look(of: Callable[[Unit], Any], *columns: str, cells: tuple[str, ...] = ()) -> Name:
    return Name(table=Table.LOOKS, columns=columns, of=of, cells=cells)


def _of_file(of: Callable[[Unit], Any], *columns: str) -> Name:
    return Name(table=Table.CANDIDATES, columns=columns, of=of)


def _of_practice(of: Callable[[Unit], Any], *columns: str) -> Name:
    return Name(table=Table.PRACTICE, columns=columns, of=of)


def _said(column: str) -> Name:
    return _of_look(_look(column), column, cells=(column,))


def _kept(column: str) -> Name:
    return _of_file(_file(column), column)


NAMES: Mapping[str, Name] = {
    "notice_before": _of_look(_notice_before, "notice_at", "looked_at"),
    "indirect": _of_look(_indirect, "source", cells=("source", "legal_basis")),
    "art14_given": _of_look(_art14_given, "art14_notice_at", "looked_at"),
    "source": _said("source"),
    "stage": _said("stage"),
    "fields": _said("fields_noted"),
    "protected_noted": _of_look(_protected, "fields_noted", cells=("fields_noted", "redacted")),
    "criterion_for_each_field": _of_look(
        _criteria, "fields_noted", "criteria", cells=("fields_noted", "criteria")
    ),
    "legal_basis": _said("legal_basis"),
    "third_party": _of_look(
        lambda unit: (
            None if unit.look is None or unit.look.source is None else unit.look.source == "vendor"
        ),
        "source",
        cells=("source",),
    ),
    "fcra_disclosure": _of_look(_fcra("fcra_disclosure_at"), "fcra_disclosure_at", "looked_at"),
    "fcra_consent": _of_look(_fcra("fcra_consent_at"), "fcra_consent_at", "looked_at"),
    "same_for_all": _of_practice(_same_for_all, "written_rule"),
    "auto_score": _said("auto_scored"),
    "identity_confidence": _of_look(
        _identity_confidence,
        "identity_confirmed",
        "identity_confidence",
        cells=("identity_confirmed", "identity_confidence"),
    ),
    "used_in_decision": _said("used_in_decision"),
    "third_party_data": _said("third_party_data"),
    "rebuttal": _said("reply_offered"),
    "necessity_note": _said("necessity_note"),
    "asked_credentials": _said("credentials_asked"),
    "friend_request": _said("friend_request"),
    "rejected": _of_file(_rejected, "outcome"),
    "months_since_contact": _of_file(_months, "last_contact_on"),
    "pool_consent": _kept("pool_consent_on"),
    "pre_adverse": _kept("pre_adverse_notice_at"),
    "decision_reason": _kept("decision_reason"),
    "employees": _of_practice(lambda unit: unit.practice.employees, "employees"),
    "cse_informed": _of_practice(_cse, "works_council_informed_on"),
    "access_restricted": _of_practice(
        lambda unit: unit.practice.access_restricted, "access_restricted"
    ),
}
"""What each name is, with the columns that it rests on."""

OF_LOOKS = frozenset({"same_for_all", *(k for k, v in NAMES.items() if v.table is Table.LOOKS)})
"""Names that are asked of one look."""
