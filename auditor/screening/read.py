"""A log as it stands in files, into looks, candidates' files and the practice of the house."""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from auditor.errors import ScreeningError
from auditor.model.screening import Table, Unreadable
from auditor.model.text import Text, say
from auditor.screening.cells import OddCellError
from auditor.screening.cells import read as reader
from auditor.screening.columns import Column, Kind, columns, headed, plain
from auditor.screening.days import Order, order
from auditor.screening.log import File, Log, Look, Practice
from auditor.screening.tables import Row, tables

T = TypeVar("T")

_NEEDED = {Table.LOOKS: ("candidate",), Table.CANDIDATES: ("candidate",), Table.PRACTICE: ()}
_NOBODY = say("the row names no candidate")
_TWICE = say("the candidate has a row for this post already")
_CHECKED = {"url_hash"}
"""Columns that no rule asks for, and that must not hold just anything."""


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What is noted down while a table is read."""

    table: Table
    unreadable: list[Unreadable] = field(default_factory=list)

    def odd(self, row: int, column: str, why: Text) -> None:
        self.unreadable.append(Unreadable(table=self.table, row=row, column=column, why=why))


def log(path: Path, *, day_first: bool) -> Log:
    """The log of a file or folder; `day_first` is how its place writes dates, where the file does not tell.

    Raises:
        ScreeningError: there is none, it cannot be read, or its head is not that of a log.
    """
    found = assembled(tables(path), day_first=day_first)
    if not found.looks and not any(each.table is Table.LOOKS for each in found.unreadable):
        raise ScreeningError("%(file)s holds no look; fill in a row a look", file=path.name)
    return found


def assembled(found: Mapping[Table, Iterator[Row]], *, day_first: bool) -> Log:
    """The log that tables hold, heads first.

    Raises:
        ScreeningError: a head is not that of a log.
    """
    told = {table: _Reading(table=table) for table in Table}
    looks = tuple(_rows(found, told[Table.LOOKS], Look, day_first=day_first))
    files = tuple(_once(_rows(found, told[Table.CANDIDATES], File, day_first=day_first), told))
    practice = next(_rows(found, told[Table.PRACTICE], Practice, day_first=day_first), Practice())
    return Log(
        looks=looks,
        files=files,
        practice=practice,
        unreadable=tuple(each for table in Table for each in told[table].unreadable),
        absent=tuple(table for table in Table if table not in found),
    )


def _rows(
    found: Mapping[Table, Iterator[Row]], told: _Reading, cls: type[T], *, day_first: bool
) -> Iterator[T]:
    """The rows of a table that can be read; what cannot is noted."""
    rows = found.get(told.table, iter(()))
    kept = _kept(_upright(rows) if told.table is Table.PRACTICE else rows)
    head = _head(told.table, kept.pop(0)[1] if kept else ())
    if not head:
        return
    orders = _order(kept, told.table, head, day_first=day_first)
    wanted = [each.name for each in fields(cls) if each.name != "row"]  # type: ignore[arg-type]
    cells = _readers(told.table, head, {*wanted, *_CHECKED}, orders)
    blank = dict.fromkeys(wanted)
    numbered = "row" in {each.name for each in fields(cls)}  # type: ignore[arg-type]
    for number, row in kept:
        values = _values(number, row, cells, told)
        if values is None:
            continue
        made = blank | {name: values[name] for name in wanted if name in values}
        yield cls(**({"row": number} if numbered else {}), **_whole(made))


def _whole(values: dict[str, Any]) -> dict[str, Any]:
    """Who and where are words, if only empty ones."""
    for name in ("candidate", "post", "looked_by", "employer"):
        if name in values:
            values[name] = values[name] or ""
    return values


def _upright(rows: Iterator[Row]) -> Iterator[Row]:
    """The practice as a row of names over a row of values, also where it is written as a list of both."""
    there = [row for row in rows if any(str(cell).strip() for cell in row)]
    known = headed(Table.PRACTICE)
    if _is_list(there, known):
        return iter([[row[0] for row in there], [(*row, "")[1] for row in there]])
    return iter(there)


def _is_list(rows: Sequence[Row], known: Mapping[str, str]) -> bool:
    """A name and its value in each row, rather than all names in the first."""
    if not rows or len(rows[0]) < len(("name", "value")):
        return False
    return all(plain(str(row[0])) in known for row in rows) and plain(str(rows[0][1])) not in known


def _kept(rows: Iterator[Row]) -> list[tuple[int, tuple[Any, ...]]]:
    """Rows with something in them, under their number; like cells are kept once."""
    same: dict[Any, Any] = {}
    return [
        (number, tuple(same.setdefault((type(cell), cell), cell) for cell in row))
        for number, row in enumerate(rows, 1)
        if any(str(cell).strip() for cell in row)
    ]


def _head(table: Table, row: Sequence[Any]) -> dict[str, int]:
    """Column → where it stands.

    Raises:
        ScreeningError: a column is not known, stands there twice, or one that is needed is missing.
    """
    if not row:
        return {}
    known, found = headed(table), {}
    for place, cell in enumerate(row):
        said = plain(str(cell))
        if not said:
            continue
        if said not in known:
            raise _odd_head(table, place, said, known)
        if known[said] in found:
            raise ScreeningError(
                "%(table)s: the column %(name)s stands there twice; keep one",
                table=table,
                name=known[said],
            )
        found[known[said]] = place
    for name in _NEEDED[table]:
        if name not in found:
            raise ScreeningError(
                "%(table)s: the column %(name)s is missing; see `auditor screening template`",
                table=table,
                name=name,
            )
    return found


def _odd_head(table: Table, place: int, said: str, known: Mapping[str, str]) -> ScreeningError:
    """A head of another table is told by its place: it may be somebody's name."""
    near = difflib.get_close_matches(said, known, n=1)
    if near:
        return ScreeningError(
            "%(table)s: column %(place)s is none of a log; did you mean %(name)s?",
            table=table,
            place=place + 1,
            name=known[near[0]],
        )
    return ScreeningError(
        "%(table)s: column %(place)s is none of a log; remove it, or see `auditor screening template`",
        table=table,
        place=place + 1,
    )


