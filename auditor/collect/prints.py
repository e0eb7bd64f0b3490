"""What a file or folder held when it was looked at: enough to tell that it did not change since."""

import hashlib
from collections.abc import Iterator
from pathlib import Path


def print_of(path: Path) -> tuple[str, ...]:
    """The digest of a file; name, size and times of every file of a folder; a word where there is none.

    A folder's files are not read for it: an unpacked export may hold years of videos.
    """
    try:
        if path.is_dir():
            return tuple(sorted(_below(path)))
        if not path.is_file():  # a pipe would never end
            return ("no file",)
        with path.open("rb") as file:
            return (hashlib.file_digest(file, "sha256").hexdigest(),)
    except OSError as failure:
        return (type(failure).__name__,)


def _below(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*"):
        found = file.lstat()
        name = ascii(str(file.relative_to(folder)))  # not every system writes names in UTF-8
        yield f"{name} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
