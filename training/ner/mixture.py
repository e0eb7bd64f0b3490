"""What is trained on and what is held back, in which amounts."""

import random
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.ner import corpora, noise, sentences
from training.ner.gold import Gold

OWN = {"fr": 5_000, "en": 2_500}
"""Own sentences in each round; every round draws new ones."""
PRESS = 3_500
"""Sentences of the Europeana press in each round: old and badly read, so not all of them."""
LOWER = 0.2
"""Share of corpus sentences that lose their capitals, other ones in each round (own choice)."""
TWICE = ("wnut.train", "wnut.dev")
"""Read twice in each round: posts are what audits read."""
ENGLISH = ("wnut.train", "wnut.dev", "btc.train", "uner_en.dev", "wikigold.txt")
TEST_PAGES = 12
"""Pages of newseye_fr.dev2 held back as the French test."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The sentences to train on: those read whole, and the press, of which a part is drawn."""

    whole: tuple[Gold, ...]
    press: tuple[Gold, ...]


def parts(tests: Iterable[Gold]) -> Parts:
    """Everything to train on, without any sentence of the tests."""
    barred = {key(gold) for gold in tests}
    whole: list[Gold] = []
    for name in ENGLISH:
        golds = corpora.without_handles(corpora.read(name))
        whole += golds * (2 if name in TWICE else 1)
    whole += corpora.read("newseye_fr.dev")
    whole += [gold for page in _pages(held=False) for gold in page]
    return Parts(
        tuple(gold for gold in whole if key(gold) not in barred),
        tuple(gold for gold in corpora.read("enp_fr.bio") if key(gold) not in barred),
    )


def tests() -> dict[str, list[Gold]]:
    """The sentences never trained on, by test."""
    return {
        "WNUT17 test": corpora.read("wnut.test"),
        "BTC test, no @": corpora.without_handles(corpora.read("btc.test")),
        "NewsEye held pages (fr)": [gold for page in _pages(held=True) for gold in page],
        "own held, fr": sentences.made("fr", 1_000, held=True, seed=101),
        "own held, en": sentences.made("en", 1_000, held=True, seed=102),
    }


def posts() -> list[Gold]:
    """The posts by which the model's finds are counted; never trained on either."""
    return corpora.without_handles(corpora.read("btc.dev"))


def _pages(*, held: bool) -> Iterator[list[Gold]]:
    for at, page in enumerate(corpora.split_newseye("newseye_fr.dev2")):
        if (at % 3 == 0 and at // 3 < TEST_PAGES) == held:
            yield page


def key(gold: Gold) -> int:
    """The same for two sentences that differ by case or spacing only."""
    return zlib.crc32("".join(gold.text.lower().split()).encode())


def one_round(given: Parts, number: int, seed: int) -> list[Gold]:
    """The sentences of one round, roughened, in the order they are learnt."""
    rng = random.Random(seed * 1_000 + number)
    golds = [*given.whole, *rng.sample(given.press, min(PRESS, len(given.press)))]
    golds = [noise.recased(gold, rng, LOWER) for gold in golds]
    for at, (language, count) in enumerate(OWN.items()):
        golds += sentences.made(
            language, count, held=False, seed=seed * 10_000 + number * 10 + at + 1_000
        )
    rng.shuffle(golds)
    return golds
