"""One watch over many calls at once: whoever stays silent too long, or takes too long, is cut off.

A timer a call, as the door for single pages has it, would cost a thread each; here one thread looks
at all calls in hand ten times a second.
"""

import contextlib
import socket
import threading
import time
from collections.abc import Callable

TICK = 0.1
"""Seconds between two looks: how much later than its limit a call may end (judgement)."""


class Call:
    """A call in hand: since when, on which connection, and whether anything came back."""

    __slots__ = ("connection", "fired", "spoke_after", "started")

    def __init__(self, started: float) -> None:
        self.started = started
        self.connection: socket.socket | None = None
        self.spoke_after: float | None = None
        """Seconds until the first answer; None while there is none."""
        self.fired = False
        """The watch cut it off: whatever came back is no answer."""


class Watch:
    """Cuts off calls from outside, whatever they wait for: a connection, a header, a body.

    `longest` are the seconds of a whole call; `patience` says how long one may stay silent, and is
    asked again at every look, for a run learns while it goes on.
    """

    def __init__(
        self,
        longest: float,
        patience: Callable[[], float],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._longest = longest
        self._patience = patience
        self._clock = clock
        self._calls: set[Call] = set()
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watch", daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        with self._lock:
            left = tuple(self._calls)
        for call in left:
            _bite(call)

    @property
    def longest(self) -> float:
        """Seconds of a whole call."""
        return self._longest

    def begin(self) -> Call:
        """A call that is watched from now on."""
        call = Call(self._clock())
        call.fired = self._ended.is_set()  # nobody would watch it
        with self._lock:
            self._calls.add(call)
        return call

    def hold(self, call: Call, connection: socket.socket) -> None:
        """The connection that the call goes on with."""
        call.connection = connection
        if call.fired:
            _shut(connection)

    def spoke(self, call: Call) -> None:
        """The other side began to answer: from now on only the whole call counts."""
        call.spoke_after = self._clock() - call.started

    def end(self, call: Call) -> None:
        """The call is over."""
        with self._lock:
            self._calls.discard(call)
        call.connection = None

    def _look(self) -> None:
        while not self._ended.wait(TICK):
            with self._lock:
                calls = tuple(self._calls)
            now, patience = self._clock(), self._patience()
            for call in calls:
                limit = patience if call.spoke_after is None else self._longest
                if now - call.started > min(limit, self._longest):
                    _bite(call)


def _bite(call: Call) -> None:
    call.fired = True
    connection = call.connection
    if connection is not None:
        _shut(connection)


def _shut(connection: socket.socket) -> None:
    """Wake whoever waits on the connection; TLS is not asked, for its own farewell could wait too."""
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
