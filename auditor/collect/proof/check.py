"""Whether an address may be fetched to be read, told while an audit runs.

A proof that the mandate records; a page that says with ``rel=me`` that a proved account is its own;
a file with a token on the site.
"""

from collections.abc import Callable

from auditor.collect.net.answer import Fetched, FetchRefusedError
from auditor.collect.proof.method import has_proof, vouching
from auditor.collect.proof.page import declared
from auditor.collect.proof.place import file_of, is_safe
from auditor.collect.proof.token import Tokens
from auditor.model.mandate import Mandate


def is_proved(
    mandate: Mandate,
    page: Fetched,
    url: str,
    fetch: Callable[[str], Fetched],
    tokens: Tokens | None,
) -> bool:
    """Does anything show that the subject controls the address?"""
    if has_proof(mandate, url) or points_back(mandate, page):
        return True
    return tokens is not None and has_token(url, fetch, tokens)


def points_back(mandate: Mandate, page: Fetched) -> bool:
    """Does the page say, sign for sign, that a proved account of the mandate is its own?"""
    known = [each.url for each in vouching(mandate) if each.url and is_safe(each.url)]
    return bool(known) and not declared(page).isdisjoint(known)


def has_token(url: str, fetch: Callable[[str], Fetched], tokens: Tokens) -> bool:
    """Does the site hold a file with a token for the address?"""
    place = file_of(url)
    if not is_safe(place):
        return False
    try:
        found = fetch(place)
    except FetchRefusedError:
        return False
    return tokens.stands_in(url, found.data.decode("utf-8-sig", errors="replace"))
