"""The ways in which one word of a name is spelt: scripts, umlauts, particles, vowels left out."""

import re
import unicodedata
from functools import lru_cache

from auditor.model.names import fold

_OPENED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""Letters that are written as two where the keyboard has no other way."""
_LATIN = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff]")
"""A letter of another script."""
PARTICLES = frozenset(
    "de du des d la le les van von der den del della di da dos das do el al ul ben bin ibn mac mc st"
    " saint o abu ter ten zu".split()
)
_JOINED = re.compile(r"^(?:d|l|o|al|el)['-](?=[a-z]{4})")
"""A particle that is written together with its name: ``d'Ormesson``, ``el-Amrani``."""
LEAST = 4
"""Letters that a name keeps without its particle: ``Ben Ali`` is not ``Ali``."""
_SOUNDS = (
    ("ck", "k"),
    ("ph", "f"),
    ("ou", "u"),
    ("kh", "h"),
    ("dj", "j"),
    ("gh", "g"),
    ("th", "t"),
)
_BARE = str.maketrans("cqzyw", "kksiu")
MANY = 4096
"""Words kept ready: more than one audit or one block of a cohort holds at a time."""


def latin(text: str) -> str:
    """The text in Latin letters, folded; a syllable script is cut into its syllables.

    Romanising is by the anyascii tables: ``Комаров`` → ``komarov``, ``王小明`` → ``wang xiao ming``.
    """
    return fold(text) if _LATIN.search(text) is None else _romanised(text)


@lru_cache(MANY)
def _romanised(text: str) -> str:
    from anyascii import anyascii  # two million signs, needed for other scripts alone

    spelt = anyascii(unicodedata.normalize("NFC", text))
    return fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", spelt)).replace("`", "").replace("'", "")


@lru_cache(MANY)
def spellings(word: str) -> frozenset[str]:
    """A word of a name in every way it may be typed: ü as u and as ue; Mac as Mc; d'Or as dOr."""
    lowered = unicodedata.normalize("NFC", word).casefold().replace("’", "'")
    found = {latin(lowered), latin(lowered.translate(_OPENED))}
    found |= {_JOINED.sub("", each) for each in found}
    found |= {each.replace("mac", "mc", 1) for each in found if re.match(r"mac[a-z]{3}", each)}
    return frozenset(re.sub(r"[^a-z0-9]", "", each) for each in found) - {""}


def surnames(words: tuple[str, ...]) -> frozenset[str]:
    """A surname of one or more words, joined in every way: with its particles and without."""
    kept = [each for each in words if fold(each) not in PARTICLES]
    found = _products(words)
    plain = _products(tuple(kept)) if kept else frozenset()
    return found | frozenset(each for each in plain if len(each) >= LEAST)


def _products(words: tuple[str, ...]) -> frozenset[str]:
    found = {""}
    for word in words:
        found = {one + other for one in found for other in spellings(word)}
    return frozenset(found) - {""}


@lru_cache(MANY)
def bare(word: str) -> str:
    """The consonants of a word, alike ones as one: what Arabic and Hebrew write of a name."""
    for written, meant in _SOUNDS:
        word = word.replace(written, meant)
    plain = re.sub(r"[aeio]", "", word.translate(_BARE).replace("u", ""))
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(MANY)
def sound(word: str) -> str:
    """A word as it sounds where spelling varies: ``mohammed`` and ``mohamed``, ``nathalie`` and ``natalie``."""
    plain = re.sub(r"(?<![cs])h", "", word.replace("ph", "f").replace("ck", "k").replace("-", ""))
    plain = plain.replace("qu", "k").replace("y", "i").replace("z", "s")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"c(?![hei])", "k", plain))


@lru_cache(MANY)
def unvowelled(word: str) -> bool:
    """Is it a word of three letters or more that no vowel was written of: ``mhmd``?"""
    return len(word) > 2 and not set(word) & set("aeiou")  # noqa: PLR2004
