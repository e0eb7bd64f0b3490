"""A text as the recognizers see it: its words and marks, looked up once, decide who reads it."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from auditor.extract.entities.entity import Entity
from auditor.extract.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
_DIGIT = re.compile(r"\d")
NEAR = 40
"""Letters before a thing in which a cue for it is looked for: some six words (own choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One text, its folded words, how many digits it holds."""

    text: str
    words: frozenset[str]
    digits: int
    regions: tuple[str, ...]
    lexicon: Lexicon

    def before(self, at: int, length: int = NEAR) -> str:
        """The letters that stand before a thing."""
        return self.text[max(0, at - length) : at]

    def after(self, at: int, length: int = NEAR) -> str:
        """The letters that follow a thing."""
        return self.text[at : at + length]


Recognizer = Callable[[Sight], Iterator[Entity]]
"""Reads a text; the first line of its docstring is shown to the user."""


def sight(text: str, regions: tuple[str, ...], lexicon: Lexicon) -> Sight:
    """The text made ready."""
    return Sight(
        text=text,
        words=folded_words(text),
        digits=len(_DIGIT.findall(text)),
        regions=regions,
        lexicon=lexicon,
    )


def folded_words(text: str) -> frozenset[str]:
    """The words of a text in the form in which they are compared."""
    if text.isascii():
        return frozenset(_WORD.findall(text.lower()))
    # As `fold` does, with the accents taken away in one go: this runs on every text.
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    return frozenset(_WORD.findall(_ACCENTS.sub("", plain)))
