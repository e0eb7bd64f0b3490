"""Countries, and towns after a word that asks for one: what needs no trained model."""

import re
from collections.abc import Iterator

from auditor.extract.entities.codes import TOWN
from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight
from auditor.extract.lexicon import SHORT
from auditor.model.names import fold

_CUE = re.compile(
    r"(?<![\w’'-])(?i:in|from|to|near|around|visit(?:ed|ing)?|leaving|at|à|vers|pr[èe]s de|depuis|direction|sur|en|au|aux|du|pour"
    r"|de|d['’])"
    r"(?:\s|(?<=['’]))(?=[A-ZÀ-Ý])"
)
_STRONG = re.compile(
    r"(?<!\w)(?P<cue>j['’]?(?:\s)?habite|habit(?:e|es|ons|ent|ant|ait|ais)|je vis|on vit|n[ée]e? |r[ée]sid\w{1,4}|install[ée]e?s?"
    r"|d[ée]m[ée]nag\w{1,3}|"
    r"live[sd]?|living|born|based|moved|moving|grew up|raised)\s?(?:(?:now|depuis \w+|maintenant|toujours)\s)?(?:à|a|in|to|near"
    r"|au|aux|en|sur|pr[èe]s de)\s"
    r"(?P<name>[^\W\d_][\w’'-]{1,30}(?:[ -][^\W\d_][\w’'-]{0,30}){0,3})",
    re.IGNORECASE,
)
STRONG_WORDS = frozenset(
    "habite habitons habitent habitais habitait vis vit ne nee reside residant installe installee demenage live lives "
    "lived living born based moved moving grew raised".split()
)
_SEVERAL = frozenset(
    "united south north new czech costa saudi sri royaume etats afrique arabie coree nouvelle pays republique burkina "
    "cote hong bosnie papua dominican republic states kingdom".split()
)
POPULOUS = 15_000
"""Inhabitants from which a town is believed after “in” or “à” (own choice)."""
LARGE = 100_000
"""Inhabitants from which it is believed after “de”, which says much else."""


def place(sight: Sight) -> Iterator[Entity]:
    """A country, or a town after “in”, “from”, “à”, “j'habite à”."""
    for match in _CUE.finditer(sight.text):
        least = (
            LARGE
            if fold(match.group().strip()) in {"de", "d'", "en", "du", "sur", "pour"}
            else POPULOUS
        )
        yield from _town(sight, match.end(), least)
    if not sight.words.isdisjoint(STRONG_WORDS):
        for match in _STRONG.finditer(sight.text):
            yield from _after_cue(sight, match)
    countries = sight.lexicon.countries
    if any(word in countries for word in sight.words) or not sight.words.isdisjoint(_SEVERAL):
        yield from _countries(sight)


def _town(sight: Sight, at: int, least: int) -> Iterator[Entity]:
    found = TOWN.match(sight.text, at)
    words = found.group() if found else ""
    whole = words
    while words:
        town = sight.lexicon.place(words)
        # “in Paris Hilton's house”: a name that goes on is another name.
        if town and town.population >= least and len(words) > SHORT:
            if words == whole and fold(words) not in sight.lexicon.ordinary:
                yield _place(at, at + len(words), fold(town.name), 0.6, "cue")
            return
        words = words.rpartition(" ")[0]


def _after_cue(sight: Sight, match: re.Match[str]) -> Iterator[Entity]:
    words = match["name"]
    while words:
        town, country = sight.lexicon.place(words), sight.lexicon.countries.get(fold(words))
        if (town or country) and len(words) > SHORT - 1:
            start = match.start("name")
            value = fold(town.name) if town else fold(country or "")
            yield _place(start, start + len(words), value, 0.8, "cue")
            return
        words = re.sub(r"(?:^|[ -])[^ -]+$", "", words)


def _countries(sight: Sight) -> Iterator[Entity]:
    for match in TOWN.finditer(sight.text):
        for start, end in _runs(match):
            folded = fold(sight.text[start:end])
            country = sight.lexicon.countries.get(folded)
            if country and not (folded in sight.lexicon.given or folded in sight.lexicon.ordinary):
                yield _place(start, end, fold(country), 0.7, "country")


def _runs(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The words of a name, and every run of them."""
    spans = [
        (match.start() + each.start(), match.start() + each.end())
        for each in re.finditer(r"\S+", match.group())
    ][:6]
    for at, (start, _) in enumerate(spans):
        for _, end in reversed(spans[at : at + 4]):
            yield start, end


def _place(start: int, end: int, value: str, score: float, why: str) -> Entity:
    return Entity(
        type="place",
        start=start,
        end=end,
        value=value,
        score=score,
        valid=None,
        by="place",
        why=why,
    )
