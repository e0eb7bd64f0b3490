"""Parts of a cue: what each matches, and the words by which it can be looked up."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from auditor.extract.plain import PREFIX, plain, words

GAPS = {"..": 3, "...": 6}
"""How many words a gap may hold."""

_LOOSE = {"'": "'? ?", "-": "[- ]?"}
_BLANK = ",? {1,3}"
"""Between two parts: blanks, and a comma or none, as people write."""
_MAYBE = " {0,3}"
_PAUSE = "[ ,]{1,3}"
_JOINED = re.compile("[œæ]|oe")
SIGN = "\u2190"
"""Signs that may stand for a word begin here: arrows, pictograms, emoji."""
_OTHER = r"[^\s.!?;:|•]{1,25}"
_OTHER_WORD = rf"{_OTHER}[ ,]{{1,3}}"
RARE = 0.5
"""Per 10,000 words: what a word counts that the table of usual words does not list."""


class Usual:
    """How usual words are, per 10,000 words of posts (`data/words/usual.tsv`)."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        self._shares = shares
        self._together: dict[frozenset[str], float] = {}

    def rarest(self, sets: Sequence[frozenset[str]]) -> frozenset[str]:
        """The words that come least often together; the first of those that tie, none of nothing."""
        return min(sets, key=self._sum) if len(sets) > 1 else sets[0] if sets else frozenset()

    def _sum(self, words: frozenset[str]) -> float:
        known = self._together.get(words)
        if known is None:
            known = self._together[words] = sum(map(self.share, words))
        return known

    def share(self, word: str) -> float:
        """How often the word comes; a beginning (``vacc*``) as often as four rare words."""
        return 4 * RARE if word.endswith("*") else self._shares.get(word, RARE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cue: its pattern, and the words to look it up by."""

    pattern: str
    triggers: frozenset[str] = frozenset()
    """One of them must occur; empty where the part has no sure word."""
    optional: bool = False
    gap: int = 0
    """Up to how many other words it stands for; 0 for a part that is no gap."""
    glued: bool = False
    """Does it follow what stands before it without a blank?"""
    needs: tuple[frozenset[str], ...] = ()
    """For each of its parts, words of which one must occur."""
    elisions: frozenset[str] = frozenset()
    """What it may end in that is written onto the next word: ``j`` of ``j'``, with or without the sign."""


def gap(mark: str) -> Piece:
    """Up to so many words of the same sentence."""
    return Piece(rf"(?:{_OTHER_WORD}){{0,{GAPS[mark]}}}", gap=GAPS[mark])


def joined(pieces: list[Piece], usual: Usual) -> Piece:
    """The pieces in a row, blanks between them; a piece that may be left out takes its blank along.

    Raises:
        ValueError: all of them may be left out.
    """
    if (
        not any(each.optional or each.gap or each.glued or each.elisions for each in pieces)
        and pieces
    ):
        return _plainly(pieces, usual)  # most: words with blanks between them
    needed = [at for at, each in enumerate(pieces) if not each.optional and not each.gap]
    if not needed:
        raise ValueError("every part may be left out")
    last = needed[-1]
    pieces = _with_elisions(pieces)
    pattern = ""
    for at, each in enumerate(pieces):
        follows = pieces[at + 1] if at + 1 < len(pieces) else None
        blank = _blank(each, follows)
        if at < last:
            pattern += f"(?:{each.pattern}{blank})?" if each.optional else each.pattern + blank
        elif at == last:
            pattern += each.pattern
        else:
            pattern += _trailing(each)
    sure = [pieces[at].triggers for at in needed if pieces[at].triggers]
    return Piece(
        pattern,
        usual.rarest(sure),
        elisions=pieces[-1].elisions,
        needs=tuple(_apart(pieces, needed)),
    )


def _plainly(pieces: Sequence[Piece], usual: Usual) -> Piece:
    """Parts that all must stand, each as words of its own."""
    sure = [each.triggers for each in pieces if each.triggers]
    pattern = _BLANK.join([each.pattern for each in pieces])
    return Piece(pattern, usual.rarest(sure), needs=tuple(sure))


def _apart(pieces: list[Piece], needed: list[int]) -> Iterator[frozenset[str]]:
    """The words of each part that stands as words of its own: not written onto its neighbour."""
    for at in needed:
        each = pieces[at]
        joined_on = at + 1 < len(pieces) and pieces[at + 1].glued
        if each.triggers and not (each.elisions or each.glued or joined_on):
            yield each.triggers


def _trailing(each: Piece) -> str:
    """A part after the last that must stand: it brings the blank before it along."""
    if each.gap:
        return rf"(?:{_PAUSE}{_OTHER}){{0,{each.gap}}}"
    return f"(?:{'' if each.glued else _BLANK}{each.pattern})?"


def _blank(each: Piece, follows: Piece | None) -> str:
    """What may stand between a piece and the next."""
    if each.gap or follows is None or follows.glued:
        return ""
    if each.elisions:
        return _MAYBE
    return _PAUSE if follows.gap else _BLANK


def _with_elisions(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those after an elision to be looked up in one word with it too: ``jhabite``."""
    found = pieces[:1]
    for before, each in pairwise(pieces):
        longer = {letters + word for letters in before.elisions for word in each.triggers}
        found.append(replace(each, triggers=each.triggers | longer) if longer else each)
    return found


@cache
def word(token: str, usual: Usual) -> Piece:
    """One word: its apostrophes and hyphens may be missing, its ending free after ``*``."""
    free = token.endswith("*")
    letters = plain(token.rstrip("*"))
    if letters.isalpha() and not free and letters != "j" and not _JOINED.search(letters):
        return Piece(letters, frozenset({letters}))  # most words
    pattern = "".join(_LOOSE.get(each) or re.escape(each) for each in letters).replace(
        "oe", "(?:oe|œ)"
    )
    parts = words(letters)
    if not parts and letters >= SIGN:
        return Piece(re.escape(letters), frozenset({letters[0]}), elisions=frozenset({""}))
    longest = min(parts, key=lambda each: (usual.share(each), -len(each)), default="")
    tries = {longest, "".join(parts)} - {""}
    if free:
        tries = {f"{each[:PREFIX]}*" for each in tries if len(each) >= PREFIX}
        pattern += r"\w{0,12}"
    elided = letters.endswith("'") or letters == "j"
    return Piece(
        pattern,
        frozenset(tries),
        elisions=frozenset({letters.rstrip("'")}) if elided else frozenset(),
    )
