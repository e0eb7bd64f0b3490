"""JSON-LD: every block of a page parsed alone, so that a bad one takes no good one with it."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect import jsontext
from auditor.collect.pages.element import attribute
from auditor.collect.unreadable import UnreadableError
from auditor.model.names import fold

Node = dict[str, Any]
PERSON = "Person"
_ORGANISATIONS = frozenset(
    "LocalBusiness Corporation NGO MusicGroup SportsTeam SportsClub School Library Store Restaurant"
    " Project Airline Consortium CollegeOrUniversity HighSchool MiddleSchool ElementarySchool"
    " ProfessionalService GovernmentOffice Museum Hospital".split()
)
_OPENINGS = ("//", "/*", "<!--", "<![CDATA[", "*/")
_CLOSINGS = ("*/", "-->", "]]>", "//", "/*", ";")
_MOST_BLOCKS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A node, the key it stands under and the node that holds it."""

    node: Node
    key: str
    holder: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """All nodes of a page in reading order, and how many blocks could not be read."""

    entries: tuple[Entry, ...] = ()
    malformed: int = 0
    named: dict[str, Node] = field(default_factory=dict)
    """Nodes by their ``@id``, for references."""

    def of(self, *wanted: str) -> Iterator[Entry]:
        """The entries that have one of the types."""
        return (each for each in self.entries if types(each.node) & set(wanted))

    def person(self) -> Node | None:
        """Whose page it is: a profile page's main entity, a person who stands alone."""
        return next(iter(self.persons()), None)

    def persons(self) -> list[Node]:
        """All that is said of whoever's page it is: a page may say it in several ways."""
        mains = [
            main
            for page in self.of("ProfilePage", "AboutPage")
            for main in self.nodes(page.node.get("mainEntity") or page.node.get("about"))
        ]
        if mains:
            return [each for each in mains if _may_be(each, mains[0])]
        alone = [each.node for each in self.of(PERSON) if each.key in {"", "@graph"}]
        return alone if all(_may_be(each, alone[0]) for each in alone) else []

    def more(self, nodes: list[Node]) -> "Graph":
        """The graph with what the page says in other ways than JSON-LD."""
        return replace(self, entries=(*self.entries, *_entries(nodes)))

    def organisation(self) -> Node | None:
        """Whose site it is: an organisation that stands for itself, else the publisher."""
        found = [each for each in self.entries if is_organisation(each.node)]
        for key in ({"", "@graph"}, {"publisher", "isPartOf", "copyrightHolder"}):
            for each in found:
                if each.key in key:
                    return each.node
        return None

    def nodes(self, value: Any) -> list[Node]:
        """The nodes of a value; a reference by ``@id`` is followed once."""
        values = value if isinstance(value, list) else [value]
        return [self._resolved(each) for each in values if isinstance(each, dict)]

    def _resolved(self, node: Node) -> Node:
        return self.named.get(str(node["@id"]), node) if set(node) == {"@id"} else node


def read(soup: BeautifulSoup) -> Graph:
    """The graph of a page."""
    entries: list[Entry] = []
    malformed = 0
    for script in soup.find_all("script", limit=_MOST_BLOCKS):
        if not isinstance(script, Element):
            continue
        kind = attribute(script, "type").casefold().partition(";")[0].strip()
        if kind != "application/ld+json":
            continue
        try:
            found = _block(script.get_text())
        except UnreadableError:
            malformed += 1
            continue
        entries += _entries(found)
    named = {
        str(each.node["@id"]): each.node
        for each in entries
        if len(each.node) > 1 and "@id" in each.node
    }
    return Graph(entries=tuple(entries), malformed=malformed, named=named)


def _entries(found: Any) -> list[Entry]:
    return [Entry(node=node, key=key, holder=holder) for node, key, holder in jsontext.dicts(found)]


def _may_be(one: Node, other: Node) -> bool:
    """May both be one person: is one without a name, or are the names the same?"""
    names = {fold(first(each.get("name"))) for each in (one, other)} - {""}
    return len(names) <= 1


def types(node: Node) -> frozenset[str]:
    """The types of a node without their vocabulary: ``schema:Person`` → ``Person``."""
    found = node.get("@type", node.get("type"))
    names = found if isinstance(found, list) else [found]
    return frozenset(re.split(r"[/#:]", each)[-1] for each in names if isinstance(each, str))


def is_organisation(node: Node) -> bool:
    """Is the node an organisation of any kind?"""
    return any(each.endswith("Organization") or each in _ORGANISATIONS for each in types(node))


def strings(value: Any) -> list[str]:
    """The texts of a value: a string, a named node, a list of them."""
    found: list[str] = []
    waiting = [value]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting = [*each[:200], *waiting]
        elif isinstance(each, dict):
            keys = ("name", "@value", "contentUrl", "url", "@id")
            waiting.insert(0, next((each[key] for key in keys if each.get(key)), None))
        elif isinstance(each, str | int | float) and not isinstance(each, bool):
            found.append(" ".join(html.unescape(str(each)).split()))
    return [each for each in found if each]


def first(value: Any) -> str:
    """The first text of a value; empty where there is none."""
    return next(iter(strings(value)), "")


def _block(text: str) -> Any:
    """The value of a block; what is trivially wrong with it is repaired.

    Raises:
        UnreadableError: it cannot be read even so.
    """
    bare = _unwrapped(text.replace("\ufeff", ""))
    try:
        return jsontext.value(bare, lenient=True)
    except UnreadableError:
        if "&quot;" not in bare and "&#34;" not in bare and "&#x22;" not in bare:
            raise
    return jsontext.value(html.unescape(bare), lenient=True)


def _unwrapped(text: str) -> str:
    """The text without what older pages put around scripts, and without final semicolons."""
    before = None
    while text != before:
        before, text = text, text.strip()
        for mark in _OPENINGS:
            text = text.removeprefix(mark)
        for mark in _CLOSINGS:
            text = text.removesuffix(mark)
    return text
