"""Files of the case: found without leaving its folder, read no further than a reader needs."""

from pathlib import Path

from auditor.collect import signs
from auditor.collect.flaws import is_inside
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import Text, say

LARGEST_TEXT = 5_000_000
"""Bytes of a page or a feed (the feeds' reader's limit); readers of pages stop at 2 MB."""
LARGEST_JSON = 64_000_000
"""As large as a member of an archive may be; so may a picture or a document."""
LARGEST_ARCHIVE = 1_000_000_000
"""An archive that only the reader of another package knows is held in memory."""
_HEAD = 512
_START = 1_000_000
_PATH: Text = say("correct the path in the mandate, or put the file there")


def found(case: Path, path: str) -> Path:
    """The file or folder that a source names.

    Raises:
        UnreadableError: missing, not a file, or a link that leaves the case.
    """
    full = case / path
    if not is_inside(full, case):
        raise UnreadableError(
            say("%(file)s leads out of the folder of the case", file=full.name),
            say("copy the file itself into the folder"),
        )
    try:
        if not full.exists():
            raise UnreadableError(say("%(file)s is missing", file=full.name), _PATH)
        if not (full.is_file() or full.is_dir()):
            raise UnreadableError(say("%(file)s is not a file", file=full.name), _PATH)
    except OSError as fault:
        raise _refused(full, fault) from None
    return full


def start(path: Path) -> bytes:
    """The first megabyte of a file, by which its kind is told.

    Raises:
        UnreadableError: closed to us.
    """
    try:
        with path.open("rb") as file:
            return file.read(_START)
    except OSError as fault:
        raise _refused(path, fault) from None


def content(path: Path) -> bytes:
    """The bytes of a file, as many as the reader of its kind takes.

    Raises:
        UnreadableError: empty, too large, or closed to us.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            largest = _largest(head)
            data = head + file.read(largest + 1 - len(head))
    except OSError as fault:
        raise _refused(path, fault) from None
    if not data:
        raise UnreadableError(
            say("%(file)s is empty", file=path.name), say("save or download it again")
        )
    if len(data) > largest > LARGEST_TEXT:
        raise UnreadableError(
            say("%(file)s is too large to be read as one file", file=path.name),
            say("unpack the export, and give its folder"),
        )
    return data


def _largest(head: bytes) -> int:
    if head.startswith(b"PK"):
        return LARGEST_ARCHIVE
    if signs.sign(head) is not None:
        return LARGEST_JSON
    return LARGEST_JSON if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["} else LARGEST_TEXT


def _refused(path: Path, fault: OSError) -> UnreadableError:
    return UnreadableError(
        say("%(file)s cannot be opened (%(type)s)", file=path.name, type=type(fault).__name__),
        say("check the permissions of the file"),
    )
