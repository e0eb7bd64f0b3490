"""One host as a sweep meets it: its rules first, at its pace, and once more where it stumbled."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from ssl import SSLContext
from urllib.parse import SplitResult

from auditor.collect.net import robots
from auditor.collect.net.address import parts
from auditor.collect.net.answer import Answer, FetchRefusedError
from auditor.collect.net.dial import HTTPS, Dial, Origin
from auditor.collect.net.headers import REDIRECTS, joined, retry_after
from auditor.collect.net.line import Line, LineError
from auditor.collect.net.robots import Robots
from auditor.collect.net.watch import Watch
from auditor.collect.sweep.evidence import BUSY
from auditor.collect.sweep.fill import Question, to
from auditor.collect.sweep.patience import Patience
from auditor.collect.sweep.settings import Settings
from auditor.model.text import Text, say

_OK = range(200, 300)
_TOO_MANY = 429
_BROKEN = range(500, 600)

FORBIDDEN: Text = say("the site's robots.txt forbids programs to read it")
CLOSED: Text = say("the site cannot say now what may be read")

Settles = Callable[[Answer], bool]
"""Does an answer settle what was asked, so that asking again would add nothing?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What every host of a sweep is asked by."""

    settings: Settings
    watch: Watch
    patience: Patience
    local: bool
    """Only this machine is asked (fictional mandates), else only the public internet."""
    trusted: SSLContext | None = None
    sleep: Callable[[float], None] = time.sleep
    rules: dict[Origin, Robots] = field(default_factory=dict)
    """What the hosts' robots.txt say, each read once."""

    def line(self, origin: Origin) -> Line:
        """A line to a host."""
        dial = Dial(origin=origin, watch=self.watch, local=self.local, trusted=self.trusted)
        return Line(dial)


class Host:
    """A host and the line to it, for one thread."""

    def __init__(self, origin: Origin, terms: Terms) -> None:
        self._terms = terms
        self._origin = origin
        self._line = terms.line(origin)

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def ask(self, question: Question, settles: Settles) -> Answer:
        """The answer, a second one where the first settles nothing and the host stumbled.

        Raises:
            LineError: robots.txt forbids it, or there is no whole answer.
        """
        rules = self._admitted(question.place)
        if rules.delay:
            self._terms.sleep(rules.delay)
        return self._twice(question, settles, self._timed)

    def _timed(self, question: Question) -> Answer:
        answer, seconds = self._line.ask(question.request)
        self._terms.patience.note(seconds)
        return answer

    def _twice(
        self, question: Question, settles: Settles, ask: Callable[[Question], Answer]
    ) -> Answer:
        """Asked politely: once, and once more after a breath, or when the host says."""
        try:
            answer = ask(question)
        except LineError as fault:
            if not fault.again:
                raise
            self._terms.sleep(self._terms.settings.breath)
            return ask(question)
        wait = self._wait(answer)
        if wait is None or settles(answer):
            return answer
        self._terms.sleep(wait)
        return ask(question)

    def _wait(self, answer: Answer) -> float | None:
        """Seconds after which a host that stumbled may be asked again; None: it is left alone."""
        if answer.status not in _BROKEN and answer.status != _TOO_MANY:
            return None
        settings = self._terms.settings
        wanted = retry_after(answer.headers)
        if wanted is not None and wanted > settings.longest_wait:
            return None
        return max(settings.breath, wanted or 0.0)

    def _admitted(self, place: SplitResult) -> Robots:
        rules = self._terms.rules.get(self._origin)
        if rules is None:
            rules = self._terms.rules[self._origin] = self._read_rules()
        if rules.closed:
            raise LineError(CLOSED)
        if not rules.allows(place.geturl()):
            raise LineError(FORBIDDEN)
        if rules.delay > self._terms.settings.longest_wait:
            raise LineError(BUSY)
        return rules

    def _read_rules(self) -> Robots:
        """The host's robots.txt, wherever it says that it stands.

        Raises:
            LineError: the host does not answer.
        """
        settings = self._terms.settings
        site = SplitResult(self._origin.scheme, self._origin.name, "/robots.txt", "", "")
        question = to(site, settings.largest_robots)
        answer = self._twice(question, _is_fine, lambda one: self._line.ask(one.request)[0])
        place = question.place
        for _ in range(settings.robots_redirects):
            target = answer.headers.get("Location")
            if answer.status not in REDIRECTS or not target:
                return robots.read(answer.status, answer.body)
            place = _onward(place, target)
            answer = self._elsewhere(to(place, settings.largest_robots))
        return robots.CLOSED

    def _elsewhere(self, question: Question) -> Answer:
        if question.origin == self._origin:
            return self._line.ask(question.request)[0]
        line = self._terms.line(question.origin)
        try:
            return line.ask(question.request)[0]
        finally:
            line.close()


def _onward(place: SplitResult, target: str) -> SplitResult:
    """Where a robots.txt is said to stand; not where encryption would be dropped."""
    try:
        found = parts(joined(place, target))
    except FetchRefusedError:
        raise LineError(CLOSED) from None
    if place.scheme == HTTPS and found.scheme != HTTPS:
        raise LineError(CLOSED)
    return found._replace(fragment="")


def _is_fine(answer: Answer) -> bool:
    return answer.status in _OK
