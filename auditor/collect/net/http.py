"""Pages fetched politely: robots.txt first, at the host's pace, few redirects, within one site."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import SplitResult

from auditor.collect.net import robots
from auditor.collect.net.address import SAVE, moved, parts
from auditor.collect.net.answer import Answer, Fetched, FetchRefusedError
from auditor.collect.net.headers import REDIRECTS, joined, retry_after
from auditor.collect.net.limits import Limits
from auditor.collect.net.pace import Pace
from auditor.collect.net.robots import Robots
from auditor.model.text import Text, say

_OK = 200
_BUSY = frozenset((429, 503))
_LOGIN = frozenset((401, 403, 407))
_GONE = frozenset((404, 410))
_LEAST = 0.05
"""Seconds left for a request when those before it took all: it ends at once, with its reason."""
_LATER: Text = say("try again later, or save the page in your browser and give the file")
_NO_MORE: tuple[Text, Text] = (say("the site allows no more requests for now"), _LATER)


class Door:
    """The way to the network of one audit; it remembers robots.txt and when it asked whom."""

    def __init__(
        self,
        limits: Limits,
        *,
        allow_loopback: bool = False,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = limits
        self._allow_loopback = allow_loopback
        self._clock = clock
        self._pace = Pace(limits.interval, clock, sleep)
        self._left = limits.whole_call
        self._robots: dict[str, Robots | FetchRefusedError] = {}

    def fetch(self, address: str, *, accept: str | None = None) -> Fetched:
        """The page of an address, as anyone without login gets it; `accept` names a form of it.

        Raises:
            FetchRefusedError: the address, the site, robots.txt or a limit forbids it.
        """
        self._left = self._limits.whole_call
        place, answer = self._follow(
            parts(address), self._limits.largest_body, self._admitted, accept
        )
        if answer.status != _OK:
            spent = answer.status in _LOGIN | _BUSY and is_spent(answer.headers)
            reason, mend = _NO_MORE if spent else _status(answer.status)
            raise FetchRefusedError(reason, mend, status=answer.status)
        if answer.cut:
            size = self._limits.largest_body
            raise FetchRefusedError(say("the page is larger than %(size)s bytes", size=size), SAVE)
        rules = self._rules(place)
        header = answer.headers.get("X-Robots-Tag", "")
        return Fetched(
            data=answer.body,
            address=place.geturl(),
            content_type=answer.headers.get("Content-Type", ""),
            indexed=rules.lets_index(place.geturl()) and not _noindex(header),
            headers=answer.headers,
        )

    def _follow(
        self,
        place: SplitResult,
        largest: int,
        admit: Callable[[SplitResult], float],
        accept: str | None = None,
    ) -> tuple[SplitResult, Answer]:
        for _ in range(self._limits.redirects + 1):
            place = place._replace(fragment="")
            answer = self._ask(place, largest, admit(place), accept)
            target = answer.headers.get("Location")
            if answer.status not in REDIRECTS or not target:
                return place, answer
            place = moved(place, joined(place, target))
        raise FetchRefusedError(say("the site sends its readers around in circles"), SAVE)

    def _admitted(self, place: SplitResult) -> float:
        """The delay the site asks for; a page closed by robots.txt is not asked for."""
        rules = self._rules(place)
        if rules.closed:
            raise FetchRefusedError(say("the site cannot say now what may be read"), _LATER)
        if not rules.allows(place.geturl()):
            raise FetchRefusedError(say("the site's robots.txt forbids programs to read it"), SAVE)
        if rules.delay > self._limits.longest_wait:
            raise FetchRefusedError(
                say("the site asks for %(seconds)s s between two pages", seconds=rules.delay), SAVE
            )
        return rules.delay

    def _rules(self, place: SplitResult) -> Robots:
        site = f"{place.scheme}://{place.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(parts(f"{site}/robots.txt"))
        found = self._robots[site]
        if isinstance(found, FetchRefusedError):
            raise FetchRefusedError(found.reason, found.mend)
        return found

    def _read_robots(self, place: SplitResult) -> Robots | FetchRefusedError:
        """The site's rules; a site that cannot be reached stays unread, for the same reason."""
        try:
            _, answer = self._follow(place, self._limits.largest_robots, lambda _: 0.0)
        except FetchRefusedError as refused:
            return refused
        return robots.read(answer.status, answer.body)

    def _ask(self, place: SplitResult, largest: int, delay: float, accept: str | None) -> Answer:
        """One request, and a second one where the host says when to come back."""
        answer = self._once(place, largest, delay, accept)
        again = retry_after(answer.headers) if answer.status in _BUSY else None
        if again is None or again > self._limits.longest_wait:
            return answer
        return self._once(place, largest, max(delay, again), accept)

    def _once(self, place: SplitResult, largest: int, delay: float, accept: str | None) -> Answer:
        from auditor.collect.net.wire import ask

        self._pace.wait(place.hostname or "", delay)
        start = self._clock()
        try:
            return ask(
                place.geturl(),
                replace(self._limits, whole_call=self._left),
                largest=largest,
                allow_loopback=self._allow_loopback,
                accept=accept,
            )
        finally:
            self._left = max(_LEAST, self._left - (self._clock() - start))


def is_spent(headers: Mapping[str, str]) -> bool:
    """Does the site say that no request is left for now?

    Two spellings are in use: X-RateLimit-Remaining (GitHub, Mastodon, Gravatar) and
    RateLimit-Remaining (GitLab, Bluesky).
    """
    said = (headers.get(name, "") for name in ("X-RateLimit-Remaining", "RateLimit-Remaining"))
    return any(each.strip() == "0" for each in said)


def _noindex(header: str) -> bool:
    """Does X-Robots-Tag keep the page out of search engines? ``googlebot: noindex`` does too."""
    agent = ""
    for part in header.casefold().split(","):
        name, colon, directive = part.rpartition(":")
        if colon and name.strip() != "unavailable_after":
            agent = name.strip()
        if directive.strip() in {"noindex", "none"} and agent in {"", "*", "googlebot"}:
            return True
    return False


def _status(status: int) -> tuple[Text, Text]:
    if status in _LOGIN:
        return say("the site shows the page only to those who are logged in, or to browsers"), SAVE
    if status in _GONE:
        return say("there is no such page any more"), say("correct the address in the mandate")
    if status in _BUSY:
        return say("the site asks not to be read now"), _LATER
    return say("the site answered %(status)s", status=status), _LATER
