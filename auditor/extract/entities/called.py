"""People that a title or the words before them name, whatever a model thought of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from auditor.extract.entities.entity import Entity
from auditor.extract.entities.trimming import Span
from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold

_CAP = r"[A-ZÀ-ÝĀ-Ž](?:[^\W\d_]|[’'-]){1,30}(?![\d_])"
_PARTICLE = r"(?:de|du|des|de la|d['’]|le|la|van|von|der|den|al|el|ben|bin|da|dos|di)"
_FIRST = r"(?:de|du|des|van|von|der|den|al|el|ben|bin|da|dos|di)"
"""Particles that a surname begins with; “Madame la” begins an office."""
_NAME = re.compile(
    rf"[ \t]{{1,2}}(?P<name>(?:(?:[A-ZÀ-Ý]|Ph|Ch|Th)\.?(?:[ -][A-ZÀ-Ý]\.?)?[ -]){{0,2}}(?:{_FIRST}[ ])?"
    rf"{_CAP}(?:(?:[ ](?:{_PARTICLE}[ ])?|-){_CAP}){{0,3}})"
)
_TOLD = re.compile(
    rf"(?:(?i:my name is|name['’]?s|je m['’]appelle|m['’]appelle|je suis moi,|i am called|they call me)[ ]"
    rf"|(?:^|\n|[|,;]|[.!?][ ])[ \t]{{0,4}}(?i:full name|name|last name|surname|nom|pr[ée]nom|nom et pr[ée]nom|nom complet"
    rf"|patiente?|p[èe]re|m[èe]re)[ ]?:[ \t]{{0,6}})"
    rf"(?P<name>(?:[A-ZÀ-Ý]\.?[ ])?{_CAP}(?:[ ](?:[A-ZÀ-Ý]\.?[ ])?(?:{_PARTICLE}[ ])?{_CAP}){{0,3}})"
)
_TOLD_WORDS = re.compile(r"(?i:name|appelle|called|call me|nom|pr[ée]nom|patient|p[èe]re|m[èe]re)")
_BEFORE_NAMES = frozenset("mr mrs ms miss mx dr prof me sir rev".split())
"""Titles that a name follows; “Lady” and “Judge” begin other things too."""


def called(
    text: str, found: Iterable[Entity], named: Iterable[Span], lexicon: Lexicon
) -> Iterator[Span]:
    """Persons after a title or after words that announce a name."""
    people = sorted(span for span in named if span[2] == "PER")
    for each in found:
        if each.type == "title" and each.value in _BEFORE_NAMES:
            match = _NAME.match(text, each.end)
            if match:
                yield _known(text, match.start("name"), match.end("name"), people, lexicon)
    if _TOLD_WORDS.search(text):
        for match in _TOLD.finditer(text):
            start, end, label = _known(
                text, match.start("name"), match.end("name"), people, lexicon
            )
            if fold(text[start:end]) not in lexicon.ordinary:
                yield start, end, label


def _known(text: str, start: int, end: int, people: list[Span], lexicon: Lexicon) -> Span:
    """The name up to where a model ends it, or to the first everyday word."""
    within = people[bisect_left(people, (start,)) : bisect_left(people, (end,))]
    ends = [stop for _, stop, _ in within]
    if ends and _goes_on(text, max(ends), end):
        return start, max(ends), "PER"
    for word in re.finditer(r"[^\W\d_][\w’'-]*", text[start:end]):
        if word.start() and fold(word.group()) in lexicon.ordinary:
            return start, start + len(text[start : start + word.start()].rstrip(" -")), "PER"
    return start, end, "PER"


def _goes_on(text: str, model: int, name: int) -> bool:
    """Does a model's name end where the name ends, or with a word that no surname begins behind?"""
    rest = text[model:name].strip()
    surname = rest.isupper() or re.match(_PARTICLE + r"[ ]", rest, re.IGNORECASE) is not None
    return not (rest and surname)
