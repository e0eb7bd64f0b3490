"""Words and phrases of a table, found in a passage: the longest first, without accents or case."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.extract.plain import plain

_WORD = re.compile(r"\w+")

Mark = tuple[str, int, int]
"""A word of a plain text, and where it stands."""


def marks(text: str) -> list[Mark]:
    """Every word of a plain text."""
    return [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


@dataclass(frozen=True, slots=True)
class Spotted:
    """A phrase of the table in the passage."""

    start: int
    end: int
    word: str
    """As the table has it."""
    value: str


class Spotter:
    """A table made ready for looking its phrases up by their first word."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
        for word, value in table.items():
            parts = tuple(_WORD.findall(plain(word)))
            if parts:
                self._by_first[parts[0]].append((parts, word, value))
        for each in self._by_first.values():
            each.sort(key=lambda phrase: -len(phrase[0]))

    def spot(self, text: str, marks: Sequence[Mark]) -> Iterator[Spotted]:
        """Every phrase in a plain text of those words, from left to right, without overlap."""
        done = 0
        for at, (first, start, _) in enumerate(marks):
            if at < done or first not in self._by_first:
                continue
            for parts, word, value in self._by_first[first]:
                last = at + len(parts)
                if last - at > 1 and not _follow(parts, marks[at:last], text):
                    continue
                if last <= len(marks):
                    yield Spotted(start, marks[last - 1][2], word, value)
                    done = last
                    break


def _follow(parts: Sequence[str], marks: Sequence[Mark], text: str) -> bool:
    """Are these the words, with nothing but one blank, hyphen or apostrophe between them?"""
    if [mark[0] for mark in marks] != [*parts]:
        return False
    gaps = (text[left[2] : right[1]] for left, right in itertools.pairwise(marks))
    return all(gap in {" ", "-", "'", "' ", "."} for gap in gaps)
