"""What a trained model names, merged with what was found without one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from auditor.extract.entities.called import called
from auditor.extract.entities.entity import Entity
from auditor.extract.entities.overlap import resolved
from auditor.extract.entities.trimming import Span, trimmed
from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold

_TYPES = {"PER": "person", "LOC": "place", "ORG": "organisation"}
SURE = {"person": 0.8, "place": 0.75, "organisation": 0.65}
"""How sure a model is by type, as measured on corpora it had not seen: organisations are weakest."""
MORE_SURE = 0.1
"""What a table that knows the name adds."""
HIGHEST = 0.95
CALLED = 0.85
"""How sure a person is after a title or “my name is”."""
YIELDING = frozenset(("nationality", "title", "place"))
"""Types that give way to a name that holds them whole: the French Embassy, the University of Nice."""
LEAST = 0.35
"""How sure a name must be to take the place of a nation or a title (own choice)."""
ACRONYM = 4
"""Letters up to which capitals alone are an acronym."""
KNOWN_TOWN = 50_000
"""Inhabitants from which a town is believed in small letters, with a model's word for it (own choice)."""
_LEGAL = frozenset(
    "inc llc ltd corp corporation gmbh sarl sas plc group groupe bank banque university universite hopital hospital clinique "
    "clinic chu chru software solutions technologies systems partners investments services agency agence institute institut "
    "foundation fondation orchestra ministere ministry company compagnie consulting holdings laboratoire club".split()
)
"""Words that make a name an organisation's."""
_PREPOSITION = re.compile(
    r"(?:\b(?:in|from|to|at|near|à|a|de|en|vers|sur|au|aux)\s|[,(]\s?|\bd['’])$", re.IGNORECASE
)
_INITIALS = re.compile(r"[A-ZÀ-Ý]\.[ ]?[A-ZÀ-Ý][a-zß-öø-ÿ]+$")
_LABEL = re.compile(r"[ ]?[:=]|\)?[ ]?:")


def with_names(
    text: str, found: list[Entity], named: Iterable[tuple[Any, ...]], lexicon: Lexicon
) -> list[Entity]:
    """The entities of a text with the people, places and organisations of a model.

    Args:
        text: the text they were found in.
        found: what `find.structured` found in it.
        named: a model's spans: start, end, PER, LOC or ORG; a fourth item, where there is one, tells how
            often such a span is right.
        lexicon: the words the program knows.
    """
    model = sorted(named, key=lambda span: span[0])
    spans = trimmed(text, [(start, end, label) for start, end, label, *_ in model], lexicon)
    ground = _Ground(found)
    names = [
        _entity(text, span, lexicon, told=True) for span in called(text, found, spans, lexicon)
    ]
    starts = [span[0] for span in model]
    names.extend(
        _weighed(_entity(text, span, lexicon), model, starts)
        for span in _institutions(text, spans)
        if not _weak(text, span, lexicon)
    )
    names = [each for each in names if ground.gives(each)]
    return resolved([*(each for each in found if each.start not in ground.gone), *names])


class _Ground:
    """What was found before, by where it stands; what has given way to a name."""

    def __init__(self, found: list[Entity]) -> None:
        self._found = sorted(found, key=lambda each: each.start)
        self._starts = [each.start for each in self._found]
        self.gone: set[int] = set()

    def gives(self, name: Entity) -> bool:
        """Is there room for a name? What stands there is gone then."""
        start, end = name.start, name.end
        first = max(0, bisect_right(self._starts, start) - 1)
        there = [
            each for each in self._found[first : bisect_left(self._starts, end)] if each.end > start
        ]
        free = all(name.score >= LEAST and _yields(each, start, end) for each in there)
        self.gone |= {each.start for each in there} if free else set()
        return free


def _weighed(each: Entity, model: list[tuple[Any, ...]], starts: list[int]) -> Entity:
    """The entity as sure as the model says that such spans are."""
    first = max(0, bisect_right(starts, each.start) - 1)
    shares = [
        more[0]
        for _, end, _, *more in model[first : bisect_left(starts, each.end)]
        if more and more[0] is not None and end > each.start
    ]
    if not shares:
        return each
    told = MORE_SURE if each.why in {"gazetteer", "given"} else 0.0
    return replace(each, score=round(min(HIGHEST, max(shares) + told), 2))


