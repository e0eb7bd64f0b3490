"""Numbers that states and hospitals give: identity, vehicles, files, licences."""

import re
from collections.abc import Callable, Iterator

from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight

_S = r"[ \t\u00a0\u202f]{0,2}"
_NIR = re.compile(
    rf"(?<![\w.,+-])(?<!\d )[12378]{_S}\d{_S}\d{_S}(?:0{_S}[1-9]|1{_S}[0-2]|[2-9]{_S}\d){_S}\d{_S}[\dAB]"
    rf"(?:{_S}\d){{6}}(?:[-/]?{_S}(?P<key>\d{_S}\d))?(?!\w|[ .-]\d)",
    re.IGNORECASE,
)
_NIR_LOOSE = re.compile(r"(?<![\w.,+-])(?<!\d )\d(?:[ \u00a0]{0,2}\d){10,14}(?!\w|[ .-]\d)")
"""Digits that only a word before them makes a French number: its month or its length is wrong."""
_NIR_CUE = re.compile(
    r"\b(?:nir|s[ée]cu(?:rit[ée])?(?: sociale)?|nss|insee|immatriculation|assur[ée](?:e|\(e\))?|n° ?ss|num[ée]ro ss)(?!\w)",
    re.IGNORECASE,
)
_SSN = re.compile(r"(?<![\w.,+-])\d{3}([ -]?)\d{2}\1\d{4}(?![\w-])")
_SSN_CUE = re.compile(r"\b(?:ssn|social[ -]security|social #|tax ?id|itin)\b", re.IGNORECASE)
_SIN = re.compile(r"(?<![\w.,+-])(?<!\d )\d{3}([ -]?)\d{3}\1\d{3}(?![\w-]| \d)")
_SIN_CUE = re.compile(
    r"\b(?:sin|nas|social insurance|assurance sociale|num[ée]ro d['’]assurance)\b", re.IGNORECASE
)
_NINO = re.compile(
    r"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)",
    re.IGNORECASE,
)
"""Letters that HMRC issues; the form has no check digit."""
_PLATE = re.compile(
    r"(?<![\w-])(?:(?P<siv>(?!SS|WW)[A-HJ-NP-TV-Z]{2}[- ·]?\d{3}[- ·]?(?!SS)[A-HJ-NP-TV-Z]{2})"
    r"|(?P<old>\d{2,4} ?[A-HJ-NP-TV-Z]{2,3} ?(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6]))"
    r"|(?P<uk>[A-HJ-PR-Y][A-HJ-PR-Y]\d\d ?[A-HJ-PR-Z]{3})"
    r"|(?P<qc>[A-HJ-NP-Z]\d\d ?[A-HJ-NP-Z]{3}|\d{3} ?[A-HJ-NP-Z]{3}))(?![\w-])"
)
_PLATE_CUE = re.compile(
    r"\b(?:plaques?|immatricul\w{2,8}|plates?|registration|reg|license plate|number plate|voiture|car|"
    r"v[ée]hicule|moto|scooter|van|camion|truck)\b",
    re.IGNORECASE,
)
_UNITS = re.compile(r"\d (?:AM|PM|KM|GB|MB|KB|TB|MHZ|EN|ET|DE) ", re.IGNORECASE)
_NUMBERED = (
    r"[ \t]{0,2}(?:\((?:[A-Z]{2,6})\))?[ \t]{0,2}(?:n[°ºo]\.?|num[ée]ro|number|no\.?|#|id)?[ \t]{0,2}(?:[:=#-]|est|is"
    r"|[ée]tant)?[ \t]{0,2}(?:le[ ]|the[ ])?"
)
_MEDICAL = re.compile(
    r"\b(?:IPP?|NDA|NIP|IEP|MRN|NHS|INS|UHID|num[ée]ro d['’]identification(?: patient)?|patiente?(?= ?(?:id|n[°o]|num|:|#))|"
    r"(?:num[ée]ro de )?(?:dossier|s[ée]jour)(?: m[ée]dical| patient)?|medical record|RAMQ|health card)"
    + _NUMBERED
    + r"(?P<id>(?-i:[A-Z]{0,4}-?)\d(?:[ .-]?\d|[A-Z](?=\d)){3,17})(?![\w/-])",
    re.IGNORECASE,
)
_MEDICAL_WORDS = frozenset(
    "ip ipp nda nip iep mrn nhs ins uhid identification patient dossier sejour record ramq card".split()
)
_LICENCE_WORDS = frozenset(
    "rpps adeli permis licence license dl passeport passport identite cni bar dea npi siren siret".split()
)
_LICENCE = re.compile(
    r"\b(?:RPPS|ADELI|permis(?: de conduire)?|driv(?:er|ing)(?:['’]?s)?[ -]licen[cs]e|licen[cs]e|DL|passe?port|"
    r"(?:carte nationale d['’]identit[ée]|CNI|carte d['’]identit[ée])|bar number|DEA|NPI|SIREN|SIRET)"
    + _NUMBERED
    + r"(?P<id>(?=[A-Z-]{0,6}\d)[A-Z0-9](?:[ -]?[A-Z0-9]){4,18}(?<=\d))(?!\w)",
    re.IGNORECASE,
)
_PASSPORT = re.compile(r"passe?port|identit|cni", re.IGNORECASE)


