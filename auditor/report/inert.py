"""Text written by others, made harmless to show: nothing invisible, nothing that turns the line around.

Direction overrides, zero-width signs, control characters and broken code points are replaced by
their names in brackets, so that a reader sees that something was hidden there.
"""

import re
import unicodedata

LONGEST = 320
"""Characters of a quote that are shown; the JSON result keeps the whole."""

_NAMES = {
    "\u061c": "ALM",
    "\u00ad": "SHY",
    "\u180e": "MVS",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2028": "LINE",
    "\u2029": "PARAGRAPH",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
_NO_BREAK = re.compile("[\u00a0\u202f]")
_JOINERS = "\u200c\u200d"
_LATIN_ENDS = 0x0600
"""Joiners are spelling in the scripts that begin here, and in emoji; among Latin letters they hide."""


def visible(text: str) -> str:
    """The text with every hidden sign named: ``gnp.exe⟦RLO⟧``; line breaks become spaces."""
    if _NO_BREAK.sub(
        " ", text
    ).isprintable():  # nearly every text; its signs are all shown as they are
        return text
    return "".join(_shown(char, text[at - 1 : at]) for at, char in enumerate(text))


def shorten(text: str, mark: str, longest: int = LONGEST) -> str:
    """The beginning of a long text, and the word that says it was cut."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()}… [{mark}]"


def _shown(char: str, before: str) -> str:
    if char in "\n\t\r":
        return " "
    if char in _JOINERS and before and _joins(before):
        return char
    if char in _NAMES:
        return f"⟦{_NAMES[char]}⟧"
    if unicodedata.category(char) in {"Cc", "Cs", "Cf", "Co", "Cn"}:
        return f"⟦U+{ord(char):04X}⟧"
    return char


def _joins(before: str) -> bool:
    return ord(before) >= _LATIN_ENDS or unicodedata.category(before) in {"So", "Sk"}
