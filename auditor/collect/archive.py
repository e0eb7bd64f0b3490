"""Archives read safely: members by exact name, whole or as a stream, never unpacked to the disk."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO

from auditor.collect import tarball
from auditor.collect.member import (
    EXPECTED,
    LARGEST_RATIO,
    LARGEST_TOTAL,
    RATIO_FROM,
    Member,
    damaged,
    too_large,
)
from auditor.collect.paths import Paths, natural
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

MOST_MEMBERS = 100_000
LARGEST_MEMBER = 64_000_000
PART = 2 * 1024**3
"""Networks cut large exports into parts of exactly this size: one part is not the export."""
_NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, kw_only=True)
class Archive:
    """Members by name, and how one is read."""

    names: tuple[str, ...]
    opener: Callable[[str], Member]

    def find(self, suffix: str) -> str | None:
        """The one member whose path ends so (``Profile.csv``); None where there is none.

        Raises:
            UnreadableError: two members end so, and neither is chosen.
        """
        found = {name for _, _, name in self._paths.ending(suffix)}
        if len(found) > 1:
            raise _ambiguous(suffix)
        return found.pop() if found else None

    def has(self, *ends: str) -> bool:
        """Is there a member whose path ends so? ``*`` stands for any text but a slash."""
        return any(True for _ in self.ending(*ends))

    def ending(self, *ends: str) -> Iterator[str]:
        """The members whose paths end so, below whatever folder."""
        return (name for end in ends for _, _, name in self._paths.ending(end))

    def matching(self, *ends: str) -> list[str]:
        """The members whose paths end so, numbered ones in the order of their numbers.

        Raises:
            UnreadableError: the same file stands there twice, below two folders.
        """
        roots: dict[str, str] = {}
        found: dict[str, None] = {}
        for end in ends:
            for root, tail, name in self._paths.ending(end):
                if roots.setdefault(tail, root) != root:
                    raise _ambiguous(end)
                found[name] = None
        return sorted(found, key=natural)

    @cached_property
    def _paths(self) -> Paths:
        return Paths(self.names)

    def read(self, name: str) -> bytes:
        """The whole of a member.

        Raises:
            UnreadableError: encrypted, damaged, too large or packed beyond reason.
        """
        with self.stream(name) as member:
            if member.declared > LARGEST_MEMBER:
                raise too_large(member.name)
            data = member.read(LARGEST_MEMBER + 1)
        if len(data) > LARGEST_MEMBER:
            raise too_large(member.name)
        return data

    def stream(self, name: str) -> Member:
        """A member to be read piece by piece, however large; it is closed by ``with``.

        Raises:
            UnreadableError: encrypted, damaged or packed beyond reason; reading it raises it too.
        """
        return self.opener(name)


def opened(source: bytes | Path) -> Archive:
    """A zip in memory, or one that stays where it lies.

    Raises:
        UnreadableError: cut, damaged, empty, encrypted or larger than an export can be.
    """
    try:
        if (source.stat().st_size if isinstance(source, Path) else len(source)) == PART:
            raise UnreadableError(
                say("the archive is one part of several: the others are missing"),
                say("download all parts, and give them together"),
            )
        file = zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source))
        members = [each for each in file.infolist() if _wanted(each.filename)]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise UnreadableError(
            say("the archive is cut, damaged, or no zip at all"), EXPECTED
        ) from None
    _check(members)
    by_name: dict[str, list[zipfile.ZipInfo]] = {}
    for each in members:
        by_name.setdefault(each.filename, []).append(each)
    return Archive(names=tuple(by_name), opener=lambda name: _packed(file, by_name[name]))


def tarred(path: Path) -> Archive:
    """A tar archive, packed with gzip or not, that stays where it lies.

    Raises:
        UnreadableError: cut, damaged, empty or larger than an export can be.
    """
    files = tarball.files(path, MOST_MEMBERS)
    found = {name: opener for name, opener in files.items() if _wanted(name)}
    _count(found)
    names = {name: name.replace("\\", "/").rpartition("/")[2] for name in found}
    return Archive(names=tuple(found), opener=lambda name: Member(names[name], found[name]))


def folder(path: Path) -> Archive:
    """The files below a folder, read as if they were an archive.

    Raises:
        UnreadableError: no files, or more than an export can hold.
    """
    try:
        below = (
            each
            for each in path.rglob("*")
            if _wanted(each.relative_to(path).as_posix())
            and each.is_file()
            and not each.is_symlink()
        )
        found = sorted(islice(below, MOST_MEMBERS + 1))  # a whole disk is not walked through
    except OSError:
        raise damaged(path.name) from None
    files = {each.relative_to(path).as_posix(): each for each in found}
    _count(files)
    return Archive(names=tuple(files), opener=lambda name: _file(files[name]))


def single(name: str, file: Callable[[], IO[bytes]]) -> Archive:
    """A lone file of an export, as an archive of this one member."""
    short = name.rpartition("/")[2]
    return Archive(names=(name,), opener=lambda _: Member(short, file))


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
        raise UnreadableError(say("the archive holds no file of an export"), EXPECTED)
    if count > MOST_MEMBERS:
        raise UnreadableError(
            say("the archive holds more than %(count)s files", count=MOST_MEMBERS),
            say("give it in parts"),
        )


def _wanted(name: str) -> bool:
    return not name.endswith("/") and not any(each in name for each in _NOISE)


def _ambiguous(file: str) -> UnreadableError:
    return UnreadableError(
        say("ambiguous: two files of the archive are %(file)s", file=file),
        say("give one export at a time"),
    )


def _packed(file: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Member:
    """A member; of two that share one path, which was meant cannot be told."""
    member = members[0]
    name = member.filename.replace("\\", "/").rpartition("/")[2]
    if len(members) > 1:
        raise _ambiguous(name)
    if member.flag_bits & 1:
        raise UnreadableError(
            say("%(file)s is encrypted", file=name), say("unpack it yourself, and give the folder")
        )
    packed = max(member.compress_size, 1)
    if member.file_size > RATIO_FROM and member.file_size / packed > LARGEST_RATIO:
        raise too_large(name)
    return Member(name, lambda: file.open(member), packed=packed, declared=member.file_size)


def _file(path: Path) -> Member:
    return Member(path.name, lambda: path.open("rb"))
