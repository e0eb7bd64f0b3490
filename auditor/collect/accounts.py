"""Which account an address is, by the networks' cards."""

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from auditor.collect.reading import Context
from auditor.model.network import Network

_MARK = "{handle}"


def network_of(url: str, networks: Mapping[str, Network]) -> Network | None:
    """The card of the network that serves the address."""
    host = _host(url)
    return next((card for card in networks.values() if host and host in card.hosts), None)


def handle_of(url: str, networks: Mapping[str, Network]) -> tuple[Network, str] | None:
    """The network and the handle of a profile's address; None for any other address."""
    card = network_of(url, networks)
    if card is None or card.profile_url is None:
        return None
    found = _pattern(card.profile_url).fullmatch(_shape(url))
    return (card, unquote(found["handle"])) if found else None


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


@lru_cache(maxsize=256)
def _pattern(profile_url: str) -> re.Pattern[str]:
    before, _, after = _shape(profile_url).partition(_MARK)
    return re.compile(re.escape(before) + r"(?P<handle>[^/?#&]{1,200})" + re.escape(after) + "/?")


def _shape(url: str) -> str:
    """Host, path and query without what does not tell accounts apart."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    query = f"?{parts.query}" if parts.query and ("id=" in parts.query or _MARK in url) else ""
    return f"{_bare(parts.netloc)}{parts.path.rstrip('/')}{query}"


def _host(url: str) -> str:
    try:
        return _bare(urlsplit(url.strip()).netloc)
    except ValueError:
        return ""


def _bare(netloc: str) -> str:
    return netloc.casefold().rpartition("@")[2].partition(":")[0].removeprefix("www.")
