"""A table's rows of cells into what its columns say; what cannot be read is noted, never quoted."""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from sys import intern
from typing import Any

from auditor.errors import ScreeningError
from auditor.model.screening import Unreadable
from auditor.model.screening_rule import Table
from auditor.model.text import Text, say
from auditor.screening.cells import OddCellError
from auditor.screening.cells import read as reader
from auditor.screening.columns import Kind, columns, headed, plain
from auditor.screening.days import Order, order
from auditor.screening.tables import Row

_NEEDED = {Table.LOOKS: ("candidate",), Table.CANDIDATES: ("candidate",), Table.PRACTICE: ()}
_NOBODY = say("the row names no candidate")
_CHECKED = {"url_hash"}
"""Columns that no rule asks for, and that must not hold just anything."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """What is noted down while a table is read."""

    table: Table
    unreadable: list[Unreadable] = field(default_factory=list)

    notes: list[Text] = field(default_factory=list)

    def note(self, way: Order, *, day_first: bool) -> None:
        """Dates that the file writes otherwise than its place does are told: a whole column hangs on it."""
        if way is Order.UNKNOWN:
            self.notes.append(
                say(
                    "%(table)s: some dates are written day first and some month first; "
                    "those that could be either are not read",
                    table=self.table,
                )
            )
        elif day_first and way is Order.MONTH_FIRST:
            self.notes.append(
                say(
                    "%(table)s: dates are read month first, as one of them can only be read so",
                    table=self.table,
                )
            )
        elif not day_first and way is Order.DAY_FIRST:
            self.notes.append(
                say(
                    "%(table)s: dates are read day first, as one of them can only be read so",
                    table=self.table,
                )
            )

    def odd(self, row: int, column: str, why: Text) -> None:
        """Note a cell that cannot be read."""
        self.unreadable.append(Unreadable(table=self.table, row=row, column=column, why=why))


def rows(
    found: Mapping[Table, Iterator[Row]],
    told: Reading,
    fields: Sequence[str],
    *,
    day_first: bool,
) -> Iterator[tuple[Any, ...]]:
    """What the rows of a table say, their number first; what cannot be read is noted."""
    there = found.get(told.table, iter(()))
    kept = _kept(_upright(there) if told.table is Table.PRACTICE else there)
    head: Mapping[str, int] = _head(told.table, kept.pop(0)[1] if kept else ())
    numbers = [number for number, _ in kept]
    across = list(zip_longest(*(row for _, row in kept), fillvalue=""))
    blank = [None] * len(kept)
    cells = {name: across[place] if place < len(across) else blank for name, place in head.items()}
    way = _order(cells, told.table, day_first=day_first)
    told.note(way, day_first=day_first)
    names = [*fields, *(_CHECKED & head.keys())]
    said = [_said(told, name, cells.get(name, blank), numbers, way) for name in names]
    left_out = _nobodys(told, dict(zip(names, said, strict=True)), numbers)
    whole = zip(numbers, *said[: len(fields)], strict=True)
    return (row for row in whole if row[0] not in left_out)


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


def _kept(rows: Iterator[Row]) -> list[tuple[int, Row]]:
    """Rows with something in them, under their number; words that come again are kept once."""
    return [
        (number, _shared(row))
        for number, row in enumerate(rows, 1)
        if any(type(cell) is not str or (cell and not cell.isspace()) for cell in row)
    ]


def _shared(row: Row) -> Row:
    try:
        return list(map(intern, row))
    except TypeError:  # a workbook has numbers and days among its words
        return [intern(cell) if type(cell) is str else cell for cell in row]


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
            "%(table)s: column %(place)s is no column of a log; did you mean %(name)s?",
            table=table,
            place=place + 1,
            name=known[near[0]],
        )
    return ScreeningError(
        "%(table)s: column %(place)s is no column of a log; remove it, or see `auditor screening template`",
        table=table,
        place=place + 1,
    )


def _order(cells: Mapping[str, Sequence[Any]], table: Table, *, day_first: bool) -> Order:
    """How the table writes dates: all its columns of days together."""
    dated = [name for name, each in columns(table).items() if each.kind in {Kind.DAY, Kind.WHEN}]
    texts = {each for name in dated for each in set(cells.get(name, ())) if isinstance(each, str)}
    return order(texts, day_first=day_first)


class _Read(dict[Any, Any]):
    """What the cells of a column say; what was read once is not read again."""

    def __init__(self, read: Callable[[Any], Any], empty: Any) -> None:
        super().__init__({"": empty, None: empty})
        self.read = read
        self.odd = False

    def __missing__(self, cell: Any) -> Any:
        try:
            says = self.read(cell)
        except OddCellError as odd:
            says, self.odd = odd, True
        if type(cell) is str:  # a number and a truth may be the same key
            self[cell] = says
        return says


def _said(
    told: Reading, name: str, cells: Sequence[Any], numbers: Sequence[int], way: Order
) -> list[Any]:
    """What the cells of a column say; what cannot be read is noted, and says nothing."""
    column = columns(told.table)[name]
    empty = "" if column.kind in {Kind.WHO, Kind.TEXT} else None
    read = _Read(reader(column, way), empty)
    said = list(map(read.__getitem__, cells))
    for place, each in enumerate(said) if read.odd else ():
        if isinstance(each, OddCellError):
            told.odd(numbers[place], name, each.why)
            said[place] = empty
    return said


def _nobodys(told: Reading, said: Mapping[str, list[Any]], numbers: Sequence[int]) -> set[int]:
    """Rows that say of nobody: told, where that was not told already, and left out."""
    known = {(each.row, each.column) for each in told.unreadable}
    without = {
        (number, name)
        for name in _NEEDED[told.table]
        for number, each in zip(numbers, said[name], strict=True)
        if not each
    }
    for number, name in sorted(without - known):
        told.odd(number, name, _NOBODY)
    told.unreadable.sort(key=lambda each: each.row)
    return {number for number, _ in without}
