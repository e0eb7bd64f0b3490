"""One written name into its parts: given name, surname, generation; titles and asides taken off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.link.compare.spelling import PARTICLES, latin, spellings, surnames
from auditor.link.weights import Tables

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]|(?<=\w)\u0301)*(?:\*+|\.(?!\w))?")
_ASIDE = re.compile(
    r"\s*[,(]?\s*\b(?:née?|nee|born|geb(?:\.|orene)?|épouse|ép\.|épse|veuve|vve|dite?|aka|alias)\s+",
    re.IGNORECASE,
)
"""Before another name of the same person: born, married or called."""
TITLES = frozenset(
    "mr mrs ms miss mme mlle mm dr doc prof professeur professor maitre sir dame lord lady herr frau"
    " dott ing sr. don dona senor senora senhor rev reverend fr. pr pere sœur soeur sheikh cheikh hadj"
    " hajj imam rabbi rabbin".split()
)
"""Titles in front of a name; ``M.`` is one only where a whole name follows it."""
GENERATIONS = {
    **dict.fromkeys(("jr", "junior", "fils", "ii", "2nd"), "2"),
    **dict.fromkeys(("sr", "senior", "pere", "i"), "1"),
    **dict.fromkeys(("iii", "3rd"), "3"),
    **dict.fromkeys(("iv", "4th"), "4"),
}
"""What follows a name and tells a father from his son."""
HONOURS = frozenset("phd md msc bsc esq mba cpa rn dds obe mbe cbe kc qc".split())
_SYLLABLES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts in which the surname stands first, usually of one syllable."""
_WHOLE = 3
"""Words from which ``M. Loïc Tréhardel`` shows a title and not an initial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A name cut into its parts, folded and in Latin letters; what is not shown is empty."""

    given: str = ""
    surname: str = ""
    """Its words apart by a space."""
    givens: frozenset[str] = frozenset()
    """Every spelling of the given name, joined."""
    surnames: frozenset[str] = frozenset()
    generation: str = ""
    likely: bool = False
    """Is one of them a name that people bear?"""


def parts(name: str, tables: Tables) -> Iterator[Parts]:
    """The name, and each other name given in an aside: ``Rachel Hale, née Okwuosa``."""
    first, *others = _ASIDE.split(name)
    known = _cut(first, tables)
    yield known
    for each in others:
        other = _cut(each, tables)
        if bool(other.surname) != bool(other.given):
            other = _with_given(known, each, tables)
        yield other


def _with_given(known: Parts, surname: str, tables: Tables) -> Parts:
    """The given name of one name with a surname given apart."""
    words = _words(surname)
    return _made(known.given, known.givens, [each for each, _ in words], known.generation, tables)


def married(known: Parts, surname: str, tables: Tables) -> Parts:
    """The same person under another surname."""
    return _with_given(known, surname, tables)


def _words(text: str) -> list[tuple[str, str]]:
    """The words of a name: as written, and folded without the marks of an abbreviation."""
    found = ((each, _plain(each)) for each in _WORD.findall(text))
    return [(raw, plain) for raw, plain in found if plain]


def _plain(word: str) -> str:
    folded = latin(word.rstrip("*.")).replace(" ", "")
    # What is masked after more than an initial stays a beginning: ``Ma***``.
    return folded + "*" if word.endswith("*") and len(folded) > 1 else folded


def _cut(name: str, tables: Tables) -> Parts:
    words, generation = _trimmed(_words(name))
    if not words:
        return Parts()
    if len(words) == 1:
        return _single(words[0], tables)
    at, given_last = _border(words, name, tables)
    given, surname = (words[at:], words[:at]) if given_last else (words[:at], words[at:])
    first = _first(given, tables)
    return _made(
        latin(first).rstrip("."), spellings(first), [raw for raw, _ in surname], generation, tables
    )


