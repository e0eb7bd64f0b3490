"""The elements of an array told apart exactly, window after window, at flat memory.

A damaged element costs itself where the next one can be found again; too large a one is passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from auditor.collect.jsonscan import Scan, Stop

LARGEST_ELEMENT = 1_000_000
"""Bytes: several times any post that was met."""
_ALIKE = 16
"""Bytes that two elements may begin with alike and that help to know the next one."""


@dataclass(slots=True, kw_only=True)
class Split:
    """Where the reading of an array stands; its data begin with an element not yet handed out."""

    data: bytes = b""
    separator: bytes = b""
    """What stood between the first two elements, from the last byte of one into the other."""
    closed: bool = False
    damaged: int = 0
    large: int = 0
    _start: int = 0
    _at: int = 0
    """How far the scan has walked through the element that begins at the start."""
    _scan: Scan = field(default_factory=Scan)
    _last: bytes | None = None
    """The element handed out last."""
    _fresh: bool = True
    _lost: bool = False
    """Is the next element looked for, after a damaged one?"""
    _passing: bool = False
    """Is the end of too large an element looked for?"""

    def feed(self, more: bytes) -> None:
        """Add what the file gives next."""
        self.data += more

    @property
    def ready(self) -> bool:
        """Do the data begin with an element of which nothing was walked through?"""
        return self._fresh and not (self._lost or self._passing)

    def cut(self, end: int) -> None:
        """Take away whole elements that were read otherwise, up to a separator that begins there."""
        self.data = self.data[self.data.index(b",", end + 1) + 1 :]
        self._begin(0)

    def pieces(self) -> list[bytes]:
        """The elements that end within the data."""
        if self._fresh:
            self._begin(0)
        found = list(self._pieces())
        if len(self.data) - self._start > LARGEST_ELEMENT and not (self._lost or self.closed):
            self.large += not self._passing
            self._passing = True
        self._forget()
        self._fresh = bool(found)
        if len(found) > 1:  # the latest neighbours tell best what the next ones look like
            self.separator = _between(*found[-2:])
        return found

    def rest(self) -> list[bytes]:
        """The element that a cut file ends with, where it is whole."""
        ended = self.data.rstrip()[-1:] in {b"}", b"]", b'"'}
        inside = self._lost or self._passing or self._scan.open or self._scan.quoted
        return [self.data] if ended and not inside and not self.closed else []

    def _pieces(self) -> Iterator[bytes]:
        while not self.closed and self._found():
            self._at, stop = self._scan.walk(self.data, self._at)
            if stop is Stop.MORE:
                return
            if stop is Stop.DAMAGE:
                self.damaged += not self._passing
                self._lost, self._passing = True, False
                continue
            self.closed = stop is Stop.CLOSE
            yield from self._piece(self.data[self._start : self._at])
            self._begin(self._at + (stop is Stop.COMMA))

    def _piece(self, piece: bytes) -> Iterator[bytes]:
        if self._passing or len(piece) > LARGEST_ELEMENT:
            self.large += not self._passing
            self._passing = False
        elif piece.strip():
            if self._last and not self.separator:
                self.separator = _between(self._last, piece)
            self._last = piece
            yield piece
        else:  # nothing between two commas, unless the array is empty
            self.damaged += self._last is not None or not self.closed

    def _found(self) -> bool:
        """Is the beginning of an element known?"""
        if not self._lost:
            return True
        at = self.data.find(self.separator, self._at) if self.separator else -1
        if at < 0:
            self._at = max(self._at, len(self.data) - len(self.separator))
            return False
        self._begin(self.data.index(b",", at + 1) + 1)
        self._lost = False
        return True

    def _begin(self, at: int) -> None:
        self._start = self._at = at
        if self._scan.open or self._scan.quoted:
            self._scan = Scan()

    def _forget(self) -> None:
        keep = self._at if self._lost or self._passing else self._start
        self.data = self.data[keep:]
        self._start, self._at = 0, self._at - keep


def _between(left: bytes, right: bytes) -> bytes:
    """The separator of two neighbours; empty where it would not tell."""
    end, body = left.rstrip(), right.lstrip()
    alike = takewhile(
        lambda pair: pair[0] == pair[1], zip(left.lstrip(), body[:_ALIKE], strict=False)
    )
    into = len(right) - len(body) + sum(1 for _ in alike)
    return left[len(end) - 1 :] + b"," + right[:into] if end else b""
