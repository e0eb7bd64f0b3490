"""The forms in which names are compared: folded letters, slugs."""

import re
import unicodedata

_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "’": "'"}
)


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened: ``Élœ`` → ``eloe``."""
    if text.isascii():  # nine words in ten: nothing to take off
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(char for char in plain if not unicodedata.combining(char))


def slug(text: str) -> str:
    """The name as a part of a record's id: ``Loïc T.`` → ``loic-t``."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-") or "unnamed"
