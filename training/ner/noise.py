"""Roughens sentences as people write: no capitals, all capitals, no accents, slips, tags.

Changes of letters keep the length, so that the places of the names stay true.
"""

import random
import unicodedata

from training.ner.gold import Gold

LOWER, UPPER, TITLE = 0.22, 0.03, 0.03
PLAIN, SLIPS, TAGGED, TAILED, ADDRESSED = 0.15, 0.06, 0.03, 0.08, 0.05
"""Shares of sentences, own choice: posts without capitals are common, shouting is not."""

_TAILS = "😂 😍 ❤️ 🎉 😭 🙏 lol mdr !! ... #fun #life 👍".split()


def rough(gold: Gold, rng: random.Random) -> Gold:
    """The sentence as somebody in a hurry may have written it."""
    gold = recased(gold, rng)
    if rng.random() < PLAIN:
        gold = without_accents(gold)
    if rng.random() < SLIPS:
        gold = _slipped(gold, rng)
    if rng.random() < TAGGED:
        gold = _tagged(gold, rng)
    if rng.random() < TAILED:
        gold = Gold(f"{gold.text.rstrip('.')} {rng.choice(_TAILS)}", gold.spans)
    if rng.random() < ADDRESSED:
        gold = _after(gold, rng.choice(["@pixel_nova ", "RT @lunazebre: ", "- ", "> ", "🎉 "]))
    return gold


def recased(gold: Gold, rng: random.Random, lower: float = LOWER) -> Gold:
    """The sentence in other capitals, for some of them."""
    way = rng.random()
    if way < lower:
        return lowered(gold)
    if way < lower + UPPER:
        return Gold(_each(gold.text, str.upper), gold.spans)
    if way < lower + UPPER + TITLE:
        return Gold(_titled(gold.text), gold.spans)
    return gold


def lowered(gold: Gold) -> Gold:
    """The sentence without capitals."""
    return Gold(_each(gold.text, str.lower), gold.spans)


def without_accents(gold: Gold) -> Gold:
    """The sentence without accents."""
    return Gold(_each(gold.text, lambda c: unicodedata.normalize("NFKD", c)[0]), gold.spans)


def _each(text: str, change) -> str:  # type: ignore[no-untyped-def]
    changed = ((char, change(char)) for char in text)
    return "".join(new if len(new) == 1 else old for old, new in changed)


def _titled(text: str) -> str:
    return "".join(
        char.upper() if (not at or text[at - 1] == " ") and len(char.upper()) == 1 else char
        for at, char in enumerate(text)
    )


def _slipped(gold: Gold, rng: random.Random) -> Gold:
    """Two neighbouring letters change places."""
    text = gold.text
    places = [
        i for i in range(1, len(text) - 1) if text[i : i + 2].isalpha() and text[i - 1] != " "
    ]
    if not places:
        return gold
    at = rng.choice(places)
    return Gold(text[:at] + text[at + 1] + text[at] + text[at + 2 :], gold.spans)


def _tagged(gold: Gold, rng: random.Random) -> Gold:
    """One name of one word becomes a hashtag."""
    single = [span for span in gold.spans if gold.text[span[0] : span[1]].isalpha()]
    if not single:
        return gold
    start = rng.choice(single)[0]
    if start and gold.text[start - 1] != " ":
        return gold
    moved = ((s + (s >= start), e + (e > start), label) for s, e, label in gold.spans)
    return Gold(f"{gold.text[:start]}#{gold.text[start:]}", tuple(moved))


def _after(gold: Gold, words: str) -> Gold:
    by = len(words)
    return Gold(words + gold.text, tuple((s + by, e + by, label) for s, e, label in gold.spans))
