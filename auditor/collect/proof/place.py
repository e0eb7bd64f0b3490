"""Where a token can stand: a file of the site, a record of the domain, the head of the page."""

from urllib.parse import urlsplit

from auditor.collect.net.address import is_local

WELL_KNOWN = "/.well-known/auditor-proof.txt"
RECORD = "_auditor-proof"
"""The name before the domain: a name with a low line is no host, so nothing else stands there (RFC 8552)."""
META = "auditor-proof"
"""The name of the meta element."""
_SHARED = (".bsky.social",)
"""Ends of handles that are names of a network's own domain."""


def file_of(url: str) -> str:
    """The address of the site's file for tokens."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{WELL_KNOWN}"


def record_of(url: str) -> str | None:
    """The name of the domain's record for tokens; None where the host is a number, or no domain."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return None
    return record_for(host) if not is_local(url) else None


def record_for(domain: str) -> str | None:
    """The name of a domain's record; None for what is no domain of one's own."""
    last = domain.rpartition(".")[2]
    if "." not in domain or last.isdigit() or ":" in domain or domain.endswith(_SHARED):
        return None
    return f"{RECORD}.{domain}"


def is_safe(url: str) -> bool:
    """Can nobody on the way have written it: https, or this machine?"""
    return url.startswith("https://") or is_local(url)
