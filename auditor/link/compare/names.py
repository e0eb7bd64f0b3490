"""How much two bare names say that they are one person's: word by word, in any order and any script.

`identity` compares people whose pages say which word is the surname; this compares names as they come. Each
word of one name is laid beside the word of the other that it fits best. What fits counts for as many bits
as the word is rare; what fits nearly, for less; a word on each side that fits nothing speaks against.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from auditor.link.compare.parse import GENERATIONS, HONOURS, TITLES
from auditor.link.compare.spelling import PARTICLES, bare, latin, sound, spellings, unvowelled
from auditor.link.weights import Tables

MOST, FEWEST = 14.0, 4.0
"""Bits that one word may count: an unknown one may be as common as the rarest of the tables, and the most
common names still tell one person in some twenty (frequency tables, see DATA.md)."""
AGAINST = 12.0
"""Bits against, where each side has a word that fits none of the other's (as `given_differs`)."""
RELATED = 6.0
"""Bits that the words which do fit count for then: brothers share all of a name but one word, however long. Half
of `AGAINST`, so that a word on each side that fits nothing never leaves anything in favour."""
EXTRA, ONLY = 2.0, 5.0
"""Bits against for a word that one side leaves out: little for a middle name, more where one word is left."""
SLIP = 3.0
"""How fast a word loses its bits: nothing is left when a third of its letters differ."""
KNOWN = 0.5
"""What of that stays where both are names that people bear: ``Marie`` and ``Maria`` are seldom a slip."""
ONE = 0.4
"""What stays at least for one wrong letter in a word of three or more, by far the usual slip (Damerau 1964)."""
INITIAL = 3.0
"""Bits of an initial: the letters that names begin with carry some four, the same ones often."""
LONG = 8
"""Letters from which the same letters in another order are no accident."""
SOUNDING, BONES, CALLED = 0.9, 0.8, 0.7
"""Shares of a word's bits that stay: spelt as it sounds, without vowels, by a nickname."""
_WORD = re.compile(r"[^\W\d_](?:[\w’'`]|\u0301)*")
_APART = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a name."""

    text: str
    spelt: frozenset[str]
    bits: float
    known: bool
    """Is it a name of the tables?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A bare name: its words without titles and particles, and the generation it says."""

    words: tuple[Word, ...]
    order: tuple[str, ...]
    """Its words in alphabetical order."""
    generation: str = ""


def names_score(left: str, right: str, tables: Tables) -> float:
    """Bits for (above 0) or against two bare names being one person's; the same whichever comes first."""
    return score(read(left, tables), read(right, tables), tables)


def read(name: str, tables: Tables) -> Bare:
    """A name made ready to be compared with many."""
    found = [each for each in _split(name) if each[0] not in TITLES and each[0] not in HONOURS]
    last = found[-1][0] if len(found) > 2 else ""  # noqa: PLR2004
    generation = GENERATIONS.get(last, "")
    words = found[:-1] if generation else found
    read_ = tuple(_words(words, tables))
    return Bare(
        words=read_,
        order=tuple(sorted(each.text for each in read_)),
        generation=generation,
    )


def _words(found: Sequence[tuple[str, str]], tables: Tables) -> Iterator[Word]:
    """The words that tell; a particle stays as another spelling of the word it stands before."""
    before = ""
    for at, (plain, raw) in enumerate(found):
        if plain in PARTICLES and at < len(found) - 1:
            before += plain
        else:
            yield _word(plain, raw, before, tables)
            before = ""


def _split(name: str) -> Iterator[tuple[str, str]]:
    """The words, folded and in Latin letters, and as written; of syllable scripts the given name is one word."""
    for raw in _WORD.findall(name):
        plain = re.sub(r"[’'`]", "", latin(raw))
        if _APART.search(raw) and " " in plain:
            first, rest = plain.split(" ", 1)
            yield from ((first, first), (rest.replace(" ", ""), rest))
        elif plain:
            yield plain.replace(" ", ""), raw


def _word(text: str, raw: str, before: str, tables: Tables) -> Word:
    share = max(tables.given.get(text, 0.0), tables.surnames.get(text, 0.0))
    bits = -math.log2(share) if share else MOST
    return Word(
        text=text,
        spelt=spellings(raw) | {text, before + text},
        bits=INITIAL if len(text) == 1 else min(MOST, max(FEWEST, bits)),
        known=bool(share),
    )