def _institutions(text: str, spans: list[Span]) -> list[Span]:
    """“Hôpital” and the name behind it are one organisation."""
    joined: list[Span] = []
    for start, end, label in spans:
        if joined and text[joined[-1][1] : start] in {" ", " - "} and joined[-1][2] == "ORG":
            first = fold(text[joined[-1][0] : joined[-1][1]]).split(" ")[0]
            if first in _LEGAL:
                joined[-1] = (joined[-1][0], end, "ORG")
                continue
        joined.append((start, end, label))
    return joined


def _weak(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Is it an everyday word, a field's name, or letters that no name consists of?"""
    start, end, label = span
    words = text[start:end]
    folded = fold(words)
    parts = re.findall(r"[^\W\d_]+", folded)
    if sum(map(len, parts)) < 2 or "@" in words or "://" in words:  # noqa: PLR2004
        return True
    if all(part in lexicon.ordinary for part in parts):
        return lexicon.place(words) is None or label != "LOC"
    if words.isupper() and len(words) <= ACRONYM and _acronym(text, end, folded, label, lexicon):
        return True
    digits = any(map(str.isdigit, words))
    if digits and (label == "PER" or (label == "LOC" and words.isupper())):
        return True
    if not words.islower():
        return False
    told = label != "LOC" or _PREPOSITION.search(text, max(0, start - 12), start) is not None
    return not (told and _listed(folded, label, lexicon))


def _acronym(text: str, end: int, folded: str, label: str, lexicon: Lexicon) -> bool:
    """Are these capitals no name: of a person or a town, or the name of a field: “IPP: 12”?"""
    if label == "PER":
        return len(folded) < ACRONYM
    if label == "ORG":
        return _LABEL.match(text, end) is not None
    return not _listed(folded, label, lexicon) and folded not in {
        "uk",
        "usa",
        "us",
        "eu",
        "ue",
        "uae",
        "nyc",
    }


def _listed(folded: str, label: str, lexicon: Lexicon) -> bool:
    """Do the tables know the name? In small letters only these are believed."""
    if label == "PER":
        return re.split(r"[ -]", folded)[0] in lexicon.given
    town = lexicon.place(folded)
    return folded in lexicon.countries or (town is not None and town.population >= KNOWN_TOWN)


def _yields(each: Entity, start: int, end: int) -> bool:
    """Does it give way to a name from `start` to `end`?"""
    within = start <= each.start and each.end <= end
    return each.type in YIELDING and within and (start, end) != (each.start, each.end)


def _entity(text: str, span: Span, lexicon: Lexicon, *, told: bool = False) -> Entity:
    start, end, label = span
    words = re.sub(r"\s+", " ", text[start:end])
    kind, value, why = ("person", fold(words), "told") if told else _typed(words, label, lexicon)
    return Entity(
        type=kind,
        start=start,
        end=end,
        value=value,
        score=_score(words, kind, why),
        valid=None,
        by="called" if told else "model",
        why=why,
    )


def _score(words: str, kind: str, why: str) -> float:
    if why == "told":
        return CALLED
    score = SURE[kind] + (MORE_SURE if why in {"gazetteer", "given"} else 0.0)
    if words.islower() or (kind == "organisation" and words.isupper() and len(words) <= ACRONYM):
        score -= 0.2
    return round(score, 2)


def _typed(words: str, label: str, lexicon: Lexicon) -> tuple[str, str, str]:
    """The type of a name, its normal form, what told it: the tables correct the model."""
    folded = fold(words)
    country = lexicon.countries.get(folded)
    if country and label != "PER":
        return "place", fold(country), "gazetteer"
    place = lexicon.place(words)
    if place and label == "LOC":
        return "place", fold(place.name), "gazetteer"
    parts = re.split(r"[ .,-]+", folded)
    if label != "PER" and _INITIALS.match(words):
        return "person", folded, "initial"
    if not _LEGAL.isdisjoint(parts) and len(parts) > 1:
        return "organisation", folded, "word"
    given = len(parts) > 1 and parts[0] in lexicon.given and parts[0] not in lexicon.ordinary
    if given and label != "ORG":
        return "person", folded, "given"
    return _TYPES.get(label, "organisation"), folded, label
