"""The streets of a text: which words make one, and what it still needs to be an address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.extract.entities import streets
from auditor.extract.entities.sight import Sight
from auditor.model.names import fold

FIRM = frozenset(
    "rue avenue av ave boulevard bvd bld blvd boul bd allee allees all chemin ch chem impasse imp quai square sq "
    "venelle sentier faubourg fbg ruelle route rte".split()
)
"""French words for streets that mean little else: small letters may follow them."""
_FIRST_WORDS = FIRM | frozenset(
    "place pl cours passage villa cite montee esplanade promenade rond traverse voie mail clos galerie hameau "
    "lotissement rang cote terrasse parvis sente levee corniche chaussee dreve residence parc domaine lieu carrefour "
    "placette autoroute zone za zi grande grand".split()
)
_ROMANCE_WORDS = frozenset(
    "strasse platz via viale corso piazza piazzale vicolo largo strada calle avenida avda plaza plza pza paseo camino carrer "
    "ronda travesia glorieta rua travessa praca estrada alameda calcada ulica ulice ul plac aleja str soseaua bulevardul "
    "calea aleea namesti nam trida trg cesta naselje pod rruga bulevar".split()
)
_ROMANCE_SIGN = re.compile(r"(?<!\w)(?:[Cc]/|[Cc]\.|al\.|os\.|[Pp]l\.|Av\.?|[Pp][ºo])[ ]?[A-ZÀ-Ž]")
"""The same, shortened to letters that stand in every text."""
_LAST_WORDS = frozenset(
    word.lower()
    for word in re.sub(r"\(\?:[^)]*\)|s\?", "", streets.ENGLISH + "|" + streets.USPS).split("|")
) - {"dr", "st", "ct", "pl", "av", "ter", "str"}
_LAST_SIGN = re.compile(
    r"\d[A-Da-d]?[ ](?:[^\W_][\w’'.-]{0,30}[ ]){1,4}(?:Dr|St|Ct|Pl|Av|Ter|DR|ST|CT|PL|AV)(?!\w)"
)
UNIT_WORDS = frozenset(
    "apt appt app apartment appartement suite ste unit flat floor room bldg building piso top whg bte bus esc bat "
    "batiment etage".split()
)
_BOX_WORDS = frozenset("box bp cp cs postale postfach postbus apartado postal apo fpo dpo".split())
_SETTLED = frozenset("hameau lieu-dit residence lotissement zone za z.a zi z.i domaine".split())
"""Places with a name and no numbers: an address where a postcode follows."""
_PLAIN = frozenset("rue avenue boulevard bd allee impasse quai chemin".split())
LEAST = 7
"""Digits of a house number, another one and a postcode: fewer are no foreign address."""
_GLUED_WORDS = (
    "strasse str gasse weg platz allee ring damm ufer steig graben markt hof berg straat laan plein gracht kade dijk singel "
    "dreef steeg baan pad gatan gata grand vagen stigen torget vag vej gade straede stien veien vegen gate vei plass katu tie "
    "kuja polku tori ranta braut vegur straeti utca utcaja puiestee maantee iela gatve ului".split()
)
_GLUED_ENDS = tuple(_GLUED_WORDS)
_BEFORE_NUMBER = re.compile(r"([^\W\d_]{1,40})\.?[ ]\d")
_ALONE = frozenset("ut utja ter tere krt rkp tn tee poik pst u".split())
"""Words for streets that follow a name: Hungarian, Estonian."""
_LINE_WITH_CODE = re.compile(
    r"[,\n][ \n]{0,6}(?:,[ ])?[^\W\d_][^\n,\d]{1,40}[ ,\n]{1,8}(?:[A-Z]{2}[ ,\n]{1,6})?\d{4,6}(?!\d)"
    r"|[,\n][ \n]{0,6}\d{4,6}[ ][A-ZÀ-Ž]"
)
"""A town and its postcode on a line of their own or between commas."""


@dataclass(frozen=True, slots=True)
class Core:
    """A street found: where it stands, how sure it is, what must follow."""

    start: int
    end: int
    score: float
    needs: str
    """Nothing, any further `part` of an address, a `unit`, `firm` parts, a `code`, or a `town` or cue."""


def cores(sight: Sight) -> Iterator[Core]:
    """Every street of the text; several readings of the same words may come."""
    words = sight.words
    if not words.isdisjoint(_FIRST_WORDS):
        yield from _type_first(sight)
    if "corner" in words or "angle" in words:
        for match in streets.CORNER.finditer(sight.text):
            yield Core(match.start(), _bare(match), 0.8, "")
    if sight.digits:
        yield from _numbered(sight)


def _numbered(sight: Sight) -> Iterator[Core]:
    """Streets that are known by a number only."""
    words, text = sight.words, sight.text
    if not words.isdisjoint(_LAST_WORDS) or _LAST_SIGN.search(text):
        yield from _type_last(sight)
    if not words.isdisjoint(_ROMANCE_WORDS) or _ROMANCE_SIGN.search(text):
        yield from _romance(sight)
    if any(_ends_as_street(match[1]) for match in _BEFORE_NUMBER.finditer(text)):
        for match in streets.COMPOUND.finditer(sight.text):
            yield Core(match.start(), match.end(), 0.75, "firm" if match["loose"] else "")
    yield from _others(sight)


def _ends_as_street(word: str) -> bool:
    folded = fold(word)
    return folded.endswith(_GLUED_ENDS) or folded in _ALONE


def _foreign(sight: Sight) -> bool:
    """May there be an address of a country whose words for streets are not known?"""
    if sight.digits < LEAST:
        return False
    countries = sight.lexicon.countries
    return _LINE_WITH_CODE.search(sight.text) is not None or any(
        word in countries for word in sight.words
    )


def _others(sight: Sight) -> Iterator[Core]:
    if not sight.words.isdisjoint(UNIT_WORDS):
        for match in streets.ANY.finditer(sight.text):
            yield Core(match.start(), match.end(), 0.6, "unit")
    elif _foreign(sight):
        for match in streets.ANY.finditer(sight.text):
            yield Core(match.start(), match.end(), 0.6, "firm")
    if not sight.words.isdisjoint(_BOX_WORDS):
        for match in streets.BOX.finditer(sight.text):
            yield Core(match.start(), match.end(), 0.65, "")


def _type_first(sight: Sight) -> Iterator[Core]:
    """“12 bis, rue des Lilas”, “Rue de la Gare 4”, “rue de Rivoli”."""
    for match in streets.TYPE_FIRST.finditer(sight.text):
        kind = fold(match["type"]).strip(".")
        named = any(map(str.isupper, match["name"]))
        if match["number"] or match["after"]:
            firm = kind in FIRM
            if (named and (firm or match["number"])) or (firm and match["number"]):
                end = _bare(match) if named else _second(sight, match)
                yield Core(match.start(), end, 0.85 if firm else 0.75, "")
        elif named and (kind in _PLAIN or kind.split(" ")[0] in _SETTLED):
            needs = "town" if kind in _PLAIN else "code"
            yield Core(match.start(), _bare(match), 0.55, needs)
    if "grand" in sight.words or "grande" in sight.words:
        for match in streets.NAMELESS.finditer(sight.text):
            yield Core(match.start(), match.end(), 0.8, "")


def _bare(match: re.Match[str]) -> int:
    """The end of a street without the full stop of its sentence."""
    words = match.group()
    initial = words[-1:] == "." and words[-2:-1].isupper()
    return match.end() if initial else match.start() + len(words.rstrip(".-'’ "))


def _second(sight: Sight, match: re.Match[str]) -> int:
    """Where a street in small letters ends: after a given name a surname follows."""
    word = re.match(r"[ ]([^\W\d_][\w’'-]{1,30})(?!\w)", sight.text[match.end() : match.end() + 40])
    named = fold(match["name"].strip()) in sight.lexicon.given
    return match.end() + word.end() if word and named else match.end()


def _type_last(sight: Sight) -> Iterator[Core]:
    """“14 Crown Street”, “3 Mill Lane”, “25 King Summit”."""
    for match in streets.TYPE_LAST.finditer(sight.text):
        if match["number"]:
            weak = match["strong"] is None
            yield Core(match.start(), match.end(), 0.65 if weak else 0.8, "part" if weak else "")
        elif match["strong"]:
            yield Core(match.start(), match.end(), 0.5, "town")
    for match in streets.LOWER_LAST.finditer(sight.text):
        yield Core(match.start(), match.end(), 0.6, "")


def _romance(sight: Sight) -> Iterator[Core]:
    """“Via Roma 131”, “Calle de Alcalá, 12”, “ul. Zamkowa 33”."""
    for match in streets.ROMANCE_FIRST.finditer(sight.text):
        if match["number"] or match["name"][:1].isupper():
            yield Core(match.start(), match.end(), 0.7, "")
