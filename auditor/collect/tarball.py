"""The regular files of a tar archive, packed with gzip or not: read where they lie, never unpacked.

Links, devices and sparse files are passed over. How much the archive unpacks to is bounded by its size,
so that one made to fill the memory ends early; names are looked up and never used as paths.
"""

import gzip
import io
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, cast

from auditor.collect.member import LARGEST_RATIO, LARGEST_TOTAL, RATIO_FROM, damaged, too_large
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

_GZIP = b"\x1f\x8b"
_BLOCK = 512
_SIGN = slice(257, 262)
_SIGNED = b"ustar"
_WITH_HEADER = 31
"""zlib: gzip's own header and check sum."""
_FAULTS = (EOFError, OSError, ValueError, OverflowError, RecursionError)
_LARGEST_READ = 64_000_001
"""Bytes asked for at once: a member read whole may have one less (`archive.LARGEST_MEMBER`)."""


def is_tar(start: bytes) -> bool:
    """Does a file that begins so hold a tar archive, packed with gzip or not?"""
    if start.startswith(_GZIP):
        try:
            start = zlib.decompressobj(_WITH_HEADER).decompress(start, _BLOCK)
        except zlib.error:
            return False
    return start[_SIGN] == _SIGNED


def files(path: Path, most: int) -> Mapping[str, Callable[[], IO[bytes]]]:
    """Name → how the file is opened.

    Raises:
        UnreadableError: cut, damaged, packed beyond reason, or of more than `most` entries.
    """
    try:
        data = _Bounded(path)
        tar = tarfile.open(fileobj=cast("IO[bytes]", data), mode="r:")  # noqa: SIM115 - stays open
        found = dict(_regular(tar, most))
        if not _ends(data, tar.offset):
            raise damaged(path.name)
    except (tarfile.TarError, zlib.error, *_FAULTS):
        raise damaged(path.name) from None
    return found


def _regular(tar: tarfile.TarFile, most: int) -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    for number, each in enumerate(tar):
        if number >= most:
            raise UnreadableError(
                say("the archive holds more than %(count)s files", count=most),
                say("give it in parts"),
            )
        if each.isreg() and not each.issparse():
            yield each.name, _opener(tar, each)


def _ends(data: "_Bounded", at: int) -> bool:
    """Does the archive end as it should, in a block of zeros? What is cut just stops."""
    data.seek(at)
    return data.read(_BLOCK) == bytes(_BLOCK)


def _opener(tar: tarfile.TarFile, member: tarfile.TarInfo) -> Callable[[], IO[bytes]]:
    return lambda: cast("IO[bytes]", tar.extractfile(member))


class _Bounded(io.RawIOBase):
    """What the archive unpacks to, no further than its size can honestly hold."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        packed = path.stat().st_size
        with path.open("rb") as file:
            is_packed = file.read(len(_GZIP)) == _GZIP
        opener = gzip.open if is_packed else open
        self._file = cast("IO[bytes]", opener(path, "rb"))
        self._end = min(LARGEST_TOTAL, max(RATIO_FROM, packed * LARGEST_RATIO))

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always; backwards costs reading from the start."""
        return True

    def tell(self) -> int:
        """How far it is read."""
        return self._file.tell()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go there, unless it lies beyond what the archive can hold."""
        if whence != io.SEEK_SET or offset > self._end:
            raise too_large(self._name)
        return self._file.seek(offset)

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        if not 0 <= size <= _LARGEST_READ or self._file.tell() + size > self._end:
            raise too_large(self._name)
        return self._file.read(size)

    def close(self) -> None:
        """Close the file too."""
        self._file.close()
        super().close()
