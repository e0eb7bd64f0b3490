"""How long a silent site is waited for: learned from those that answered in the same run."""

import threading

from auditor.collect.sweep.settings import Settings


class Patience:
    """The slowest answer so far, and what follows from it.

    A site is given up early only where it can be asked a second time within the same limit: two short
    waits in the place of a long one, and never more than the user allows.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._answers = 0
        self._silent = 0
        self._slowest = 0.0

    def note(self, seconds: float) -> None:
        """A site began to answer after so many seconds."""
        with self._lock:
            self._answers += 1
            self._slowest = max(self._slowest, seconds)

    def note_silence(self) -> None:
        """A site was given up; where that happens often, the limit was too short for all of them."""
        with self._lock:
            self._silent += 1

    def first(self) -> float:
        """How long a site may stay silent now."""
        settings = self._settings
        learned = max(settings.factor * self._slowest, settings.shortest)
        is_known = self._answers >= settings.enough
        is_slow = self._silent > settings.silent_share * (self._answers + self._silent)
        if not is_known or is_slow or learned + learned / settings.factor > settings.timeout:
            return settings.timeout
        return learned

    def second(self) -> float:
        """How long it may when it is asked again: as long as the slowest who answered took."""
        first = self.first()
        return first / self._settings.factor if self.is_short(first) else first

    def is_short(self, seconds: float) -> bool:
        """Is it less than the user allows, so that a second try is due?"""
        return seconds < self._settings.timeout
