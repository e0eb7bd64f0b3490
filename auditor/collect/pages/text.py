"""The text that a visitor sees, block by block, in the order of the page."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4 import Tag as Element
from bs4.element import NavigableString

from auditor.collect.blanks import collapse
from auditor.collect.pages.element import attribute, classes

LONGEST = 200_000
"""Characters of a snippet that are read: longer than any post of any network."""
_UNSEEN = frozenset(
    "script style nav template noscript head title svg iframe object button select option textarea"
    " datalist audio video canvas math dialog".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ROWS = frozenset({"li", "tr"})
_BLOCKS = (
    _HEADINGS
    | _ROWS
    | frozenset(
        "p blockquote figcaption figure article section div main aside header footer dl dt dd table thead"
        " tbody tfoot ul ol pre address center hr caption details summary body td th fieldset form".split()
    )
)
_BREAKS_ROW = _HEADINGS | frozenset("p blockquote figure article table ul ol section".split())
_NAVIGATION = frozenset("nav navbar navigation breadcrumb breadcrumbs".split())
_CONTENT = frozenset("main article table figure section dd blockquote".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of visible text and the element it stands in."""

    element: Element
    text: str
    cells: tuple[str, ...] = ()
    """The cells of a row of a table."""
    linked: bool = False
    """Is all of it links?"""

    @property
    def heading(self) -> bool:
        """Is it a heading?"""
        return self.element.name in _HEADINGS

    @property
    def row(self) -> bool:
        """Is it a row of a list or of a table?"""
        return self.element.name in _ROWS

    @property
    def menu(self) -> bool:
        """Links alone, outside of any content: the way to other pages, not a text of this one."""
        if not self.linked or self.heading:
            return False
        return not any(each.name in _CONTENT for each in self.element.parents) and (
            self.element.name not in _CONTENT
        )


def blocks(root: Element, skip: Collection[int] = ()) -> Iterator[Block]:
    """The visible blocks below an element; elements whose id is in `skip` are left out."""
    layout = _layout_rows(root)
    walk = _Walk(root=root)
    waiting: list[tuple[object, bool]] = [(root, False)]
    while waiting:
        node, leaving = waiting.pop()
        if isinstance(node, Element):
            if leaving:
                yield from walk.leave(node)
                continue
            if id(node) in skip or _hidden(node):
                continue
            yield from walk.enter(node, layout)
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(node.contents))
        elif type(node) is NavigableString:
            walk.write(str(node))


def visible(root: Element, skip: Collection[int] = ()) -> str:
    """All visible text below an element, one block a line."""
    return "\n".join(each.text for each in blocks(root, skip))


def inline(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join(visible(element).split())


def plain(html: str) -> str:
    """A snippet of HTML as text."""
    if "<" not in html and "&" not in html:
        return collapse(html)
    data = f"<div>{html[:LONGEST]}</div>".encode("utf-8", "replace")
    # Said, not guessed: a short French text was taken for Japanese and read as nothing.
    return visible(BeautifulSoup(data, "lxml", from_encoding="utf-8"))


@dataclass(slots=True)
class _Walk:
    """Where the walk through the page is: the open blocks and the text not yet handed out."""

    root: Element
    open: list[Element] = field(default_factory=list)
    boundary: list[bool] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    links: int = 0
    outside: bool = False

    def enter(self, element: Element, layout: Collection[int]) -> Iterator[Block]:
        name = element.name
        if name == "br":
            self.parts.append("\n")
        self.links += name == "a"
        inner = self._in_row(layout) and name not in _ROWS
        bounds = element is self.root or (name in _BLOCKS and not inner)
        if bounds:
            yield from self._flush()
            self.open.append(element)
        elif name in {"td", "th"}:
            self.parts.append("\x1f")
        elif name in _BLOCKS:
            self.parts.append(" ")
        self.boundary.append(bounds)

    def leave(self, element: Element) -> Iterator[Block]:
        self.links -= element.name == "a"
        if self.boundary.pop():
            yield from self._flush()
            self.open.pop()
        elif element.name in _BLOCKS:
            self.parts.append(" ")

    def write(self, text: str) -> None:
        self.parts.append(text.replace("\n", " ").replace("\x1f", " "))
        if not self.links and any(char.isalnum() for char in text):
            self.outside = True

    def _in_row(self, layout: Collection[int]) -> bool:
        return bool(self.open) and self.open[-1].name in _ROWS and id(self.open[-1]) not in layout

    def _flush(self) -> Iterator[Block]:
        raw, self.parts = "".join(self.parts), []
        linked, self.outside = not self.outside, False
        cells = tuple(collapse(each) for each in raw.split("\x1f")[1:])
        text = ", ".join(each for each in cells if each) if cells else collapse(raw)
        if text and self.open:
            yield Block(element=self.open[-1], text=text, cells=cells, linked=linked)


_STYLE_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def _hidden(element: Element) -> bool:
    if element.name in _UNSEEN or element.has_attr("hidden"):
        return True
    return (
        attribute(element, "aria-hidden") == "true"
        or attribute(element, "role") == "navigation"
        or bool(_NAVIGATION & classes(element))
        or bool(_STYLE_HIDES.search(attribute(element, "style")[:500]))
    )


def _layout_rows(root: Element) -> set[int]:
    """Rows that hold whole blocks: they lay out the page and are no rows of a list."""
    found: set[int] = set()
    for element in root.find_all(True):  # by a list of names it takes ten times as long
        if element.name not in _BREAKS_ROW:
            continue
        here = element.parent
        for _ in range(40):
            if here is None or here is root or id(here) in found:
                break
            if here.name in _ROWS and element.name != "p":
                found.add(id(here))
            here = here.parent
    return found
