"""What is known of the pages of networks that give no export (`rules/saved.yml`)."""

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from auditor.errors import PackError
from auditor.resources.folders import folder
from auditor.resources.read import plain


class Into(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a value becomes: a property of schema.org, its text or the part that matches."""

    as_: str = msgspec.field(name="as")
    match: str | None = None
    attribute: str | None = None
    """The attribute of an element that holds the text, where its text does not."""

    def of(self, text: str) -> str:
        """The text, or its first group; empty where it does not match."""
        if self.match is None:
            return text
        found = re.search(self.match, text)
        return found[1] if found else ""


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An object of a page's data, by the key it stands under; an empty key is the data itself."""

    under: str
    fields: dict[str, Into]
    url: str | None = None
    """The address of a post, made from its fields: ``…/watch?v={videoId}``."""


class Offer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An advertisement, and who offers it."""

    under: str
    fields: dict[str, Into]
    seller: tuple[Part, ...] = ()


class State(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Data that a page holds for its own scripts."""

    source: str
    id: str | None = None
    variable: str | None = None
    needs: str | None = None
    """A key that tells the data from those of other sites that call theirs the same."""
    person: tuple[Part, ...] = ()
    posts: tuple[Part, ...] = ()
    offer: Offer | None = None


class Marks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Classes of elements that hold a profile."""

    source: str
    sign: tuple[str, ...]
    person: dict[str, Into]
    post: str | None = None
    text: str | None = None


class Saved(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything of `saved.yml`, by network."""

    states: dict[str, State]
    marks: dict[str, Marks]


@cache
def known() -> Saved:
    """The table.

    Raises:
        PackError: the file is missing or has faults.
    """
    path = folder("rules") / "saved.yml"
    found, _ = plain(path)
    try:
        return msgspec.convert(found, Saved)
    except msgspec.ValidationError as fault:
        raise PackError("%(file)s: %(fault)s", file=path.name, fault=fault) from None


def states() -> Mapping[str, State]:
    """Network → the data its pages hold."""
    return known().states


@cache
def posts() -> frozenset[str]:
    """The classes of elements that show a post each."""
    return frozenset(each.post for each in known().marks.values() if each.post)


@cache
def texts() -> tuple[str, ...]:
    """The classes of what such a post says."""
    return tuple(each.text for each in known().marks.values() if each.text)


def marks() -> Mapping[str, Marks]:
    """Network → the classes its pages have."""
    return known().marks
