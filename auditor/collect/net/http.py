"""Pages fetched politely: robots.txt first, at the host's pace, few redirects, within one site."""

import contextlib
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urljoin

from auditor.collect.net import robots
from auditor.collect.net.address import SAVE, moved, parts
from auditor.collect.net.answer import Answer, Fetched, FetchRefusedError
from auditor.collect.net.limits import Limits
from auditor.collect.net.pace import Pace
from auditor.collect.net.robots import Robots
from auditor.model.text import Text, say

_OK = 200
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_BUSY = frozenset((429, 503))
_LOGIN = frozenset((401, 403, 407))
_GONE = frozenset((404, 410))
_LATER: Text = say("try again later, or save the page in your browser and give the file")


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
        self._pace = Pace(limits.interval, clock, sleep)
        self._robots: dict[str, Robots | FetchRefusedError] = {}

    def fetch(self, address: str) -> Fetched:
        """The page of an address, as anyone without login gets it.

        Raises:
            FetchRefusedError: the address, the site, robots.txt or a limit forbids it.
        """
        place, answer = self._follow(parts(address), self._limits.largest_body, self._admitted)
        if answer.status != _OK:
            raise FetchRefusedError(*_status(answer.status))
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
        )

    def _follow(
        self, place: SplitResult, largest: int, admit: Callable[[SplitResult], float]
    ) -> tuple[SplitResult, Answer]:
        for _ in range(self._limits.redirects + 1):
            place = place._replace(fragment="")
            answer = self._ask(place, largest, admit(place))
            target = answer.headers.get("Location")
            if answer.status not in _REDIRECTS or not target:
                return place, answer
            place = moved(place, _joined(place, target))
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

    def _ask(self, place: SplitResult, largest: int, delay: float) -> Answer:
        """One request, and a second one where the host says when to come back."""
        answer = self._once(place, largest, delay)
        again = _retry_after(answer.headers) if answer.status in _BUSY else None
        if again is None or again > self._limits.longest_wait:
            return answer
        return self._once(place, largest, max(delay, again))

    def _once(self, place: SplitResult, largest: int, delay: float) -> Answer:
        from auditor.collect.net.wire import ask

        self._pace.wait(place.hostname or "", delay)
        address = place.geturl()
        return ask(address, self._limits, largest=largest, allow_loopback=self._allow_loopback)


def _joined(place: SplitResult, target: str) -> str:
    """The address that a redirect names; headers come as Latin-1 and are UTF-8 more often."""
    with contextlib.suppress(UnicodeError):
        target = target.encode("latin-1").decode("utf-8")
    try:
        return urljoin(place.geturl(), target)
    except ValueError:
        return ""


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, by the host's own clock where it names a moment."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        then = parsedate_to_datetime(text)
        return max(0.0, (then - parsedate_to_datetime(headers.get("Date", ""))).total_seconds())
    except (ValueError, TypeError):
        return None


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