def national_id(sight: Sight) -> Iterator[Entity]:
    """A number of identity: French NIR, US SSN, Canadian SIN, British NINO."""
    yield from _nir(sight)
    yield from _loose(sight)
    yield from _keyed(sight, "us-ssn", _SSN, _SSN_CUE, _ssn_valid)
    yield from _keyed(sight, "ca-sin", _SIN, _SIN_CUE, _sin_valid)
    for match in _NINO.finditer(sight.text):
        yield _paper(match, "uk-nino", 0.85, None, "form")


def _nir(sight: Sight) -> Iterator[Entity]:
    """With a wrong key it is told too: mistyped, it still names somebody."""
    for match in _NIR.finditer(sight.text):
        value = re.sub(r"[^0-9AB]", "", match.group().upper())
        cue = _NIR_CUE.search(sight.before(match.start())) is not None
        valid = _nir_valid(value) if match["key"] else None
        if valid is None and not cue:
            continue
        score = 0.97 if valid else 0.85 if cue else 0.6
        yield _paper(match, "fr-nir", score, valid, "cue" if cue else "key")


def _loose(sight: Sight) -> Iterator[Entity]:
    for match in _NIR_LOOSE.finditer(sight.text):
        if _NIR_CUE.search(sight.before(match.start(), 60)):
            yield _paper(match, "fr-nir", 0.55, False, "cue")


def _nir_valid(value: str) -> bool:
    from stdnum.fr import nir

    return bool(nir.is_valid(value))


def _ssn_valid(value: str) -> bool:
    from stdnum.us import ssn

    return bool(ssn.is_valid(value))


def _sin_valid(value: str) -> bool:
    from stdnum.ca import sin

    return bool(sin.is_valid(value))


def _keyed(
    sight: Sight,
    which: str,
    form: re.Pattern[str],
    cue: re.Pattern[str],
    check: Callable[[str], bool],
) -> Iterator[Entity]:
    """Nine digits: with a cue, or grouped as that country groups them and valid."""
    for match in form.finditer(sight.text):
        value = re.sub(r"\D", "", match.group())
        cued = cue.search(sight.before(match.start())) is not None
        valid = check(value)
        home = which[:2].upper() in sight.regions or which == "us-ssn"
        grouped = match[1] == "-" or (match[1] == " " and which == "ca-sin")
        if cued or (valid and grouped and home):
            score = 0.96 if cued and valid else 0.7 if cued else 0.65
            yield _paper(match, which, score, valid, "cue" if cued else "check")


def plate(sight: Sight) -> Iterator[Entity]:
    """A number plate of France; of Britain or Québec where a word tells so."""
    for match in _PLATE.finditer(sight.text):
        cue = _PLATE_CUE.search(sight.before(match.start())) is not None
        dashed = match["siv"] is not None and "-" in match.group()
        if match["old"] and _UNITS.search(match.group() + " "):
            continue
        score = 0.9 if cue else 0.85 if dashed else 0.5 if match["siv"] or match["old"] else 0.0
        if score and (cue or dashed or "FR" in sight.regions):
            yield Entity(
                type="plate",
                start=match.start(),
                end=match.end(),
                value=re.sub(r"[^A-Z0-9]", "", match.group()),
                score=score,
                valid=None,
                by="plate",
                why="cue" if cue else "form",
            )


def filed(sight: Sight) -> Iterator[Entity]:
    """A number of a hospital's file, of a licence or a passport, after the word for it."""
    for kind, pattern, cues in (
        ("medical_id", _MEDICAL, _MEDICAL_WORDS),
        ("licence_id", _LICENCE, _LICENCE_WORDS),
    ):
        if sight.words.isdisjoint(cues):
            continue
        for match in pattern.finditer(sight.text):
            value = re.sub(r"[^A-Z0-9]", "", match["id"].upper())
            yield Entity(
                type=kind,
                start=match.start("id"),
                end=match.end("id"),
                value=value,
                score=0.96,
                valid=None,
                by=kind,
                why="cue",
            )


def _paper(match: re.Match[str], which: str, score: float, valid: bool | None, why: str) -> Entity:
    return Entity(
        type="national_id",
        start=match.start(),
        end=match.end(),
        value=f"{which}:{re.sub(r'[^A-Z0-9]', '', match.group().upper())}",
        score=score,
        valid=valid,
        by=which,
        why=why,
    )
