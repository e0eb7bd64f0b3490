"""Telephone numbers: a look for the shape, then the numbering plans of phonenumbers."""

import re
from collections.abc import Iterator
from functools import cache

from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight

_GAP = r"[ \t\u00a0\u202f.·-]"
_EXTENSION = r"(?:[ ,]{0,2}(?:x|ext\.?|extension|poste|#)[ .:]{0,2}(?P<extension>\d{1,6})(?!\d))?"
_FRENCH = re.compile(
    # Ten digits in pairs, an O typed for a zero; letters may touch them.
    rf"(?=[(+03Oo])(?<![\d+/.=-])(?:(?=[(+])|(?<!\d[ .,-]))(?P<number>(?:\(?(?:\+|00)?{_GAP}?33\)?{_GAP}?(?:\(0\){_GAP}?|0)?"
    rf"|[0O])[1-9](?:{_GAP}{{0,2}}[0-9O]{{2}}){{4}})"
    rf"{_EXTENSION}(?![0-9%€$£]|[.,-]\d)"
)
_OTHERS = re.compile(
    r"(?=[(+\d])(?<![\w@+/$€£.:=-])(?<!\d[ .,-])(?P<number>"
    # North American: three, three and four.
    rf"(?:\+?1{_GAP}?)?\(?[2-9]\d\d\)?{_GAP}{{0,2}}[2-9]\d\d{_GAP}?\d{{4}}(?!\d)"
    # With the prefix of a country.
    rf"|(?:\+|00){_GAP}?[1-9]\d{{0,3}}(?:(?:{_GAP}|/){{0,2}}\(?\d{{1,10}}\)?){{1,6}}(?!\d)"
    # Groups of digits; a single group.
    rf"|\(?0?\d{{1,4}}\)?(?:(?:{_GAP}|/){{1,2}}\(?\d{{2,8}}\)?){{1,5}}(?!\d)"
    r"|\(\d{2,5}\)\d{5,9}(?!\d)"
    r"|\d{7,13}(?!\d)"
    rf"){_EXTENSION}(?![\w/%€$£°]|[.,-]\d)",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"(?:t[ée]l(?:[ée]phon\w{1,4}|s)?|phone|mobile|portable|cell(?:ulaire|phone)?|calls?|call(?:ed|ing)|fax|"
    r"appel\w{0,4}|whats\s?app|signal|viber|sms|text(?:o|os)?|joign\w{1,5}|joindre|num[ée]ros?|number|contact\w{0,4}|"
    r"ring|dial|gsm|natel|standard|answering at|☎|📞|📱)[^\w\n][^\d\n]{0,25}$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:ipp|nda|nss|sin|ssn|nir|iban|siret|siren|isbn|issn|doi|order|commande|dossier|facture|invoice|"
    r"account|compte|r[ée]f\w{0,7}|ticket|id|card|carte|patient|rpps|adeli|finess|https?)\W{0,4}(?:n[°o]|num\w{0,4})?\W{0,4}$",
    re.IGNORECASE,
)
FEWEST, MOST = 7, 15
"""Digits of a number with its area: ITU-T E.164 allows fifteen; seven is the least dialled."""
_DATED = re.compile(
    r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d{2})$|(?:1[89]|20)\d\d(?:[-/ .]{1,3}(?:1[89]|20)\d\d)+$|\d{4}[-/.]\d\d?[-/.]\d\d?$"
    r"|\d\d-\d\d/\d\d/\d\d"
)
"""Days and years, which have the digits of a number."""
_THOUSANDS = re.compile(r"\+?\d{1,3}(?:\.\d{3}){2,4}$")
_GROUPED = re.compile(r"\d{1,3}(?: \d{3}){2,4}$")
_NEVER = re.compile(r"(?:isbn|issn|doi|siret|siren|finess)\W{0,4}(?:n[°o])?\W{0,3}$", re.IGNORECASE)
_LOCAL = re.compile(r"^\(?0|^\(|^\d{3}-\d{3,4}")
_PAIR = 2


