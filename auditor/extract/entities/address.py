"""Postal addresses: a street and what follows it, as one span; postcodes that stand beside a town."""

import re
from collections.abc import Iterator

from auditor.extract.entities.codes import LEADING
from auditor.extract.entities.cores import UNIT_WORDS, Core, cores
from auditor.extract.entities.entity import Entity
from auditor.extract.entities.overlap import first_come
from auditor.extract.entities.sight import Sight, sight
from auditor.extract.entities.tails import Piece, tail
from auditor.extract.entities.towns import codes_beside_towns
from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold

_CUE = re.compile(
    r"(?:j['’]?habit\w{0,4}|habit\w{1,4}|adresse|address|domicil\w{1,5}|r[ée]sid\w{1,6}|demeur\w{1,4}|live[sd]?|living|located|"
    r"situ[ée]\w{0,2}|logement|chez (?:moi|nous)|my (?:place|house|flat)|home|rendez-vous|d[ée]m[ée]nag\w{1,4}|moved|meet me)\W",
    re.IGNORECASE,
)
_POSTCODE_CUE = re.compile(
    r"\b(?:zip(?:[ -]?code)?|post(?:al)?[ -]?code|code[ -]postal|cp(?=\s?:?\s?\d{5})|plz)\s{0,2}(?:is|est|[:=])?\s{0,2}"
    r"(?P<code>[A-Z]\d[A-Z][ -]?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{5}-\d{3,4}|\d{3} \d{2}|\d{4} [A-Z]{2}|\d{3,6})(?![\w])",
    re.IGNORECASE,
)
FARTHEST = 60
"""Letters before a street in which its units may stand."""
MORE = 0.1
"""What a postcode or a country adds to how sure a street is."""


def address(sight: Sight) -> Iterator[Entity]:
    """A postal address, from the house number to the postcode or the country."""
    found = sorted(_candidates(sight), key=lambda each: (each[0], each[1].start, -each[1].end))
    yield from first_come(each for _, each in found)


def _candidates(sight: Sight) -> Iterator[tuple[bool, Entity]]:
    """Every reading of a street with its parts; those that lean on their parts come last."""
    start = end = -1
    for core in cores(sight):
        if start < core.start < end:
            continue  # within the address that was just read
        pieces = tail(sight.text, core.end, sight.lexicon)
        if _enough(sight, core, pieces):
            start, end = core.start, _end(core, pieces)
            yield core.needs in {"unit", "firm"}, _address(sight, core, pieces)


def postcode(sight: Sight) -> Iterator[Entity]:
    """A postcode beside a town or after a word for it."""
    for start, end in codes_beside_towns(sight.text, sight.lexicon):
        yield _code(sight.text, start, end, 0.7, "town")
    for match in _POSTCODE_CUE.finditer(sight.text):
        yield _code(sight.text, match.start("code"), match.end("code"), 0.85, "cue")


def parts(text: str, found: Entity, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """The spans of an address: street, unit, postcode, town, region, country."""
    inner = text[found.start : found.end]
    best = max(
        ((core, tail(inner, core.end, lexicon)) for core in cores(sight(inner, (), lexicon))),
        key=lambda each: (_end(*each), -each[0].start),
        default=None,
    )
    if best is None:
        return [(found.start, found.end, "street")]
    core, pieces = best
    spans = [(core.start, core.end, "street"), *((p.start, p.end, p.kind) for p in pieces)]
    if core.start:
        spans.insert(0, (0, len(inner[: core.start].rstrip(" ,\n")), "unit"))
    return [(found.start + start, found.start + end, kind) for start, end, kind in spans]


def _enough(sight: Sight, core: Core, pieces: list[Piece]) -> bool:
    """Is there what this street needs to be an address?"""
    kinds = {each.kind for each in pieces}
    if core.needs == "unit":
        return pieces[:1] != [] and pieces[0].kind == "unit"
    if core.needs == "firm":
        return "unit" in kinds or kinds >= {"town", "postcode"} or kinds >= {"town", "country"}
    if core.needs == "code":
        return "postcode" in kinds
    if core.needs == "part":
        return bool(kinds)
    if core.needs == "town":
        return bool(kinds & {"town", "postcode"}) or bool(_CUE.search(sight.before(core.start, 30)))
    return True


def _end(core: Core, pieces: list[Piece]) -> int:
    return pieces[-1].end if pieces else core.end


def _closed(text: str, core: Core, pieces: list[Piece]) -> int:
    """The end without the full stop of the sentence."""
    end = _end(core, pieces)
    return end if pieces else core.start + len(text[core.start : end].rstrip(".,- "))


def _lead(sight: Sight, core: Core) -> int:
    """Where the units before a house number begin."""
    if not sight.text[core.start].isdigit() or sight.words.isdisjoint(UNIT_WORDS):
        return core.start
    before = sight.before(core.start, FARTHEST)
    for match in LEADING.finditer(before):
        return core.start - len(before) + match.start()
    return core.start


def _address(sight: Sight, core: Core, pieces: list[Piece]) -> Entity:
    text = sight.text
    start, end = _lead(sight, core), _closed(text, core, pieces)
    value = re.sub(r"[\s,;.]+", " ", fold(text[start:end])).strip(" -")
    kinds = {each.kind for each in pieces}
    more = MORE if kinds & {"postcode", "country", "town"} else 0.0
    return Entity(
        type="address",
        start=start,
        end=end,
        value=value,
        score=round(min(0.95, core.score + more), 2),
        valid=None,
        by="address",
        why="+".join(each.kind for each in pieces) or "street",
    )


def _code(text: str, start: int, end: int, score: float, why: str) -> Entity:
    return Entity(
        type="postcode",
        start=start,
        end=end,
        value=re.sub(r"[\s-]", "", text[start:end]).upper(),
        score=score,
        valid=None,
        by="postcode",
        why=why,
    )
