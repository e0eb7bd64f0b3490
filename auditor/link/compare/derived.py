"""What of a name a handle is made of, told from the name or from the handle alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.link.compare.forms import Form
from auditor.link.compare.handles import LEAST, Handle
from auditor.link.compare.parse import is_given
from auditor.link.weights import Tables

_AFFIXES = (
    "the",
    "real",
    "iam",
    "its",
    "mr",
    "mrs",
    "miss",
    "official",
    "officiel",
    "off",
    "tv",
    "fr",
    "uk",
    "qc",
)
"""What people put before or after their name where it is taken."""
_TELLING = 3
"""Letters of one name part that a handle shows before it is said to be made of it."""
_INITIALS = 2
"""Letters after a given name that are read as initials."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What of a name a handle shows."""

    given: str
    surname: tuple[str, ...]
    share: float
    """How many people bear a name that begins so."""


def shown(one: Handle, form: Form, tables: Tables) -> Shown | None:
    """What of the name the handle is made of, in any order and cut anywhere; None where it is of something else."""
    givens = [each.rstrip("*") for each in form.given.split("-") if each]
    words = [*givens, *(each.rstrip("*") for each in form.surname.split())]
    if not words or len(one.letters) < LEAST:
        return None
    part = [
        len(each) == 1 or each.endswith("*")
        for each in (*form.given.split("-"), *form.surname.split())
    ]
    for letters in _readings(one):
        if letters[0] not in {each[0] for each in words if each}:
            continue
        cuts = _cuts(letters, tuple(words), tuple(part))
        if cuts is not None and _told(cuts, words, part):
            # Of an initial or a mask no more is known than it shows, whatever follows in the handle.
            cuts = tuple(
                word if start and cut else cut
                for cut, word, start in zip(cuts, words, part, strict=True)
            )
            return _shown(cuts[: len(givens)], cuts[len(givens) :], words, tables)
    return _abbreviated(one, form, tables)


def _told(cuts: Sequence[str], words: Sequence[str], part: Sequence[bool]) -> bool:
    """Does the handle show enough of a word that the name writes out?

    After an initial anything may follow: then the word must stand there whole, or ``ste|phanie`` would be
    made of “Stéphanie P.”
    """
    parts = list(zip(cuts, words, part, strict=True))
    open_ = any(start and len(cut) > len(word) for cut, word, start in parts)
    return any(
        len(cut) > 1 and len(cut) >= (len(word) if open_ else min(_TELLING, len(word)))
        for cut, word, start in parts
        if not start
    )


def _abbreviated(one: Handle, form: Form, tables: Tables) -> Shown | None:
    """The given name and a surname cut short: ``inescb`` of Inès Castelbourg."""
    given, surname = form.given.replace("-", ""), form.surname.replace(" ", "")
    rest = one.letters.removeprefix(given)
    if len(given) < _TELLING or rest in {"", one.letters} or rest[0] != surname[:1]:
        return None
    if not _runs_through(rest, surname):
        return None
    share = tables.given_share(form.given) * tables.surname_share(rest[0])
    return Shown(given=given, surname=(rest,), share=share)


def _readings(one: Handle) -> Iterator[str]:
    """The letters as they are, then without what people add to a name that is taken."""
    yield one.letters
    once = list(_trimmed(one.letters))
    yield from once
    for each in once:
        yield from _trimmed(each)
    if len(one.words) > 2:  # noqa: PLR2004
        for at in range(len(one.words)):
            rest = "".join(one.words[:at] + one.words[at + 1 :])
            if len(rest) >= LEAST:
                yield rest


def spelt(one: Handle, tables: Tables) -> Shown | None:
    """The name that a handle spells by itself: a given name, alone or before a surname or initials."""
    found = blind(one, tables)
    if found is None:
        return None
    given, rest = found
    if rest and rest not in tables.surnames and len(rest) > _INITIALS:
        return None
    begun = max(tables.surname_starts.share(rest), tables.surname_floor) if rest else 1.0
    return Shown(
        given=given, surname=(rest,) if rest else (), share=tables.given_share(given) * begun
    )


def _trimmed(letters: str) -> Iterator[str]:
    for word in _AFFIXES:
        for rest in (letters.removeprefix(word), letters.removesuffix(word)):
            if LEAST <= len(rest) < len(letters):
                yield rest


def _cuts(letters: str, words: tuple[str, ...], part: tuple[bool, ...]) -> tuple[str, ...] | None:
    """The start of each word that the letters are made of, each word used once at most; longest first."""
    if not letters:
        return ("",) * len(words)
    for at, word in enumerate(words):
        if word and letters[0] == word[0]:
            left = (*words[:at], "", *words[at + 1 :])
            for length in range(_common(letters, word, part[at]), 0, -1):
                rest = _cuts(letters[length:], left, part)
                if rest is not None:
                    return (*rest[:at], letters[:length], *rest[at + 1 :])
    return None


def _common(letters: str, word: str, is_start: bool) -> int:
    """Letters that both begin with; after an initial or a mask anything may follow."""
    length = 0
    while length < min(len(letters), len(word)) and letters[length] == word[length]:
        length += 1
    return len(letters) if is_start and length == len(word) else length


def _shown(
    given: tuple[str, ...], surname: tuple[str, ...], words: list[str], tables: Tables
) -> Shown:
    first = next((each for each in given if each), "")
    share = 1.0
    if first:
        whole = first in words and len(first) > 1
        share = tables.given_share(first) if whole or len(first) == 1 else _begun(first, tables)
    for each in filter(None, surname):
        begun = tables.surname_share(each) if each in words and len(each) > 1 else 0.0
        share *= max(begun, tables.surname_starts.share(each), tables.surname_floor)
    return Shown(given=first, surname=tuple(filter(None, surname)), share=max(share, 1e-9))


def _begun(start: str, tables: Tables) -> float:
    return max(tables.given_starts.share(start), tables.given_floor)


def blind(one: Handle, tables: Tables) -> tuple[str, str] | None:
    """Given name and rest that a handle shows by itself: ``ines.castelb`` → ``ines``, ``castelb``."""
    if len(one.words) > 1 and len(one.words[0]) >= _TELLING and is_given(one.words[0], tables):
        return one.words[0], "".join(one.words[1:])
    for length in range(len(one.letters), _TELLING - 1, -1):
        if one.letters[:length] in tables.given:
            return one.letters[:length], one.letters[length:]
    return None


def akin(one: Handle, other: Handle, tables: Tables) -> float | None:
    """The share of people whose handle would be as near: made of the same given name and the start of a surname.

    ``ines.castelb`` and ``inescb59`` show Inès and C…b…; None where they are not so made.
    """
    here, there = blind(one, tables), blind(other, tables)
    if here is None or there is None or here[0] != there[0]:
        return None
    short, long = sorted((here[1], there[1]), key=len)
    if not short or short[0] != long[0] or not _runs_through(short, long):
        return None
    together = 1
    while together < len(short) and short[together] == long[together]:
        together += 1
    begun = max(tables.surname_starts.share(short[:together]), tables.surname_floor)
    return max(tables.given_share(here[0]) * begun, 1e-9)


def _runs_through(short: str, long: str) -> bool:
    """Do the letters of one stand in the other in the same order?"""
    rest = iter(long)
    return all(letter in rest for letter in short)
