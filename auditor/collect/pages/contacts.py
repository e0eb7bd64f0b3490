"""A list of friends, contacts or followers that the visitor can read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from bs4 import Tag as Element

from auditor.collect.accounts import handle_of
from auditor.collect.addresses import resolve, same_address
from auditor.collect.labels import words
from auditor.collect.pages import rel
from auditor.collect.pages.element import attribute
from auditor.collect.pages.jsonld import PERSON, first
from auditor.collect.pages.text import inline
from auditor.collect.pages.view import View
from auditor.model.names import fold

FEWEST = 3
"""Links to profiles under such a heading that make a list."""
_MOST = 5000
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Who is listed, how many are said to be, and what shows it."""

    people: tuple[tuple[str, str | None], ...]
    """Name and address of the account."""
    count: int
    elements: tuple[Element, ...] = ()


def contacts(view: View) -> Contacts | None:
    """The readable list of contacts; None where the page shows none."""
    sections = [each for each in _sections(view) if each]
    people: dict[tuple[str, str | None], None] = {}
    count = 0
    elements: list[Element] = []
    for found in [*sections, _declared(view), _known(view)]:
        if found is not None:
            people.update(dict.fromkeys(found.people))
            count = max(count, found.count)
            elements += found.elements
    if not people:
        return None
    return Contacts(people=tuple(people), count=max(count, len(people)), elements=tuple(elements))


def _declared(view: View) -> Contacts | None:
    """Links with an XFN relation."""
    base = view.document.base
    links = [
        (inline(each), resolve(base, attribute(each, "href")))
        for each in rel.known(view.document.soup)
    ]
    people = tuple(each for each in links if each[0])[:_MOST]
    return Contacts(people=people, count=len(people)) if people else None


def _known(view: View) -> Contacts | None:
    """Persons whom the page's person `knows`, as JSON-LD says."""
    people = tuple(
        (first(each.node.get("name")), resolve(view.document.base, first(each.node.get("url"))))
        for each in view.graph.of(PERSON)
        if each.key in {"knows", "follows"} and each.node.get("name")
    )
    return Contacts(people=people, count=len(people)) if people else None


def _sections(view: View) -> Iterator[Contacts | None]:
    for heading in view.document.soup.find_all(_HEADINGS, limit=200):
        title = heading.get_text()[:60]
        if not _announces().match(fold(title)):
            continue
        parts = list(_until_next(heading))
        links = [link for part in parts for link in _links(part)]
        people = tuple(dict.fromkeys(_profiles(links[:_MOST], view)))
        if len(people) >= FEWEST:
            said = _said(" ".join([title, *(part.get_text(" ")[:200] for part in parts)]))
            yield Contacts(people=people, count=said, elements=(heading, *parts))


def _until_next(heading: Element) -> Iterator[Element]:
    for each in heading.next_siblings:
        if isinstance(each, Element):
            if each.name in _HEADINGS:
                return
            yield each


def _links(part: Element) -> list[Element]:
    own = [part] if part.name == "a" else []
    return own + list(part.find_all("a", href=True, limit=_MOST))


def _profiles(links: list[Element], view: View) -> Iterator[tuple[str, str | None]]:
    """Links to accounts of a known network; else links that share one shelf of the site."""
    resolved = [
        (inline(each), resolve(view.document.base, attribute(each, "href"))) for each in links
    ]
    named = [(name, url) for name, url in resolved if name and url]
    known = [each for each in named if handle_of(each[1], view.context.networks)]
    shelves: dict[str, list[tuple[str, str]]] = {}
    for each in named:
        shelves.setdefault(_shelf(each[1]), []).append(each)
    fullest = max(shelves.values(), key=len, default=[])
    for name, url in known or fullest:
        if not same_address(url, view.document.address):
            yield name, url


def _shelf(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path.rstrip('/').rpartition('/')[0]}"


@cache
def _announces() -> re.Pattern[str]:
    names = "|".join(map(re.escape, words("contacts")))
    return re.compile(rf"\s*(?:[\d\s.,]*|mes\s|ses\s|my\s|tous les\s|all\s)(?:{names})\b")


@cache
def _counts() -> re.Pattern[str]:
    names = "|".join(map(re.escape, words("contacts")))
    return re.compile(rf"(\d{{1,3}}(?:[\s.,]\d{{3}}){{0,3}}|\d{{1,9}})\s(?:{names})\b")


def _said(text: str) -> int:
    """The number that the section gives: “187 friends”."""
    found = _counts().search(" ".join(fold(text).split()))
    return int(re.sub(r"\D", "", found[1])) if found else 0
