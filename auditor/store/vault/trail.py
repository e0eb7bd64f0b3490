"""What the program did to a vault: one line an act, chained by HMAC so that no line can be changed unseen.

The vocabulary is closed: a verb, counts, a version and a moment; no text and no personal data, so
the file may lie readable beside the encrypted database. The database holds the last link of the
chain, which tells a trail that was cut or put back from an older copy.
"""

import errno
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from auditor.errors import VaultError
from auditor.store.files import PRIVATE_FILE, refuse_untrusted, sync_folder

FILE = "trail.jsonl"


class Verb(StrEnum):
    """What was done."""

    CREATED = "created"
    IMPORTED = "imported"
    EXTRACTED = "extracted"
    AUDITED = "audited"
    JUDGED = "judged"
    PURGED = "purged"
    REKEYED = "rekeyed"
    CLOCK_SET = "clock_set"


class Count(StrEnum):
    """What is counted."""

    SOURCES = "sources"
    ROWS = "rows"
    RECORDS = "records"
    FACTS = "facts"
    VIEWS = "views"
    FINDINGS = "findings"
    JUDGEMENTS = "judgements"
    RESULTS = "results"
    REUSED = "reused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act; `number` counts from 1, `mac` seals it to the entry before."""

    number: int
    at: datetime
    verb: Verb
    counts: Mapping[Count, int]
    version: str
    mac: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last link that the database knows."""

    number: int = 0
    mac: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """The entries of a trail that holds, and how many bytes of the file they take."""

    entries: tuple[Entry, ...]
    size: int

    @property
    def head(self) -> Head:
        """The link that the next entry is chained to."""
        if not self.entries:
            return Head()
        return Head(number=self.entries[-1].number, mac=self.entries[-1].mac)


def sealed(entry: Entry, before: Head, key: bytes) -> Entry:
    """The entry, chained to the one before it (HMAC-SHA256)."""
    open_ = replace(entry, number=before.number + 1, mac="")
    text = before.mac.encode() + b"\n" + msgspec.json.encode(open_)
    return replace(open_, mac=hmac.digest(key, text, "sha256").hex())


def read(folder: Path, key: bytes, head: Head) -> Trail:
    """The trail, verified link by link up to the head that the database knows.

    A crash may leave one entry that the database has not heard of yet, or the torn beginning of one:
    the first is taken, the second left out.

    Raises:
        VaultError: a line was changed, added, removed or moved, or the file was cut or replaced.
    """
    refuse_untrusted(folder / FILE)
    data = (folder / FILE).read_bytes()
    entries: list[Entry] = []
    before, size = Head(), 0
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        entry = _entry(line)
        if entry is None or entry != sealed(entry, before, key):
            if number > head.number and not line.endswith(b"\n"):
                break
            raise VaultError(
                "%(file)s was changed at line %(line)s; restore the folder from a backup, "
                "or run `auditor purge --all`",
                file=FILE,
                line=number,
            )
        entries.append(entry)
        before, size = Head(number=number, mac=entry.mac), size + len(line)
    _compare([Head(), *(Head(number=each.number, mac=each.mac) for each in entries)], head)
    return Trail(entries=tuple(entries), size=size)


def _entry(line: bytes) -> Entry | None:
    """The entry of a line that is written as we write; None for any other."""
    try:
        entry = msgspec.json.decode(line, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return entry if _line(entry) == line else None


def _line(entry: Entry) -> bytes:
    return msgspec.json.encode(entry) + b"\n"


def _compare(links: list[Head], head: Head) -> None:
    last = len(links) - 1
    if last < head.number or links[head.number] != head:
        raise VaultError(
            "%(file)s was cut, or is another vault's; restore the folder from a backup, "
            "or run `auditor purge --all`",
            file=FILE,
        )
    if last > head.number + 1:  # a crash leaves one entry ahead, never two
        raise VaultError(
            "the database is older than %(file)s: one of the two was put back; restore both from "
            "one backup, or run `auditor purge --all`",
            file=FILE,
        )


def append(folder: Path, entry: Entry, size: int) -> int:
    """Write a sealed entry after the `size` bytes that hold, cutting what a crash left; the new size."""
    number = os.open(folder / FILE, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        os.ftruncate(number, size)
        line = _line(entry)
        if os.pwrite(number, line, size) != len(line):
            raise OSError(errno.ENOSPC, "")
        os.fsync(number)
    finally:
        os.close(number)
    return size + len(line)


def begin(folder: Path) -> None:
    """An empty trail."""
    os.close(os.open(folder / FILE, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    sync_folder(folder)
