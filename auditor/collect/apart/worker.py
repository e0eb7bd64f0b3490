"""One child process, seen from the audit: started with nothing of ours, asked, timed, ended."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import msgspec

import auditor
from auditor.collect.apart import message
from auditor.store.rows import Row

_BOOT = (
    "import sys; sys.path[:] = sys.argv[1:]; from auditor.collect.apart.child import main; main()"
)
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
"""Variables without which some systems cannot start Python; no other reaches the child."""
_OUT_OF_TIME = -int(getattr(signal, "SIGXCPU", 0)) or None
_OUT_OF_MEMORY = -int(getattr(signal, "SIGKILL", 0)) or None
"""What the system's own guard of the memory sends."""


class TooLongError(Exception):
    """The child took longer than it may."""


class TooMuchError(Exception):
    """The child needed more memory than it may."""


class StoppedError(Exception):
    """The child ended, or said what no reader says; the text is a type or a signal, never content."""


class Worker:
    """A running child.

    Raises:
        OSError: it cannot be started.
    """

    def __init__(self, start: message.Start) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter, our own code)
            [sys.executable, "-I", "-S", "-X", "utf8", "-c", _BOOT, *_places()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            start_new_session=True,  # an interrupted audit ends it itself
        )
        self._orders = cast("IO[bytes]", self._process.stdin)
        self._answers = cast("IO[bytes]", self._process.stdout)
        self._start: message.Start | None = start

    def is_ready(self) -> bool:
        """Does it run, as far as can be told?"""
        return self._process.poll() is None

    def ask(self, order: message.Order, *, wall: float, most: int) -> Iterator[Row]:
        """The rows of one content, taken to the last; a child that fails in it is ended.

        `wall` is seconds by the clock, `most` the bytes of all rows.

        Raises:
            TooLongError, TooMuchError, StoppedError: how it failed.
            AuditorError: the program itself is broken.
        """
        late = threading.Event()
        clock = threading.Timer(wall, self._strike, [late])
        clock.daemon = True
        clock.start()
        whole = False
        try:
            self._send(order)
            yield from self._rows(most)
            whole = True
        except (OSError, EOFError, ValueError, msgspec.MsgspecError) as fault:
            raise self._why(fault, late) from None
        finally:
            clock.cancel()
            if late.is_set() or not whole:
                self.end()

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._orders, self._answers):
            try:
                pipe.close()
            except OSError:  # what was left in it goes nowhere
                continue

    def _strike(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _send(self, order: message.Order) -> None:
        if self._start is not None:
            message.send(self._orders, self._start)
            self._start = None
        message.send(self._orders, order)

    def _rows(self, left: int) -> Iterator[Row]:
        while True:
            kind, body = message.receive(self._answers, message.row, left)
            left -= len(body)
            if kind == message.DONE:
                return
            if kind == message.MEMORY:
                raise TooMuchError
            if kind == message.SETUP:
                raise message.raised(body)
            yield kind, body

    def _why(self, fault: Exception, late: threading.Event) -> Exception:
        """What a broken conversation means, by how the child ended."""
        if not isinstance(fault, OSError | EOFError):
            return StoppedError(type(fault).__name__)
        code = self._process.wait()
        if late.is_set() or code == _OUT_OF_TIME:
            return TooLongError()
        if code == _OUT_OF_MEMORY:
            return TooMuchError()
        return StoppedError(signal.Signals(-code).name if code < 0 else f"exit {code}")


def _places() -> list[str]:
    """Where the child finds our code and the libraries: where we did, and nowhere beside."""
    ours = str(Path(auditor.__file__).parents[1])
    return list(dict.fromkeys([ours, *(str(Path(each).absolute()) for each in sys.path if each)]))
