"""Tables of an export: CSV whose header may come late, twice or in French."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from auditor.collect.labels import key, table
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

MOST = 200_000
"""Rows that are read: more than any export of one person that was met."""
_HEADER_WITHIN = 12
"""Records before which the header stands: the longest preamble met has two."""
_LARGEST_FIELD = 1_000_000
_FEWEST = 2

Row = dict[str, str]
"""Column → text; columns by their names in `rules/labels.yml`, the first of each kept."""


def rows(data: bytes, file: str) -> Iterator[Row]:
    """The rows below the header of a CSV file.

    Raises:
        UnreadableError: no header of known columns, or not text.
    """
    text = _text(data, file)
    csv.field_size_limit(_LARGEST_FIELD)
    records = csv.reader(io.StringIO(text, newline=""), strict=False)
    try:
        header = _header(records)
        if not header:
            raise UnreadableError(
                say("%(file)s has no column that is known", file=file),
                say("ask the network for the export again, in English or French"),
            )
        for record in islice(records, MOST):
            row = _row(header, record)
            if row:
                yield row
    except csv.Error:
        raise UnreadableError(
            say("%(file)s is damaged: rows after the fault were not read", file=file),
            say("ask the network for the export again"),
        ) from None


def _text(data: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableError(
        say("%(file)s is no table of text", file=file),
        say("ask the network for the export again, and do not open it in between"),
    )


def _header(records: Iterator[list[str]]) -> list[str]:
    """The names of the columns: the first record of which two (or all) are known."""
    known = table("linkedin", "headers")
    for record in islice(records, _HEADER_WITHIN):
        names = [known.get(key(cell), "") for cell in record]
        count = sum(map(bool, names))
        if count >= _FEWEST or (count and count == len(record)):
            return names
    return []


def _row(header: list[str], record: list[str]) -> Row:
    row: Row = {}
    for name, cell in zip(header, record, strict=False):
        if name and cell.strip():
            row.setdefault(name, cell.strip())
    return row
