"""What follows a street: unit, postcode, town, region, country; as far as it is surely told."""

import re
from dataclasses import dataclass, field

from auditor.extract.entities.codes import (
    CEDEX,
    GAP,
    LOWER_TOWN,
    OUTWARD,
    POSTCODE,
    REGION,
    REGIONS,
    STRONG_POSTCODE,
    TOWN,
    UNIT,
    WRAPPED,
)
from auditor.extract.entities.towns import FIRM, NOT_TOWN, alone, before_others, known
from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold

ABBREVIATED = 3
"""Letters up to which a region is abbreviated."""
PARTS = 9
"""Parts after the street at most: two units, town, region, postcode, country, and to spare."""
_COUNTRY = re.compile(r"[^\W\d_][\w’'.-]{1,30}(?:[ ](?:\()?[^\W\d_][\w’'.-]{0,30}\)?){0,4}")
_OWN_COUNTRIES = frozenset("uk u.k usa u.s.a us england scotland wales england royaume-uni".split())
_MILITARY = re.compile(r"(?i:[AFD]PO[ ]A[AEP])(?!\w)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an address."""

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class _Walk:
    """A walk over the parts: those that are sure, and a town that waits for what follows it."""

    text: str
    lexicon: Lexicon
    at: int
    sure: list[Piece] = field(default_factory=list)
    waiting: list[Piece] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)

    def take(self, start: int, end: int, kind: str, *, sure: bool = True) -> bool:
        """Take a part; a sure one makes those that waited sure."""
        self.waiting.append(Piece(start, end, kind))
        self.kinds.add(kind)
        self.at = end
        if sure:
            self.sure += self.waiting
            self.waiting = []
        return True

    def has(self, kind: str) -> bool:
        """Was such a part met?"""
        return kind in self.kinds


def tail(text: str, at: int, lexicon: Lexicon) -> list[Piece]:
    """The parts of an address that follow a street ending there."""
    walk = _Walk(text, lexicon, at)
    for _ in range(PARTS):
        gap = GAP.match(text, walk.at)
        if gap is None or gap.end() == walk.at or gap.group().count("\n") > 1:
            break
        if not _step(walk, gap.end(), gap.group()):
            break
    return walk.sure


def _step(walk: _Walk, at: int, gap: str) -> bool:
    """Take the part that begins there, whatever it is."""
    first = walk.text[at : at + 1]
    if not (first.isalnum() or (first and first in "#(")):
        return False
    steps = _FIGURES_FIRST if first.isdigit() else _STEPS
    return any(step(walk, at, gap) for step in steps)


def _unit(walk: _Walk, at: int, _gap: str) -> bool:
    found = UNIT.match(walk.text, at)
    return found is not None and walk.take(at, found.end(), "unit")


def _postcode(walk: _Walk, at: int, _gap: str) -> bool:
    found = POSTCODE.match(walk.text, at)
    if found is None and walk.has("town") and not walk.has("postcode"):
        outward = OUTWARD.match(walk.text, at)
        return outward is not None and walk.take(at, outward.end(), "postcode")
    if found is None or walk.has("postcode"):
        return False
    strong = STRONG_POSTCODE.match(walk.text, at) is not None
    before = bool(walk.waiting) or any(
        each.kind in {"town", "region", "country"} for each in walk.sure
    )
    if not (strong or before or _town_words(walk, found.end())):
        return False
    return walk.take(at, found.end(), "postcode")


def _town_words(walk: _Walk, at: int) -> bool:
    gap = GAP.match(walk.text, at)
    return gap is not None and gap.end() > at and TOWN.match(walk.text, gap.end()) is not None


