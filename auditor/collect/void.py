"""Values that say there is no value: left out of what an account shows."""

import unicodedata
from dataclasses import replace

from auditor.model.names import fold
from auditor.model.profile import Profile

_WORDS = frozenset(
    ("none", "null", "nil", "nan", "undefined", "n/a", "(none)", "(null)", "[]", "{}", "unknown",
     "not specified", "unspecified", "non renseigne", "non precise", "non communique", "inconnu", "neant")
)  # fmt: skip
"""What programs write for nothing, and what forms do, in English and French."""


def without_void(profile: Profile) -> Profile:
    """The profile without the fields that hold nothing but a word for nothing, or a sign alone."""
    kept = tuple(each for each in profile.fields if not is_void(each.text))
    return profile if len(kept) == len(profile.fields) else replace(profile, fields=kept)


def is_void(text: str) -> bool:
    """Does a value say nothing?

    >>> is_void(" N/A "), is_void("@"), is_void("🦊"), is_void("None Such")
    (True, True, False, False)
    """
    bare = text.strip()
    return fold(bare) in _WORDS or all(unicodedata.category(char)[0] in "PZC" for char in bare)
