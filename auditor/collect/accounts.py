"""Which account an address is, by the networks' cards."""

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from auditor.collect.reading import Context
from auditor.model.network import Network

_MARK = "{handle}"
_IN_PATH = r"(?P<handle>[^/?#&]{1,200})"
_IN_HOST = r"(?P<handle>[a-z0-9_-]{1,63})"  # one label of a host name: RFC 1035, section 2.3.4


def network_of(url: str, networks: Mapping[str, Network]) -> Network | None:
    """The card of the network that serves the address."""
    host = _bare(_split(url).netloc)
    return next((card for card in networks.values() if host and card.serves(host)), None)


def handle_of(url: str, networks: Mapping[str, Network]) -> tuple[Network, str] | None:
    """The network and the handle of a profile's address; None for any other address.

    A listed subdomain of the address's host counts as it does (``fr.linkedin.com``); what the card
    reserves (``login``, ``share``) is no handle.
    """
    parts = _split(url)
    for card in networks.values():
        for shape in card.shapes:
            handle = _handle(parts, shape, card.hosts)
            if handle and handle.casefold() not in card.reserved:
                return card, handle
    return None


def account_of(context: Context, url: str | None) -> tuple[str | None, str | None]:
    """The account and the handle that a profile shows: as the mandate says, else by its address."""
    cards = dict(context.networks)
    if context.network is not None:
        cards[context.network.id] = context.network
    found = handle_of(url, cards) if url else None
    owner = context.source.owner
    if owner is not None and ":" in owner:
        return owner, found[1] if found else owner.partition(":")[2]
    return (f"{found[0].id}:{found[1]}", found[1]) if found else (None, None)


def _handle(parts: SplitResult, shape: str, hosts: tuple[str, ...]) -> str | None:
    pattern, key = _pattern(shape, hosts)
    found = pattern.fullmatch(_bare(parts.netloc) + parts.path.rstrip("/"))
    if found is None:
        return None
    if key is None:
        return unquote(found["handle"])
    given = parse_qs(parts.query).get(key, [""])[0]
    return given if re.fullmatch(_IN_PATH, given) else None


@lru_cache(maxsize=1024)
def _pattern(shape: str, hosts: tuple[str, ...]) -> tuple[re.Pattern[str], str | None]:
    """The host and path of a shape, and the key of its query that holds the handle, if one does."""
    parts = urlsplit(shape)
    host, mark = _bare(parts.netloc), re.escape(_MARK)
    alike = (host, *(each for each in hosts if each.endswith(f".{host}")))
    before = "|".join(re.escape(each).replace(mark, _IN_HOST) for each in alike)
    path = re.escape(parts.path.rstrip("/")).replace(mark, _IN_PATH).replace(r"\*", "[^/]+")
    key = next((key for key, value in parse_qs(parts.query).items() if _MARK in value), None)
    return re.compile(f"(?:{before}){path}"), key


def _split(url: str) -> SplitResult:
    """The parts of the address; empty where it is none."""
    try:
        return urlsplit(url.strip())
    except ValueError:
        return urlsplit("")


def _bare(netloc: str) -> str:
    return netloc.casefold().rpartition("@")[2].partition(":")[0].removeprefix("www.")
