"""The text in plain letters, place for place: lower case, no accents, straight apostrophes.

Unlike `model.names.fold` it never changes the length, so a place in the plain text is a place in
the text as written: cues are searched here, quotes are cut there.
"""

import re
import unicodedata

PREFIX = 4
"""Letters of a word with any ending (``vaccin*``) by which it is looked up."""

_SIGNS = {
    **dict.fromkeys("’ʼ`´‘＇", "'"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " "),
    **dict.fromkeys("‐‑‒", "-"),
}
_WORD = re.compile(r"\w+")


class _Letters(dict[int, str]):
    """One plain letter for every letter, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = unicodedata.normalize("NFKD", letter)
        # A letter and its accents are one letter; “ﬁ” is two, and stays what it is.
        one = len(parts) == 1 or all(map(unicodedata.combining, parts[1:]))
        base = _SIGNS.get(letter) or (parts[:1] if one else letter).lower()
        self[code] = base if len(base) == 1 else letter
        return self[code]


_LETTERS = _Letters()


def plain(text: str) -> str:
    """The text in plain letters, of the same length: ``J’étais`` → ``j'etais``; ``œ`` stays."""
    return text.translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of a plain text; a ligature counts as its two letters."""
    return _WORD.findall(text.replace("œ", "oe").replace("æ", "ae"))
