"""The words of a language, from `data/personas`: what persons are called, do, write and read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from auditor.errors import PackError
from auditor.resources.folders import folder
from auditor.resources.read import check, load, plain

_EXTENDS = {"fr-CA": "fr"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A real town; its postal code and dialling code are said, no street of it is."""

    name: str
    region: str
    postal: str
    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """A job, the heads of firms that have it, and who else works there."""

    title: str
    heads: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A part one takes in a group, who takes it, and the thing it needs."""

    part: str
    who: str
    object: str
    form: str = "ms"
    """Gender and number of the thing: ``ms``, ``fs``, ``mp``, ``fp``."""
    says_part: bool = True
    """Whether the word for who takes it tells the part: *drummer* does, *actress* does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hobby:
    """What one does with others on Tuesday evenings."""

    id: str
    time: str
    """When they meet the public: ``evening`` or ``day``."""
    heads: tuple[str, ...]
    adjectives: tuple[str, ...]
    what: str
    of: str
    """How a paper says whose members: *du groupe*, *the band*."""
    type: str
    """Its type for search engines."""
    roles: tuple[Role, ...]
    other_parts: tuple[str, ...]
    does: str
    venues: tuple[str, ...]
    events: tuple[str, ...]
    did: tuple[str, ...]
    quotes: tuple[str, ...]
    """What a member says to the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Syllables:
    """What surnames are made of, in the manner of the language."""

    starts: tuple[str, ...]
    middles: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """The money of the place, for offers."""

    code: str
    price: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All words of one language and place."""

    country: str
    months: tuple[str, ...]
    first: str
    date: str
    years: str
    currency: Currency
    phone: tuple[str, ...]
    email: str
    towns: tuple[Town, ...]
    trips: tuple[str, ...]
    tails: tuple[str, ...]
    streets: tuple[str, ...]
    school: str
    at: Mapping[str, str]
    """How one says to be at a firm or a venue, by its first word: *à la* Clinique …"""
    alias: tuple[str, ...]
    """What a handle that says nothing of the name ends in."""
    papers: tuple[str, ...]
    surnames: Syllables
    jobs: tuple[Trade, ...]
    other_jobs: tuple[str, ...]
    models: tuple[str, ...]
    hobbies: tuple[Hobby, ...]
    brands: Mapping[str, tuple[tuple[str, str], ...]]
    labels: Mapping[str, str]
    status: tuple[str, ...]
    seasons: Mapping[str, tuple[int, ...]]
    """Captions that only some months go with."""
    weekdays: Mapping[str, int]
    """Captions that only one day of the week goes with, Monday being 1."""
    phrases: Mapping[str, Any]
    clues: Mapping[str, str]
    verdicts: Mapping[str, str]
    readme: Mapping[str, str]


@cache
def language(code: str) -> Language:
    """The words of `fr`, `en` or `fr-CA`.

    Raises:
        PackError: a file of the program is not as it should be.
    """
    found, faults = check(_plain(code), Language, file=f"{code}.yml")
    if found is None:
        raise PackError("%(faults)s", faults="\n".join(map(str, faults)))
    return found


def _plain(code: str) -> dict[str, Any]:
    data, _ = plain(folder("data") / "personas" / f"{code}.yml")
    base = _EXTENDS.get(code)
    return _over(_plain(base), data) if base else data


def _over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """The words of one language where the other says nothing of its own."""
    return under | {
        key: _over(under[key], value) if key in ("labels", "phrases") else value
        for key, value in over.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What a level of hardness changes."""

    told: float
    """The chance that a page tells a clue it may leave out."""
    initials: bool
    """Whether pages write initials where they could write names."""
    decoys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hardness:
    """The levels, and what a careful reader asks of two pages."""

    levels: tuple[Level, ...]
    reading: Mapping[str, int]


@cache
def hardness() -> Hardness:
    """The levels of `--hardness` and the reader's rule of thumb."""
    return load(folder("data") / "personas" / "hardness.yml", Hardness)
