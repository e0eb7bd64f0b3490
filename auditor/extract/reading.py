"""A passage ready to be read, and what a recognizer finds in it."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from auditor.extract import plain
from auditor.extract.entities.entity import Entity
from auditor.extract.entities.find import structured
from auditor.extract.lexicon import Lexicon
from auditor.extract.names import Mention
from auditor.extract.spot import Mark, Spotted, marks
from auditor.model.fact import About, Period, Polarity, Time

_NUMBER = re.compile(r"(?:^|\s)(?!https?:|www\.)\S{0,40}?\d")
"""A digit that stands in no address of a page."""
_MAILED = re.compile(r"\w@\w")
_SPELLED = frozenset("arobase arobas arobaz arrobase point dot".split())
_PICTOGRAM = re.compile(r"[\u2190-\U0001faff]")
_ENGLISH = frozenset(
    "the and to of is in it he she his her we our me you that for was with my i'm im are this have not but at be your they what".split()
)
_FRENCH = frozenset(
    "le la les et de des un une est dans pas que qui pour je sur au avec ce mon ma mes c'est il elle du nous vous".split()
)

Named = tuple[int, int, str]
"""What a model takes for a name: where, and ``PER``, ``LOC`` or ``ORG``."""


Names = Callable[[Iterable[str]], Iterator[Sequence[Named]]]
"""Asks a model for the names in each of the texts, in order; many at once cost it half (measured)."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One passage: its text, who is named in it, who speaks."""

    text: str
    mentions: tuple[Mention, ...]
    lexicon: Lexicon
    own: bool
    """Does the owner of the account speak? Then *I* is the owner, and what has no person is theirs."""
    published_on: datetime.date | None = None
    regions: tuple[str, ...] = ("FR",)
    """Countries whose phone numbers may be written without their prefix."""
    sole: bool = False
    """Does the whole page name one person only? Then what it says without a name is about them."""

    names: Names | None = None
    """The model of names; it is asked where a cue needs a name, once."""
    asked: Sequence[Named] | None = None
    """What the model found, where it was asked already."""

    @cached_property
    def plain(self) -> str:
        """The text in plain letters, place for place."""
        return plain.plain(self.text)

    @cached_property
    def marks(self) -> Sequence[Mark]:
        """Every word of the plain text, with its place."""
        return marks(self.plain)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the plain text, and every pictogram."""
        if "œ" in self.plain or "æ" in self.plain:
            return frozenset((*plain.words(self.plain), *_PICTOGRAM.findall(self.text)))
        known = frozenset(word for word, _, _ in self.marks)
        return known if self.text.isascii() else known.union(_PICTOGRAM.findall(self.text))

    @cached_property
    def named(self) -> Sequence[Named]:
        """The names that the model finds; none where there is no model."""
        if self.asked is not None:
            return self.asked
        return next(self.names([self.text]), ()) if self.names else ()

    @cached_property
    def entities(self) -> Sequence[Entity]:
        """What is named in the passage by its form: mail, phone, address, number; nothing without a digit or a mark."""
        mailed = _MAILED.search(self.text) or not _SPELLED.isdisjoint(self.words)
        if not mailed and "#" not in self.keys:
            return ()
        return structured(self.text, regions=self.regions, lexicon=self.lexicon)

    @cached_property
    def english(self) -> bool:
        """Is it English rather than French? Told by the most usual words: .99 right on short texts (measured)."""
        return len(_ENGLISH & self.words) > len(_FRENCH & self.words)

    @cached_property
    def lowered(self) -> bool:
        """Is it written without capitals? Then a name need not have one."""
        return self.text.islower()

    @cached_property
    def shouted(self) -> bool:
        """Is it written in capitals? Then a capital says nothing."""
        return self.text.isupper()

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every word, what it begins with, and ``#`` for a number: what cues are looked up by."""
        begins = {f"{word[: plain.PREFIX]}*" for word in self.words if len(word) >= plain.PREFIX}
        return self.words | begins | ({"#"} if _NUMBER.search(self.text) else set())

    def spot(self, table: str) -> Iterator[Spotted]:
        """The phrases of a table of the lexicon in the passage: jobs, activities, objects."""
        return self.lexicon.spotters[table].spot(self.plain, self.marks)

    def named_at(self, start: int, label: str) -> int | None:
        """The end of the name of that label which the model found there."""
        return next((end for low, end, each in self.named if low == start and each == label), None)

    @property
    def peopled(self) -> bool:
        """Is there somebody that a fact of this passage could belong to?"""
        return self.own or self.sole or bool(self.mentions)

    def mention_at(self, start: int, end: int) -> Mention | None:
        """The person named in that span."""
        return next((each for each in self.mentions if each.start < end and start < each.end), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a recognizer found, before it is known whose record it belongs to."""

    kind: str
    value: str
    start: int
    end: int
    about: About = About.SUBJECT
    polarity: Polarity = Polarity.ASSERTED
    time: Time = field(default_factory=Time)
    period: Period | None = None
    person: Mention | None = None
    """Whose fact it is, where the words say so; else the nearest person, or the owner."""
    by: str = ""
    """The recognizer, where one part runs many."""
    sure: float | None = None
    """How likely it is true, where that depends on the words around; else the recognizer's figure."""
    factor: float = 1.0
    """How far what was found is what it looks like: a number whose check digits fail is less sure."""
    why: tuple[str, ...] = ()
    """The cue, the context and the checks that made it."""


Recognizer = Callable[[Reading], Iterator[Found]]
"""Reads a passage; the first line of its docstring is shown to the user."""
