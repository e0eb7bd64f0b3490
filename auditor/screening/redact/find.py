"""Where a text speaks of a ground, by the lexicons: every phrase that stands in it, save what else it may mean."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.screening.redact.grounds import KEPT, Entry, Grounds
from auditor.screening.redact.phrase import NUMBER
from auditor.screening.redact.plain import Plain

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "de du des d la le les l sur sous en et of the and upon bin ben el al van von der".split()
)
"""Words without a capital inside a name of several words."""
_LONGEST = 30
"""Letters of the longest word that a phrase holds."""
MASKED = "\x00"
"""Stands for what is masked already: no phrase reaches over it (`plain` leaves no such sign in)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text that tells a ground."""

    start: int
    end: int
    ground: str


@dataclass(frozen=True, slots=True)
class _Hit:
    """A phrase found, in plain letters."""

    start: int
    end: int
    entry: Entry


def find(text: Plain, grounds: Grounds) -> list[Span]:
    """The spans, in plain letters; what the words mean otherwise is taken out."""
    hits = list(_hits(text, grounds))
    kept = sorted((each for each in hits if each.entry.kept), key=_start)
    longest = max((each.end - each.start for each in kept), default=0)
    told = (each for each in hits if not each.entry.kept and not _means_else(each, kept, longest))
    return [Span(each.start, each.end, each.entry.ground) for each in told]


def kept(text: Plain, grounds: Grounds) -> list[Span]:
    """What is no ground though it looks like one; `KEPT` in place of a ground: like none of them."""
    hits = (each for each in _hits(text, grounds) if each.entry.kept)
    return [Span(each.start, each.end, each.entry.ground) for each in hits]


def _start(hit: _Hit) -> int:
    return hit.start


def _means_else(hit: _Hit, kept: Sequence[_Hit], longest: int) -> bool:
    """Do longer words over the same place say what is no ground? Only those that can reach it are asked."""
    low = bisect_left(kept, hit.start - longest, key=_start)
    high = bisect_left(kept, hit.end, key=_start)
    return any(
        hit.start < each.end
        and each.end - each.start >= hit.end - hit.start
        and each.entry.ground in {KEPT, hit.entry.ground}
        for each in kept[low:high]
    )


def _hits(text: Plain, grounds: Grounds) -> Iterator[_Hit]:
    stems, held = grounds.stems, _held(text.text)
    for match in _WORD.finditer(text.text):
        word = match.group()
        entries = [*grounds.by_word.get(word, ())]
        if word[0].isdigit():
            entries.extend(grounds.by_word.get(NUMBER, ()))
        for length in stems:
            if length <= len(word):
                entries.extend(grounds.by_stem.get(word[:length], ()))
        for entry in entries:
            if any(map(held.isdisjoint, entry.phrase.needs)):
                continue
            hit = _hit(text, match.start(), entry, grounds.table.near.letters)
            if hit is not None:
                yield hit


def _held(text: str) -> set[str]:
    """The words of a text, and what begins so (``voile*``): a phrase whose words are not there is never tried."""
    words = set(_WORD.findall(text))
    begun = {f"{word[:end]}*" for word in words for end in range(1, min(len(word), _LONGEST) + 1)}
    return words | begun


def _hit(text: Plain, at: int, entry: Entry, near: int) -> _Hit | None:
    match = entry.phrase.pattern.match(text.text, at)
    if match is None or not _as_written(text, match, entry):
        return None
    start, end = match.span("mask" if "mask" in match.re.groupindex else 0)
    if start < 0:
        return None
    if "named" in match.re.groupindex and match["named"]:
        named = _capitals(text, *match.span("named"))
        if named is None:
            return None
        end = named if match.start("named") < end else end
    around = text.text[max(start - near, 0) : start] + MASKED + text.text[end : end + near]
    if entry.near is not None and not _ready(entry.near).search(around):
        return None
    if entry.unless is not None and _ready(entry.unless).search(around):
        return None
    return _Hit(start, end, entry)


@cache
def _ready(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _as_written(text: Plain, match: re.Match[str], entry: Entry) -> bool:
    """Are the words that ask for capitals or for an accent written so?"""
    phrase = entry.phrase
    if not (phrase.capitals or phrase.accented):
        return True
    quote = text.quote(*match.span())
    if phrase.accented and quote.casefold() == text.text[match.start() : match.end()]:
        return False
    lower = (each for each in _WORD.findall(quote) if not each.isupper())
    return phrase.capitals.isdisjoint(each.upper() for each in lower)


def _capitals(text: Plain, start: int, end: int) -> int | None:
    """The end of the words with a capital; None where the first has none."""
    last = None
    for match in _WORD.finditer(text.text, start, end):
        letter = text.quote(match.start(), match.start() + 1)
        if letter.isupper():
            last = match.end()
        elif last is None or match.group() not in _SMALL:
            break
    return last
