"""A log as it stands in files, into looks, candidates' files and the practice of the house."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from auditor.errors import ScreeningError
from auditor.model.screening_rule import Table
from auditor.model.text import say
from auditor.screening.log import File, Log, Look, Practice
from auditor.screening.rows import Reading, rows
from auditor.screening.tables import Row, tables

# What comes first in a row of ours is its number.
_FIELDS = {
    Table.LOOKS: Look._fields[1:],
    Table.CANDIDATES: File._fields[1:],
    Table.PRACTICE: Practice._fields[1:],
}
_TWICE = say("the candidate has a row for this post already")
_FEW = 5
"""Rows that a note names."""


def log(path: Path, *, day_first: bool) -> Log:
    """The log of a file or folder; `day_first` is how its place writes dates, where the file does not tell.

    Raises:
        ScreeningError: there is none, it cannot be read, or its head is not that of a log.
    """
    found = assembled(tables(path), day_first=day_first)
    if not found.looks and not any(each.table is Table.LOOKS for each in found.unreadable):
        raise ScreeningError("%(file)s holds no look yet; fill in one row per look", file=path.name)
    return found


def place_of(path: Path) -> str | None:
    """The place that a log names in its table of the practice; None where it names none.

    Raises:
        ScreeningError: there is no log, or its head is not that of one.
    """
    alone: dict[Table, Iterator[Row]] = {
        name: table for name, table in tables(path).items() if name is Table.PRACTICE
    }
    return assembled(alone, day_first=True).practice.place


def assembled(found: Mapping[Table, Iterator[Row]], *, day_first: bool) -> Log:
    """The log that tables hold, heads first.

    Raises:
        ScreeningError: a head is not that of a log.
    """
    told = {table: Reading(table=table) for table in Table}
    looks, files, practice = (
        list(rows(found, told[table], fields, day_first=day_first))
        for table, fields in _FIELDS.items()
    )
    once = _once(map(File._make, files), told[Table.CANDIDATES])
    looked, kept = tuple(map(Look._make, looks)), tuple(once)
    if Table.CANDIDATES in found:
        _note_strangers(looked, kept, told[Table.LOOKS])
    return Log(
        looks=looked,
        files=kept,
        practice=next(map(Practice._make, practice), Practice()),
        unreadable=tuple(each for table in Table for each in told[table].unreadable),
        notes=tuple(each for table in Table for each in told[table].notes),
        absent=tuple(table for table in Table if table not in found),
    )


def _note_strangers(looks: Iterable[Look], files: Iterable[File], told: Reading) -> None:
    """Looks at somebody of whom the other table says nothing."""
    known = {(each.candidate, each.post) for each in files}
    those = [
        each.row
        for each in looks
        if not {(each.candidate, each.post), (each.candidate, "")} & known
    ]
    if those:
        shown = ", ".join(map(str, those[:_FEW])) + (" …" if len(those) > _FEW else "")
        told.notes.append(
            say(
                "looks without a row in the table of candidates, for this candidate and post: "
                "%(count)s (rows %(rows)s)",
                count=len(those),
                rows=shown,
            )
        )


def _once(files: Iterable[File], told: Reading) -> Iterator[File]:
    """A candidate has one row a post; a second one would say something else of the same file."""
    seen = set()
    for each in files:
        if (each.candidate, each.post) in seen:
            told.odd(each.row, "candidate", _TWICE)
        else:
            seen.add((each.candidate, each.post))
            yield each
