"""Persons named in a text: full, shortened, with initials, masked, surname first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold

_WORD = re.compile(r"(?<!\w)[^\W\d_][\w’'-]*(?:\*{2,}|\.(?=\s|$|,|;|\)))?")
_INITIAL = re.compile(r"^([A-ZÀ-Ý])(?:-[A-ZÀ-Ý])?(?:\.|\*{2,})?$")
_PARTICLES = frozenset("de du des d' la le van von der den el al ben bin o' mc di da dos".split())
_NOT_AFTER = frozenset(
    fold(word)
    for word in (
        "rue avenue boulevard bd place allée chemin impasse quai square pont saint sainte st ste "
        "lycée collège école stade salle église parc clinique hôpital prix street road station "
        "rue-de fête coupe opération cyclone ouragan"
    ).split()
)
"""A given name after one of these names a place, not a person."""

_BORN = frozenset({"ne", "nee"})
"""“Née Okwuosa” tells a birth name; nobody is called Née."""

LONGEST = 4
"""Words after the given name: two surnames and their particles."""
LARGE_TOWN = 50_000
"""Inhabitants from which “de” and a town's name tell where someone is from (own choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person named in a text."""

    start: int
    end: int
    text: str
    given: str
    """The given name, or its initial; empty where only a surname is known."""
    surname: str
    """The surname, its initial, or empty."""

    @property
    def bare(self) -> bool:
        """Is it a given name alone?"""
        return not self.surname

    @property
    def whole(self) -> bool:
        """Are both names written out?"""
        written = (self.given, *self.surname.split())
        return len(self.given.rstrip(".*")) > 1 and any(
            len(part.rstrip(".*")) > 1 for part in written[1:]
        )


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() and len(self.text.rstrip(".*'’")) > 1

    @property
    def initial(self) -> bool:
        return bool(_INITIAL.match(self.text)) or self.text.endswith("**")