def _order(
    rows: Sequence[tuple[int, tuple[Any, ...]]],
    table: Table,
    head: Mapping[str, int],
    *,
    day_first: bool,
) -> Order:
    """How the table writes dates: all its columns of days together."""
    places = [
        head[name]
        for name, each in columns(table).items()
        if each.kind is Kind.DAY and name in head
    ]
    texts = {
        row[place]
        for _, row in rows
        for place in places
        if place < len(row) and isinstance(row[place], str)
    }
    return order(texts, day_first=day_first)


def _readers(
    table: Table, head: Mapping[str, int], wanted: set[str], orders: Order
) -> list[tuple[str, int, Callable[[Any], Any]]]:
    return [
        (name, head[name], _remembered(column, orders))
        for name, column in columns(table).items()
        if name in head and name in wanted
    ]


def _remembered(column: Column, orders: Order) -> Callable[[Any], Any]:
    """The reader of a column, which reads what it has read before but once."""
    read, known = reader(column, orders), {}

    def of(cell: Any) -> Any:
        if cell not in known:
            try:
                known[cell] = read(cell)
            except OddCellError as odd:
                known[cell] = odd
        return known[cell]

    return of


def _values(
    number: int,
    row: tuple[Any, ...],
    cells: Sequence[tuple[str, int, Callable[[Any], Any]]],
    told: _Reading,
) -> dict[str, Any] | None:
    """The row's cells by column; None for a row that says of nobody."""
    values = {}
    for name, place, read in cells:
        cell = row[place] if place < len(row) else ""
        value = read(cell) if cell != "" else None
        if isinstance(value, OddCellError):
            told.odd(number, name, value.why)
            value = None
            if name in _NEEDED[told.table]:
                return None
        values[name] = value
    for name in _NEEDED[told.table]:
        if not values.get(name):
            told.odd(number, name, _NOBODY)
            return None
    return values


def _once(files: Iterator[File], told: Mapping[Table, _Reading]) -> Iterator[File]:
    """A candidate has one row a post; a second one would say something else of the same file."""
    seen = set()
    for each in files:
        if (each.candidate, each.post) in seen:
            told[Table.CANDIDATES].odd(each.row, "candidate", _TWICE)
        else:
            seen.add((each.candidate, each.post))
            yield each
