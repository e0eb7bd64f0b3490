"""The blocks of a page that is nobody's account, and the people it sets out with structure."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag as Element

from auditor.collect.addresses import resolve
from auditor.collect.dates import day, span
from auditor.collect.labels import kind
from auditor.collect.pages.element import attribute
from auditor.collect.pages.hcard import Card
from auditor.collect.pages.jsonld import PERSON, first
from auditor.collect.pages.person import of_card, of_node
from auditor.collect.pages.profile import with_years
from auditor.collect.pages.text import Block, blocks
from auditor.collect.pages.view import Pair, View
from auditor.collect.sight import sight
from auditor.model.names import fold
from auditor.model.profile import Field, Person, Post

MOST = 2000
"""Blocks that are read, as entries of a feed: a page of a list shows 20 to 200 people, and each costs
the later stages 2 ms (tests/hostile/table.py)."""
_NAMED = frozenset({"full_name", "alias", "first_name"})
_FEWEST = 2
"""Rows under a header of names that make a list of people."""


@dataclass(slots=True, kw_only=True)
class Listing:
    """Blocks in order and the people they show."""

    posts: list[Post] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    cut: bool = False
    """Does the page have more blocks than are read?"""


def listing(view: View) -> Listing:
    """Everything a page says, block by block; rows of lists are numbered over the whole page."""
    made = Listing()
    cards = {id(each.element): each for each in view.cards}
    found = [
        each
        for each in blocks(view.document.soup)
        if not each.menu or _cards_of(each.element, cards)
    ]
    made.cut = len(found) > MOST
    found = found[:MOST]
    headers = _headers(found)
    placed: set[int] = set()
    row = number = 0
    for block in found:
        if block.row and id(block.element) in headers.own:
            continue
        row, number = row + block.row, number + (not block.row)
        post = _post(f"row-{row}" if block.row else f"block-{number}", block, view)
        made.posts.append(post)
        inside = [
            card for card in _cards_of(block.element, cards) if id(card.element) not in placed
        ]
        placed |= {id(card.element) for card in inside}
        pairs = headers.pairs(block) if block.row else []
        made.people += _people(inside, pairs, post, row if block.row else None, view)
    unplaced = [each for each in view.cards if id(each.element) not in placed]
    made.people += _people(unplaced, [], None, None, view)
    made.people += _described(view, made)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Headers:
    """Which rows head a table, and what the columns below them hold."""

    own: frozenset[int]
    columns: dict[int, tuple[str, ...]]
    """Table → label of each column."""

    def pairs(self, block: Block) -> list[Pair]:
        """The cells of a row of a list of people as kinds and texts."""
        labels = self.columns.get(id(block.element.find_parent("table")), ())
        kinds = (kind(label) or f"label:{label}" for label in labels)
        return _joined([(n, text) for n, text in zip(kinds, block.cells, strict=False) if text])


def _joined(pairs: list[Pair]) -> list[Pair]:
    """First name and surname of two columns as one name."""
    named = dict(pairs)
    given, surname = named.get("first_name"), named.get("full_name")
    if not given or not surname or " " in surname:
        return pairs
    return [(name, f"{given} {surname}" if name == "full_name" else text) for name, text in pairs]


def _headers(found: list[Block]) -> _Headers:
    own: set[int] = set()
    columns: dict[int, tuple[str, ...]] = {}
    for block in found:
        table = block.element.find_parent("table") if block.element.name == "tr" else None
        if table is None or block.element.find("td") is not None or len(block.cells) < _FEWEST:
            continue
        own.add(id(block.element))
        if any(kind(label) in _NAMED for label in block.cells):
            columns.setdefault(id(table), block.cells)
    return _Headers(own=frozenset(own), columns=columns)


def _post(name: str, block: Block, view: View) -> Post:
    times = [each for each in block.element.find_all("time") if each.has_attr("datetime")]
    own = times[0] if len(times) == 1 and not block.heading else None
    return Post(
        id=name,
        text=block.text,
        sight=sight("posts", view.context),
        published_on=day(attribute(own, "datetime")) if isinstance(own, Element) else None,
    )


def _cards_of(element: Element, cards: dict[int, Card]) -> list[Card]:
    """The cards in the element, or that hold it."""
    if not cards:
        return []
    found = [cards[id(each)] for each in element.find_all(True) if id(each) in cards]
    here: Element | None = element
    for _ in range(60):
        if here is None:
            break
        if id(here) in cards:
            found.append(cards[id(here)])
        here = here.parent
    return found


def _people(
    cards: list[Card], pairs: list[Pair], post: Post | None, row: int | None, view: View
) -> Iterator[Person]:
    if not cards and any(name in _NAMED for name, _ in pairs):
        yield _person(pairs, view, post, row)
    for number, card in enumerate(cards):
        own = pairs if number == 0 and len(cards) == 1 else []
        own = [*of_card(card), *(each for each in own if not each[0].startswith("label:"))]
        if any(name in _NAMED for name, _ in own):
            yield _person(own, view, post, row, resolve(view.document.base, card.first("url")))


def _person(
    pairs: list[Pair], view: View, post: Post | None, row: int | None, url: str | None = None
) -> Person:
    years = next((span(text) for name, text in pairs if name == "school_year"), None)
    fields: tuple[Field, ...] = view.fields(each for each in pairs if each[0] != "school_year")
    return Person(
        fields=tuple(with_years(each, years) for each in fields),
        row=row,
        post=post.id if post else None,
        url=url,
    )


def _described(view: View, made: Listing) -> list[Person]:
    """Persons of the page's JSON-LD whom no card or row has, beside the block that names them."""
    known = {fold(each.text) for one in made.people for each in one.fields}
    found: list[Person] = []
    for entry in view.graph.of(PERSON):
        name = first(entry.node.get("name"))
        if not name or fold(name) in known:
            continue
        known.add(fold(name))
        post = next((each for each in made.posts if name in each.text), None)
        url = resolve(view.document.base, first(entry.node.get("url")))
        found.append(_person(list(of_node(entry.node)), view, post, None, url))
    return found
