"""One site, one handle: asked, checked against a name that nobody has, and told in one word."""

import random
import string
from collections.abc import Callable
from urllib.parse import SplitResult

from auditor.collect.net.address import moved
from auditor.collect.net.answer import Answer, FetchRefusedError
from auditor.collect.net.dial import Origin
from auditor.collect.net.headers import REDIRECTS, joined
from auditor.collect.net.line import LineError
from auditor.collect.sweep import evidence
from auditor.collect.sweep.evidence import Page, Proof
from auditor.collect.sweep.fill import (
    NotAskedError,
    Question,
    address,
    asked,
    named,
    takes,
    to,
)
from auditor.collect.sweep.host import Host, Terms
from auditor.collect.sweep.site import Site
from auditor.model.sighting import Sighting, Verdict
from auditor.model.text import Text, say

CATCH_ALL: Text = say("the site says the same of a name that nobody has")
UNCHECKED: Text = say("found, but the site could not be asked about a name that nobody has")
UNSURE: Text = say(
    "the site seems to know the name, but could not be asked about one that nobody has"
)
_SHAPES = (
    (string.ascii_lowercase + string.digits, 14),
    (string.ascii_lowercase, 12),
    (string.ascii_lowercase, 8),
    (string.digits, 9),
    (string.ascii_lowercase, 19),
    (string.ascii_uppercase + string.digits, 10),
)
"""Letters and length of names that nobody has, until one is such as the site takes."""


class SilentError(Exception):
    """Nothing came back in time; the site may be asked once more, later."""


class Probe:
    """Asks the sites of one host, for one thread; `ghost` is where names come from that nobody has."""

    def __init__(self, handle: str, terms: Terms, ghost: random.Random) -> None:
        self._handle = handle
        self._terms = terms
        self._ghost = ghost
        self._hosts: dict[Origin, Host] = {}

    def close(self) -> None:
        """Hang up everywhere."""
        for host in self._hosts.values():
            host.close()
        self._hosts.clear()

    def sighting(self, site: Site) -> Sighting:
        """What the site says of the handle.

        Raises:
            SilentError: nothing at all in time.
        """
        proof = self._checked(site)
        return Sighting(
            site=site.name,
            handle=self._handle,
            url=address(site, self._handle),
            verdict=proof.verdict,
            reason=proof.reason,
        )

    def _checked(self, site: Site) -> Proof:
        """The proof, and for a hit the control: a site that finds everybody has found nobody."""
        try:
            proof = self._proof(site, self._handle)
        except NotAskedError as refused:
            return Proof(verdict=Verdict.UNKNOWN, reason=refused.reason)
        except LineError as fault:
            if fault.silent:
                raise SilentError from None
            return Proof(verdict=Verdict.UNKNOWN, reason=fault.reason)
        return self._controlled(site) if proof.verdict is Verdict.FOUND else proof

    def _controlled(self, site: Site) -> Proof:
        nobody = _nobody(site, self._ghost)
        control = Proof(verdict=Verdict.UNKNOWN)
        if nobody is not None:
            try:
                control = self._proof(site, nobody)
            except (NotAskedError, LineError):
                control = Proof(verdict=Verdict.UNKNOWN)
        if control.verdict is Verdict.FOUND:
            return Proof(verdict=Verdict.UNKNOWN, reason=CATCH_ALL)
        if control.verdict is Verdict.MISSING:
            return Proof(verdict=Verdict.FOUND)
        # Words that only accounts have stand without the control; a bare number does not.
        if all(each.is_told for each in site.present):
            return Proof(verdict=Verdict.FOUND, reason=UNCHECKED)
        return Proof(verdict=Verdict.UNKNOWN, reason=UNSURE)

    def _proof(self, site: Site, handle: str) -> Proof:
        """What the site's answer proves, once more asked where it stumbled."""
        question = asked(site, handle, largest=self._terms.settings.largest_body)
        read = self._reader(site, named(site, handle), question)
        answer = self._host(question.origin).ask(question, lambda each: read(each).settles)
        return read(self._followed(answer, question) if site.follows else answer)

    def _reader(self, site: Site, account: str, question: Question) -> Callable[[Answer], Proof]:
        signs, place = self._terms.settings.signs, question.place.geturl()
        return lambda answer: evidence.read(site, Page(answer, account, place), signs)

    def _followed(self, answer: Answer, question: Question) -> Answer:
        """The answer where the site sends its reader; within the site, a few times at most."""
        place = question.place
        for _ in range(self._terms.settings.redirects):
            target = answer.headers.get("Location")
            if answer.status not in REDIRECTS or not target:
                break
            place = _within(question.place, joined(place, target))
            onward = to(place, self._terms.settings.largest_body)
            answer = self._host(onward.origin).ask(onward, lambda _: False)
        return answer

    def _host(self, origin_: Origin) -> Host:
        if origin_ not in self._hosts:
            self._hosts[origin_] = Host(origin_, self._terms)
        return self._hosts[origin_]


def _within(start: SplitResult, target: str) -> SplitResult:
    try:
        return moved(start, target)._replace(fragment="")
    except FetchRefusedError:
        raise LineError(evidence.ELSEWHERE) from None


def _nobody(site: Site, ghost: random.Random) -> str | None:
    """A name that nobody has and the site takes; None where none of ours is such."""
    names = ("".join(ghost.choices(letters, k=length)) for letters, length in _SHAPES)
    return next((each for each in names if takes(site, named(site, each))), None)
