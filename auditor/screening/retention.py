"""What is too old to be kept, and what may stay until when."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from auditor.model.screening import Held
from auditor.model.screening_rule import Retention
from auditor.model.text import Text, say
from auditor.screening.log import File
from auditor.screening.months import day_of, later

_TOO_OLD = say("a refused candidate's file, kept longer than needed to explain the refusal")
_POOL_OVER = say("kept with consent, and longer than that lasts")
_EXPLAIN = say("may stay to explain the refusal")
_POOL = say("may stay in the talent pool, with consent")
_OPEN = say("the decision is pending")
_HIRED = say("hired: the file goes on as that of an employee, with what the post needs")
_NO_TERM = say("no term is established here: set one in your policy")
_NO_DAY = say("the day of the last contact is missing: fill it in")


def held(
    files: Iterable[File], terms: Retention, on: datetime.date, names: Mapping[str, str]
) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """The files to purge now, the oldest first, and those that may stay."""
    purge: list[Held] = []
    keep: list[Held] = []
    for file in files:
        if file.purged_on:
            continue
        day, why, over = _term(file, terms, on)
        found = Held(
            candidate=names[file.candidate], row=file.row, post=file.post, day=day, why=why
        )
        (purge if over else keep).append(found)
    oldest = sorted(purge, key=lambda each: (each.day or on, each.row))
    return tuple(oldest), tuple(keep)


def _term(
    file: File, terms: Retention, on: datetime.date
) -> tuple[datetime.date | None, Text, bool]:
    """The day a file's term ends, why, and whether that is past."""
    if file.outcome == "hired":
        return None, _HIRED, False
    if file.outcome not in {"rejected", "withdrawn"}:
        return None, _OPEN, False
    consented = bool(file.pool_consent_on)
    months = terms.pool_months if consented else terms.rejected_months
    if months is None:
        return None, _NO_TERM, False
    if not file.last_contact_on:
        return None, _NO_DAY, False
    end = later(day_of(file.last_contact_on), months=months)
    if end < on:
        return end, _POOL_OVER if consented else _TOO_OLD, True
    return end, _POOL if consented else _EXPLAIN, False


def ends(files: Iterable[Held]) -> Iterator[Held]:
    """Those of the files that have a day."""
    return (each for each in files if each.day is not None)
