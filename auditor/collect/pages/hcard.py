"""h-cards: people and organisations as microformats mark them, each with its element."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bs4 import Tag as Element

from auditor.collect.addresses import resolve
from auditor.collect.pages.element import classes, outermost

MOST_CARDS = 300
"""Cards read of one page: longer lists are directories, and each costs a parse."""
LONGEST = 200_000
"""Characters of a card's own markup."""
_LONGEST_NAME = 120
"""A name longer than this was implied from a whole section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One h-card: property → values as text."""

    element: Element
    properties: dict[str, tuple[str, ...]]
    nested: tuple["Card", ...] = ()

    def first(self, *names: str) -> str:
        """The first value of the first property that has one."""
        return next((self.properties[name][0] for name in names if self.properties.get(name)), "")

    @property
    def name(self) -> str:
        """The name shown, where it can be one."""
        found = self.first("name")
        return found if len(found) <= _LONGEST_NAME else ""


def is_card(element: Element) -> bool:
    """Is the element marked as an h-card (or a vcard of old)?"""
    return bool({"h-card", "vcard"} & classes(element))


def cards(root: Element, base: str | None) -> list[Card]:
    """The outermost cards below an element."""
    found = (card(each, base) for each in islice(outermost(root, is_card), MOST_CARDS))
    return [each for each in found if each is not None]


def card(element: Element, base: str | None) -> Card | None:
    """The card of an element; None where it cannot be read."""
    import mf2py

    try:
        markup = str(element)
        if len(markup) > LONGEST:
            return None
        parsed = mf2py.parse(
            doc=f"<html><body>{markup}</body></html>", url=base or "", html_parser="lxml"
        )
    except (RecursionError, ValueError, AttributeError, TypeError, KeyError, IndexError):
        # mf2py recurses with the page and trusts its addresses; a bad card is left out.
        return None
    return next(_of_items(parsed.get("items", ()), element, base), None)


def _of_items(items: Any, element: Element, base: str | None) -> Iterator[Card]:
    for item in items:
        if not isinstance(item, dict) or "h-card" not in item.get("type", ()):
            continue
        properties = item.get("properties", {})
        nested = [value for values in properties.values() for value in values]
        yield Card(
            element=element,
            properties=_flat(properties, base),
            nested=tuple(_of_items([*nested, *item.get("children", ())], element, base)),
        )


def _flat(properties: dict[str, list[Any]], base: str | None) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, values in properties.items():
        texts = [_text(each, base if name in {"url", "photo"} else None) for each in values]
        found[name] = tuple(each for each in texts if each)
    for address in (*properties.get("adr", ()), *properties.get("geo", ())):
        if isinstance(address, dict):
            for name, texts_ in _flat(address.get("properties", {}), None).items():
                found.setdefault(name, texts_)
    return found


def _text(value: Any, base: str | None) -> str:
    if isinstance(value, dict):
        named = value.get("properties", {}).get("name") if "properties" in value else None
        value = named[0] if named else value.get("value", "")
    text = " ".join(str(value).split())
    return (resolve(base, text) or text) if base else text
