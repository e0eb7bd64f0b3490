"""The forms in which names are compared: folded letters, slugs."""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "’": "'"}
)

SHORT = 60
"""Signs up to which a text may be a name, whose folded form is kept."""


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened: ``Élœ`` → ``eloe``."""
    if text.isascii():  # nine words in ten: nothing to take off
        return text.lower()
    return _known(text) if len(text) <= SHORT else _plain(text)


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(char for char in plain if not unicodedata.combining(char))


_known = lru_cache(1 << 13)(_plain)
"""Names come again and again, in every view of a case."""


def slug(text: str) -> str:
    """The name as a part of a record's id: ``Loïc T.`` → ``loic-t``."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-") or "unnamed"
