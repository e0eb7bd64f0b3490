"""A whole sweep: every site of a list asked for one handle, many hosts at a time, told as they answer.

Sites of one host are asked one after another, on one line. A silent one is set aside and asked once
more when it would cost nobody time; then it counts as unknown.
"""

import queue
import random
import threading
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from ssl import SSLContext
from urllib.parse import urlsplit

from auditor.collect.net.line import SLOW
from auditor.collect.net.watch import Watch
from auditor.collect.sweep.fill import address
from auditor.collect.sweep.host import Terms
from auditor.collect.sweep.patience import Patience
from auditor.collect.sweep.probe import Probe, SilentError
from auditor.collect.sweep.settings import Settings
from auditor.collect.sweep.site import Site
from auditor.model.sighting import Sighting, Verdict
from auditor.model.text import say

_GRACE = 5.0
"""Seconds beyond all limits after which a thread that says nothing is not waited for (judgement)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """Sites of one host, asked in their order."""

    sites: tuple[Site, ...]
    late: bool = False
    """They were silent once."""


def sweep(
    sites: Iterable[Site],
    handle: str,
    settings: Settings,
    *,
    local: bool,
    ghost: random.Random,
    trusted: SSLContext | None = None,
) -> Generator[Sighting, None, None]:
    """What each site says of the handle, as it says it; exactly one sighting a site.

    `ghost` draws the names that nobody has. To stop early, close the iterator.
    """
    wanted = tuple(sites)
    patience = Patience(settings)
    with (
        Watch(settings.timeout, patience.first) as watch,
        Watch(settings.timeout, patience.second) as later,
    ):
        terms = Terms(
            settings=settings, watch=watch, patience=patience, local=local, trusted=trusted
        )
        late = replace(terms, watch=later)
        yield from _Pool(wanted, handle, terms, late, ghost).sightings()


class _Pool:
    """The threads of a sweep, what they have to do and what they found."""

    def __init__(
        self,
        sites: tuple[Site, ...],
        handle: str,
        terms: Terms,
        late: Terms,
        ghost: random.Random,
    ) -> None:
        self._handle = handle
        self._terms = terms
        self._late = late
        self._ghost = ghost
        self._open = {each.name: each for each in sites}
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._told: queue.SimpleQueue[Sighting] = queue.SimpleQueue()
        self._stopped = threading.Event()
        tasks = _by_host(sites)
        self._size = min(terms.settings.threads, len(tasks))
        for task in tasks:
            self._tasks.put(task)

    def sightings(self) -> Iterator[Sighting]:
        """The sightings of all sites; the threads end with the last one, or when nobody asks on."""
        for number in range(self._size):
            threading.Thread(target=self._work, name=f"sweep-{number}", daemon=True).start()
        try:
            while self._open:
                yield from self._next()
        finally:
            self._stopped.set()
            for _ in range(self._size):
                self._tasks.put(None)

    def _next(self) -> Iterator[Sighting]:
        """The next sighting; where none comes although every wait is bounded, all that are left."""
        settings = self._terms.settings
        longest = settings.timeout + settings.longest_wait + _GRACE
        try:
            found = [self._told.get(timeout=longest)]
        except queue.Empty:
            found = [_silent(each, self._handle) for each in self._open.values()]
        for each in found:
            if self._open.pop(each.site, None) is not None:
                yield each

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            terms = self._late if task.late else self._terms
            probe = Probe(self._handle, terms, self._ghost)
            try:
                for number, site in enumerate(task.sites):
                    if self._stopped.is_set():
                        return
                    if number:
                        self._terms.sleep(self._terms.settings.interval)
                    self._look(probe, site, late=task.late)
            finally:
                probe.close()

    def _look(self, probe: Probe, site: Site, *, late: bool) -> None:
        try:
            self._told.put(probe.sighting(site))
        except SilentError:
            self._set_aside(site, late=late)
        except Exception as fault:  # a list may hold anything; one site never ends the sweep
            reason = say(
                "the site did not answer as it should (%(type)s)", type=type(fault).__name__
            )
            self._told.put(replace(_silent(site, self._handle), reason=reason))

    def _set_aside(self, site: Site, *, late: bool) -> None:
        """Once more later, where the first wait was shorter than the user allows."""
        patience = self._terms.patience
        patience.note_silence()
        if not late and patience.is_short(patience.first()):
            self._tasks.put(_Task(sites=(site,), late=True))
        else:
            self._told.put(_silent(site, self._handle))


def _by_host(sites: Iterable[Site]) -> list[_Task]:
    """The sites in the order of the list, those of one host together."""
    hosts: dict[str, list[Site]] = {}
    for site in sites:
        hosts.setdefault(_host(site), []).append(site)
    return [_Task(sites=tuple(each)) for each in hosts.values()]


def _host(site: Site) -> str:
    try:
        return urlsplit(site.probe or site.url).netloc.lower()
    except ValueError:
        return ""


def _silent(site: Site, handle: str) -> Sighting:
    return Sighting(
        site=site.name,
        handle=handle,
        url=address(site, handle),
        verdict=Verdict.UNKNOWN,
        reason=SLOW,
    )
