"""What the papers say, as data (`reports/workshop/papers/*.yml`): French and English side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from auditor.resources.folders import folder
from auditor.resources.read import load

Said = Mapping[str, str]
"""One text per language."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A line to type, and what it does."""

    run: Said
    fr: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a section: one of these."""

    text: Said | None = None
    points: tuple[Said, ...] = ()
    steps: tuple[Said, ...] = ()
    said: tuple[Said, ...] = ()
    """To be read out."""
    commands: tuple[Command, ...] = ()
    card: tuple[Said, ...] = ()
    cut: tuple[Said, ...] = ()
    """To be cut out."""
    blanks: tuple[Said, ...] = ()
    """To be filled in by hand."""
    help: bool = False
    """Where help is: the table of `help.yml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it."""

    title: Said
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page of paper."""

    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """A paper of running text."""

    title: Said
    lead: Said
    sheets: tuple[Sheet, ...]
    sources: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Who helps with what."""

    what: Said
    who: Said
    seen: bool
    """Is it named in a source that was read? Else it is from memory, and marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """The services of a country."""

    name: Said
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Where help is."""

    countries: tuple[Country, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with its options; `answer` counts from one."""

    ask: Said
    options: tuple[Said, ...]
    answer: int
    why: Said
    source: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """The questions that go with any case."""

    title: Said
    answers_title: Said
    lead: Said
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Some minutes of a session."""

    slides: tuple[str, ...]
    """The slides that are up meanwhile: they tell how long it takes."""
    what: Said
    who: Said
    material: Said
    risk: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What happens when."""

    title: Said
    lead: Said
    columns: Mapping[str, Said]
    steps: tuple[Step, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A question to debate, and what to listen for."""

    title: Said
    text: Said
    listen: Said
    source: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate:
    """The debate cards."""

    title: Said
    lead: Said
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """That somebody was there."""

    title: Said
    says: Said
    blanks: tuple[Said, ...]
    note: Said


@cache
def content(name: str, shape: type[T]) -> T:
    """A file of the papers' content.

    Raises:
        PackError: it has faults; all of them are named.
    """
    return load(folder("reports") / "workshop" / "papers" / f"{name}.yml", shape)
