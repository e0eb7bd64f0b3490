"""One file of an archive or of a folder, read as a stream within limits."""

import io
from collections.abc import Callable
from typing import IO, TypeVar

from auditor.collect.unreadable import UnreadableError
from auditor.model.text import Text, say

LARGEST_TOTAL = 20_000_000_000
LARGEST_RATIO = 200
"""Unpacked over packed: the highest of a real export was 26 (knowledge/sources.md §4)."""
RATIO_FROM = 1_000_000
"""A member this small cannot fill the memory, however well it packs."""
EXPECTED: Text = say("download the export again, and give the file as it was downloaded")
T = TypeVar("T")


class Member(io.BufferedIOBase):
    """A member that stands open; whatever stops its reading has a reason that can be shown."""

    def __init__(
        self,
        name: str,
        opener: Callable[[], IO[bytes]],
        *,
        packed: int | None = None,
        declared: int = 0,
    ) -> None:
        self.name = name
        self.declared = declared
        self._left = LARGEST_TOTAL if packed is None else max(RATIO_FROM, packed * LARGEST_RATIO)
        self._file = self._sound(opener)

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes; none at the end.

        Raises:
            UnreadableError: damaged, or more than its packed size can honestly hold.
        """
        wanted = self._left + 1 if size is None or size < 0 else size
        found = self._sound(lambda: self._file.read(wanted))
        self._left -= len(found)
        if self._left < 0:
            raise too_large(self.name)
        return found

    def read1(self, size: int = -1, /) -> bytes:
        """The next bytes, some at a time."""
        return self.read(size if size >= 0 else io.DEFAULT_BUFFER_SIZE)

    def close(self) -> None:
        """Close the file too."""
        if not self.closed and hasattr(self, "_file"):
            self._file.close()
        super().close()

    def _sound(self, step: Callable[[], T]) -> T:
        try:
            return step()
        except Exception as fault:  # zlib, lzma and bz2 each have an error class of their own
            raise damaged(self.name) from fault


def too_large(name: str) -> UnreadableError:
    """Why a member is not read further."""
    return UnreadableError(
        say("%(file)s is larger than an export's file can be", file=name), EXPECTED
    )


def damaged(name: str) -> UnreadableError:
    """Why a member cannot be read."""
    return UnreadableError(say("%(file)s is damaged", file=name), EXPECTED)
