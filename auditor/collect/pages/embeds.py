"""What a page of one's own loads from others: each visitor tells them so (`rules/embeds.yml`)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from auditor.collect.addresses import resolve
from auditor.collect.pages.element import attribute, rels
from auditor.collect.pages.view import Pair, View
from auditor.model.network import NetworkKind
from auditor.resources.folders import folder
from auditor.resources.read import load

KIND, FEED = "third_party_embed", "public_feed"
_FEEDS = frozenset(("application/rss+xml", "application/atom+xml", "application/feed+json"))
_MOST_FEEDS = 5
"""A blog has one of its posts, one of its comments, seldom one of each rubric."""
_SOURCES = {"script": "src", "iframe": "src", "img": "src", "embed": "src", "link": "href"}
_SOURCES |= {"video": "src", "audio": "src", "source": "src", "object": "data"}
_LOADED = frozenset("stylesheet preload modulepreload preconnect dns-prefetch prefetch".split())
"""Relations of links that make a browser ask the other host."""
_MOST = 3000
_LONGEST = 200_000
"""Characters of a script in which calls are looked for."""


class Purpose(StrEnum):
    """What something is embedded for."""

    SHARE = "share"
    POST = "post"
    VIDEO = "video"
    AUDIO = "audio"
    MAP = "map"
    FONT = "font"
    FILES = "files"
    ANALYTICS = "analytics"
    ADVERTISING = "advertising"
    COMMENTS = "comments"
    PICTURE = "picture"
    CAPTCHA = "captcha"
    CHAT = "chat"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """Something of another company that pages embed."""

    name: str
    company: str
    kind: Purpose
    hosts: tuple[str, ...]
    """Hosts, those below them included; with the beginning of a path where that tells."""
    tells: Mapping[str, str]
    """Language → what reaches the company when the page is opened."""
    source: str
    starts: tuple[str, ...] = ()
    """Calls in a script of the page itself that start it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Everything of `embeds.yml`."""

    embeds: Mapping[str, Embed]


@cache
def table() -> Mapping[str, Embed]:
    """What is known to be embedded.

    Raises:
        PackError: the file is missing or has faults.
    """
    return load(folder("rules") / "embeds.yml", Table).embeds


def pairs(view: View) -> Iterator[Pair]:
    """The embeds and feeds of a page of one's own site; a network's pages load what the network chooses."""
    network = view.context.network
    if network is not None and network.kind is not NetworkKind.OTHER:
        return
    yield from ((FEED, url) for url in feeds(view.document.soup, view.document.base))
    for embed in found(view.document.soup, view.document.base):
        yield KIND, embed.name if embed.name == embed.company else f"{embed.name} ({embed.company})"


def found(soup: BeautifulSoup, base: str | None) -> list[Embed]:
    """What the page loads from others, once each, in the order of the table."""
    urls = [url for url in _urls(soup, base) if _host(url) != _host(base or "")]
    scripts = [each.get_text()[:_LONGEST] for each in soup.find_all("script", src=False)]
    loaded = {best for url in urls if (best := _best(url))}
    loaded |= {
        key
        for key, embed in table().items()
        if any(call in text for call in embed.starts for text in scripts)
    }
    return [embed for key, embed in table().items() if key in loaded]


def feeds(soup: BeautifulSoup, base: str | None) -> list[str]:
    """The feeds that the page offers: whatever is written there, others can show elsewhere, and keep."""
    links = soup.find_all("link", rel="alternate", href=True, limit=_MOST)
    urls = (
        resolve(base, attribute(each, "href"))
        for each in links
        if attribute(each, "type").casefold().partition(";")[0] in _FEEDS
    )
    return list(dict.fromkeys(filter(None, urls)))[:_MOST_FEEDS]


def _urls(soup: BeautifulSoup, base: str | None) -> Iterator[str]:
    for element in soup.find_all(list(_SOURCES), limit=_MOST):
        if element.name == "link" and not _LOADED & rels(element):
            continue
        names = (_SOURCES[element.name], "data-src")  # what is loaded late is loaded too
        yield from filter(None, (resolve(base, attribute(element, name)) for name in names))


def _best(url: str) -> str | None:
    """The embed whose host and path fit longest: a pixel before the buttons of the same host."""
    fits = [
        (len(each), key)
        for key, embed in table().items()
        for each in embed.hosts
        if _fits(url, each)
    ]
    return max(fits)[1] if fits else None


def _fits(url: str, wanted: str) -> bool:
    host, slash, path = wanted.partition("/")
    mine = _host(url)
    below = mine == host or mine.endswith(f".{host}")
    return below and (not slash or urlsplit(url).path.startswith(f"/{path}"))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
