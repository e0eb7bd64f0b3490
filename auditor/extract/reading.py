"""A passage ready to be read, and what a recognizer finds in it."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.extract.lexicon import Lexicon
from auditor.extract.names import Mention
from auditor.model.fact import About, Period, Polarity, Time

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One passage: its text, its tokens, who is named in it, who speaks."""

    text: str
    doc: "Doc"
    mentions: tuple[Mention, ...]
    lexicon: Lexicon
    own: bool
    """Does the owner of the account speak? Then *I* is the owner, and what has no person is theirs."""
    published_on: datetime.date | None = None
    regions: tuple[str, ...] = ("FR",)
    """Countries whose phone numbers may be written without their prefix."""
    sole: bool = False
    """Does the whole page name one person only? Then what it says without a name is about them."""

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


Recognizer = Callable[[Reading], Iterator[Found]]
"""Reads a passage; the first line of its docstring is shown to the user."""
