"""The results of a group's members, read strictly: five at least, each once, masked, and as they were made.

A file is called by its place in the order given: its name, as what stands in it, may be somebody's.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from auditor import __version__
from auditor.errors import ResultError
from auditor.model.report import Report
from auditor.model.text import Text, say
from auditor.model.viewer import Viewer
from auditor.report.reread import content, reread
from auditor.report.result_shape import Result
from auditor.resources.read import check
from auditor.workshop.figures.cell import LEAST
from auditor.workshop.figures.follows import Rulebook, follows
from auditor.workshop.figures.masked import is_masked

Pair = tuple[tuple[Report, ...], tuple[Report, ...]]
"""The reports of now, and those of before."""
Called = Callable[[int], Text]
"""What a file is called: “file 3, in the order given,”, in words to be translated."""


def later_file(number: int) -> Text:
    """What a file of the group is called."""
    return say("file %(number)s, in the order given,", number=number)


def earlier_file(number: int) -> Text:
    """What a file that is given with --before is called."""
    return say("file %(number)s of --before, in the order given,", number=number)


_LASTING = ("sources", "records", "facts")
"""What an audit made again, later or in another language, has in common with the first."""


class Reader:
    """Reads the files of one group or two, and knows which it has read."""

    def __init__(self, book: Rulebook, viewer: Viewer, said: Callable[[Text], str]) -> None:
        self.book = book
        self.viewer = viewer
        self.said = said
        self.seen: dict[bytes, str] = {}

    def reports(self, files: Sequence[Path], called: Called) -> tuple[Report, ...]:
        """The reports of a group.

        Raises:
            ResultError: there are fewer than five, or one of them is not to be counted.
        """
        if len(files) < LEAST:
            raise ResultError(
                "at least five people are needed; results given: %(count)s",
                count=len(files),
            )
        mine: dict[bytes, str] = {}
        names = (self.said(called(number)) for number in range(1, len(files) + 1))
        return tuple(self._report(*each, mine) for each in zip(files, names, strict=True))

    def _report(self, path: Path, name: str, mine: dict[bytes, str]) -> Report:
        data = _content(path, name)
        # Somebody who changed nothing hands in the same twice: in the group of then and in that of now.
        _refuse_twice(_key(data, timeless=True), name, mine)
        _refuse_twice(_key(data), name, self.seen)
        report = self._checked(data, name)
        if self.viewer not in report.views:
            raise ResultError(
                "%(file)s does not say what this viewer sees; make it without --viewer", file=name
            )
        return report

    def _checked(self, data: bytes, name: str) -> Report:
        """The report of a file.

        Raises:
            ResultError: of another version, not masked, or not as this program made it.
        """
        plain = _plain(data)
        _refuse_other(plain, name)
        report = _reread(data, name)
        if not is_masked(report):
            raise ResultError(
                "%(file)s has names in it; make it again with "
                "`auditor audit CASE --format json --redact all`",
                file=name,
            )
        if check(plain, Result, file="")[0] is None or not self._is_ours(report):
            raise ResultError(
                "%(file)s is not as this program made it: what it says does not follow from what stands "
                "in it; make it again with `auditor audit CASE --format json --redact all`",
                file=name,
            )
        return report

    def _is_ours(self, report: Report) -> bool:
        try:
            return follows(report, self.book)
        except (KeyError, RecursionError, ValueError):  # it names what is not there
            return False


def two_groups(reader: Reader, files: Sequence[Path], before: Sequence[Path]) -> Pair:
    """The reports of now, and those of before where there are some.

    Raises:
        ResultError: one of the groups cannot be counted, or they stand the wrong way round.
    """
    then = reader.reports(before, earlier_file) if before else ()
    now = reader.reports(files, later_file)
    if then and min(each.made_at for each in then) > max(each.made_at for each in now):
        raise ResultError(
            "the results given with --before are younger than the others; change the two groups about"
        )
    return now, then


def _refuse_twice(key: bytes, name: str, seen: dict[bytes, str]) -> None:
    if key in seen:
        raise ResultError(
            "%(file)s and %(other)s are the same result; everybody counts once",
            file=name,
            other=seen[key],
        )
    seen[key] = name


def _content(path: Path, name: str) -> bytes:
    try:
        return content(path)
    except ResultError as error:
        raise ResultError(error.reason, **{**error.details, "file": name}) from None


def _reread(data: bytes, name: str) -> Report:
    try:
        return reread(data, file=name, comparable=False)
    except ResultError as error:
        # A place in the file is made of its keys, which may be anything.
        if "place" not in error.details:
            raise
        raise ResultError(
            "%(file)s is no result of an audit, or it was changed; make it again with "
            "`auditor audit CASE --format json --redact all`",
            file=name,
        ) from None


def _plain(data: bytes) -> Any:
    """What stands in the file; None where it is no JSON."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _refuse_other(plain: Any, name: str) -> None:
    """Refuse a result of another version: its rules may be others, and what they count."""
    version = plain.get("auditor") if isinstance(plain, dict) else None
    if isinstance(version, str) and version != __version__:
        raise ResultError(
            "%(file)s was made by another version of this program (this is %(version)s); "
            "make it again with this version, or count with that one",
            file=name,
            version=__version__,
        )


def _key(data: bytes, *, timeless: bool = False) -> bytes:
    """What two files of one result have in common, however laid out; with `timeless`, whenever made."""
    plain = _plain(data)
    if isinstance(plain, dict):
        kept = {each: plain.get(each) for each in _LASTING} if timeless else plain
        data = json.dumps(kept, sort_keys=True).encode()
    return hashlib.sha256(data).digest()
