"""Text made safe and plain to read: runs collapsed, accents joined, length capped, places kept."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

LONGEST = 20_000
"""Characters of one passage that are read; measured: posts are far shorter, and tokenizing grows
faster than the text (knowledge of the trial in docs/decisions/0004)."""
LONGEST_RUN = 16
"""Repeats of one sign kept: the tokenizer is quadratic in longer runs."""

_RUN = re.compile(
    rf"(.)\1{{{LONGEST_RUN},}}|(..)\2{{{LONGEST_RUN},}}|(...)\3{{{LONGEST_RUN},}}", re.DOTALL
)
_HARD = re.compile(
    r"(?P<joined>[^\W\d_][\u0300-\u036f]{1,4})|(?P<unseen>[\u00ad\u200b-\u200f\u2060\ufe0f\ufeff])"
    r"|(?P<drawn>([a-zà-ÿ])\4{2,63})"
)
_GLUE = re.compile(r"[./@:_\d\\-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Safe:
    """The text to read, and how its places map back to the text as written."""

    text: str
    starts: tuple[tuple[int, int], ...]
    """Pairs (place in the safe text, place as written) from which both go on in step."""
    cut: bool

    def written(self, place: int) -> int:
        """The place as written of a place in the safe text."""
        ours, theirs = self.starts[max(0, bisect_right(self.starts, (place, inf)) - 1)]
        return theirs + place - ours


def safe(text: str) -> Safe:
    """Collapse runs over sixteen signs, join loose accents, shorten drawn-out words, cap the length."""
    cut = len(text) > LONGEST
    text = text[:LONGEST]
    parts: list[str] = []
    starts = [(0, 0)]
    done = length = 0
    for start, end, instead in _changes(text):
        if start < done:
            continue
        parts += text[done:start], instead
        length += start - done + len(instead)
        done = end
        starts.append((length, done))
    parts.append(text[done:])
    return Safe(text="".join(parts), starts=tuple(starts), cut=cut)


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches to be read otherwise than written: where, and what instead."""
    found = [(run.start() + LONGEST_RUN, run.end(), "") for run in _RUN.finditer(text)]
    found += [(hard.start(), hard.end(), _easy(hard, text)) for hard in _HARD.finditer(text)]
    return iter(sorted(found))


def _easy(hard: re.Match[str], text: str) -> str:
    if hard["joined"]:
        return unicodedata.normalize("NFC", hard.group())
    if hard["unseen"]:
        return ""
    # “heyyyy” is “hey”; an address, a handle or a number is left as it is.
    start = text.rfind(" ", max(0, hard.start() - 40), hard.start()) + 1
    end = text.find(" ", hard.end(), hard.end() + 40)
    word = text[start : end if end >= 0 else hard.end() + 40]
    return hard.group() if _GLUE.search(word.rstrip(".!?…,;:")) else hard.group()[0]