def mentions(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Every person named, from left to right, without overlap."""
    words = [_trimmed(match) for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        length = _person(words, at, text, lexicon)
        if length:
            run = words[at : at + length]
            yield _mention(run, text, lexicon)
        at += length or 1


def with_model(
    found: Iterable[Mention], named: Sequence[tuple[int, int, str]], text: str, lexicon: Lexicon
) -> Iterator[Mention]:
    """The persons of the grammar, and those that only the model knows, from left to right."""
    ours = list(found)
    yield from sorted(
        [*ours, *_only_of_model(ours, named, text, lexicon)], key=lambda each: each.start
    )


def _only_of_model(
    ours: Sequence[Mention], named: Sequence[tuple[int, int, str]], text: str, lexicon: Lexicon
) -> Iterator[Mention]:
    for start, end, label in named:
        words = text[start:end]
        clear = not any(each.start < end and start < each.end for each in ours)
        # A model takes shouting, handles and everyday words for names: a written name has a capital and no sign.
        if label == "PER" and clear and _plausible(words, lexicon):
            person = parse(words, lexicon)
            yield replace(person, start=start, end=end)


def _plausible(words: str, lexicon: Lexicon) -> bool:
    parts = words.split()
    return (
        all(part[:1].isupper() or fold(part) in _PARTICLES for part in parts)
        and not any(fold(part) in lexicon.ordinary or fold(part) in _BORN for part in parts)
        and words.replace(" ", "").replace("-", "").replace("'", "").replace("’", "").isalpha()
    )


def parse(name: str, lexicon: Lexicon) -> Mention:
    """The parts of a name that a field gives whole: ``DESROSIERS Maïka``, ``Loïc T.``."""
    words = [_trimmed(match) for match in _WORD.finditer(name)]
    if not words:
        return Mention(start=0, end=len(name), text=name, given="", surname="")
    return _mention(words, name, lexicon)


def _trimmed(match: re.Match[str]) -> _Word:
    """The word without the full stop that ends a sentence; an initial keeps its own."""
    text = match.group()
    if text.endswith(".") and not _INITIAL.match(text):
        text = text[:-1]
    return _Word(match.start(), match.start() + len(text), text)


def _person(words: Sequence[_Word], at: int, text: str, lexicon: Lexicon) -> int:
    """How many words from `at` name a person; 0 for none."""
    first = words[at]
    if not first.text[:1].isupper():
        return 0  # most words: neither a name, nor an initial, nor a surname in capitals
    if fold(first.text) in _BORN or (at and fold(words[at - 1].text) in _NOT_AFTER):
        return 0
    if _given(first, lexicon):
        tail = _tail(words, at + 1, text, lexicon)
        return 1 + tail if tail or _alone(first, lexicon) else 0
    if first.initial and _touches(words, at, text) and _surname(words[at + 1], lexicon):
        return 2
    return _surname_first(words, at, text, lexicon)


def _tail(words: Sequence[_Word], at: int, text: str, lexicon: Lexicon) -> int:
    """How many words after a given name belong to the name."""
    end = at
    while end < len(words) and _touches(words, end - 1, text) and end - at < LONGEST:
        word = words[end]
        if word.initial:
            return end - at + 1
        after = end + _particles(words, end, text)
        if after >= len(words) or not words[after].capital:
            break
        # After a particle even an everyday word is a surname: “de la Fontaine”.
        if after == end and not _surname(words[after], lexicon):
            break
        if after == end + 1 and _of_town(word, words[after], lexicon):
            break
        end = after + 1
    return end - at


def _particles(words: Sequence[_Word], at: int, text: str) -> int:
    """How many words from `at` are particles: “de la”."""
    end = at
    while (
        end < len(words) - 1 and fold(words[end].text) in _PARTICLES and _touches(words, end, text)
    ):
        end += 1
    return end - at


def _of_town(particle: _Word, word: _Word, lexicon: Lexicon) -> bool:
    """“Loïc de Nantes” lives there; “Jean de Fontaine” is called so."""
    place = lexicon.place(word.text)
    return fold(particle.text) == "de" and place is not None and place.population >= LARGE_TOWN


def _surname_first(words: Sequence[_Word], at: int, text: str, lexicon: Lexicon) -> int:
    """``DESROSIERS LEMELIN Maïka``: capitals, then a given name."""
    end = at
    capitals = words[at : at + LONGEST]
    while end - at < len(capitals) and words[end].text.isupper() and len(words[end].text) > 1:
        end += 1
        if end < len(words) and not _touches(words, end - 1, text):
            return 0
    if end == at or end >= len(words):
        return 0
    last = words[end]
    return end - at + 1 if _given(last, lexicon) and not last.text.isupper() else 0


def _given(word: _Word, lexicon: Lexicon) -> bool:
    if not word.capital:
        return False
    folded = fold(word.text)
    if folded.startswith(("saint-", "sainte-")):
        return False  # a town, a parish or a hospital
    return folded in lexicon.given or (
        all(part in lexicon.given for part in folded.split("-") if "-" in folded) and "-" in folded
    )


def _alone(word: _Word, lexicon: Lexicon) -> bool:
    folded = fold(word.text)
    return folded not in lexicon.ordinary and not lexicon.place(word.text) and len(folded) > 2  # noqa: PLR2004


def _surname(word: _Word, lexicon: Lexicon) -> bool:
    return word.capital and fold(word.text) not in lexicon.ordinary


def _touches(words: Sequence[_Word], at: int, text: str) -> bool:
    """Does only one blank (or an elision) stand between this word and the next?"""
    if at + 1 >= len(words):
        return False
    return text[words[at].end : words[at + 1].start] in {" ", "\u00a0", "", " d'", " d’"}


def _mention(run: Sequence[_Word], text: str, lexicon: Lexicon) -> Mention:
    texts = [word.text for word in run]
    start, end = run[0].start, run[-1].end
    if len(texts) > 1 and not _given(run[0], lexicon) and _given(run[-1], lexicon):
        given, surname = texts[-1], " ".join(texts[:-1])
    else:
        cut = 1
        while cut < len(texts) - 1 and fold(texts[cut]) in lexicon.given:
            cut += 1
        given, surname = " ".join(texts[:cut]), " ".join(texts[cut:])
    return Mention(start=start, end=end, text=text[start:end], given=given, surname=surname)
