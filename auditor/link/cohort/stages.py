"""The stages of a run, kept beside the result until it is whole: an interrupted run goes on where it stopped.

The folder is named after everything the result follows from; it holds people's data, so it is private, and
it is removed when the run is done.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from auditor.store.files import PRIVATE_FOLDER

Made = Callable[[Path], None]


class Stages:
    """A folder in which each stage is one file or folder, there only when it is whole."""

    def __init__(self, result: Path, key: str) -> None:
        self._top = result.with_name(f".{result.name}.work")
        self.folder = self._top / key
        self.folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        self._top.chmod(PRIVATE_FOLDER)
        self.reused = 0
        """Stages that an earlier run had made."""

    def made(self, name: str, make: Made) -> Path:
        """The stage of this name: made now, unless it is there."""
        path = self.folder / name
        if path.exists():
            self.reused += 1
            return path
        half = self.folder / f"half-{name}"
        _removed(half)
        make(half)
        half.rename(path)
        return path

    def done(self) -> None:
        """Remove everything that was kept."""
        shutil.rmtree(self._top, ignore_errors=True)


def _removed(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def key(files: Iterable[Path], *parts: object) -> str:
    """A short name for what a run reads and how: the bytes of the files, and the parts as they are shown."""
    whole = hashlib.sha256(repr(parts).encode())
    for path in files:
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()[:16]
