"""Data that a page carries for its own scripts, read as structured data of the page (`rules/saved.yml`)."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect import jsontext
from auditor.collect.dates import span
from auditor.collect.pages import saved
from auditor.collect.pages.element import attribute
from auditor.collect.pages.jsonld import PERSON, Node
from auditor.collect.pages.saved import Into, Part, State
from auditor.collect.unreadable import UnreadableError

MOST_POSTS = 2000
LONGEST = 2_000_000
"""Characters of a script: as much as of a page is read."""
_DATED = frozenset({"datePublished", "dateCreated"})
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?")
_MILLI = 10**11
"""Seconds that are no date of a post any more (year 5138): the number is of milliseconds."""
_WORDS = 8
"""Words of a text that says since when an account exists."""
_OPENING = "{"


def read(soup: BeautifulSoup) -> list[Node]:
    """Profile pages, offers and posts, as JSON-LD would give them; none where the page has no data known."""
    scripts = [(each, each.get_text()) for each in soup.find_all("script")]
    found: list[Node] = []
    for state in saved.states().values():
        data = next(filter(None, (_data(*each, state) for each in scripts)), None)
        if data is not None:
            found += _nodes(data, state)
    return found


def _data(script: Element, text: str, state: State) -> Node | None:
    """The state in a script element; None where it is another's."""
    if len(text) > LONGEST or (state.id is not None and attribute(script, "id") != state.id):
        return None
    start = _start(text, state)
    if start < 0 or (state.needs is not None and f'"{state.needs}"' not in text):
        return None
    try:
        found, _ = jsontext.first(text, start)
    except UnreadableError:
        return None
    return found if isinstance(found, dict) else None


def _start(text: str, state: State) -> int:
    """Where the object begins: at the first brace, or at the one that is put in the variable."""
    if state.variable is None:
        return text.find(_OPENING)
    found = re.search(rf"(?<![\w$]){re.escape(state.variable)}[\"']?\s*\]?\s*[=:]\s*(?=\{{)", text)
    return found.end() if found else -1


def _nodes(data: Node, state: State) -> Iterator[Node]:
    objects = [
        ({"": data}, "", data),
        *((None, key, node) for node, key, _ in jsontext.dicts(data)),
    ]
    under: dict[str, list[Node]] = {}
    for _, key, node in objects:
        under.setdefault(key, []).append(node)
    person = _person(state.person, under)
    if person:
        yield _page(person)
    if state.offer is not None:
        yield from _offer(state.offer, under)
    for part in state.posts:
        for node in under.get(part.under, ())[:MOST_POSTS]:
            post = _filled(part.fields, node)
            if post:
                yield {"@type": "SocialMediaPosting", **post, **_address(part, node)}


def _page(person: Node) -> Node:
    """Whose page it is, and since when the account exists."""
    created = person.pop("dateCreated", None)
    return {
        "@type": "ProfilePage",
        "mainEntity": {"@type": PERSON, **person},
        **({"dateCreated": created} if created else {}),
    }


def _person(parts: Iterable[Part], under: dict[str, list[Node]]) -> Node:
    """The first object of each part that says anything; what was said first stays."""
    found: Node = {}
    for part in parts:
        filled = next(
            filter(None, (_filled(part.fields, n) for n in under.get(part.under, ()))), {}
        )
        for name, value in filled.items():
            _add(found, name, value)
    return found


def _offer(offer: saved.Offer, under: dict[str, list[Node]]) -> Iterator[Node]:
    for node in under.get(offer.under, ())[:1]:
        filled = _filled(offer.fields, node)
        inside: dict[str, list[Node]] = {}
        for each, key, _ in jsontext.dicts(node):
            inside.setdefault(key, []).append(each)
        if filled:
            seller = {"@type": PERSON, **_person(offer.seller, inside)}
            yield {"@type": "Offer", **filled, "seller": seller}


def _filled(fields: dict[str, Into], node: Node) -> Node:
    found: Node = {}
    for key, into in fields.items():
        text = into.of(_text(node.get(key)).strip())
        if into.as_ in _DATED:
            text = _day(text)
        if text:
            _add(found, into.as_, text)
    return found


def _add(node: Node, name: str, value: Any) -> None:
    """One value, or a list of them."""
    kept = [*_listed(node.get(name)), *_listed(value)]
    values = [each for at, each in enumerate(kept) if each not in kept[:at]]
    node[name] = values[0] if len(values) == 1 else values


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    """A text as scripts hold it: plain, a number, or pieces of a title."""
    if isinstance(value, dict):
        pieces = value.get("runs")
        if isinstance(pieces, list):
            return "".join(_text(each) for each in pieces[:50])
        keys = ("simpleText", "text", "content", "_content")
        return _text(next((value[key] for key in keys if value.get(key)), ""))
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, str | int) else ""


def _day(text: str) -> str:
    """The day of a moment in any of the ways that scripts hold it; empty where it is none."""
    if _EPOCH.fullmatch(text):
        seconds = int(text) if int(text) < _MILLI else int(text) / 1000
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    words = text.split()[:_WORDS]  # “Actif depuis le 17 mars 2009”, “Joined Mar 17, 2009”
    spans = (span(" ".join(words[at:])) for at in range(len(words)))
    found = next(filter(None, spans), None)
    return found[0].isoformat() if found and found[0] == found[1] else ""


def _address(part: Part, node: Node) -> Node:
    if part.url is None:
        return {}
    names = re.findall(r"\{(\w+)\}", part.url)
    texts = {name: _text(node.get(name)) for name in names}
    return {"url": part.url.format(**texts)} if all(texts.values()) else {}