def score(one: Bare, other: Bare, tables: Tables) -> float:
    """The bits of two names already read."""
    if not one.words or not other.words:
        return 0.0
    if one.order > other.order:
        one, other = other, one  # where two pairs fit equally well, the same is laid first
    words, others = _mended(one.words, other.words), _mended(other.words, one.words)
    bits, here, there = _laid(words, others, tables)
    bits, there, here = _run(bits, here, there)
    bits, here, there = _run(bits, there, here)
    if here and there and _shuffled(here, there):
        bits += min(sum(each.bits for each in side) for side in (here, there))
        here, there = (), ()
    against = min(len(here), len(there))
    if against:
        bits = min(bits, RELATED) - AGAINST * _apart(here, there)
    matched = min(max(len(words), len(others)) - max(len(here), len(there)), len(words))
    bits -= (EXTRA if matched > 1 else ONLY) * (max(len(here), len(there)) - against)
    if one.generation and other.generation and one.generation != other.generation:
        bits -= AGAINST
    return bits


def _apart(here: Sequence[Word], there: Sequence[Word]) -> float:
    """How many words of each side fit nothing; one that is half like another counts three quarters."""
    shorter, longer = sorted((here, there), key=len)
    return sum(1 - max(_likeness(one.text, other.text) for other in longer) / 2 for one in shorter)


def _likeness(left: str, right: str) -> float:
    return float(OSA.normalized_similarity(sound(left), sound(right)))


def _mended(words: Sequence[Word], others: Sequence[Word]) -> Sequence[Word]:
    """Words that were cut in two made whole where the other name writes them so: ``Tré hardel``."""
    whole = {spelt: each for each in others for spelt in each.spelt}
    found: list[Word] = []
    for word in words:
        joined = found[-1].text + word.text if found else ""
        if joined in whole:
            found[-1] = whole[joined]
        else:
            found.append(word)
    return found


def _run(
    bits: float, here: Sequence[Word], there: Sequence[Word]
) -> tuple[float, Sequence[Word], Sequence[Word]]:
    """A word of initials stands for the words that begin so: ``JC`` for ``Jean-Claude``."""
    for word in here:
        initials = "".join(each.text[0] for each in there)
        at = initials.find(word.text)
        if 1 < len(word.text) <= len(there) and at >= 0:
            rest = [*there[:at], *there[at + len(word.text) :]]
            return (
                bits + INITIAL * len(word.text),
                rest,
                [each for each in here if each is not word],
            )
    return bits, there, here


def _shuffled(here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Are the words that are left made of the same letters: cut elsewhere, joined or turned round?"""
    one, other = ("".join(each.text for each in side) for side in (here, there))
    return len(one) >= LONG and sorted(one) == sorted(other)


def _laid(
    one: Sequence[Word], other: Sequence[Word], tables: Tables
) -> tuple[float, Sequence[Word], Sequence[Word]]:
    """The bits of the words that fit, the best pair first; and what is left on each side."""
    fits = sorted(
        (
            (-bits, left.text, right.text, at, to)
            for at, left in enumerate(one)
            for to, right in enumerate(other)
            if (bits := fit(left, right, tables)) > 0
        ),
    )
    total, here, there = 0.0, set(range(len(one))), set(range(len(other)))
    for bits, _, _, at, to in fits:
        if at in here and to in there:
            total -= bits
            here.discard(at)
            there.discard(to)
    return total, [one[at] for at in sorted(here)], [other[at] for at in sorted(there)]


def fit(left: Word, right: Word, tables: Tables) -> float:
    """The bits of one word beside another; 0 where they do not fit."""
    least = min(left.bits, right.bits)
    if not left.spelt.isdisjoint(right.spelt):
        return least
    if len(left.text) == 1 or len(right.text) == 1:
        return least if left.text[0] == right.text[0] else 0.0
    return least * _kept(left, right, tables)


def _kept(left: Word, right: Word, tables: Tables) -> float:
    """The share of a word's bits that stays where it is not spelt alike."""
    if sound(left.text) == sound(right.text):
        return SOUNDING
    if (unvowelled(left.text) or unvowelled(right.text)) and bare(left.text) == bare(right.text):
        return BONES
    if _called(left.text, tables) & _called(right.text, tables):
        return CALLED
    return _slipped(left.text, right.text, known=left.known and right.known)


def _called(word: str, tables: Tables) -> frozenset[str]:
    return tables.nicknames.get(word) or frozenset({word})


@lru_cache(8192)
def _slipped(left: str, right: str, *, known: bool) -> float:
    longest = max(len(left), len(right))
    distance = OSA.distance(left, right, score_cutoff=longest // 3 or 1)
    kept = (1.0 - SLIP * distance / longest) * (KNOWN if known else 1.0)
    return max(kept, ONE if distance == 1 and longest > 2 else 0.0)  # noqa: PLR2004