def phone(sight: Sight) -> Iterator[Entity]:
    """A telephone number: international, or as the given countries write theirs."""
    french = {}
    for match in _FRENCH.finditer(sight.text):
        for each in _read(sight, match):
            french[each.end] = each
    yield from french.values()
    for match in _OTHERS.finditer(sight.text):
        if match.end() not in french and not _other(match["number"]):
            yield from _read(sight, match)


def _read(sight: Sight, match: re.Match[str]) -> Iterator[Entity]:
    number = match["number"].replace("O", "0").replace("o", "0")
    digits = re.sub(r"\D", "", number)
    if not FEWEST <= len(digits) <= MOST or _monotone(number):
        return
    if _NEVER.search(sight.before(match.start(), 14)):
        return
    planned = _planned(number, sight.regions)
    if (number.isdigit() or planned is None) and _NOT.search(sight.before(match.start(), 24)):
        return
    cue = _CUE.search(sight.before(match.start())) is not None
    value, valid = planned or (digits, False)
    score = _sure(number, valid, cue) if planned else _guess(number, digits, cue)
    if score:
        yield Entity(
            type="phone",
            start=match.start(),
            end=match.end(),
            value=value + (f";ext={ext}" if (ext := match["extension"]) else ""),
            score=score,
            valid=valid,
            by="phone",
            why="cue" if cue else "plan" if planned else "shape",
        )


def _other(number: str) -> bool:
    """Do the signs between the digits tell of days, years, a fraction or thousands?"""
    bare = number.strip("()")
    return bool(_DATED.match(bare) or _THOUSANDS.match(bare) or bare.count("/") > 1)


def _monotone(number: str) -> bool:
    """Are there only single digits between the signs? Those are figures of a table."""
    return max(map(len, re.findall(r"\d+", number))) == 1


def _planned(number: str, regions: tuple[str, ...]) -> tuple[str, bool] | None:
    """The number in international form where a plan has that length, and whether it is in use.

    Ranges kept for films and tests have the form of a number that nobody can have.
    """
    import phonenumbers

    number = re.sub(r"^\(?(?:00|\+)?(?=33\)|[ .-]?33\D)|^00", "+", number).replace("(0)", "")
    possible = None
    for region in (None,) if number.startswith("+") else regions:
        if region is not None and not _dialled(number, region):
            continue
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_valid_number(parsed):
            return written, True
        whole = phonenumbers.is_possible_number_with_reason(parsed)
        if possible is None and whole == phonenumbers.ValidationResult.IS_POSSIBLE:
            possible = written
    return (possible, False) if possible else None


@cache
def _trunk(region: str) -> str | None:
    import phonenumbers

    return phonenumbers.ndd_prefix_for_region(region, True)


def _dialled(number: str, region: str) -> bool:
    """Is the 0 there with which that country's numbers begin at home?"""
    return _trunk(region) != "0" or number.lstrip("( ").startswith("0")


def _sure(number: str, valid: bool, cue: bool) -> float:
    """How sure a number is that a plan knows: digits in a row may count something else."""
    if cue or number.startswith("+"):
        return 0.95 if valid else 0.8
    if number.isdigit():
        return (0.7 if valid else 0.5) if number.startswith("0") else 0.0
    return 0.85 if valid else 0.6


def _guess(number: str, digits: str, cue: bool) -> float:
    """How sure a number of an unknown plan is; 0 where it may be anything."""
    if number.startswith("+") or (number.startswith("00") and cue):
        return 0.6
    groups = re.findall(r"\d+", number)
    if cue:
        return 0.6
    if _GROUPED.match(number):
        return 0.0
    if len(groups) < _PAIR or len(digits) < FEWEST + 1 or "/" in number:
        return 0.0
    return 0.45 if _LOCAL.match(number) else 0.4 if len(groups) > _PAIR else 0.0