def _country(walk: _Walk, at: int, gap: str) -> bool:
    found = _COUNTRY.match(walk.text, at)
    words = found.group() if found else ""
    while words:
        bare = fold(words).strip("().")
        known = bare in walk.lexicon.countries or bare in _OWN_COUNTRIES
        parted = "," in gap or "\n" in gap or walk.has("unit") or walk.has("town")
        if known and (words[:1].isupper() or "," in gap) and (parted or walk.has("postcode")):
            more = re.match(
                r"[ ]\([A-Z][a-z]{2,15}\)", walk.text[at + len(words) : at + len(words) + 20]
            )
            end = at + len(words.rstrip(".")) if more is None else at + len(words) + more.end()
            return walk.take(at, end, "country")
        words = words.rpartition(" ")[0]
    return False


def _region(walk: _Walk, at: int, gap: str) -> bool:
    military = _MILITARY.match(walk.text, at)
    if military:
        return walk.take(at, military.end(), "region")
    found = REGION.match(walk.text, at)
    if found is None or walk.has("region"):
        return False
    words = found.group().strip("()")
    town = walk.has("town")
    known = len(words) > ABBREVIATED or words in REGIONS
    if known and (town or ("," in gap and _followed(walk, found.end()))):
        return walk.take(at, found.end(), "region")
    if (
        town
        and (_followed(walk, found.end()) or walk.has("unit"))
        and not _sentence(walk, found.end())
    ):
        return walk.take(at, found.end(), "region")
    return False


def _followed(walk: _Walk, at: int) -> bool:
    """Does a postcode or a country follow?"""
    gap = GAP.match(walk.text, at)
    after = gap.end() if gap else at
    found = POSTCODE.match(walk.text, after) or _COUNTRY.match(walk.text, after)
    if found is None or after == at:
        return False
    first = fold(found.group())
    return first[:1].isdigit() or any(
        " ".join(first.split()[:count]) in walk.lexicon.countries for count in (1, 2, 3, 4)
    )


def _sentence(walk: _Walk, at: int) -> bool:
    """Do small letters follow? Then the capital was the first of a sentence."""
    return re.match(r"[’']|[ ][a-z]", walk.text[at : at + 2]) is not None and not walk.has("unit")


def _town(walk: _Walk, at: int, gap: str) -> bool:
    if walk.has("town"):
        return False
    after_code = bool(walk.sure) and walk.sure[-1].kind == "postcode" and not walk.waiting
    found = TOWN.match(walk.text, at)
    if found is None:
        return (after_code and _lower_town(walk, at)) or ("," in gap and _lower_part(walk, at))
    words = before_others(found.group())
    if fold(words).split(" ")[0].strip(".") in FIRM:
        return False
    words = alone(words, walk.lexicon) if not after_code else words
    named = known(words, walk.lexicon)
    if not words or not (named or after_code or gap.strip(" ") or walk.sure):
        return False
    if named and not after_code:
        words = named
    end = at + len(words)
    if after_code and (
        wrapped := WRAPPED.match(walk.text, end)
        or WRAPPED.match(walk.text, end - len(words.rpartition(" ")[2]) - 1)
    ):
        end = wrapped.end()
    cedex = CEDEX.match(walk.text, end) if after_code or named else None
    sure = after_code or (named is not None and bool(gap.strip(" ") or walk.sure))
    return walk.take(at, cedex.end() if cedex else end, "town", sure=sure)


def _lower_town(walk: _Walk, at: int) -> bool:
    found = LOWER_TOWN.match(walk.text, at)
    named = known(found.group(), walk.lexicon) if found and walk.text[at - 1] != "\n" else None
    return (
        named is not None and fold(named) not in NOT_TOWN and walk.take(at, at + len(named), "town")
    )


def _lower_part(walk: _Walk, at: int) -> bool:
    """Between two commas even a town in small letters is one, if the gazetteer knows it."""
    found = re.match(r"[^\W\d_][^\n,.;:!?\d]{1,40}(?=[,\n.]|$)", walk.text[at : at + 42])
    known = found is not None and walk.lexicon.place(found.group().strip()) is not None
    return found is not None and known and walk.take(at, at + found.end(), "town")


_STEPS = (_unit, _country, _postcode, _region, _town)
_FIGURES_FIRST = (_unit, _postcode)
