"""Archives read safely: members in memory by exact name, never unpacked to the disk."""

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

MOST_MEMBERS = 100_000
LARGEST_MEMBER = 64_000_000
LARGEST_TOTAL = 20_000_000_000
LARGEST_RATIO = 200
"""Unpacked over packed: the highest of a real export was 26 (knowledge/sources.md §4)."""
RATIO_FROM = 1_000_000
"""A member this small cannot fill the memory, however well it packs."""
PART = 2 * 1024**3
"""Networks cut large exports into parts of exactly this size: one part is not the export."""
_NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_EXPECTED = say("download the export again, and give the file as it was downloaded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Members by name, and how one is read."""

    names: tuple[str, ...]
    reader: Callable[[str], bytes]

    def find(self, suffix: str) -> str | None:
        """The one member whose path ends so (``Profile.csv``); None where there is none.

        Raises:
            UnreadableError: two members end so, and neither is chosen.
        """
        wanted = suffix.casefold()
        found = [name for name in self.names if _ends(name, wanted)]
        if len(found) > 1:
            raise UnreadableError(
                say("ambiguous: two files of the archive are %(file)s", file=suffix),
                say("give one export at a time"),
            )
        return found[0] if found else None

    def read(self, name: str) -> bytes:
        """The whole of a member.

        Raises:
            UnreadableError: encrypted, damaged, too large or packed beyond reason.
        """
        return self.reader(name)


def opened(data: bytes) -> Archive:
    """A zip in memory.

    Raises:
        UnreadableError: cut, damaged, empty, encrypted or larger than an export can be.
    """
    if len(data) == PART:
        raise UnreadableError(
            say("the archive is one part of several: the others are missing"),
            say("download all parts, and give them together"),
        )
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        members = [each for each in file.infolist() if _wanted(each.filename)]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise UnreadableError(
            say("the archive is cut, damaged, or no zip at all"), _EXPECTED
        ) from None
    _check(members)
    by_name = {each.filename: each for each in members}
    return Archive(names=tuple(by_name), reader=lambda name: _member(file, by_name[name]))


def folder(path: Path) -> Archive:
    """The files below a folder, read as if they were an archive.

    Raises:
        UnreadableError: no files, or more than an export can hold.
    """
    try:
        files = {
            each.relative_to(path).as_posix(): each
            for each in sorted(path.rglob("*"))
            if each.is_file() and not each.is_symlink()
        }
    except OSError:
        raise _damaged(path.name) from None
    files = {name: each for name, each in files.items() if _wanted(name)}
    _count(files)
    return Archive(names=tuple(files), reader=lambda name: _file(files[name]))


def _check(members: list[zipfile.ZipInfo]) -> None:
    _count(members)
    if all(each.flag_bits & 1 for each in members):
        raise UnreadableError(
            say("the archive is encrypted; its password is not asked for"),
            say("unpack it yourself, and give the folder"),
        )
    if sum(each.file_size for each in members) > LARGEST_TOTAL:
        raise UnreadableError(say("the archive holds more than 20 GB"), say("give it in parts"))


def _count(members: Iterable[object]) -> None:
    count = sum(1 for _ in members)
    if count == 0:
        raise UnreadableError(say("the archive holds no file of an export"), _EXPECTED)
    if count > MOST_MEMBERS:
        raise UnreadableError(
            say("the archive holds more than %(count)s files", count=MOST_MEMBERS),
            say("give it in parts"),
        )


def _wanted(name: str) -> bool:
    return not name.endswith("/") and not any(each in name for each in _NOISE)


def _ends(name: str, wanted: str) -> bool:
    """Backslashes count as slashes when looking up, and only then."""
    path = name.replace("\\", "/").casefold()
    return path == wanted or path.endswith("/" + wanted)


def _member(file: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    name = member.filename.replace("\\", "/").rpartition("/")[2]
    if member.flag_bits & 1:
        raise UnreadableError(
            say("%(file)s is encrypted", file=name), say("unpack it yourself, and give the folder")
        )
    packed = max(member.compress_size, 1)
    if member.file_size > LARGEST_MEMBER or (
        member.file_size > RATIO_FROM and member.file_size / packed > LARGEST_RATIO
    ):
        raise _too_large(name)
    try:
        with file.open(member) as stream:
            data = stream.read(LARGEST_MEMBER + 1)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise _damaged(name) from None
    except Exception as fault:  # zlib, lzma and bz2 each have an error class of their own
        raise _damaged(name) from fault
    if len(data) > LARGEST_MEMBER:
        raise _too_large(name)
    return data


def _file(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_MEMBER + 1)
    except OSError:
        raise _damaged(path.name) from None
    if len(data) > LARGEST_MEMBER:
        raise _too_large(path.name)
    return data


def _too_large(name: str) -> UnreadableError:
    return UnreadableError(
        say("%(file)s is larger than an export's file can be", file=name), _EXPECTED
    )


def _damaged(name: str) -> UnreadableError:
    return UnreadableError(say("%(file)s is damaged", file=name), _EXPECTED)
