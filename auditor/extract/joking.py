"""A handle or alias that an employer would not smile at: slang, flirting, drink, drugs, food."""

import re

from auditor.extract.kit import Tools
from auditor.extract.sheet import Sheet
from auditor.model.names import fold
from auditor.model.profile import Field, Profile
from auditor.model.record import Record

_SHOWN = frozenset(("username", "alias"))
_LETTERS = re.compile(r"[a-z]+")
_JOINED = 6
"""Letters from which a word is told within a longer one: “poutineexpress”, but not “Babet” by “babe”."""


def of_profile(profile: Profile, owner: Record, sheet: Sheet, tools: Tools) -> None:
    """Note each name of the account that jokes; it is seen where the name is."""
    for each in profile.fields:
        if each.name in _SHOWN and jokes(each.text, tools.lexicon.jokes):
            sheet.note(owner, "unprofessional_alias", _bare(each), sight=each.sight, by="inferred")


def jokes(name: str, words: frozenset[str]) -> bool:
    """Is a word of the list in the name, alone between other signs or within a longer word?"""
    return any(
        part in words or any(_within(word, part) for word in words)
        for part in _LETTERS.findall(fold(name))
    )


def _within(word: str, part: str) -> bool:
    return len(word) >= _JOINED and (part.startswith(word) or part.endswith(word))


def _bare(each: Field) -> str:
    return each.text.strip().lstrip("@").casefold()
