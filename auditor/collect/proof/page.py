"""What the head and the links of a page prove, by the rules by which Mastodon verifies links.

https only, a host that IDNA leaves as it is, at most 1 MB, no script run, ``<a>`` or ``<link>``,
the address sign for sign, and nothing from within a frame (docs.joinmastodon.org, Verification).
"""

import re

from auditor.collect.net.answer import Fetched
from auditor.collect.proof.place import META, is_safe
from auditor.collect.proof.token import Tokens

LARGEST = 1_000_000
"""Bytes (Mastodon's rule)."""
_MOST_TAGS = 40_000
"""Beyond, a page is not searched for links: the parser's time grows with them."""
_FRAMES = ["iframe", "template", "noscript", "object", "frameset"]
"""What stands in them is not, or not yet, the page's own word."""
_HOST = re.compile(r"https?://([^/?#]*)", re.I)


def declared(page: Fetched) -> frozenset[str]:
    """The addresses that a page says are the same person's (``rel=me``), sign for sign."""
    if not _counts(page):
        return frozenset()
    from bs4 import BeautifulSoup

    from auditor.collect.pages.element import attribute, rels

    soup = BeautifulSoup(_markup(page), "lxml", from_encoding="utf-8")
    return frozenset(
        attribute(each, "href")
        for each in soup.find_all(["a", "link"], href=True)
        if "me" in rels(each) and each.find_parent(_FRAMES) is None
    )


def holds(page: Fetched, url: str, tokens: Tokens) -> bool:
    """Does the head of the page hold a token, in ``<meta name="auditor-proof" content="…">``?"""
    if not _counts(page):
        return False
    from bs4 import BeautifulSoup

    from auditor.collect.pages.element import attribute

    head = BeautifulSoup(_markup(page), "lxml", from_encoding="utf-8").head
    return head is not None and any(
        attribute(each, "name") == META and tokens.stands_in(url, attribute(each, "content"))
        for each in head.find_all("meta")
    )


def _counts(page: Fetched) -> bool:
    host = _HOST.match(page.address)
    return (
        is_safe(page.address)
        and host is not None
        and host[1].isascii()
        and "html" in page.content_type.casefold()
        and len(page.data) <= LARGEST
        and page.data.count(b"<") <= _MOST_TAGS
    )


def _markup(page: Fetched) -> bytes:
    from auditor.collect.pages.document import text_of

    return text_of(page.data).encode("utf-8", "replace")
