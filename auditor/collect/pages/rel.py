"""Relations that a page declares: who else it is, whom it knows, whether it may be indexed."""

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect.addresses import resolve
from auditor.collect.pages.element import attribute, rels

_XFN = frozenset("friend contact acquaintance".split())


def me(soup: BeautifulSoup, base: str | None) -> tuple[str, ...]:
    """The addresses that the page declares to be the same person, once each."""
    found = (resolve(base, attribute(each, "href")) for each in _links(soup) if "me" in rels(each))
    return tuple(dict.fromkeys(url for url in found if url))


def known(soup: BeautifulSoup) -> Iterator[Element]:
    """Links to people whom the page calls friend, contact or acquaintance (XFN)."""
    yield from (each for each in _links(soup) if _XFN & rels(each))


def noindex(soup: BeautifulSoup) -> bool:
    """Does the page ask search engines not to index it?"""
    return any(
        attribute(meta, "name").casefold() in {"robots", "googlebot"}
        and {"noindex", "none"}
        & set(attribute(meta, "content").casefold().replace(",", " ").split())
        for meta in soup.find_all("meta")
    )


def _links(soup: BeautifulSoup) -> Iterator[Element]:
    for each in soup.find_all(["a", "link", "area"], href=True):
        if isinstance(each, Element):
            yield each
