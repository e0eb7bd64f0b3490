"""Which networks have a public API, and which account of which an address is (`rules/apis.yml`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from auditor.collect.cards import by_host
from auditor.errors import PackError
from auditor.model.network import Network
from auditor.resources.folders import folder
from auditor.resources.read import load

ANY = "*"
"""As a host: any server of one's own."""
OWN = "{host}"
"""As a host that is asked: the account's."""
_LANGUAGES = frozenset(("fr", "en"))
_PLACES = re.compile(r"\{(\w+)\}")
_KNOWN = frozenset("handle host origin id each root".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """One network's public API."""

    at: tuple[str, ...]
    """Hosts of accounts; ``*.`` stands for any part before."""
    paths: tuple[str, ...]
    """Path and query of an account, with ``{handle}``."""
    hosts: tuple[str, ...]
    """The only hosts that are asked."""
    calls: tuple[str, ...]
    """What is asked, in order."""
    per_hour: int
    source: str
    checked_on: date
    token: Mapping[str, str] = field(default_factory=dict)
    """Language → the field that its holder can write to."""
    most: int = 0
    """Elements of a list that are asked for one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account on a network with a public API."""

    network: str
    handle: str
    url: str
    api: Api
    sure: bool = True
    """Is it told by the host? Else its shape only suggests it, and the server is asked."""

    def call(self, template: str, *, root: str = "", **places: str) -> str:
        """The address of a call; what fills it is quoted, but for the root of a site."""
        parts = urlsplit(self.url)
        known = {
            "handle": quote(self.handle, safe=""),
            "host": quote(parts.hostname or "", safe=""),
            "origin": f"{parts.scheme}://{parts.netloc}",
            "root": root,
            **{name: quote(value, safe="") for name, value in places.items()},
        }
        return _PLACES.sub(lambda place: known[place[1]], template)

    def may_ask(self, address: str) -> bool:
        """Is the address on a host that the table allows for this account?"""
        try:
            asked, own = urlsplit(address), urlsplit(self.url)
        except ValueError:
            return False
        if OWN in self.api.hosts and (asked.scheme, asked.netloc) == (own.scheme, own.netloc):
            return True
        return asked.netloc in self.api.hosts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    apis: Mapping[str, Api]


@cache
def table(path: Path | None = None) -> Mapping[str, Api]:
    """The APIs we know, by network, or those of a file written like ours.

    Raises:
        PackError: the file has faults, or a call names a place that nothing fills.
    """
    path = path or folder("rules") / "apis.yml"
    found = load(path, _Written).apis
    for name, api in found.items():
        if odd := {each for call in api.calls for each in _PLACES.findall(call)} - _KNOWN:
            raise PackError(
                "%(file)s: %(network)s: no such place in a call: %(names)s",
                file=path.name,
                network=name,
                names=", ".join(sorted(odd)),
            )
        if set(api.token) != _LANGUAGES:
            raise PackError(
                "%(file)s: %(network)s: say where the token goes, in fr and en",
                file=path.name,
                network=name,
            )
    return found


def account(
    url: str, apis: Mapping[str, Api], networks: Mapping[str, Network], stated: str | None = None
) -> Account | None:
    """The account of an address, by its host, or by its shape where no other network claims the host.

    `stated` is the network that the mandate names for it.
    """
    host = _host(url)
    if not host:
        return None
    sure = next((name for name, api in apis.items() if _serves(api, host)), None)
    if sure is not None:
        return _on(url, sure, apis[sure], sure=True)
    claimed = by_host(networks, host)
    for name, api in apis.items():
        if ANY in api.at and (stated == name or (stated is None and claimed is None)):
            return _on(url, name, api, sure=stated == name)
    return None


def _on(url: str, name: str, api: Api, *, sure: bool) -> Account | None:
    parts = urlsplit(url)
    for path in api.paths:
        shown = f"{parts.path.rstrip('/')}?{parts.query}" if "?" in path else parts.path.rstrip("/")
        found = _pattern(path).fullmatch(shown)
        if found:
            return Account(
                network=name, handle=unquote(found["handle"]), url=url, api=api, sure=sure
            )
    return None


def _serves(api: Api, host: str) -> bool:
    return any(fnmatchcase(host, each) for each in api.at if each != ANY)


@lru_cache(maxsize=64)
def _pattern(path: str) -> re.Pattern[str]:
    escaped = re.escape(path).replace(r"\{", "{").replace(r"\}", "}")
    named = escaped.replace("{handle}", r"(?P<handle>[^/?#&@]{1,200})")
    return re.compile(named.replace("{slug}", r"[^/?#]{0,200}"))


def _host(url: str) -> str:
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
