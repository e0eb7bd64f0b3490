"""The bytes of a web archive, unpacked within limits; where they break off, they end, and it is noted."""

import gzip
import io
import zlib
from typing import Any

from auditor.collect.stream import Readable
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

LARGEST = 2_000_000_000
"""Bytes after unpacking: crawlers begin a new file at 1 GB (the WARC guidelines of the IIPC)."""
_GZIP = b"\x1f\x8b"


class Unpacked:
    """A stream that warcio reads from; a gzip of one member or of one for each record is all the same."""

    def __init__(self, file: Readable, *, largest: int = LARGEST) -> None:
        start = file.read(2)
        whole = io.BufferedReader(_Rejoined(start, file))
        self._file: Any = gzip.GzipFile(fileobj=whole) if start == _GZIP else whole
        self._left = largest
        self.is_cut = False

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; none at the end, or where the archive is damaged.

        Raises:
            UnreadableError: the archive is larger than one can be.
        """
        if self.is_cut:
            return b""
        try:
            found: bytes = self._file.read1(size)  # what is whole comes before the fault
        except (EOFError, OSError, zlib.error):
            self.is_cut = True
            return b""
        self._left -= len(found)
        if self._left < 0:
            raise UnreadableError(
                say("the web archive holds more than 2 GB"), say("give it in parts")
            )
        return found


class _Rejoined(io.RawIOBase):
    """A stream with the bytes that were read to tell what it is put back."""

    def __init__(self, start: bytes, file: Readable) -> None:
        self._start = start
        self._rest = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        found = self._start or self._rest.read(len(buffer))
        self._start = b""
        buffer[: len(found)] = found
        return len(found)
