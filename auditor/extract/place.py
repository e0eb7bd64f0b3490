"""Where: addresses, towns said after a cue, the place of a post."""

import re
from collections.abc import Iterator

from auditor.extract.reading import Found, Reading
from auditor.model.fact import About, Polarity
from auditor.model.names import fold

_NAME = (
    r"[A-ZÀ-Ý][\w’'-]+(?:[ -](?:sur|sous|en|les?|la|de|du|des|d['’]|aux?|[A-ZÀ-Ý])[\w’'-]*){0,4}"
)
_STREET_FR = re.compile(
    r"\b\d{1,4}(?:\s?(?:bis|ter|[A-D]))?,?\s(?:rue|avenue|av\.?|boulevard|bd\.?|place|allées?|chemin|"
    r"impasse|quai|cours|route|square|venelle|sentier|faubourg)\s[^\n,;.!?()«»]{3,50}?"
    r"(?=[,;.!?()»\n]|$|\s-\s)(?:,?\s(?:\d{5}\s)?" + _NAME + ")?",
    re.IGNORECASE,
)
_STREET_EN = re.compile(
    r"\b\d{1,5}[A-D]?\s(?:[A-Z][\w’'-]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Row|Drive|Dr|"
    r"Close|Way|Court|Terrace|Crescent|Gardens|Place|Square)\b\.?"
)
_AT_HOME = re.compile(
    r"(?:j['’]habite|j['’]vis|je vis|nous habitons|on habite|chez moi|chez nous|mon adresse|notre adresse"
    r"|I live|we live|my (?:place|address|home|flat))\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_AT_OTHERS = re.compile(
    r"(?:chez|at)\s(?!moi|nous|me\b|us\b|my\b|our\b)[^.;!?]{2,60}$", re.IGNORECASE
)
_HOME = re.compile(
    r"\b(?:j['’]\s?habite|je vis|j['’]?ai emménagé|install[ée]e?s?|on habite|nous habitons|habitante?|"
    r"I live|I'm based|based|living|(?:I|we) moved)\s(?P<in>(?:à|a|au|aux|en|in|to|near|près de)\s)"
    r"(?P<place>" + _NAME + ")"
)
_FROM = re.compile(r"(?<!\w)(?:de|d['’]|from|of)\s?(?P<place>" + _NAME + ")")
_AT = re.compile(r"(?<!\w)(?:à|au|aux|en|in|at|near|vers|sur)\s(?P<place>" + _NAME + ")")
_SEGMENT = re.compile(
    r"(?:^|[,;:—–|•(]|\s-\s)\s*(?P<place>" + _NAME + r")\s*(?=$|[,;:.!—–|•)]|\s-\s)"
)
_QUARTER = re.compile(
    r"(?P<place>"
    + _NAME
    + r")[\s-](?:centre(?:[\s-]ville)?|nord|sud|est|ouest|city centre|downtown)\b"
)
_VENUE = re.compile(
    r"\b(?:(?P<soon>ce soir|demain soir|tonight|rendez-vous|see you at)|live|concert|en concert)\s"
    r"(?:(?:à|au|aux|at|in|dans)\s)?(?P<place>(?:La|Le|Les|L['’]|The)\s?[A-ZÀ-Ý0-9][\w’'-]*(?:\s(?:[A-ZÀ-Ý][\w’'-]*|\d{1,3}))*)"
)
_NEGATED = re.compile(r"(?:\b(?:pas|plus|jamais|not|never)|n['’]t)\s(?:\w+\s){0,2}$", re.IGNORECASE)


def address(reading: Reading) -> Iterator[Found]:
    """A street address, the subject's or somebody else's."""
    for pattern in (_STREET_FR, _STREET_EN):
        for match in pattern.finditer(reading.text):
            before = reading.text[: match.start()]
            others = _AT_OTHERS.search(before)
            ours = reading.own and _AT_HOME.search(before)
            yield Found(
                kind="third_party_address" if others else "home_address",
                value=fold(match.group()).strip(" ,.-"),
                start=match.start(),
                end=match.end(),
                about=About.OTHER if others else About.SUBJECT if ours else About.UNKNOWN,
            )


def home(reading: Reading) -> Iterator[Found]:
    """The town someone says they live in."""
    for match in _HOME.finditer(reading.text):
        town = _town(match["place"], reading)
        if town:
            negated = _NEGATED.search(reading.text[: match.start()])
            yield Found(
                kind="home_commune",
                value=town[0],
                start=match.start("place"),
                end=match.start("place") + town[1],
                polarity=Polarity.NEGATED if negated else Polarity.ASSERTED,
            )


def hometown(reading: Reading) -> Iterator[Found]:
    """A town that a text ties to a person or a group: “de Nantes”, “Nantes centre”, “28 ans, Nantes”."""
    patterns = (_QUARTER,) if reading.own else (_QUARTER, _FROM, _AT, _SEGMENT)
    seen: set[int] = set()
    for pattern in patterns:
        for match in pattern.finditer(reading.text):
            start = match.start("place")
            town = _town(match["place"], reading, cue=pattern is not _SEGMENT)
            if town and start not in seen and not reading.mention_at(start, start + town[1]):
                seen.add(start)
                yield Found(kind="home_commune", value=town[0], start=start, end=start + town[1])


def geotag(reading: Reading) -> Iterator[Found]:
    """The place a post is about: “…, Montréal, juin 2008”, “à Vancouver”."""
    if not reading.own:
        return
    seen: set[int] = set()
    for pattern in (_AT, _SEGMENT):
        for match in pattern.finditer(reading.text):
            start = match.start("place")
            town = _town(match["place"], reading, cue=pattern is not _SEGMENT)
            if town and start not in seen and not reading.mention_at(start, start + town[1]):
                seen.add(start)
                yield Found(kind="geotag", value=town[0], start=start, end=start + town[1])


def venue(reading: Reading) -> Iterator[Found]:
    """A venue where someone is, was or will be seen: “ce soir La Cale 2”, “live at …”."""
    for match in _VENUE.finditer(reading.text):
        yield Found(
            kind="checkin" if match["soon"] else "geotag",
            value=fold(match["place"]),
            start=match.start("place"),
            end=match.end("place"),
        )


def _town(words: str, reading: Reading, *, cue: bool = True) -> tuple[str, int] | None:
    """The town that the words start with (longest first): its name, and how many letters name it.

    Without a cue before it, a town that is also an everyday word (Nice, Tours, Bath) is not taken.
    """
    parts = re.split(r"(?<=[ -])", words)
    while parts:
        name = "".join(parts).strip(" -,'’")
        place = reading.lexicon.place(name)
        if place and (cue or fold(name) not in reading.lexicon.ordinary):
            return place.name, len(name)
        parts.pop()
    return None
