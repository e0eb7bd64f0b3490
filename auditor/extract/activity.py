"""What someone does, belongs to and owns: instruments, sports, clubs, bands, things."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.extract.nlp import phrases
from auditor.extract.reading import Found, Reading
from auditor.model.names import fold

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher

_CAPITALS = r"[A-ZÀ-Ý0-9][\w’'.-]*(?:\s(?:de|du|des|d['’]|la|le|et|&|[A-ZÀ-Ý0-9][\w’'.-]*))*"
_GROUP = re.compile(
    r"\b(?P<head>(?:groupe|club|association|asso|chorale|orchestre|fanfare|équipe|band|choir|team|society|"
    r"local|répète? avec|membre|member)\s(?:de\s(?:la\s)?|du\s|des\s|d['’]|of\s(?:the\s)?)?)"
    r"(?P<name>" + _CAPITALS + ")",
    re.IGNORECASE,
)
_CLUB_OF = re.compile(
    r"\b(?:club|section|amicale|école|association|club-house)\s(?:de\s|d['’]|du\s)(?P<name>[a-zà-ÿ][\w-]+)",
    re.I,
)
_CUES = re.compile(
    r"(?:\b(?:ma|mon|mes|notre|le|la|à la|au|aux|de la|du|joue|jouer|fais|faire|pratique|my|our|the|play|"
    r"plays|playing|on)\s|^|[\n,;:(•]\s?|\bl['’])$",
    re.IGNORECASE,
)
_MAKE = re.compile(
    r"(?:\s(?!(?:de|des|du|la|le|les|à|au|aux|avec|dans|chez|en|sur|et|of|the|at|in|with|and|from)\b)"
    r"[a-zà-ÿ][\w-]+){0,2}\s(?P<make>[A-ZÀ-Ý][\w-]{2,20})\b"
)
_ROUTINE = re.compile(
    r"\b(?:après|avant|vers|dès|à partir de|after|before|around)\s\d{1,2}\s?[h:]\s?(?:\d\d)?(?:am|pm)?\b"
    r"|\b(?:tous les|chaque|every)\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|week-end|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|weekend)s?\b",
    re.IGNORECASE,
)


def activity(reading: Reading) -> Iterator[Found]:
    """An instrument, a sport or a hobby tied to someone."""
    words = {**reading.lexicon.instruments, **reading.lexicon.pastimes}
    for match in _phrases(tuple(words))(reading.doc, as_spans=True):
        start, end = match.start_char, match.end_char
        if not _CUES.search(reading.text[:start]):
            continue
        # In other people's texts an activity needs somebody to be tied to.
        if not reading.peopled:
            continue
        value = words.get(fold(match.text))
        if value:
            yield Found(kind="activity", value=value, start=start, end=end)


def group(reading: Reading) -> Iterator[Found]:
    """A band, club or association by its name."""
    for match in _GROUP.finditer(reading.text):
        name = match["name"].rstrip(" .,'’")
        town = reading.lexicon.place(name)
        if not name[:1].isupper() or reading.mention_at(match.start("name"), match.end()) or town:
            continue
        yield Found(
            kind="group_membership",
            value=fold(name),
            start=match.start(),
            end=match.start("name") + len(name),
        )
    for match in _CLUB_OF.finditer(reading.text):
        yield Found(
            kind="group_membership",
            value=fold(match.group()),
            start=match.start(),
            end=match.end(),
        )


def belonging(reading: Reading) -> Iterator[Found]:
    """A thing with its make: “l'ampli Orage”, “vends guitare Torrent”."""
    done = 0
    for match in _phrases(tuple(reading.lexicon.objects))(reading.doc, as_spans=True):
        make = _MAKE.match(reading.text[match.end_char :])
        if make is None or match.start_char < done:
            continue
        start = match.end_char + make.start("make")
        if reading.lexicon.place(make["make"]) or reading.mention_at(start, start + 1):
            continue
        done = match.end_char + make.end()
        word = fold(match.text)
        value = f"{reading.lexicon.objects[word]} {fold(make['make'])}"
        yield Found(kind="belonging", value=value, start=match.start_char, end=done)
        if reading.own and word in reading.lexicon.valuables:
            yield Found(kind="valuables", value=value, start=match.start_char, end=done)


def routine(reading: Reading) -> Iterator[Found]:
    """A habit with its hour or day: “après 19h”, “tous les mardis”."""
    if not reading.own:
        return
    for match in _ROUTINE.finditer(reading.text):
        yield Found(kind="routine", value=fold(match.group()), start=match.start(), end=match.end())


@cache
def _phrases(words: tuple[str, ...]) -> "PhraseMatcher":
    return phrases(words)
