"""Then and now: an earlier JSON result of the same place, read strictly, and what became of each rule since."""

import dataclasses
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from auditor.errors import ResultError
from auditor.model.screening import Broken, Checked
from auditor.model.screening_rule import Place, Table
from auditor.model.text import say
from auditor.report import reread
from auditor.report.inert import visible
from auditor.report.officer.gaps import untold_codes
from auditor.report.officer.points import post

Count = Annotated[int, msgspec.Meta(ge=0, le=10**9)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_CUT = say(
    "%(file)s is not JSON, or it is cut (%(type)s); make it with "
    "`auditor screening check --format json`"
)
_OTHER = say(
    "%(file)s is no result of a screening check (at %(place)s); make it with "
    "`auditor screening check --format json`"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBefore:
    """A rule that was broken then."""

    code: Word
    title: str
    severity: Annotated[int, msgspec.Meta(ge=1, le=5)]
    table: Table
    rows: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedBefore:
    """A rule of which nothing was found then."""

    code: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What an earlier result says; keys that are not named here are passed over."""

    place: Place
    on: datetime.date
    looks: Count
    candidates: Count
    rules: tuple[RuleBefore, ...]
    passed: tuple[PassedBefore, ...]
    file: str = ""


class Became(StrEnum):
    """What became of a rule."""

    SETTLED = "settled"
    STILL = "still"
    NEW = "new"
    OPEN = "open"
    """Broken then; now it cannot be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One rule, then and now; no rate where there was nothing to divide by."""

    code: str
    title_then: str
    severity: int
    became: Became
    then: int
    now: int
    rate_then: float | None
    rate_now: float | None
    unknown_then: bool
    """New, and then it could not be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What changed between two checks."""

    before: Before
    turns: tuple[Turn, ...]

    def are(self, became: Became) -> tuple[Turn, ...]:
        """The rules of which that is true."""
        return tuple(each for each in self.turns if each.became is became)


def read(path: Path, found: Checked) -> Before:
    """An earlier result, as `--format json` wrote it, to be compared with this check.

    Raises:
        ResultError: it is missing, too large, no JSON, no result of a screening check, or is of another
            place or a later day.
    """
    before = decoded(reread.content(path), file=path.name)
    refuse_odd(before, found)
    return before


def decoded(data: bytes, *, file: str) -> Before:
    """The same from its bytes.

    Raises:
        ResultError: it is too large, no JSON, or no result of a screening check.
    """
    found = reread.decoded(data, Before, file=file, cut=_CUT, other=_OTHER)
    if len({each.code for each in found.rules}) < len(found.rules):
        raise ResultError("%(file)s tells of one rule twice; make the result again", file=file)
    return dataclasses.replace(found, file=visible(file))


def against(before: Before, found: Checked) -> Trend:
    """What became of each rule since.

    Raises:
        ResultError: the earlier result is of another place, or of a later day.
    """
    refuse_odd(before, found)
    turns = sorted(_turns(before, found), key=lambda each: (-each.severity, each.code))
    return Trend(before=before, turns=tuple(turns))


def refuse_odd(before: Before, found: Checked) -> None:
    """Refuse what cannot be compared.

    Raises:
        ResultError: the earlier result is of another place, or of a later day.
    """
    if before.place is not found.place:
        raise ResultError(
            "%(file)s is of another place (%(there)s); this check is of %(here)s, and two places "
            "have different rules",
            file=before.file,
            there=before.place,
            here=found.place,
        )
    if before.on > found.on:
        raise ResultError(
            "%(file)s is of a later day (%(then)s) than this check (%(now)s); give the earlier one",
            file=before.file,
            then=before.on,
            now=found.on,
        )


def _turns(before: Before, found: Checked) -> Iterator[Turn]:
    then = {each.code: each for each in before.rules}
    passed_then = {each.code for each in before.passed}
    now = {each.rule.code: each for each in found.broken}
    left_open = set(untold_codes(found))
    for code in then.keys() | now.keys():
        was, is_now = then.get(code), now.get(code)
        table = is_now.table if is_now else was.table if was else Table.LOOKS
        rows_then, rows_now = was.rows if was else 0, counted(is_now) if is_now else 0
        yield Turn(
            code=code,
            title_then=post(was.title) if was else "",
            severity=is_now.severity if is_now else was.severity if was else 1,
            became=_became(was=was is not None, still=is_now is not None, left=code in left_open),
            then=rows_then,
            now=rows_now,
            rate_then=_rate(table, rows_then, before.looks, before.candidates),
            rate_now=_rate(table, rows_now, found.looks, found.candidates),
            unknown_then=was is None and code not in passed_then,
        )


def counted(broken: Broken) -> int:
    """In how many rows a rule is broken; once where it is about the employer as a whole."""
    return max(1, len(broken.rows))


def _became(*, was: bool, still: bool, left: bool) -> Became:
    if still:
        return Became.STILL if was else Became.NEW
    return Became.OPEN if left else Became.SETTLED


def _rate(table: Table, rows: int, looks: int, candidates: int) -> float | None:
    """Rows per 100 looks, or per 100 candidates where the rule is about their files."""
    whole = {Table.LOOKS: looks, Table.CANDIDATES: candidates, Table.PRACTICE: 0}[table]
    return 100 * rows / whole if whole else None
