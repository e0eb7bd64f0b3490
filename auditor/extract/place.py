"""Where: towns that a text ties to a person, the place of a caption, venues."""

import re
from collections.abc import Iterator

from auditor.extract import said
from auditor.extract.reading import Found, Reading
from auditor.model.fact import About
from auditor.model.names import fold

_NAME = r"[A-ZÀ-Ý][\w’'-]{1,40}(?:[ -](?:sur|sous|en|les?|la|de|du|des|d['’]|aux?|[A-ZÀ-Ý])[\w’'-]{0,40}){0,4}"
_FROM = re.compile(r"(?<!\w)(?:de|d['’]|from|of)\s?(?P<place>" + _NAME + ")")
_AT = re.compile(r"(?<!\w)(?:à|au|aux|en|in|at|near|vers|sur)\s(?P<place>" + _NAME + ")")
_SEGMENT = re.compile(
    r"(?:^|[,;:—–|•(]|\s-\s)\s*(?P<place>" + _NAME + r")\s*(?=$|[,;:.!—–|•)]|\s-\s)"
)
_QUARTER = re.compile(
    r"(?P<place>"
    + _NAME
    + r")(?:[\s-](?:centre(?:[\s-]ville)?|nord|sud|ouest|city centre|downtown)|-est|\sEst)\b(?!\s(?:de|du|des|d['’]|et|of)\b)"
)
_VENUE = re.compile(
    r"\b(?:(?P<soon>ce soir|demain soir|tonight|rendez-vous|see you at)|live|concert|en concert)\s"
    r"(?:(?:à|au|aux|at|in|dans)\s)?(?P<place>(?:La|Le|Les|L['’]|"
    r"The)\s?[A-ZÀ-Ý0-9][\w’'-]{0,40}(?:\s(?:[A-ZÀ-Ý][\w’'-]{0,40}|\d{1,3}))*)"
)
_DEMONYM = re.compile(
    r"(?<!\w)(?P<who>[^\W\d_]{2,18}(?:ois|oise|ais|aise|ien|ienne|een|eenne|ain|aine|in|ine|ard|arde|ot|"
    r"ote|eton|etonne|ol|ole|iste|er|ite)s?)"
    r" (?P<how>d'adoption|de coeur|par adoption|exilee?|de naissance|de souche|pur jus|pure souche|"
    r"d'origine|pur sang|de toujours|depuis (?:toujours|(?:plus de )?\d+ ans|(?:19|20)\d\d|peu|"
    r"un an))(?!\w)"
    r"|(?<!\w)(?:adopted|adoptive|proud|born) (?P<en>[a-z]{3,18}(?:er|ian|onian|ensian|ite|"
    r"man))(?: (?P<bred>born and bred|by birth))?(?!\w)"
)
"""“Lausannois d'adoption”: where someone lives, or by *naissance* was born."""
_NO_PEOPLE = frozenset(
    "raleur rebelle chauvin copain cousin voisin americain europeen artiste optimiste fonceur player partner winner "
    "mother father member owner supporter user dreamer citizen human christian vegetarian feministe".split()
)
"""Words with the ending of a people that name none."""
_BORN = frozenset(("de naissance", "de souche", "pure souche"))
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Ý](?=[a-zà-ÿ])")
AFTER = 24
"""Letters after a street address in which its town still stands (own choice)."""
_WAY = re.compile(
    r"(?:rue|avenue|boulevard|place|quai|impasse|chemin|allée|cours|square)\s(?:de\s|des\s|du\s|la\s|"
    r"d['’]){0,2}(?:\w+\s)?$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?<!\w)(?:hier|aujourd'hui|ce (?:soir|matin)|today|yesterday|tonight|this (?:morning|weekend)|"
    r"week-?end|(?:19|20)\d\d)(?!\w)"
)
_VERB = re.compile(
    r"(?<!\w)(?:est|sont|etait|a ete|vit|vivent|travaille\w*|habite\w*|vend\w*|parle\w*|dit|annonc\w+|"
    r"joue\w*|gagn\w+|is|are|"
    r"was|were|has|have|says|said|"
    r"will|wins|lost|live|lives|lived|used to|grew|born|moved|works?|from|tu|vous|you|your|votre|il|elle|"
    r"ils|elles|he|she|they|his|her|their)(?!\w)"
)
_OUTSIDE = re.compile(r"https?:|(?<!\w)rt(?!\w)|@\w|[?%€$£]|#\w+.*#\w+.*#\w+")
_PIN = re.compile(r"📍\s?(?:[àa]\s)?(?P<place>" + _NAME + ")")
SHORT_PART = 5
"""Words of one entry of a bio (own choice)."""
CAPTION = 12
"""Words of a caption; a longer text only speaks of places (own choice)."""


