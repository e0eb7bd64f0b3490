"""Whether the subject controls an address: only then is it fetched to be read.

What a proof shows is control of an account at a time, never who somebody is. In rising effort:
an account of the mandate with a proof already made, a page that links to one of the mandate's
accounts with ``rel=me``, a file with a token on the site.
"""

import base64
import hashlib
from collections.abc import Callable
from urllib.parse import urlsplit

from auditor.collect.net.address import is_local
from auditor.collect.net.answer import Fetched, FetchRefusedError
from auditor.model.mandate import Mandate

TOKEN_FILE = "/.well-known/auditor-proof.txt"  # noqa: S105 (a place, no secret)
_LENGTH = 20
"""Signs of a token: 100 bits, which nobody meets by chance."""
_MOST_TAGS = 40_000
"""Beyond, a page is not searched for links: the parser's time grows with them."""


def is_proved(mandate: Mandate, page: Fetched, url: str, fetch: Callable[[str], Fetched]) -> bool:
    """Does anything show that the subject controls the address?"""
    return has_proof(mandate, url) or points_back(mandate, page) or has_token(mandate, url, fetch)


def has_proof(mandate: Mandate, url: str) -> bool:
    """Is it an account of the mandate for which a proof was recorded?"""
    return any(
        account.proofs and account.url is not None and canonical(account.url) == canonical(url)
        for account in mandate.accounts
    )


def points_back(mandate: Mandate, page: Fetched) -> bool:
    """Does the page say, by ``rel=me`` and sign for sign, that an account of the mandate is its own?"""
    if not _is_safe(page.address) or page.data.count(b"<") > _MOST_TAGS:
        return False
    if "html" not in page.content_type.casefold():
        return False
    from bs4 import BeautifulSoup

    from auditor.collect.pages.rel import me

    links = set(me(BeautifulSoup(page.data, "lxml"), None))
    return any(
        account.url in links and _is_safe(account.url)
        for account in mandate.accounts
        if account.url
    )


def has_token(mandate: Mandate, url: str, fetch: Callable[[str], Fetched]) -> bool:
    """Does the site hold a file with the mandate's token for the address?"""
    parts = urlsplit(url)
    place = f"{parts.scheme}://{parts.netloc}{TOKEN_FILE}"
    if not _is_safe(place):
        return False
    try:
        found = fetch(place)
    except FetchRefusedError:
        return False
    lines = found.data.decode("utf-8-sig", errors="replace").split()
    return token(mandate, url) in lines


def token(mandate: Mandate, url: str) -> str:
    """What the token file holds: bound to the address, the subject and the day of signing."""
    text = f"{canonical(url)}|{mandate.subject.name}|{mandate.signed_on.isoformat()}"
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode()[:_LENGTH]


def canonical(url: str) -> str:
    """An address in the form in which two of them are compared.

    >>> canonical("HTTPS://Loic.Example:443/#moi")
    'https://loic.example'
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").casefold()
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    place = host if port in {None, usual} else f"{host}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{place}{parts.path.rstrip('/')}{query}"


def _is_safe(url: str) -> bool:
    """Nobody on the way can have written it: https, or this machine."""
    return url.startswith("https://") or is_local(url)
