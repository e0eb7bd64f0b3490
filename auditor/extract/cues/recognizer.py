"""What a file of `rules/recognizers/` holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from auditor.extract.cues.phrase import Phrase
from auditor.model.fact import About


class Anchor(StrEnum):
    """How far the words around a cue must show that the author speaks of themself."""

    CUE = "cue"
    """The cue itself does: “j'habite”, “my boss”."""
    SELF = "self"
    """The nearest person before or in the cue must be the author: “(je) bosse chez”."""
    BIO = "bio"
    """The author, or nobody at all, as bios and captions are written: “infirmière, Nantes”."""
    ANY = "any"
    """Whoever speaks: the words alone tell."""


class Asked(StrEnum):
    """What a question, a wish, a condition or a denial around a cue makes of it."""

    DROPPED = "dropped"
    KEPT = "kept"
    """Said all the same: “anyone awake? I'm home alone”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """How often a finding is true, and where that is known from."""

    value: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A text in which the recognizer must find something."""

    text: str
    value: str | None = None
    """What it must find, folded; left out, anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file as it stands."""

    id: str
    kind: str
    reads: Mapping[str, str]
    """What it answers, in each language: shown to the user."""
    confidence: Sure
    cues: Mapping[str, tuple[str, ...]]
    """Per language, as `phrase` reads them."""
    anchor: Anchor = Anchor.CUE
    about: About = About.SUBJECT
    value: str | None = None
    """The fact's value where the words themselves are none: “declared”."""
    table: str | None = None
    """A table of the lexicon whose word for it is the value: “ma basse” is ``bass``."""
    unless: tuple[str, ...] = ()
    """Cues that turn the sentence into something else."""
    when: tuple[str, ...] = ()
    """Cues of which one must stand in the passage too."""
    questions: Asked = Asked.DROPPED
    denials: Asked = Asked.DROPPED
    """A denial around a cue that takes the thing for granted: “I didn't see my husband today”."""
    once: bool = False
    """Is it a whole statement, of which one passage makes one?"""
    adverts: bool = False
    """Is it read in advertisements and automatic posts too?"""
    finds: tuple[Find, ...] = ()
    ignores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRecognizer:
    """A file made ready: its cues as patterns."""

    written: Written
    cues: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]
    when: tuple[Phrase, ...]
