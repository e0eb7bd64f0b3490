"""A site and a handle → what is asked. Lists come from anywhere: what they may put on the wire is bounded here."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import SplitResult, quote

from auditor.collect.net.address import parts
from auditor.collect.net.answer import FetchRefusedError
from auditor.collect.net.dial import Origin
from auditor.collect.net.line import Request
from auditor.collect.sweep.site import ACCOUNT, Site
from auditor.model.text import Text, say

LONGEST_HANDLE = 64
"""Characters; the longest that a network of ours takes is 39, and patterns are matched against it."""
_LONGEST_PATTERN = 200
_WEB = ("https://", "http://")
_METHODS = frozenset(("GET", "POST"))
_OURS = frozenset(
    "host user-agent connection content-length transfer-encoding accept-encoding te upgrade "
    "proxy-authorization expect keep-alive".split()
)
"""Headers that are ours to say: who we are, and what holds a connection together."""
_SECRETS = frozenset(
    "authorization cookie x-api-key x-csrf-token x-xsrf-token client-id api-key x-auth-token".split()
)
"""Headers that stand for somebody's login; a site that wants one is not asked."""
_SAFE_PATH, _SAFE_QUERY = "%/:@!$&'()*+,;=~", "%/:@!$&'()*+,;=~?[]"
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_REPEATED = re.compile(r"\)[*+{?]|\\[1-9]|\(\?P=")
"""Groups that repeat and references back: what makes a pattern take for ever."""
_ENDLESS = re.compile(r"[*+]|\{\d*,\}")
_MOST_ENDLESS = 3

NO_SUCH_NAMES: Text = say("the site, as the list has it, takes no such handles; it was not asked")
_ODD: Text = say("the list gives no address that can be asked")
_PRIVATE: Text = say("the list gives the site's answer only to those who are logged in")


class NotAskedError(Exception):
    """A site is not asked for a handle, and why."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(str(reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One request to one host, ready for the wire."""

    place: SplitResult
    request: Request

    @property
    def origin(self) -> Origin:
        """The host that is asked."""
        return origin(self.place)


def origin(place: SplitResult) -> Origin:
    """The host of an address."""
    return Origin(scheme=place.scheme, host=place.hostname or "", port=place.port)


def asked(site: Site, handle: str, *, largest: int) -> Question:
    """What a site is asked about a handle.

    Raises:
        NotAskedError: the site is barred, takes no such handle, or the list asks for what is not done.
    """
    if site.barred is not None:
        raise NotAskedError(site.barred)
    if site.method not in _METHODS:
        raise NotAskedError(say("the list asks in a way that may change something; it is not done"))
    account = named(site, handle)
    if not takes(site, account):
        raise NotAskedError(NO_SUCH_NAMES)
    place = _place(site.probe or site.url, account)
    return Question(place=place, request=_request(site, place, account, largest))


def to(place: SplitResult, largest: int) -> Question:
    """A plain page of a host, robots.txt for one."""
    return Question(place=place, request=Request(target=_target(place), largest=largest))


def address(site: Site, handle: str) -> str:
    """The page that a person would open; a list's address of another kind is not passed on."""
    known = (each for each in (site.url, site.probe or "") if each.startswith(_WEB))
    return next(known, "").replace(ACCOUNT, quote(named(site, handle), safe=""))


def named(site: Site, handle: str) -> str:
    """The handle as the site writes it."""
    return handle.translate({ord(each): None for each in site.without})


def takes(site: Site, account: str) -> bool:
    """Can the site have such a handle? A pattern that could run away is not tried: then it may."""
    if not account or len(account) > LONGEST_HANDLE:
        return False
    if site.pattern is None or not is_tame(site.pattern):
        return True
    try:
        return re.search(site.pattern, account) is not None
    except (re.error, RecursionError, OverflowError):
        return True


def is_tame(pattern: str) -> bool:
    """Is the pattern one whose time grows gently with the handle's length?"""
    if len(pattern) > _LONGEST_PATTERN or _REPEATED.search(pattern):
        return False
    return len(_ENDLESS.findall(pattern)) <= _MOST_ENDLESS


def _place(template: str, account: str) -> SplitResult:
    """The address with the handle in it; in the name of a host it must be fit for one."""
    start = template.partition("://")[2].partition("/")[0]
    if ACCOUNT in start and not _LABEL.fullmatch(account):
        raise NotAskedError(NO_SUCH_NAMES)
    try:
        return parts(template.replace(ACCOUNT, quote(account, safe="")))._replace(fragment="")
    except FetchRefusedError:
        raise NotAskedError(_ODD) from None


def _target(place: SplitResult) -> str:
    path = quote(place.path or "/", safe=_SAFE_PATH)
    return f"{path}?{quote(place.query, safe=_SAFE_QUERY)}" if place.query else path


def _request(site: Site, place: SplitResult, account: str, largest: int) -> Request:
    headers = dict(_said(site.headers, account))
    body = None
    if site.body is not None and site.method == "POST":
        is_json = "json" in headers.get("content-type", "") or site.body.lstrip()[:1] in "{["
        headers.setdefault(
            "content-type", "application/json" if is_json else "application/x-www-form-urlencoded"
        )
        written = json.dumps(account)[1:-1] if is_json else quote(account, safe="")
        body = site.body.replace(ACCOUNT, written).encode()
    plain = Request(target=_target(place), method=site.method, headers=headers, largest=largest)
    return replace(plain, body=body)


def _said(headers: Mapping[str, str], account: str) -> Iterator[tuple[str, str]]:
    """The headers of a list that are its to say, in small letters."""
    for name, value in headers.items():
        plain = name.strip().lower()
        if plain in _SECRETS:
            raise NotAskedError(_PRIVATE)
        if plain not in _OURS:
            yield plain, value.replace(ACCOUNT, quote(account, safe=""))
