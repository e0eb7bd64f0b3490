"""Microdata: what a page marks with `itemscope` and `itemprop`, read as JSON-LD would give it."""

from typing import Any

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect.pages.element import attribute
from auditor.collect.pages.jsonld import Node
from auditor.collect.pages.text import inline

MOST = 1000
"""Items of a page: a list of two hundred people with their addresses has six hundred."""
_VALUES = {
    "meta": "content",
    "a": "href",
    "link": "href",
    "area": "href",
    "img": "src",
    "audio": "src",
    "video": "src",
    "source": "src",
    "embed": "src",
    "iframe": "src",
    "object": "data",
    "time": "datetime",
    "data": "value",
    "meter": "value",
}
"""Elements whose value is an attribute (WHATWG HTML, section 5.2.4)."""
_NAMED = frozenset(
    {"name", "alternateName", "givenName", "familyName", "jobTitle", "worksFor", "affiliation"}
)
"""Properties whose value is their text, though a link shows them: authors seldom mean its address."""


def read(soup: BeautifulSoup) -> list[Node]:
    """The items that belong to no other, with those that belong to them."""
    found: dict[int, Node] = {}
    tops: list[Node] = []
    for element in soup.find_all(itemscope=True, limit=MOST):
        found[id(element)] = {"@type": attribute(element, "itemtype").split()}
        if not element.has_attr("itemprop"):
            tops.append(found[id(element)])
    for element in soup.find_all(itemprop=True, limit=MOST * 10):
        holder = _holder(element, found)
        if holder is not None:
            _put(holder, element, found.get(id(element)))
    return tops


def _holder(element: Element, found: dict[int, Node]) -> Node | None:
    """The item that a property belongs to: the nearest around it."""
    around = element.find_parent(itemscope=True)
    return found.get(id(around)) if around is not None else None


def _put(holder: Node, element: Element, item: Node | None) -> None:
    value: Any = item if item is not None else _value(element)
    for name in attribute(element, "itemprop").split():
        if value and name[:1].isalpha():
            holder.setdefault(name, []).append(_called(value, element, name, item))


def _called(value: Any, element: Element, name: str, item: Node | None) -> Any:
    return (inline(element) or value) if item is None and name in _NAMED else value


def _value(element: Element) -> str:
    key = _VALUES.get(element.name or "")
    return (
        (attribute(element, key) if key else "") or attribute(element, "content") or inline(element)
    )
