"""What someone does, belongs to and owns: instruments, sports, clubs, bands, things."""

import re
from collections.abc import Iterator

from auditor.extract.reading import Found, Reading
from auditor.extract.spot import Spotted
from auditor.model.names import fold

_CAPITALS = (
    r"[A-ZÀ-Ý0-9][\w’'.-]{0,40}(?:\s(?:de|du|des|d['’]|la|le|et|&|[A-ZÀ-Ý0-9][\w’'.-]{0,40}))*"
)
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
    r"(?:\s(?!(?:de|des|du|la|le|les|à|au|aux|avec|dans|chez|en|sur|et|of|the|at|in|with|and|from|buddy|mate)\b)"
    r"[a-zà-ÿ][\w-]+)?\s(?P<make>(?!Feat|App\b|And|The)[A-ZÀ-Ý][a-zà-ÿ0-9-]{2,20})\b"
)
_OWNED = re.compile(
    r"\b(?:mon|ma|mes|notre|nos|my|our|j?vends|vend|à vendre|cède|selling|for sale|bought|acheté)\s"
    r"[^.!?\n]{0,18}$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:demander|demandez|appeler|appelez|joindre|joignable|contacter|dispo\w*|visites?|call|ring|"
    r"text|phone|available|free)\b[^.!?\n]{0,25}?"
    r"(?P<hour>(?:après|avant|vers|dès|à partir de|after|before|around|"
    r"from)\s\d{1,2}\s?(?:[h:]\s?(?:\d\d)?|(?:am|pm)\b))",
    re.IGNORECASE,
)
_DAYS = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_TRAINED = re.compile(
    r"\b(?:sorties?|footings?|tempos?|séances?|entraînements?|longues?|runs?|swims?|rides?|training)\s"
    r"(?:du matin\s)?(?:à\s|at\s|vers\s|de\s)?(?P<hour>\d{1,2}\s?[h:]\s?\d\d|\d{1,2}\s?(?:h|am|pm))\b"
    rf"(?P<days>(?:[^.!?\n]{{0,12}}?\b(?:{_DAYS})s?\b){{0,4}})",
    re.IGNORECASE,
)
"""Training at an hour, and the days of the week beside it."""

NEAR = 6
"""Characters between a hobby and the name it stands beside: “ de ”, “ à la ” (own choice)."""
LONGEST_BIO = 160
"""Characters of a bio (the limit of one network; own choice for the others)."""
FEWEST_PARTS, SHORT_PART = 3, 4
"""A list has so many parts of so few words (own choice)."""
_PART = re.compile(r"[^,;|•·/\n.!–—:&+]*[^\s,;|•·/\n.!–—:&+][^,;|•·/\n.!–—:&+]*")
_TIED = frozenset({"art_opening"})
"""Hobbies beside an instrument that are said with the name of somebody: “vernissage de Julia”."""
_NO_BIO = re.compile(r"https?:|\bRT\b|[?@]|\b(?:ils?|elles?|he|she|they|his|her)\b", re.IGNORECASE)


def activity(reading: Reading) -> Iterator[Found]:
    """An instrument, a sport or a hobby tied to someone, or listed in a bio."""
    listed = _listed(reading.text) if reading.own else ()
    for match in reading.spot("activities"):
        inside = any(_fills(match, part, reading.text) for part in listed)
        if reading.own and not inside and not _beside(match, reading):
            continue  # what the owner says in sentences is read by cues
        if not _CUES.search(reading.text[: match.start]):
            continue
        # In other people's texts an activity needs somebody to be tied to.
        if not reading.peopled:
            continue
        yield Found(kind="activity", value=match.value, start=match.start, end=match.end)


def _fills(match: Spotted, part: tuple[int, int], text: str) -> bool:
    """Is it all the letters of a part of a list?"""
    low, high = part
    around = text[low : max(low, match.start)] + text[match.end : high]
    return low <= match.start and match.end <= high and not any(map(str.isalnum, around))


def _beside(match: Spotted, reading: Reading) -> bool:
    """Does it stand next to a name, as in “basse Loïc T.” and “vernissage de Julia”?"""
    tied = match.value in reading.lexicon.instruments.values() or match.value in _TIED
    return (
        tied
        and not _NO_BIO.search(reading.text)
        and any(
            0 <= match.start - each.end <= NEAR or 0 <= each.start - match.end <= NEAR
            for each in reading.mentions
        )
    )


def _listed(text: str) -> list[tuple[int, int]]:
    """What stands alone between the separators of a short text that is a list, as bios are."""
    if len(text) > LONGEST_BIO or _NO_BIO.search(text):
        return []
    parts = [(each.start(), each.end()) for each in _PART.finditer(text)]
    sizes = [len(text[low:high].split()) for low, high in parts]
    if sum(size <= SHORT_PART for size in sizes) < FEWEST_PARTS:
        return []
    return parts


_UNIT = re.compile(r"\b(?:[Ss]ervice|[Uu]nité|[Ww]ard|[Uu]nit)\s(?:\d{1,2}[A-Z]|[A-Z]\d{1,2})\b")
"""A ward or a team by its number and letter: “service 3B”, “ward B12”; a few dozen people."""


def group(reading: Reading) -> Iterator[Found]:
    """A band, club or association that a page about others names; the unit of a hospital or a firm."""
    for match in _UNIT.finditer(reading.text) if reading.peopled else ():
        start, end = match.span()
        yield Found(kind="group_membership", value=fold(match.group()), start=start, end=end)
    if reading.own:
        return
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
    for match in reading.spot("objects"):
        make = _MAKE.match(reading.text[match.end :])
        if make is None or match.start < done or not _OWNED.search(reading.text[: match.start]):
            continue
        start = match.end + make.start("make")
        if reading.lexicon.place(make["make"]) or reading.mention_at(start, start + 1):
            continue
        done = match.end + make.end()
        value = f"{match.value} {fold(make['make'])}"
        yield Found(kind="belonging", value=value, start=match.start, end=done)
        if reading.own and match.word in reading.lexicon.valuables:
            yield Found(kind="valuables", value=value, start=match.start, end=done)


def routine(reading: Reading) -> Iterator[Found]:
    """The hours at which someone can be reached or trains: “après 19h”, “tempo 6h30 mardi et jeudi”."""
    if not reading.own:
        return
    for match in _TRAINED.finditer(reading.text):
        days = re.findall(rf"(?:{_DAYS})", match["days"], re.IGNORECASE) or [""]
        for each in days:
            start, end = match.span()
            value = fold(f"{each} {match['hour']}".strip())
            yield Found(kind="routine", value=value, start=start, end=end)
    for match in _REACHED.finditer(reading.text):
        yield Found(
            kind="routine",
            value=fold(match["hour"]),
            start=match.start("hour"),
            end=match.end("hour"),
        )
