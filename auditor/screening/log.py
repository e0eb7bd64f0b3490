"""A log as it was read: what was looked at, about whom, under which rules of the house.

A cell is None where it is empty (it cannot be told), False where it says *not done*.
"""

import datetime
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from auditor.model.screening import Unreadable
from auditor.model.screening_rule import Table
from auditor.model.text import Text

Day = datetime.date | datetime.datetime
DayOrNot = Day | Literal[False] | None
YesOrNot = bool | None
Said = str | Literal[False] | None
"""Words, *not done*, or nothing."""


class Look(NamedTuple):
    """One consultation; a tuple, as a log may hold a hundred thousand."""

    row: int
    candidate: str
    post: str
    looked_at: Day | None
    looked_by: str
    stage: str | None
    source: str | None
    notice_at: DayOrNot
    art14_notice_at: DayOrNot
    legal_basis: Said
    fields_noted: tuple[str, ...] | None
    criteria: tuple[tuple[str, str], ...] | Literal[False] | None
    redacted: YesOrNot
    third_party_data: YesOrNot
    identity_confirmed: YesOrNot
    identity_confidence: float | None
    credentials_asked: YesOrNot
    friend_request: YesOrNot
    fcra_disclosure_at: DayOrNot
    fcra_consent_at: DayOrNot
    reply_offered: YesOrNot
    used_in_decision: YesOrNot
    auto_scored: YesOrNot
    necessity_note: Said


class File(NamedTuple):
    """What is kept of a candidate for a post."""

    row: int
    candidate: str
    post: str
    outcome: str | None
    decided_on: DayOrNot
    last_contact_on: DayOrNot
    pool_consent_on: DayOrNot
    pre_adverse_notice_at: DayOrNot
    decision_reason: Said
    purged_on: DayOrNot


class Practice(NamedTuple):
    """The employer's rules of the house."""

    row: int = 0
    employer: str = ""
    place: str | None = None
    employees: float | None = None
    works_council_informed_on: DayOrNot = None
    written_rule: YesOrNot = None
    readers: Any = None
    access_restricted: YesOrNot = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The three tables."""

    looks: tuple[Look, ...]
    files: tuple[File, ...]
    practice: Practice
    unreadable: tuple[Unreadable, ...]
    absent: tuple[Table, ...]
    notes: tuple[Text, ...] = ()
    """How it was read, where that is not how one would expect."""
