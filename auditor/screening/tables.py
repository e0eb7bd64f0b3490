"""The tables of a log as rows of cells: from a workbook, a folder or one table of looks."""

import codecs
import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from auditor.errors import ScreeningError
from auditor.model.screening_rule import Table
from auditor.resources.read import plain as yaml
from auditor.screening.columns import plain

LARGEST = 400_000_000
"""Bytes of a table that is read: 100,000 looks have some 25 MB."""
_BOOKS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
_LISTS = {".csv", ".tsv", ".txt"}
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_TOLD = "sep="
_NAMES = {
    Table.LOOKS: ("looks", "consultations"),
    Table.CANDIDATES: ("candidates", "candidats"),
    Table.PRACTICE: ("practice", "pratique", "regles"),
}
"""How a sheet or a file may be called."""

Row = list[Any]


def tables(path: Path) -> Mapping[Table, Iterator[Row]]:
    """The rows of each table there is, heads first; rows are read as they are asked for.

    Raises:
        ScreeningError: missing, too large, of a kind not read, or damaged.
    """
    if path.is_dir():
        return _folder(path)
    _refuse(path)
    if path.suffix.lower() in _BOOKS:
        return _workbook(path)
    if path.suffix.lower() in _LISTS:
        return {Table.LOOKS: _list(path)}
    raise ScreeningError(
        "%(file)s is no log that is read; give a workbook, a folder of tables or a CSV file",
        file=path.name,
    )


def _folder(path: Path) -> Mapping[Table, Iterator[Row]]:
    found: dict[Table, Iterator[Row]] = {}
    for each in sorted(path.iterdir()):
        table = _table(each.stem)
        if table is None or table in found:
            continue
        if each.suffix.lower() in _LISTS:
            _refuse(each)
            found[table] = _list(each)
        elif each.suffix.lower() in {".yml", ".yaml"} and table is Table.PRACTICE:
            found[table] = _written(each)
    if Table.LOOKS not in found:
        raise ScreeningError(
            "%(folder)s holds no table of looks; name it looks.csv, or see `auditor screening template`",
            folder=path.name,
        )
    return found


def _table(name: str) -> Table | None:
    said = plain(name)
    return next((table for table, names in _NAMES.items() if said in names), None)


def _written(path: Path) -> Iterator[Row]:
    """The practice as YAML: one row of its keys and values."""
    data, _ = yaml(path, ScreeningError)
    if not isinstance(data, dict):
        raise ScreeningError(
            "%(file)s holds no names with values; write `employer: …`", file=path.name
        )
    yield [str(each) for each in data]
    yield ["" if each is None else _flat(each) for each in data.values()]


def _flat(value: Any) -> Any:
    return ";".join(map(str, value)) if isinstance(value, list) else value


def _refuse(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError as failure:
        raise ScreeningError(
            "%(file)s cannot be read (%(type)s); check the path and its permissions",
            file=path.name,
            type=type(failure).__name__,
        ) from None
    if size > LARGEST:
        raise ScreeningError("%(file)s is too large to be read; split it", file=path.name)
    if size == 0:
        raise ScreeningError("%(file)s is empty", file=path.name)


def _list(path: Path) -> Iterator[Row]:
    encoding = _encoding(path)
    csv.field_size_limit(LARGEST)
    with path.open(encoding=encoding, errors="replace", newline="") as lines:
        yield from csv.reader(_lines(lines), delimiter=_delimiter(path, encoding))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    """Without the line by which a spreadsheet tells itself the sign: it shows it to nobody."""
    for number, line in enumerate(lines):
        if number or not line.startswith(_TOLD):
            yield line.replace("\0", "")


def _encoding(path: Path) -> str:
    """UTF-8 or what a spreadsheet of a Western machine writes."""
    with path.open("rb") as file:
        start = file.read(4)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return name
        file.seek(0)
        decode = codecs.getincrementaldecoder("utf-8")().decode
        try:
            while chunk := file.read(1 << 20):
                decode(chunk)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _delimiter(path: Path, encoding: str) -> str:
    """The sign that splits the head into most columns."""
    with path.open(encoding=encoding, errors="replace") as lines:
        head = next((line for line in lines if line.strip() and not line.startswith(_TOLD)), "")
    return max(",;\t", key=head.count)


def _workbook(path: Path) -> Mapping[Table, Iterator[Row]]:
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(os.fspath(path))
        names = {_table(name): name for name in reversed(book.sheet_names)}
        looks = names.get(Table.LOOKS)
        if looks is None and len(book.sheet_names) == 1:
            names = {Table.LOOKS: book.sheet_names[0]}
        found = {table: book.get_sheet_by_name(name) for table, name in names.items() if table}
    except (CalamineError, OSError, ValueError) as fault:
        raise _damaged(path, type(fault).__name__) from None
    if Table.LOOKS not in found:
        raise ScreeningError(
            "%(file)s holds no sheet of looks; name it looks, or see `auditor screening template`",
            file=path.name,
        )
    return {table: _sheet(path, each) for table, each in found.items()}


def _sheet(path: Path, sheet: Any) -> Iterator[Row]:
    from python_calamine import CalamineError

    try:
        yield from sheet.iter_rows()
    except CalamineError as fault:
        raise _damaged(path, type(fault).__name__) from None


def _damaged(path: Path, kind: str) -> ScreeningError:
    return ScreeningError(
        "%(file)s cannot be read as a workbook (%(type)s); open it, save it again without a password",
        file=path.name,
        type=kind,
    )
