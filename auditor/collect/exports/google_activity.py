"""What Google keeps of what an account did: My Activity of each product, watch and search history, positions.

Nobody but the account sees them, and their sentences are Google's and other people's (the titles of
videos), none that the person wrote: so they are counted, product by product and from which day to
which, and no entry is handed on as a post unless all of them are asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from auditor.collect.dates import day, unix
from auditor.collect.exports import google_html
from auditor.collect.exports.google_html import Entry
from auditor.collect.exports.shapes import node, text
from auditor.collect.exports.statement import Statement
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Post
from auditor.model.visibility import Visibility

PARTS = ("activity", "watched", "searched")
_DAY = len("2012-01-01")
_KEYS = ("header", "title", "titleUrl", "time")
_LONGEST_TIME = 20
"""Digits of a Unix time in billionths of a second, and one to spare."""


class _Row(Struct, gc=False):
    """Its fields stand in the order of the file."""

    header: str | None = None
    title: str | None = None
    url: str | None = msgspec.field(name="titleUrl", default=None)
    time: str | None = None


class _Place(Struct, gc=False):
    """A position: when alone, never where."""

    timestamp: str | None = None
    old: str | None = msgspec.field(name="timestampMs", default=None)


@dataclass(slots=True)
class History:
    """One file's entries: how many, and from which day to which."""

    product: str = ""
    count: int = 0
    first: date | None = None
    last: date | None = None

    def add(self, number: int, days: Iterable[date | None]) -> None:
        """Count some entries more."""
        self.count += number
        known = [each for each in {self.first, self.last, *days} if each is not None]
        self.first, self.last = min(known, default=None), max(known, default=None)


def counted(export: Statement, *, entries: bool = True) -> None:
    """Tell how much Google keeps, and since when; without `entries`, of positions only."""
    for part in PARTS if entries else ():
        for name in export.members(part):
            history = History()
            for batch in _entries(export, name):
                history.product = history.product or batch[0][0]
                history.add(len(batch), {when for *_, when in batch})
            _tell(export, history, name)
    _positions(export)


def posts(export: Statement, numbers: Iterator[int]) -> Iterator[Post]:
    """Every entry as a post, in the order of the files."""
    seen = export.sight("posts", Visibility.ME)
    for part in PARTS:
        for name in export.members(part):
            for batch in _entries(export, name):
                for _, said, url, when in batch:
                    yield Post(
                        id=f"post-{next(numbers)}",
                        text=said,
                        sight=seen,
                        published_on=when,
                        url=url,
                    )


def _entries(export: Statement, name: str) -> Iterator[list[Entry]]:
    """The entries of a file, some at a time; what cannot be read becomes a failure."""
    if name[-5:].casefold() == ".html":
        yield from _of_page(export, name)
        return
    for batch in export.streamed(name, _Row):
        rows = [each if isinstance(each, _Row) else _row(each) for each in batch]
        found = [
            (row.header or "", row.title, row.url, _of((row.time or "")[:_DAY]))
            for row in rows
            if row.title
        ]
        if found:
            yield found


def _of_page(export: Statement, name: str) -> Iterator[list[Entry]]:
    try:
        with export.archive.stream(name) as file:
            for batch in google_html.entries(file):
                if isinstance(batch, UnreadableError):
                    export.fault(batch)
                else:
                    yield batch
    except UnreadableError as fault:
        export.fault(fault)


def _row(value: Any) -> _Row:
    """An entry of another form: what of it is text."""
    return _Row(*(text(node(value).get(key)) or None for key in _KEYS))


_of = lru_cache(maxsize=1024)(day)
"""Neighbours in a history have their day in common."""


def _positions(export: Statement) -> None:
    """Where the device was, only counted: tracks are as long as a life, and nobody else sees them."""
    for name in export.members("positions"):
        history = History()
        for batch in export.streamed(name, _Place, ("locations",)):
            history.add(len(batch), {_when(each) for each in batch})
        _tell(export, history, name)
    history = History()
    visits = export.members("visits")
    for name in visits:
        for batch in export.streamed(name, Any, ("timelineObjects",)):
            history.add(len(batch), {_visited(each) for each in batch})
    _tell(export, history, *visits[:1])


def _when(place: Any) -> date | None:
    if not isinstance(place, _Place):
        found = node(place)
        place = _Place(text(found.get("timestamp")), text(found.get("timestampMs")))
    if place.timestamp:
        return _of(place.timestamp[:_DAY])
    old = place.old or ""
    return unix(int(old)) if old.isdecimal() and len(old) < _LONGEST_TIME else None


def _visited(each: Any) -> date | None:
    found = next((node(value) for value in node(each).values()), {})
    spent = node(found.get("duration"))
    moment = text(spent.get("startTimestamp"))
    return _of(moment[:_DAY]) if moment else None


def _tell(export: Statement, history: History, *names: str) -> None:
    if not history.count:
        return
    file = export.short(names[0]).rpartition(".")[0]
    export.tell(
        "activity_history",
        f"{history.product or _product(names[0])} ({file}): {history.count}{_span(history)}",
        stated=Visibility.ME,
        dates=(history.first, history.last),
    )


def _product(name: str) -> str:
    """The folder that a file stands in, where its entries name no product."""
    return name.replace("\\", "/").rpartition("/")[0].rpartition("/")[2] or "Google"


def _span(history: History) -> str:
    """From the first day to the last, as ISO 8601 writes it."""
    if history.first is None or history.last is None:
        return ""
    return f", {history.first.isoformat()} – {history.last.isoformat()}"
