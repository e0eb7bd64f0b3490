"""What a sweep has done already, line by line, so that one that was killed goes on where it stood.

It is bound to what it does by a stamp; of another stamp nothing is taken up. Without a vault it is a
file of the case, private to its owner, gone when the sweep is done (docs/decisions/0010).
"""

import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from auditor.errors import OutputError
from auditor.store.files import PRIVATE_FILE

FILE = "sweep-progress.jsonl"
LARGEST = 64_000_000
"""Bytes: 20,000 sites, the most that are asked in one sweep, make 4 MB."""


class Progress(Protocol):
    """Lines that outlive a kill, until the work they tell of is done."""

    def known(self) -> Iterable[str]:
        """The lines kept under this stamp by a sweep that did not end."""

    def add(self, line: str) -> None:
        """Keep a line; once this returns, a kill does not lose it."""

    def done(self) -> None:
        """Forget all lines: the work is done."""


class Lines:
    """Progress in a file of the case, for a case without a vault.

    Raises:
        OutputError: the file cannot be written there, or another sweep writes it.
    """

    def __init__(self, case: Path, stamp: str) -> None:
        self._path = case / FILE
        self._stamp = stamp
        self._number = -1

    def __enter__(self) -> Self:
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
            self._number = os.open(self._path, flags, PRIVATE_FILE)
            _lock(self._number)
            self._known = self._taken_up()
        except OSError as failure:
            self._close()
            raise OutputError(
                "%(file)s cannot be written (%(type)s); check the folder, its permissions and the space left",
                file=FILE,
                type=type(failure).__name__,
            ) from None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._close()

    def known(self) -> Iterable[str]:
        """The lines of the sweep before."""
        return self._known

    def add(self, line: str) -> None:
        """Append a line in one write."""
        os.write(self._number, f"{line}\n".encode())

    def done(self) -> None:
        """Remove the file."""
        self._path.unlink(missing_ok=True)

    def _taken_up(self) -> tuple[str, ...]:
        """What is there under our stamp; a line that a crash cut short is cut off."""
        data = os.read(self._number, LARGEST)
        whole = data[: data.rfind(b"\n") + 1]
        first, *lines = whole.decode("utf-8", "replace").split("\n")[:-1] or [""]
        if first != self._stamp:
            os.ftruncate(self._number, 0)
            self.add(self._stamp)
            return ()
        os.ftruncate(self._number, len(whole))
        return tuple(lines)

    def _close(self) -> None:
        if self._number >= 0:
            os.close(self._number)
            self._number = -1


def forget(case: Path) -> bool:
    """Remove what an unfinished sweep left in the case; was there anything?"""
    path = case / FILE
    if not os.path.lexists(path):
        return False
    path.unlink()
    return True


def _lock(number: int) -> None:
    """One sweep of a case at a time.

    Raises:
        OutputError: another one has the file.
    """
    try:
        import fcntl
    except ImportError:  # not on Windows
        return
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise OutputError("another sweep of this case is at work; wait for it to end") from None
