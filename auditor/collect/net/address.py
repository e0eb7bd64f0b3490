"""Which addresses may be asked at all.

The names are checked here, the numbers they resolve to once more when the connection is made:
`ipaddress` calls several ranges global that lead inside (knowledge/sources.md §4).
"""

import ipaddress
from urllib.parse import SplitResult, urlsplit

from auditor.collect.net.answer import FetchRefusedError
from auditor.model.text import Text, say

IP = ipaddress.IPv4Address | ipaddress.IPv6Address

DENIED = tuple(
    ipaddress.ip_network(each)
    for each in (
        "100.64.0.0/10",  # behind a carrier's address
        "192.0.0.0/24",  # protocol assignments
        "192.88.99.0/24",  # 6to4 relays
        "224.0.0.0/4",  # multicast
        "::/96",  # IPv4 in IPv6, the old way
        "64:ff9b::/96",  # IPv4 behind NAT64
        "64:ff9b:1::/48",
        "2001::/23",  # protocol assignments: tunnels, identifiers
        "2002::/16",  # IPv4 behind 6to4
        "3fff::/20",  # documentation
        "5f00::/16",  # segment routing
        "fec0::/10",  # site-local
        "ff00::/8",  # multicast
    )
)
"""Ranges that lead to private addresses, or to many, and that an `ipaddress` may call global."""


def parts(address: str) -> SplitResult:
    """The parts of a web address.

    Raises:
        FetchRefusedError: no http(s), no host, a name and password in it, or no address at all.
    """
    try:
        found = urlsplit(address)
        host, _ = found.hostname, found.port
    except ValueError:
        raise FetchRefusedError(say("the address is not valid"), _CHECK) from None
    if found.scheme not in {"http", "https"}:
        raise FetchRefusedError(say("only http and https addresses are fetched"), _CHECK)
    if found.username is not None or found.password is not None:
        raise FetchRefusedError(
            say("the address holds a name or a password"),
            say("take them out: only what is public is read"),
        )
    if not host or "\\" in address or any(char <= " " for char in address):
        raise FetchRefusedError(say("the address is not valid"), _CHECK)
    return found


def is_local(address: str) -> bool:
    """Does the address name this machine, in so many words?"""
    try:
        host = parts(address).hostname or ""
    except FetchRefusedError:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_open(ip: IP, *, allow_loopback: bool) -> bool:
    """May this number be connected to: on the public internet, or this machine where allowed?"""
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if ip.is_loopback:
        return allow_loopback
    return ip.is_global and not any(ip in each for each in DENIED)


def moved(start: SplitResult, target: str) -> SplitResult:
    """Where a redirect leads, when it may be followed.

    Raises:
        FetchRefusedError: it leaves the site that the mandate names, or drops encryption.
    """
    found = parts(target)
    if start.scheme == "https" and found.scheme != "https":
        raise FetchRefusedError(say("the site sends its readers to an unencrypted page"), SAVE)
    if _site(start) != _site(found):
        raise FetchRefusedError(
            say("the address leads to another site, which the mandate does not name"),
            say("put the final address in the mandate, if it is yours"),
        )
    return found


def _site(address: SplitResult) -> str:
    return (address.hostname or "").removeprefix("www.")


_CHECK: Text = say("correct the address in the mandate")
SAVE: Text = say("save the page in your browser, without being logged in, and give the file")
