"""Labels and values that a profile sets out: definition lists, two-column tables, “Town: Nantes”."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect.labels import LONGEST_LABEL, key, kind, words
from auditor.collect.pages.element import attribute
from auditor.collect.pages.text import inline, visible

_LONGEST_VALUE = 300
_DATED = frozenset({"birth_date", "account_created"})
_TWO = 2
_MOST = 400
"""Rows of labels that are read: a profile has ten or twenty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One label and its value."""

    kind: str
    """A kind, or ``label:<as written>``."""
    text: str
    elements: tuple[Element, ...]
    """What shows it on the page."""


def read(soup: BeautifulSoup) -> list[Labelled]:
    """All labels and values of a page, in order of their form."""
    return [*_definitions(soup), *_rows(soup), *_headed(soup), *_lines(soup)]


def actions(soup: BeautifulSoup) -> set[int]:
    """The ids of links that only offer to do something (“Edit”): they are beside a text, no part of it."""
    links = soup.find_all("a", limit=_MOST * 5)
    return {id(each) for each in links if key(each.get_text()[:LONGEST_LABEL]) in words("actions")}


def _definitions(soup: BeautifulSoup) -> Iterator[Labelled]:
    for term in soup.find_all("dt", limit=_MOST):
        value = term.find_next_sibling(["dd", "dt"])
        if isinstance(value, Element) and value.name == "dd":
            yield from _labelled(_label(term), value, (term, value))


def _rows(soup: BeautifulSoup) -> Iterator[Labelled]:
    for row in soup.find_all("tr", limit=_MOST):
        cells = list(row.find_all(["td", "th"], recursive=False))
        if len(cells) == _TWO and row.find("table") is None and not _heads(row):
            yield from _labelled(_label(cells[0]), cells[1], (row,))


def _headed(soup: BeautifulSoup) -> Iterator[Labelled]:
    """“Né le :” as a small heading above its value."""
    for heading in soup.find_all(["h3", "h4", "h5", "h6"], limit=_MOST):
        label = _label(heading)
        value = heading.find_next_sibling()
        if (
            label.endswith(":")
            and isinstance(value, Element)
            and value.name in {"p", "div", "span"}
        ):
            yield from _labelled(label, value, (heading, value))


def _label(element: Element) -> str:
    """The text of a label without the links beside it (“Edit”), where it has more than links."""
    links = {id(each) for each in element.find_all("a", limit=10)}
    return " ".join(visible(element, links).split()).rstrip(" ·|") or inline(element)


def _lines(soup: BeautifulSoup) -> Iterator[Labelled]:
    """“Label: value” in a row of a list or a paragraph; only labels that are known."""
    for line in soup.find_all(["li", "p"], limit=_MOST):
        text = visible(line) if len(line.contents) < 20 else ""  # noqa: PLR2004
        label, colon, value = text.partition(":")
        known = kind(label) if colon and len(label) <= LONGEST_LABEL else None
        if known and value.strip() and "\n" not in text and len(value) <= _LONGEST_VALUE:
            yield Labelled(kind=known, text=value.strip(), elements=(line,))


def _heads(row: Element) -> bool:
    """Is it the header of a table?"""
    return (row.parent is not None and row.parent.name == "thead") or row.find("td") is None


def _labelled(label: str, value: Element, elements: tuple[Element, ...]) -> Iterator[Labelled]:
    text = inline(value)
    known = kind(label)
    if not label or not text or len(label) > LONGEST_LABEL or len(text) > _LONGEST_VALUE:
        return
    time = value.find("time", datetime=True)
    if known in _DATED:
        moment = attribute(time, "datetime")[:10] if isinstance(time, Element) else ""
        text = moment or text.partition(" (")[0]  # “17 mars 1980 (46 ans)”
    yield Labelled(kind=known or f"label:{label.rstrip(' :')}", text=text, elements=elements)
