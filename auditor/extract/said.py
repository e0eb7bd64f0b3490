"""Is it said in earnest, and by the author of themself? For recognizers that are grammars, not cues."""

import re

from auditor.extract.reading import Reading
from auditor.extract.stretch import QUOTED, REPEATED, Stretch, around

_END = re.compile(r"[.!?…]+(?=\s|$)|\n")
_DENIED = re.compile(
    r"(?<!\w)(?:pas|jamais|plus|aucun|ni|not|never|no longer|isn'?t|wasn'?t|don'?t|didn'?t|ain'?t|won'?t)(?!\w)"
)
_WISHED = re.compile(
    r"(?<!\w)(?:si (?:j'\w+|je|on|seulement)|s'il|if|unless|imagine\w*|suppos\w+|would|could|might|wish|hope|"
    r"aimerais|voudrais|adorerais|serais|aurais|reve|envie|give to be|comme si|as if|un jour|one day|someday|"
    r"i'?d|never|peut-etre|maybe)(?!\w)"
)
_FICTION = re.compile(
    r"(?<!\w)(?:films?|movies?|cine|serie|series|episode|chanson|song|lyrics|paroles|novel|roman|sketch|"
    r"replique|quote|personnage|character|on (?:loop|screen)|imitation|the line|best line)(?!\w)|[♪♫🎵🎶]"
)
_ADVERT = re.compile(
    r"(?<!\w)(?:lien en bio|link in bio|click|cliquez|order now|to order|commandez|code promo|promo|% off|"
    r"gelules|gummies|kilos|giveaway|concours|not a scam|100% (?:legal|gratuit)|pcs|coupon|recover my|"
    r"m'a fait gagner|helped me recover|investment|investissement|get \$\d|whatsapp me|recevez|sign up|"
    r"we're hiring|recrute)(?!\w)"
)
_OTHERS = re.compile(
    r"(?<!\w)(?:il|elle|ils|elles|lui|he|she|they|him|his|her|their|son|sa|ses|leur|leurs|he's|she's|who|qui)(?!\w)"
)
_MINE = re.compile(
    r"(?<!\w)(?:mon|ma|mes|notre|nos|my|our)\s(?P<one>[\w'-]+)(?:\s(?P<two>[\w'-]+))?"
)
_SELF = re.compile(
    r"(?<!\w)(?:je|j'|jai|jsuis|chuis|chui|jsui|moi|me|m'|mon|ma|mes|on|nous|i|i'?m|i'?ve|im|my|mine|we|"
    r"our)(?!\w)|(?<!\w)[jm]'(?=\w)"
)
NEAR = 30
"""Characters before a thing in which a denial reaches it: about five words."""


def sentence(reading: Reading, at: int) -> Stretch:
    """The sentence that holds a place."""
    return around(_END, reading.plain, at)


def claimed(reading: Reading, start: int, end: int, *, played: bool = False) -> bool:
    """Is it said as a fact: not denied, wished, quoted, advertised, nor (unless `played`) of a film or song?"""
    low, high = sentence(reading, start)
    text = reading.plain
    if _ADVERT.search(text) or REPEATED.search(text, 0, start):
        return False
    if not played and _FICTION.search(text, low, high):
        return False
    if quoted(reading, start, end):
        return False
    denied = _DENIED.search(text, max(low, start - NEAR), end)
    return denied is None and _WISHED.search(text, low, end) is None


def quoted(reading: Reading, start: int, end: int) -> bool:
    """Do quotation marks stand around it?"""
    return any(each.start() < start and end < each.end() for each in QUOTED.finditer(reading.text))


def opens(reading: Reading, at: int) -> bool:
    """Does it open a sentence or a part of a list, or has the author spoken of themself before it?"""
    low, _ = sentence(reading, at)
    before = reading.plain[low:at]
    alone = not re.search(r"\w", re.split(r"[:|•·\n/–—]", before)[-1])
    return alone or _SELF.search(before) is not None


def asked(reading: Reading, at: int) -> bool:
    """Does the sentence that holds a place end in a question mark?"""
    _, high = sentence(reading, at)
    return "?" in reading.plain[high : high + 3]


def of_another(reading: Reading, start: int, end: int) -> bool:
    """Does the last person spoken of, up to the end of it, seem to be somebody else?"""
    low, _ = sentence(reading, start)
    other = max((each.start() for each in _OTHERS.finditer(reading.plain, low, end)), default=-1)
    kin = max(
        (each.start() for each in _MINE.finditer(reading.plain, low, end) if _kin(each, reading)),
        default=-1,
    )
    own = max(
        (each.start() for each in _SELF.finditer(reading.plain, low, end) if each.start() != kin),
        default=-1,
    )
    return max(other, kin) > own


def _kin(match: re.Match[str], reading: Reading) -> bool:
    one, two = match["one"], f"{match['one']} {match['two'] or ''}".strip()
    return one in reading.lexicon.relations or two in reading.lexicon.relations
