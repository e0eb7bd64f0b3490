"""Handles: how they are read, how surprising they are, what years their endings may mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.names import fold

OLDEST, YOUNGEST = 1930, 2015
"""Years of birth that a two-digit ending may mean: of people who hold an account now."""
_SIGNS = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t"}
LEAST = 4
"""Letters from which a handle says anything of a name."""
MAILS = ("email_personal", "email_work")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handle:
    """A handle, or the part of a mail address before the @, as it is compared."""

    text: str
    """Folded, with its separators: what must be equal for two handles to be one."""
    letters: str
    """Without separators and the number at the end, digits read as the letters they stand for."""
    words: tuple[str, ...]
    """The same, cut at the separators."""
    digits: str
    fact: Fact
    mail: str = ""
    """The whole address where it is one."""


@once
def handles(side: Side, weights: Weights) -> Sequence[Handle]:
    """What a side is called where it chose the letters itself."""
    roles = weights.words.get("role_mailboxes", ())
    found = [handle(fact.value, fact) for fact in side.of("username")]
    for fact in side.of(*MAILS):
        local = fold(fact.value.partition("@")[0]).partition("+")[0]
        if local not in roles and "*" not in local:
            found.append(handle(local, fact, mail=fold(fact.value)))
    return [each for each in found if each.text]


def handle(written: str, fact: Fact, *, mail: str = "") -> Handle:
    """One handle, read."""
    text = fold(written).strip().lstrip("@")
    body, digits = _ending(text)
    words = tuple(filter(None, (_read(each) for each in re.split(r"[^a-z0-9]+", body))))
    return Handle(
        text=text, letters="".join(words), words=words, digits=digits, fact=fact, mail=mail
    )


def _ending(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"(.*?[a-z].*?)[^a-z0-9]*(\d*)", text)
    return (found[1], found[2]) if found else (text, "")


def _read(word: str) -> str:
    """Digits between letters read as letters: ``l0ic`` → ``loic``; other digits are left out."""
    read = re.sub(r"(?<=[a-z])[013457](?=[a-z])", lambda sign: _SIGNS[sign[0]], word)
    return re.sub(r"\d", "", read)


def skeleton(written: str) -> str:
    """The handle without separators: ``loic_tr`` → ``loictr``."""
    return re.sub(r"[^a-z0-9]", "", fold(written))


def birth_suffix(written: str) -> frozenset[int]:
    """The years of birth that the number at the end of a handle may mean: ``loic80`` → 1980.

    Evidence for a year and never against one: ``59`` may as well be a French department, a lucky number or a
    town. Where both sides have the same handle its number is counted in the handle already.
    """
    _, digits = _ending(fold(written).strip())
    if len(digits) == 4:  # noqa: PLR2004
        years = [int(digits)]
    elif len(digits) == 2:  # noqa: PLR2004
        years = [1900 + int(digits), 2000 + int(digits)]
    else:
        years = []
    return frozenset(year for year in years if OLDEST <= year <= YOUNGEST)


def surprise(one: Handle, tables: Tables) -> float:
    """Bits of the handle: the fewer people would hit on it, the more (a model of signs, see `link/signs.py`)."""
    return tables.signs.bits(one.text)


def variant(one: Handle, other: Handle) -> bool:
    """Are they one handle written with other separators or another number: ``loic_tr`` and ``loictr``?"""
    return one.letters == other.letters and len(one.letters) >= LEAST
