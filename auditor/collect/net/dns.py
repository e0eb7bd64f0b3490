"""The records of a domain: asked of the resolver of this machine, or of one that is named."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.collect.net.answer import FetchRefusedError
from auditor.model.text import say

if TYPE_CHECKING:
    from dns.resolver import Resolver

LONGEST = 10.0
"""Seconds for an answer, all tries counted; resolvers give up after about as long (judgement)."""
MOST = 50
"""Texts of one name that are looked at: a domain has a handful, beyond lies mischief."""


def texts(name: str, *, servers: Sequence[tuple[str, int]] = ()) -> tuple[str, ...]:
    """The TXT records of a name; none where the name or such a record does not exist.

    `servers` are the addresses and ports to ask; those of this machine where none is given.

    Raises:
        FetchRefusedError: nobody could answer, or it is no name.
    """
    import dns.exception
    import dns.resolver

    try:
        found = _resolver(servers).resolve(name.rstrip(".") + ".", "TXT", lifetime=LONGEST)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return ()
    except (dns.exception.DNSException, OSError, ValueError) as fault:
        raise FetchRefusedError(
            say(
                "the records of the domain could not be asked for (%(type)s)",
                type=type(fault).__name__,
            ),
            say("check the name and the connection, then try again"),
        ) from None
    return tuple(b"".join(each.strings).decode("utf-8", "replace") for each in list(found)[:MOST])


def _resolver(servers: Sequence[tuple[str, int]]) -> "Resolver":
    from dns.nameserver import Do53Nameserver
    from dns.resolver import Resolver

    resolver = Resolver(configure=not servers)
    if servers:
        resolver.nameservers = [Do53Nameserver(address, port) for address, port in servers]
    return resolver
