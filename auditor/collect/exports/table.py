"""Tables of an export: CSV whose header may come late, twice or in French, read as a stream."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import IO, cast

from auditor.collect.encodings import START, encoding_of
from auditor.collect.labels import key
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

MOST = 5_000_000
"""Rows that are read: more than any export of one person can have."""
_HEADER_WITHIN = 12
"""Records before which the header stands: the longest preamble met has two."""
_LARGEST_FIELD = 1_000_000
_LARGEST_RECORD = 8_000_000
"""Signs of one record, however many cells and lines it has: the reader holds it whole."""
_CHUNK = 65_536
"""Signs of the lines that are taken at a time."""
_MOST_COLUMNS = 1_000
"""Ten times the widest table met (Strava's activities)."""
_FEWEST = 2

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
    lines = _Lines(_text(file, name))
    csv.field_size_limit(_LARGEST_FIELD)
    records = csv.reader(iter(lines), strict=False)
    try:
        header = _header(records, columns)
        if not header:
            raise UnreadableError(
                say("%(file)s has no column that is known", file=name),
                say("ask the network for the export again, in English or French"),
            )
        names = [*dict.fromkeys(header)]
        kept = None if len(names) == len(header) else [header.index(name) for name in names]
        for record in _whole(islice(records, MOST), len(header), name):
            lines.left = _LARGEST_RECORD
            if any(record):
                cells = record if kept is None else [record[at] for at in kept if at < len(record)]
                yield dict(zip(names, cells, strict=False))
    except (csv.Error, UnicodeDecodeError):
        raise UnreadableError(
            say("%(file)s is damaged: rows after the fault were not read", file=name),
            say("ask the network for the export again"),
        ) from None


def _whole(records: Iterator[list[str]], width: int, name: str) -> Iterator[list[str]]:
    """The records, but for a last one that the file breaks off in: it is shorter than the first."""
    first = held = next(records, [])
    try:
        for record in records:
            yield held
            held = record
    except (csv.Error, UnicodeError, UnreadableError):
        yield held
        raise
    if held is not first and 0 < len(held) < width == len(first):
        raise UnreadableError(
            say("%(file)s is cut: it ends within a row", file=name),
            say("ask the network for the export again, and give it as it was downloaded"),
        )
    yield held


class _Lines:
    """The lines of a file, taken many at a time, up to as many signs as one record may have."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.left = _LARGEST_RECORD
        """Signs that the record may still have; who takes a record sets it anew."""

    def __iter__(self) -> Iterator[str]:
        while lines := self._text.readlines(_CHUNK):
            self.left -= sum(map(len, lines))
            if self.left < 0:
                raise csv.Error
            yield from lines


def _text(file: IO[bytes] | io.BufferedIOBase, name: str) -> io.TextIOWrapper:
    """The text of the file, in the encoding that its start tells."""
    start = file.read(START)
    encoding = encoding_of(start)
    if encoding is None:
        raise UnreadableError(
            say("%(file)s is no table of text", file=name),
            say("ask the network for the export again, and do not open it in between"),
        )
    whole = io.BufferedReader(_Joined(start, cast("IO[bytes]", file)), START)
    return io.TextIOWrapper(whole, encoding=encoding, newline="")


class _Joined(io.RawIOBase):
    """What was read of a file already, then the rest of it."""

    def __init__(self, start: bytes, file: IO[bytes]) -> None:
        self._start = start
        self._file = file
        self._line = 0
        """Bytes of the line so far."""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """The next bytes.

        Raises:
            csv.Error: a line has no end: it would be held whole.
        """
        part = self._start[: len(buffer)] or self._file.read(len(buffer))
        self._start = self._start[len(part) :]
        end = max(part.rfind(b"\n"), part.rfind(b"\r"))
        self._line = len(part) - end if end >= 0 else self._line + len(part)
        if self._line > _LARGEST_RECORD:
            raise csv.Error
        buffer[: len(part)] = part
        return len(part)


def _header(records: Iterator[list[str]], columns: Mapping[str, str]) -> list[str]:
    """The names of the columns: the first record of which two (or all) are known."""
    for record in islice(records, _HEADER_WITHIN):
        if len(record) > _MOST_COLUMNS:
            continue
        names = [columns.get(key(cell), "") for cell in record]
        count = sum(map(bool, names))
        if count >= _FEWEST or (count and count == len(record)):
            return [name or cell.strip() for name, cell in zip(names, record, strict=True)]
    return []
