"""A JSON result read again: the report it was made from, for a comparison or for another form of it.

Results of other versions can be read too: keys this version does not know are passed over, and what
an older one did not write yet has a default. Rules, kinds and networks are no part of a result:
whoever reads one gives the report those that are installed.
"""

import re
from pathlib import Path
from typing import TypeVar

import msgspec

from auditor.errors import ResultError
from auditor.model.report import Report
from auditor.model.text import Text, say
from auditor.report.reread_model import report
from auditor.report.reread_shape import ResultRead

T = TypeVar("T")

LARGEST = 64_000_000
"""Bytes of a result that is read: as much as of any other document (some 80 000 facts)."""
_PLACE = re.compile(r" - at (?:`key` in )?`(\$[\w.\[\]]*)`$")
"""Where msgspec found a fault: keys of ours alone; the rest of what it says may quote the file."""
_CUT = say(
    "%(file)s is not JSON, or it is cut (%(type)s); make it with `auditor audit --format json`"
)
_OTHER = say(
    "%(file)s is no result that this version reads (at %(place)s); "
    "make it with `auditor audit --format json`"
)


def reread(data: bytes, *, file: str, comparable: bool = True) -> Report:
    """The report that a JSON result tells of, with names masked where they were.

    One with every name masked numbers its records: it can be shown, and is not `comparable`.

    Raises:
        ResultError: it is too large, no JSON, no result of an audit, or not comparable where that is asked.
    """
    found = decoded(data, ResultRead, file=file, cut=_CUT, other=_OTHER)
    # An id of a record begins with its source's and a #, unless every id was masked.
    if comparable and found.records and not any("#" in each.id for each in found.records):
        raise ResultError(
            "%(file)s was made with --redact all, which masks what comparing needs; "
            "make it with --redact others",
            file=file,
        )
    return report(found)


def content(path: Path) -> bytes:
    """The bytes of a result's file, and one more where it is too large.

    Raises:
        ResultError: it is missing, no file, or closed to us.
    """
    try:
        if path.exists() and not path.is_file():
            raise ResultError("%(file)s is not a file", file=path.name)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        raise ResultError(
            "%(file)s cannot be read (%(type)s); check the path and its permissions",
            file=path.name,
            type=type(fault).__name__,
        ) from None


def decoded(data: bytes, cls: type[T], *, file: str, cut: Text, other: Text) -> T:
    """The bytes of a result as what it holds; `cut` and `other` say what they are if not that.

    Both are told the `file`, `cut` the `type` of the fault and `other` the `place`.

    Raises:
        ResultError: too large, no JSON, or not of that form.
    """
    if len(data) > LARGEST:
        raise ResultError("%(file)s is larger than 64 MB; that is no result", file=file)
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=cls)
    except msgspec.ValidationError as fault:
        place = _PLACE.search(str(fault))
        raise ResultError(other.id, file=file, place=place[1] if place else "$") from None
    except (msgspec.DecodeError, RecursionError, ValueError) as fault:
        raise ResultError(cut.id, file=file, type=type(fault).__name__) from None
