"""Profiles that a page sets out by the classes of its elements (`rules/saved.yml`)."""

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect.pages import saved
from auditor.collect.pages.element import attribute, classes
from auditor.collect.pages.jsonld import PERSON, Node
from auditor.collect.pages.saved import Into, Marks
from auditor.collect.pages.text import inline

_MOST = 2000


def read(soup: BeautifulSoup) -> list[Node]:
    """Profile pages, as JSON-LD would give them; posts are read where all posts are."""
    known = {name for each in soup.find_all(True) for name in classes(each)}
    held = (each for each in saved.marks().values() if not known.isdisjoint(each.sign))
    return [node for each in held for node in _nodes(soup, each)]


def _nodes(soup: BeautifulSoup, marks: Marks) -> Iterator[Node]:
    person: Node = {}
    for name, into in marks.person.items():
        text = next(filter(None, (_text(each, into) for each in _of(soup, name))), "")
        if text:
            person.setdefault(into.as_, text)
    if person:
        yield {"@type": "ProfilePage", "mainEntity": {"@type": PERSON, **person}}


def _of(soup: BeautifulSoup, name: str) -> Iterator[Element]:
    for each in soup.find_all(class_=name, limit=_MOST):
        if isinstance(each, Element):
            yield each


def _text(element: Element, into: Into) -> str:
    return into.of(attribute(element, into.attribute) if into.attribute else inline(element))
