"""The name, place, employer, date … that stands beside a cue, as the passage writes it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from auditor.extract.dates import DATE, day
from auditor.extract.reading import Reading
from auditor.model.names import fold


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the passage, and its value where that is not the words themselves."""

    start: int
    end: int
    value: str = ""


Slot = Callable[[Reading, int], Span | None]
"""Reads what begins at or just after a place; None where it is not of the kind asked for."""

_LEAD = re.compile(
    r"[ :,?=→(\"“«'’-]{0,4}(?:(?:le|la|les|l['’]|un|une|des|du|de la|the|an?|some)\s)?",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"[A-ZÀ-ÝŁŚŻĐ0-9][\w&’'.+-]{0,24}(?:[ -](?:(?:de|du|des|d['’]|la|le|les|et|&|of|and|the|in|sur|sous|en)\s?){0,2}"
    r"[A-ZÀ-ÝŁŚŻĐ0-9&][\w&’'.+-]{0,24}){0,5}"
)
_WORD = re.compile(r"[^\W_][\w’'-]{0,24}")
_CLAUSE = re.compile(r"[^\n.,;:!?()|•\"“”«»]{2,60}")
_GROUPED = r"(?:\d{1,3}(?:[ .,\u00a0]\d{3}(?!\d)){1,3}|\d{1,9})(?:[.,]\d{1,2}(?!\d))?"
_NUMBER = re.compile(_GROUPED)
_CODE = re.compile(r"(?=\S{0,23}\d)(?=\S{0,20}(?:\d\S{0,3}){4}|\S{0,23}[^\W\d_])[^\s,;:«»\"]{4,24}")
_URL = re.compile(
    r"(?:https?://)?[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}(?:/[^\s<>\"'«»]{0,200})?", re.IGNORECASE
)
_MONEY = re.compile(
    r"(?:[€$£]\s?)?" + _GROUPED + r"\s?(?:k\b)?\s?(?:€|\$|£|euros?|eur|balles|"
    r"dollars?|bucks|pounds?|quid|grand|chf|piasses?)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_AGE = re.compile(r"\d{1,3}\b")
_STOP = frozenset(
    fold(w)
    for w in "Je J' I The Le La Les On Il Elle He She They We Nous Vous Et And Mais But".split()
)


def _start(reading: Reading, at: int) -> int:
    lead = _LEAD.match(reading.text, at)
    return lead.end() if lead else at


def name(reading: Reading, at: int) -> Span | None:
    """A person's or an animal's name: one the passage names, else a word written as a name is."""
    start = _first_letter(reading, at)
    known = next((each for each in reading.mentions if each.start == start), None)
    if known:
        return Span(known.start, known.end, known.text)
    return _word_as_name(reading, start)


def person(reading: Reading, at: int) -> Span | None:
    """A person whom the passage names; in a text without capitals, a word of the given names."""
    start = _first_letter(reading, at)
    if any(each.start == start for each in reading.mentions):
        return name(reading, at)
    word = _WORD.match(reading.text, start)
    known = word and reading.lowered and fold(word.group()) in reading.lexicon.given
    return _word_as_name(reading, start) if known else None


def _word_as_name(reading: Reading, start: int) -> Span | None:
    word = _WORD.match(reading.text, start)
    if word is None:
        return None
    folded = fold(word.group())
    ordinary = folded in reading.lexicon.ordinary or folded in _STOP
    # “my sister LOVES it”: capitals are a tone of voice, not a name.
    loud = word.group().isupper() and len(folded) > 3  # noqa: PLR2004
    capital = word.group()[0].isupper() and (not loud or folded in reading.lexicon.given)
    # Short given names are words of the language: “ma”, “lea”, “do”.
    lower = reading.lowered and len(folded) > 2 and folded in reading.lexicon.given  # noqa: PLR2004
    if len(folded) < 2 or ordinary or not (capital or lower):  # noqa: PLR2004 - one letter is no name
        return None
    return Span(word.start(), word.end(), word.group())


def place(reading: Reading, at: int) -> Span | None:
    """A town, region or country that the tables know, or that the model takes for a place."""
    start = _start(reading, at)
    if start >= len(reading.text):
        return None
    run = _CLAUSE.match(reading.text, start)
    parts = re.split(r"(?<=[ -])", run.group())[:6] if run else []
    while parts:
        words = "".join(parts).strip(" -,'’")
        known = _known_place(words, reading)
        if known:
            return Span(start, start + len(words), known)
        parts.pop()
    named = reading.named_at(start, "LOC")
    return Span(start, named, reading.text[start:named]) if named else None


def _known_place(words: str, reading: Reading) -> str | None:
    if not words or not (words[0].isupper() or reading.lowered):
        return None
    town = reading.lexicon.place(words)
    return town.name if town else reading.lexicon.countries.get(fold(words))


def organisation(reading: Reading, at: int) -> Span | None:
    """A firm or an institution: what the model takes for one, else a run of capitals."""
    start = _start(reading, at)
    named = reading.named_at(start, "ORG")
    if named:
        return Span(start, named, reading.text[start:named])
    run = _CAPITALS.match(reading.text, start)
    if run is None or fold(run.group().split()[0]) in _STOP or reading.shouted:
        return None
    words = re.sub(r"[.'’+-]+$|\s(?:de|du|des|la|le|les|et|of|and|the|in|&)$", "", run.group())
    letters = sum(map(str.isalpha, words))
    return Span(start, start + len(words), words) if letters > 1 else None


def date(reading: Reading, at: int) -> Span | None:
    """A day, as ISO writes it."""
    start = _first_letter(reading, at)
    found = DATE.match(reading.text, start)
    when = day(found.group(), reading.published_on, reading.lexicon) if found else None
    return Span(start, found.end(), when.isoformat()) if found and when else None


def _matching(pattern: re.Pattern[str]) -> Slot:
    def slot(reading: Reading, at: int) -> Span | None:
        found = pattern.match(reading.text, _start(reading, at))
        return (
            Span(found.start(), found.start() + len(found.group().rstrip(" ,.-")))
            if found and found.group().strip()
            else None
        )

    return slot


def _listed(*tables: str, as_written: bool = False) -> Slot:
    """A word or words that a table of the lexicon knows; the value is what it stands for, or the words."""

    def slot(reading: Reading, at: int) -> Span | None:
        start = _start(reading, at)
        run = _CLAUSE.match(reading.text, start)
        parts = re.split(r"(?<=[ ])", run.group())[:5] if run else []
        while parts:
            words = "".join(parts).strip()
            for table in tables:
                value = getattr(reading.lexicon, table).get(fold(words))
                if value:
                    return Span(start, start + len(words), fold(words) if as_written else value)
            parts.pop()
        return None

    return slot


def _first_letter(reading: Reading, at: int) -> int:
    text = reading.text
    while at < len(text) and text[at] in " :,\"“«'’(=→-@":
        at += 1
    return at


SLOTS: dict[str, Slot] = {
    "NAME": name,
    "PERSON": person,
    "PLACE": place,
    "ORG": organisation,
    "DATE": date,
    "NUMBER": _matching(_NUMBER),
    "MONEY": _matching(_MONEY),
    "YEAR": _matching(_YEAR),
    "AGE": _matching(_AGE),
    "CODE": _matching(_CODE),
    "URL": _matching(_URL),
    "WORD": _matching(_WORD),
    "WORDS": _matching(_CLAUSE),
    "CAPITALS": _matching(_CAPITALS),
    "JOB": _listed("jobs", as_written=True),
    "INSTRUMENT": _listed("instruments"),
    "ACTIVITY": _listed("instruments", "pastimes"),
    "OBJECT": _listed("objects"),
    "NATION": _listed("nations"),
}
"""What may stand in braces in a cue."""


def behind(slot: str, reading: Reading, end: int) -> Span | None:
    """What stands just before a cue: the longest stretch of the kind that ends there."""
    text = reading.text[:end].rstrip(" ,:—–-(")
    low = max(0, len(text) - 60)
    starts = [each.start() for each in re.finditer(r"(?<!\w)\w", text[low:])]
    for start in starts[-6:]:
        found = SLOTS[slot](reading, low + start)
        if found is not None and found.end == len(text):
            return found
    return None
