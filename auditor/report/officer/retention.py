"""Files to purge now, and those that may stay: by the number of a row, never by a name."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model.screening import Checked, Held
from auditor.model.screening_rule import Table
from auditor.report.inert import visible
from auditor.report.officer.points import post
from auditor.report.officer.sizes import Sizes
from auditor.report.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShown:
    """A candidate's file for one post."""

    row: str
    candidate: str
    post: str
    day: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Files of which the same is to be done."""

    files: tuple[FileShown, ...]
    count: int
    more: str
    untold: bool
    """Does the log say nothing of files at all?"""


def purge(words: Words, found: Checked, sizes: Sizes) -> Shelf:
    """What is to be purged now, the longest overdue first."""
    return _shelf(words, found, found.purge, sizes.files)


def keep(words: Words, found: Checked, sizes: Sizes) -> Shelf:
    """What may stay, that which goes first before the rest."""
    return _shelf(words, found, found.keep, sizes.files)


def _shelf(words: Words, found: Checked, held: Iterable[Held], most: int) -> Shelf:
    ranked = sorted(held, key=lambda each: (each.day or datetime.date.max, each.row))
    left = len(ranked) - most
    return Shelf(
        files=tuple(_file(words, each) for each in ranked[:most]),
        count=len(ranked),
        more=words.count("more", left) if left > 0 else "",
        untold=Table.CANDIDATES in found.absent,
    )


def _file(words: Words, each: Held) -> FileShown:
    return FileShown(
        row=str(each.row),
        candidate=visible(each.candidate),
        post=post(each.post),
        day=words.day(each.day) if each.day else "",
        why=visible(words(each.why)),
    )