def hometown(reading: Reading) -> Iterator[Found]:
    """A town that a text ties to a person or a group: “de Nantes”, “Nantes centre”, “28 ans, Nantes”."""
    if reading.own:
        yield from _people_of(reading)
        yield from _town_of_address(reading)
        yield from _pinned_home(reading)
    patterns = (_QUARTER,) if reading.own else (_QUARTER, _FROM, _AT, _SEGMENT)
    seen: set[int] = set()
    for pattern in patterns:
        for match in pattern.finditer(reading.text):
            start = match.start("place")
            town = _town(match["place"], reading, cue=pattern is not _SEGMENT)
            if town and start not in seen and not reading.mention_at(start, start + town[1]):
                seen.add(start)
                yield Found(kind="home_commune", value=town[0], start=start, end=start + town[1])


def _people_of(reading: Reading) -> Iterator[Found]:
    """What someone calls themself by a town: “Lausannois d'adoption”, “Vesoulien de naissance”."""
    for match in _DEMONYM.finditer(reading.plain):
        word = match["who"] or match["en"]
        nations = reading.lexicon.nations
        if word in _NO_PEOPLE or word in nations or not said.claimed(reading, *match.span()):
            continue
        if said.of_another(reading, *match.span()):
            continue
        start = match.start("who") if match["who"] else match.start("en")
        if reading.text[start].islower() and not reading.lowered:
            continue
        born = match["how"] in _BORN or match["bred"]
        yield Found(
            kind="birth_place" if born else "home_commune",
            value=word,
            start=match.start(),
            end=match.end(),
        )


def _town_of_address(reading: Reading) -> Iterator[Found]:
    """The town of one's own street address: the last one in it, or the one right after it."""
    from auditor.extract.structured import address

    for found in address(reading):
        if found.kind != "home_address" or found.about is not About.SUBJECT:
            continue
        stretch = reading.text[found.start : found.end + AFTER]
        starts = [found.start + each.start() for each in _CAPITAL.finditer(stretch)]
        for start in reversed(starts):
            if _WAY.search(reading.text, max(0, start - AFTER), start):
                continue
            run = re.match(_NAME, reading.text[start:])
            town = _town(run.group(), reading, cue=False) if run else None
            if town:
                yield Found(kind="home_commune", value=town[0], start=start, end=start + town[1])
                break


def _pinned_home(reading: Reading) -> Iterator[Found]:
    """A town under a pin that opens a bio: “📍 Moose Jaw, SK. dogs, curling”."""
    for match in _PIN.finditer(reading.text):
        if _is_pin_of_bio(reading, match.start(), match.end()):
            town = _town(match["place"], reading)
            if town:
                start = match.start("place")
                yield Found(kind="home_commune", value=town[0], start=start, end=start + town[1])


def _is_pin_of_bio(reading: Reading, start: int, end: int) -> bool:
    """Does a list of things that somebody is or likes surround it, and no day?"""
    rest = reading.plain[:start] + reading.plain[end:]
    parts = [each for each in re.split(r"[,.|•·\n]", rest) if re.search(r"\w\w", each)]
    return (
        len(parts) > 1
        and all(len(each.split()) <= SHORT_PART for each in parts)
        and not _DATED.search(rest)
    )


def geotag(reading: Reading) -> Iterator[Found]:
    """The place of a caption: “…, Montréal, juin 2008”, “scooter à Vancouver”, “📍 Porto”."""
    if not reading.own:
        return
    seen: set[int] = set()
    for start, name, length in (*_pinned(reading), *_captioned(reading)):
        if start in seen or reading.mention_at(start, start + length):
            continue
        if said.of_another(reading, start, start + length):
            continue
        if said.claimed(reading, start, start + length):
            seen.add(start)
            yield Found(kind="geotag", value=name, start=start, end=start + length)


def _pinned(reading: Reading) -> Iterator[tuple[int, str, int]]:
    """What stands after a pin, known or not, where it is no bio's."""
    for match in _PIN.finditer(reading.text):
        if not _is_pin_of_bio(reading, match.start(), match.end()):
            words = match["place"]
            name, length = _town(words, reading) or (words, len(words))
            yield match.start("place"), name, length


def _captioned(reading: Reading) -> Iterator[tuple[int, str, int]]:
    if not _is_caption(reading):
        return
    for pattern in (_AT, _SEGMENT):
        for match in pattern.finditer(reading.text):
            town = _town(match["place"], reading, cue=pattern is not _SEGMENT)
            if town:
                yield match.start("place"), *town


def _is_caption(reading: Reading) -> bool:
    """Is it as short as a caption, and without a verb, a question, a link or a price?"""
    words = len(reading.marks)
    return (
        words <= CAPTION and not _VERB.search(reading.plain) and not _OUTSIDE.search(reading.plain)
    )


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
