"""Own sentences: templates filled with names, then roughened as people write."""

import random
import re
from collections.abc import Iterator, Sequence

from auditor.model.names import fold
from training.ner import lists, noise
from training.ner.gold import Gold, Span, joined
from training.ner.slots import LABEL_OF, ORIGINS, Draw, value

HOME = {"fr": "french", "en": "english"}
AT_HOME = 0.45
"""Share of sentences whose persons bear usual French (or English) names; the others are of any origin."""

SHORT = ("chinese", "vietnamese")
"""Origins of short names, which other words resemble: drawn three times as often."""
TOGETHER = 0.2
"""Share of texts that are made of two or three sentences."""

_SLOT = re.compile(r"\{(\w+)\}")
_ELIDES = re.compile(r"\b([Dd]|[Qq]u)e $")
_BEFORE_THE_NAME = re.compile(r"(?:en|au|aux|à|dans) (?:(?:le|les|la) |l')?")


def made(language: str, count: int, *, held: bool, seed: int) -> list[Gold]:
    """Own sentences of one language: clean ones and rough ones."""
    rng = random.Random(seed)
    templates = lists.sentences(f"{language}.{'held' if held else 'train'}.txt")
    golds = [
        filled(template, _draw(rng, language, held)) for template in _cycle(templates, count, rng)
    ]
    return [noise.rough(gold, rng) for gold in _grouped(golds, rng)]


def _grouped(golds: Sequence[Gold], rng: random.Random) -> Iterator[Gold]:
    """Some of the sentences follow each other in one text."""
    at = 0
    while at < len(golds):
        size = rng.choice((2, 3)) if rng.random() < TOGETHER else 1
        yield joined(golds[at : at + size], rng.choice((" ", " ", "\n")))
        at += size


def of_origin(language: str, origin: str, count: int, seed: int) -> list[Gold]:
    """The held sentences that name persons, all with names of one origin, unroughened."""
    rng = random.Random(seed)
    templates = [t for t in lists.sentences(f"{language}.held.txt") if _of_person(t)]
    draw = Draw(rng, language, origin, held=True)
    return [filled(template, draw) for template in _cycle(templates, count, rng)]


def _of_person(template: str) -> bool:
    return any(LABEL_OF.get(slot) == "PER" for slot in _SLOT.findall(template))


def _draw(rng: random.Random, language: str, held: bool) -> Draw:
    home = rng.random() < AT_HOME
    return Draw(
        rng, language, HOME[language] if home else rng.choice((*ORIGINS, *SHORT, *SHORT)), held
    )


def _cycle(templates: Sequence[str], count: int, rng: random.Random) -> Iterator[str]:
    """Every template as often as any other, in no order."""
    for start in range(0, count, len(templates)):
        yield from rng.sample(templates, min(len(templates), count - start))


def filled(template: str, draw: Draw) -> Gold:
    """The template with a value in each slot."""
    text, spans, at = "", list[Span](), 0
    for match in _SLOT.finditer(template):
        text, at = text + template[at : match.start()], match.end()
        words, label = value(match[1], draw), LABEL_OF.get(match[1])
        text = _linked(text, words) if draw.language == "fr" else text
        lead = _BEFORE_THE_NAME.match(words) if match[1] in {"in_country", "region"} else None
        start = len(text) + (lead.end() if lead else 0)
        text += words
        if label:
            spans.append((start, len(text), label))
    return Gold(text + template[at:], tuple(spans))


def _linked(text: str, words: str) -> str:
    """“de” before a vowel is “d'”."""
    if fold(words)[:1] in set("aeiou"):
        return _ELIDES.sub(lambda match: f"{match[1]}'", text)
    return text
