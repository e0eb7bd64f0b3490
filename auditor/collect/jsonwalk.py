"""Some values of a large JSON object, found by the keys they stand under; all else is passed over.

What is passed over is never held nor taken apart: its strings and brackets are followed to their end
(`jsonscan`), a window at a time.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from auditor.collect import jsontext
from auditor.collect.jsonscan import Scan, Stop
from auditor.collect.stream import WINDOW, Readable
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

_LONGEST_KEY = 64_000
_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?\s*")
_KEY = re.compile(rb'("(?:[^"\\]++|\\.)*+")\s*:', re.DOTALL)


def values(
    file: Readable, wanted: Callable[[str], bool], *, depth: int
) -> Iterator[tuple[str, bytes]]:
    """The wanted members of a document's objects at a depth (1: its own), with their value's text.

    Raises:
        UnreadableError: after what there is, where the document is cut or is no object; or a value is
            larger than may be held.
    """
    walk = _Walk(file=file, wanted=wanted)
    if walk.next() != b"{":
        raise _cut()
    yield from walk.members(depth)


@dataclass(slots=True, kw_only=True)
class _Walk:
    """What is read of the file and not yet passed."""

    file: Readable
    wanted: Callable[[str], bool]
    data: bytes = b""
    ended: bool = False

    def members(self, depth: int) -> Iterator[tuple[str, bytes]]:
        """The wanted members of the object that begins here, which is passed."""
        self.data = self.data[1:]
        while (char := self.next()) != b"}":
            if char == b",":
                self.data = self.data[1:]
                continue
            key = self._key()
            if depth > 1 and self.next() == b"{":
                yield from self.members(depth - 1)
            elif depth == 1 and self.wanted(key):
                yield key, self._value(keep=True)
            else:
                self._value(keep=False)
            if self.ended:
                raise _cut()
        self.data = self.data[1:]

    def next(self) -> bytes:
        """The next sign that is no blank."""
        while True:
            found = _BEFORE.match(self.data)
            self.data = self.data[found.end() :] if found else self.data
            if self.data or not self._more():
                return self.data[:1]

    def _more(self) -> bool:
        found = self.file.read(WINDOW)
        self.data += found
        return bool(found)

    def _key(self) -> str:
        while not (found := _KEY.match(self.data)):
            if len(self.data) > _LONGEST_KEY or not self._more():
                raise _cut()
        self.data = self.data[found.end() :]
        return str(jsontext.value(found[1].decode("utf-8", "replace")))

    def _value(self, *, keep: bool) -> bytes:
        """Pass the value that comes; where it breaks off, what there is of it."""
        scan, kept, size = Scan(), list[bytes](), 0
        at, stop = scan.walk(self.data, 0)
        while stop is Stop.MORE:
            if keep:
                kept.append(self.data[:at])
                size += at
            if size > jsontext.LARGEST:
                raise jsontext.refused(say("the JSON is larger than 64 MB"))
            self.data = self.data[at:]
            if not self._more():
                self.ended = True
                break
            at, stop = scan.walk(self.data, 0)
        if stop is Stop.DAMAGE:
            raise _cut()
        kept.append(self.data[:at])
        self.data = self.data[at:]
        return b"".join(kept) if keep else b""


def _cut() -> UnreadableError:
    return jsontext.refused(say("the JSON is cut or damaged"))
