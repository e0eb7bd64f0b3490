"""Tables of an export: CSV whose header may come late, twice or in French, read as a stream."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import IO, cast

from auditor.collect.labels import key
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

MOST = 5_000_000
"""Rows that are read: more than any export of one person can have."""
_HEADER_WITHIN = 12
"""Records before which the header stands: the longest preamble met has two."""
_LARGEST_FIELD = 1_000_000
_FEWEST = 2
_START = 65_536
"""Bytes by which the encoding is told."""

Row = dict[str, str]
"""Column → cell as written; columns by their names in the layout, the first of each name kept."""


def rows(
    file: IO[bytes] | io.BufferedIOBase, columns: Mapping[str, str], name: str
) -> Iterator[Row]:
    """The rows below the header of a CSV file; `columns` maps headings, folded, to our names.

    A heading that is not known names its column as it is written.

    Raises:
        UnreadableError: no header of known columns, not text, or damaged further on.
    """
    text = _text(file, name)
    csv.field_size_limit(_LARGEST_FIELD)
    records = csv.reader(text, strict=False)
    try:
        header = _header(records, columns)
        if not header:
            raise UnreadableError(
                say("%(file)s has no column that is known", file=name),
                say("ask the network for the export again, in English or French"),
            )
        names = [*dict.fromkeys(header)]
        kept = None if len(names) == len(header) else [header.index(name) for name in names]
        for record in islice(records, MOST):
            if any(record):
                cells = record if kept is None else [record[at] for at in kept if at < len(record)]
                yield dict(zip(names, cells, strict=False))
    except (csv.Error, UnicodeDecodeError):
        raise UnreadableError(
            say("%(file)s is damaged: rows after the fault were not read", file=name),
            say("ask the network for the export again"),
        ) from None


def _text(file: IO[bytes] | io.BufferedIOBase, name: str) -> Iterator[str]:
    """The lines of the file, in the encoding that its start tells."""
    start = file.read(_START)
    encoding = _encoding(start)
    if encoding is None:
        raise UnreadableError(
            say("%(file)s is no table of text", file=name),
            say("ask the network for the export again, and do not open it in between"),
        )
    whole = io.BufferedReader(_Joined(start, cast("IO[bytes]", file)), _START)
    return io.TextIOWrapper(whole, encoding=encoding, newline="")


def _encoding(start: bytes) -> str | None:
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    if b"\x00" in start:
        return None
    cut = max(start.rfind(b"\n"), 0) if len(start) == _START else len(start)
    try:
        start[:cut].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


class _Joined(io.RawIOBase):
    """What was read of a file already, then the rest of it."""

    def __init__(self, start: bytes, file: IO[bytes]) -> None:
        self._start = start
        self._file = file

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """The next bytes."""
        part = self._start[: len(buffer)] or self._file.read(len(buffer))
        self._start = self._start[len(part) :]
        buffer[: len(part)] = part
        return len(part)


def _header(records: Iterator[list[str]], columns: Mapping[str, str]) -> list[str]:
    """The names of the columns: the first record of which two (or all) are known."""
    for record in islice(records, _HEADER_WITHIN):
        names = [columns.get(key(cell), "") for cell in record]
        count = sum(map(bool, names))
        if count >= _FEWEST or (count and count == len(record)):
            return [name or cell.strip() for name, cell in zip(names, record, strict=True)]
    return []
