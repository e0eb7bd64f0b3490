"""The text in plain letters, with the place of each in the text as written.

Lower case, no accents, ligatures opened, hidden signs left out: a word is found however it was
typed, composed or not, with or without accents; what is masked is cut from the text as written.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_SIGNS = {
    **dict.fromkeys("’ʼ`´‘＇", "'"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\v\f", " "),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("œŒ", "oe"),
    **dict.fromkeys("æÆ", "ae"),
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "\x00": "",
}
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
"""Accents that stand alone, and signs nobody sees: both may part a word that is one to its reader."""
_UNWRITTEN = ("Cc", "Cs")


class _Letters(dict[str, str]):
    """The plain letters of a letter, worked out when it is first met."""

    def __missing__(self, letter: str) -> str:
        self[letter] = _plain(letter)
        return self[letter]


def _plain(letter: str) -> str:
    if letter in _SIGNS:
        return _SIGNS[letter]
    if letter == "\n" or unicodedata.category(letter) not in {*_UNSEEN, *_UNWRITTEN}:
        parts = unicodedata.normalize("NFKD", letter.casefold())
        return "".join(_SIGNS.get(each, each) for each in parts if not unicodedata.combining(each))
    return ""


_LETTERS = _Letters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text and its plain letters."""

    written: str
    text: str
    at: Sequence[int]
    """Where each plain letter begins in the text as written, and where that ends."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The places as written of a stretch of plain letters."""
        return self.at[start], self.at[end]

    def quote(self, start: int, end: int) -> str:
        """A stretch as it is written."""
        return self.written[self.at[start] : self.at[end]]

    def place(self, written: int) -> int:
        """The first plain letter that begins there or later."""
        return bisect_left(self.at, written)


def plain(text: str) -> Plain:
    """The text in plain letters."""
    if text.isascii() and text.isprintable():
        return Plain(written=text, text=text.lower(), at=range(len(text) + 1))
    letters, at = [], []
    for place, letter in enumerate(text):
        found = _LETTERS[letter]
        letters.append(found)
        at.extend([place] * len(found))
    return Plain(written=text, text="".join(letters), at=[*at, len(text)])
