"""Not asking a host faster than it likes."""

from collections.abc import Callable


class Pace:
    """Remembers when each host was asked last, and waits its turn."""

    def __init__(
        self, interval: float, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        self._interval = interval
        self._clock = clock
        self._sleep = sleep
        self._asked: dict[str, float] = {}

    def wait(self, host: str, delay: float = 0.0) -> None:
        """Sleep until the host may be asked again; `delay` is what it asks for itself."""
        now = self._clock()
        free = self._asked.get(host, float("-inf")) + max(self._interval, delay)
        if free > now:
            self._sleep(free - now)
        self._asked[host] = max(free, now)