def _single(word: tuple[str, str], tables: Tables) -> Parts:
    raw, plain = word
    if _SYLLABLES.search(raw):
        syllables = latin(raw).split()
        given = "".join(syllables[1:])
        return _made(given, frozenset({given} - {""}), syllables[:1], "", tables)
    if is_given(plain, tables) or len(plain) == 1:
        return Parts(given=plain, givens=spellings(raw), likely=True)
    return _made("", frozenset(), [raw], "", tables)


def _trimmed(words: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], str]:
    """Without titles and honours; what tells a generation apart."""
    generation = ""
    while len(words) > 1 and (words[0][1] in TITLES or _is_mister(words)):
        words = words[1:]
    while len(words) > 2 and words[-1][1] in HONOURS | GENERATIONS.keys():  # noqa: PLR2004
        generation = GENERATIONS.get(words[-1][1], generation)
        words = words[:-1]
    return words, generation


def _is_mister(words: Sequence[tuple[str, str]]) -> bool:
    titled = words[0][0] in {"M.", "Me"} and len(words) >= _WHOLE
    return titled and len(words[1][1]) > 1 and words[1][1] not in PARTICLES


def _border(words: Sequence[tuple[str, str]], name: str, tables: Tables) -> tuple[int, bool]:
    """Where one part ends and the other begins, and whether the given name comes last."""
    plain = [each for _, each in words]
    last = _surname_first(words, name, tables)
    if last:
        return last, True
    at = 1
    while at < len(plain) - 1 and plain[at] not in PARTICLES and _goes_on(plain, at, tables):
        at += 1
    return at, False


def _goes_on(plain: Sequence[str], at: int, tables: Tables) -> bool:
    """Is the word one more given name, or the initial of one?"""
    return is_given(plain[at], tables) or len(plain[at]) == 1 < len(plain[at + 1])


def _surname_first(words: Sequence[tuple[str, str]], name: str, tables: Tables) -> int:
    """How many words the surname takes where it stands first; 0 where it does not."""
    before, comma, after = name.partition(",")
    if comma and _words(after) and len(_words(before)) < len(words):
        return len(_words(before))
    leading = _in_capitals([raw for raw, plain in words if len(plain) > 1])
    if leading and len(words[leading - 1][1]) > 1:
        return leading
    if _SYLLABLES.search(words[0][0]):
        return 1
    first, end = words[0][1], words[-1][1]
    turned = not is_given(first, tables) and len(first) > 1 and is_given(end, tables)
    return len(words) - 1 if turned and len(end) > 1 else 0


def _in_capitals(words: Sequence[str]) -> int:
    """How many words stand in capitals before others that do not: ``DESROSIERS LEMELIN Maïka``."""
    capitals = [each.isupper() for each in words]
    leading = capitals.index(False) if False in capitals else 0
    return 0 if any(capitals[leading:]) else leading


def _first(given: Sequence[tuple[str, str]], tables: Tables) -> str:
    """The given name one is called by: the first, or the first two where they make one."""
    plain = [each for _, each in given]
    if len(plain) > 1 and "-".join(plain[:2]) in tables.given:
        return f"{given[0][0]}-{given[1][0]}"
    return given[0][0] if not given[0][0].endswith("*") else plain[0]


def _made(
    given: str, givens: frozenset[str], raw: Sequence[str], generation: str, tables: Tables
) -> Parts:
    words = [part for each in raw for part in re.split(r"-+", each) if part]
    plain = [_plain(each) for each in words]
    surname = " ".join(each for each in plain if each)
    return Parts(
        given=given.replace(" ", ""),
        surname=surname,
        givens=frozenset(each for each in givens if len(each) > 1) or frozenset({given} - {""}),
        surnames=surnames(tuple(words)) if len(surname) > 1 else frozenset({surname} - {""}),
        generation=generation,
        likely=len(given) == 1 or is_given(given, tables) or _is_surname(plain, tables),
    )


def is_given(word: str, tables: Tables) -> bool:
    """Is it a given name that people bear?"""
    return word in tables.given or word.split("-", maxsplit=1)[0] in tables.given


def _is_surname(words: Sequence[str], tables: Tables) -> bool:
    return " ".join(words) in tables.surnames or (len(words) == 1 and words[0] in tables.surnames)
