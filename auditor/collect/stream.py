"""The elements of one JSON array, however long: read in windows, at flat memory.

A window is cut at the last place that looks like the end of an element (the text seen between the
first two). The cut is not trusted but proved: what stands before it must decode as whole elements,
which it only does at a true boundary. Where it does not, a walk through strings and brackets finds
the boundaries. An element that is damaged, or larger than any post, costs itself alone.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

from auditor.collect import jsontext
from auditor.collect.jsonscan import Scan
from auditor.collect.jsonshape import MOST_DAMAGED, MOST_ODD, Shape
from auditor.collect.jsonsplit import Split
from auditor.collect.jsontext import refused
from auditor.collect.member import LARGEST_TOTAL
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

WHOLE = 1_000_000
"""Bytes of a document that may as well be read whole, and of what may stand around an array."""
WINDOW = 256 * 1024
_MOST_KEYS = 1_000
"""Keys by which a document is told; the widest met has some thirty."""
_TRIES = 3
"""Places tried from the end of a window before it is walked through."""
_PROLOGUE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:[\w.$]+\s*=\s*)?")
"""A byte order mark, or what makes a script of the data: ``window.YTD.tweets.part0 = [``."""
_SPACE = re.compile(rb"\s*")
_EMPTY = re.compile(rb"\{\s*\}")
_KEY = re.compile(rb'\s*("(?:[^"\\]++|\\.)*+")\s*:\s*', re.DOTALL)


class Readable(Protocol):
    """A file that gives its next bytes."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    """An array that a document opens, and the file that goes on with it."""

    head: bytes
    """What the document says before the array, its bracket included."""
    rest: bytes
    file: Readable

    def before(self) -> Any:
        """The value of the document so far, with the array empty; None where that is no JSON."""
        return _value(self.head + (b"]}" if self.head[:1] == b"{" else b"]"))


def opened(start: bytes, file: Readable, *names: str) -> Array | None:
    """The array under the first of the names that a document gives; without names, the document.

    `start` is what was read of the file already; the array must open in it.
    """
    found = _PROLOGUE.match(start)
    begin = found.end() if found else 0
    at = _under(start, begin, names) if names else begin
    if at is None or start[at : at + 1] != b"[":
        return None
    return Array(head=start[begin : at + 1], rest=start[at + 1 :], file=file)


def bare(data: bytes) -> bytes:
    """A document without what makes a script of it: ``window.YTD.account.part0 = […];``."""
    found = _PROLOGUE.match(data)
    return data[found.end() :].rstrip(b"; \t\r\n") if found else data


def keys(start: bytes) -> Iterator[str]:
    """The keys of the object that a document is, or of the first object of its array.

    As many as stand in `start`, which may break off anywhere.
    """
    found = _PROLOGUE.match(start)
    at = found.end() if found else 0
    if start[at : at + 1] == b"[":
        at = _SPACE.match(start, at + 1).end()  # type: ignore[union-attr]  # it matches nothing too
    for key, _ in islice(_members(start, at), _MOST_KEYS):
        with suppress(UnreadableError):
            yield jsontext.value(key.decode("utf-8", "replace"))


def members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The members of the object that a document is: key and the text of the value, not yet read.

    Raises:
        UnreadableError: after the last whole member and what there is of the next, where it is cut.
    """
    found = _PROLOGUE.match(data)
    at = found.end() if found else 0
    while data[at : at + 1] in {b"{", b","} and (key := _KEY.match(data, at + 1)):
        at, _ = Scan().walk(data, key.end())
        with suppress(UnreadableError):
            yield jsontext.value(key[1].decode("utf-8", "replace")), data[key.end() : at]
    if data[at : at + 1] != b"}" and not _EMPTY.match(data, at):
        raise refused(say("the JSON is cut or damaged"))


def elements(
    array: Array, of: Any = Any, *, window: int = WINDOW
) -> Iterator[list[Any] | UnreadableError]:
    """The elements in order, some at a time, and last why some are missing.

    Each is of the type `of` (a msgspec Struct), or the plain value where it has another shape.
    """
    walk = _Walk(array=array, shape=Shape(of), window=window)
    yield from walk.batches()
    yield from walk.faults()


def _under(start: bytes, at: int, names: Iterable[str]) -> int | None:
    """Where the array under a name opens, in the object that begins at `at`."""
    wanted = {f'"{name}"'.encode() for name in names}
    return next(
        (at for key, at in _members(start, at) if key in wanted and start[at : at + 1] == b"["),
        None,
    )


def _members(start: bytes, at: int) -> Iterator[tuple[bytes, int]]:
    """The keys of the object that begins at `at`, quoted, each with the place of its value."""
    while start[at : at + 1] in {b"{", b","} and (key := _KEY.match(start, at + 1)):
        yield key[1], key.end()
        at, _ = Scan().walk(start, key.end())


def _value(data: bytes) -> Any:
    try:
        return jsontext.parse(data)
    except UnreadableError:
        return None


@dataclass(slots=True, kw_only=True)
class _Walk:
    """The file, what splits it and what decodes it."""

    array: Array
    shape: Shape
    window: int
    split: Split = field(default_factory=Split)
    total: int = 0
    broken: UnreadableError | None = None

    def batches(self) -> Iterator[list[Any]]:
        """Whole elements, as many as a window holds."""
        self.split.feed(self.array.rest)
        more = True
        while more and not self.split.closed:
            more = self._fill() and self.damaged < MOST_DAMAGED and self.shape.odd < MOST_ODD
            found = self._guessed() if more else None
            found = self._decoded(self.split.pieces()) if found is None else found
            if found:
                yield found
        if last := self._decoded(self.split.rest()):
            yield last

    @property
    def damaged(self) -> int:
        """How many elements no decoder reads."""
        return self.split.damaged + self.shape.damaged

    def faults(self) -> Iterator[UnreadableError]:
        """Why elements are missing."""
        if self.damaged:
            yield refused(say("%(count)s damaged items are left out", count=self.damaged))
        if self.split.large:
            yield refused(
                say("%(count)s items larger than 1 MB are left out", count=self.split.large)
            )
        if self.broken is not None:
            yield self.broken
        elif self.shape.odd >= MOST_ODD:
            yield refused(say("items after the first million of another form are left out"))
        elif not self.split.closed or not self._ends():
            yield refused(say("the JSON is cut or damaged"))

    def _fill(self) -> bool:
        """Read one window more; False at the end of what can be read."""
        try:
            more = self.array.file.read(self.window)
        except UnreadableError as fault:
            self.broken = fault
            return False
        self.total += len(more)
        if self.total > LARGEST_TOTAL:
            self.broken = refused(say("the JSON is larger than 20 GB"))
            return False
        self.split.feed(more)
        return bool(more)

    def _guessed(self) -> list[Any] | None:
        """The elements up to the last separator before which everything is whole."""
        split = self.split
        if not split.separator or not split.ready:
            return None
        end = len(split.data)
        for _ in range(_TRIES):
            end = split.data.rfind(split.separator, 0, end)
            if end < 0:
                return None
            found = self.shape.batch(memoryview(split.data)[: end + 1])
            if found is not None:
                split.cut(end)
                return found
        return None

    def _decoded(self, pieces: list[bytes]) -> list[Any]:
        found = self.shape.batch(b",".join(pieces)) if pieces else []
        return self.shape.each(pieces) if found is None else found

    def _ends(self) -> bool:
        """Is the document sound after the array too?"""
        head, tail = self.array.head, self.split.data
        with suppress(UnreadableError):
            tail += self.array.file.read(WHOLE)
            return _value(head + tail.rstrip(b"; \t\r\n")) is not None
        return False
