"""What an answer proves: an account, none, or nothing. Both sides are looked at, and doubt is said.

The order matters (knowledge/peers.md section 5): what the list defines comes before any thought about
the status, for some sites say "none" with a 400 or a 500; but a side that the list defines by a bare
number gives way to a page that is a challenge. A site that says neither is unknown, never "not found":
of 70 sites that could not be asked, two peers called 24 and 40 "not found".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.collect.net.answer import Answer
from auditor.collect.net.headers import joined
from auditor.collect.sweep.settings import Signs
from auditor.collect.sweep.site import ACCOUNT, SENT_ON, Side, Site
from auditor.model.sighting import Verdict
from auditor.model.text import Text, say

_REFUSED = frozenset((401, 402, 403, 407, 451))
_BUSY = frozenset((408, 425, 429))
_SCRIPTED = 999
"""What LinkedIn answers to programs."""
_BROKEN = range(500, 600)
_WORD = re.compile(r"[a-z][a-z_-]*")

CHALLENGE: Text = say("the site shows programs a challenge instead of the page")
BOTH: Text = say("the page fits what the list says of an account and of none; the list is wrong")
NEITHER: Text = say("the page fits neither what the list says of an account nor of none")
ELSEWHERE: Text = say("the site sends its readers to another page")
LOGIN: Text = say("the site shows the page only to those who are logged in, or to browsers")
BUSY: Text = say("the site asks not to be read now")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What one answer proves."""

    verdict: Verdict
    reason: Text | None = None

    @property
    def settles(self) -> bool:
        """Is there an answer, so that asking again would add nothing?"""
        return self.verdict is not Verdict.UNKNOWN


class Page:
    """An answer as evidence looks at it; a text is looked for once, whatever the encoding."""

    def __init__(self, answer: Answer, account: str, address: str) -> None:
        self.status = answer.status
        self.target = joined(urlsplit(address), answer.headers.get("Location", ""))
        self._body = answer.body
        self._account = account

    def says(self, text: str) -> bool:
        """Does the text stand in the body? An empty one never does."""
        if not text:
            return False
        if ACCOUNT in text:  # sites write a handle in its owner's capitals
            sought = text.replace(ACCOUNT, self._account).lower()
            return sought in self._body.decode("utf-8", "replace").lower()
        if text.encode() in self._body:
            return True
        return not text.isascii() and text.encode("latin-1", "ignore") in self._body

    def shown(self, sides: Iterable[Side]) -> Side | None:
        """The side that the page shows; told ones first, for they say more."""
        found = [each for each in sides if self._shows(each)]
        return max(found, key=lambda each: each.is_told, default=None)

    def _shows(self, side: Side) -> bool:
        if not (side.statuses or side.texts or side.target):
            return False
        if side.statuses and self.status not in side.statuses:
            return False
        if side.target is not None and not self._leads_to(side.target):
            return False
        if side.whole:
            return self._body.strip() in {each.encode() for each in side.texts}
        return not side.texts or any(map(self.says, side.texts))

    def is_sent_on(self) -> bool:
        """Does the site send its reader to another address of the same account?"""
        return self.status in SENT_ON and self._account.lower() in _place(self.target)[1].lower()

    def _leads_to(self, target: str) -> bool:
        if self.status not in SENT_ON:
            return False
        return _place(self.target) == _place(target.replace(ACCOUNT, self._account))


def read(site: Site, page: Page, signs: Signs) -> Proof:
    """What the page proves about the account."""
    present, absent = page.shown(site.present), page.shown(site.absent)
    if present is not None and absent is not None:
        if present.is_told is absent.is_told:
            return _unknown(BOTH)
        # Words outweigh a bare number: where they stand, "200" alone says nothing.
        present, absent = (present, None) if present.is_told else (None, absent)
    side = present or absent
    if side is None:
        return _unknown(_why(site, page, signs))
    if not side.is_told and (mark := _marked(site, side, page, signs)) is not None:
        return _unknown(mark)
    return Proof(verdict=Verdict.FOUND if present else Verdict.MISSING)


def _why(site: Site, page: Page, signs: Signs) -> Text:
    """Why the page proves nothing."""
    if (mark := _marked(site, Side(), page, signs)) is not None:
        return mark
    if page.status in _REFUSED or page.status == _SCRIPTED:
        return LOGIN
    if page.status in _BUSY:
        return BUSY
    if page.status in _BROKEN:
        return say("the site answered %(status)s", status=page.status)
    return ELSEWHERE if page.status in SENT_ON else NEITHER


def _marked(site: Site, side: Side, page: Page, signs: Signs) -> Text | None:
    """What the page says of itself: a challenge, a text that the list knows, the way to a login."""
    if any(map(page.says, signs.challenges)):
        return CHALLENGE
    if any(map(page.says, site.marks)):
        return say("the site says that it does not answer now")
    if page.status in SENT_ON and side.target is None:
        if page.is_sent_on():
            return ELSEWHERE
        if _is_detour(page.target, signs):
            return LOGIN
    return None


def _is_detour(target: str, signs: Signs) -> bool:
    """Does the address name a page that everybody is sent to, as login pages do?"""
    host, path, _ = _place(target)
    return not signs.detours.isdisjoint(_WORD.findall(f"{host}{path}".lower()))


def _unknown(reason: Text) -> Proof:
    return Proof(verdict=Verdict.UNKNOWN, reason=reason)


def _place(address: str) -> tuple[str, str, str]:
    """Host, path and query: what tells two pages apart."""
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
