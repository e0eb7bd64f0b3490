"""Numbers in words, French and English; days and ages written with them."""

import re
from collections.abc import Iterator, Sequence

from auditor.extract.entities.dates import DAYS, HIGH, LOW, MONTH, month_of
from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight
from auditor.model.names import fold

_FR = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS_FR = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
            "septante": 70, "huitante": 80, "octante": 80, "nonante": 90}  # fmt: skip
_TENS_EN = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
            "ninety": 90}  # fmt: skip
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
SMALL: dict[str, int] = {
    **{word: number for number, word in enumerate(_FR)},
    **{word: number for number, word in enumerate(_EN)},
    **{word: number for number, word in enumerate(_ORDINALS)},
    **_TENS_FR, **_TENS_EN, "premier": 1, "une": 1, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
HUNDREDS = frozenset("cent cents hundred".split())
THOUSANDS = frozenset("mille mil thousand".split())
LINKS = frozenset("et and".split())
_WORD = "|".join(
    sorted(
        {*SMALL, *HUNDREDS, *THOUSANDS, *LINKS, "zéro"} - {"zero", "second"}, key=len, reverse=True
    )
)
NUMBER = rf"(?:{_WORD})(?:[ -]{{1,2}}(?:{_WORD}))"
_DATE = re.compile(
    rf"(?<!\w)(?:{DAYS}\s)?(?:the\s)?(?P<day>{NUMBER}{{0,4}}|\d{{1,2}}(?:er|st|nd|rd|th)?)\s(?:of\s)?(?P<month>{MONTH})"
    rf"(?:,?\s(?P<year>{NUMBER}{{1,9}}|(?:19|20)\d\d))?(?!\w)",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"(?<!\w)(?P<age>{NUMBER}{{0,5}})[ -](?:ans|years?[ -]old|years of age)(?!\w)", re.IGNORECASE
)
_AGED = re.compile(
    r"(?:âg[ée]e?s? (?:de|d['’])|âge de|\b(?:ai|as|(?<!y )a|aura|aurai|avait|avais|avaient|ont|f[êe]te\w{0,4}|mes|ses|tes|fille de|"
    r"garçon de|fils de|enfant de|femme de|homme de|b[ée]b[ée] de))\s$",
    re.IGNORECASE,
)
DAY_WORDS = frozenset(SMALL)
OLDEST = 115
LONGEST_MONTH = 31


def spelled_date(sight: Sight) -> Iterator[Entity]:
    """A day in words: “trois mars mille neuf cent quatre-vingt-deux”."""
    if sight.words.isdisjoint(DAY_WORDS):
        return
    for match in _DATE.finditer(sight.text):
        day, month = _figure(match["day"]), month_of(match["month"], sight.lexicon)
        year = _figure(match["year"]) if match["year"] else None
        if (
            month
            and not (match["day"][:1].isdigit() and year is None)
            and 1 <= day <= LONGEST_MONTH
            and (year is None or LOW <= year <= HIGH)
        ):
            yield Entity(
                type="date",
                start=match.start(),
                end=match.end(),
                value=f"{year or '-'}-{month:02}-{day:02}",
                score=0.9 if year else 0.7,
                valid=None,
                by="spelled_date",
                why="words",
            )


def spelled_age(sight: Sight) -> Iterator[Entity]:
    """An age in words: “trente-quatre ans”."""
    if sight.words.isdisjoint(DAY_WORDS) or sight.words.isdisjoint({"ans", "years", "year"}):
        return
    for match in _AGE.finditer(sight.text):
        years = number(match["age"])
        told = "an" not in match.group()[-3:] or _AGED.search(sight.before(match.start(), 24))
        if 0 < years <= OLDEST and told:
            yield Entity(
                type="age",
                start=match.start(),
                end=match.end(),
                value=str(years),
                score=0.75,
                valid=None,
                by="spelled_age",
                why="words",
            )


def number(words: str) -> int:
    """The number that words of French or English say: “quatre-vingt-deux” → 82.

    >>> number("mille neuf cent soixante dix huit"), number("nineteen eighty-two")
    (1978, 1982)
    """
    parts = [each for each in re.split(r"[ -]+", fold(words)) if each and each not in LINKS]
    return _thousands(parts)


def _figure(words: str) -> int:
    """A number in figures, with its ending, or in words."""
    figures = re.match(r"\d{1,4}", words)
    return int(figures.group()) if figures else number(words)


def _thousands(parts: Sequence[str]) -> int:
    for at, part in enumerate(parts):
        if part in THOUSANDS:
            return (_hundreds(parts[:at]) or 1) * 1000 + _hundreds(parts[at + 1 :])
    return _hundreds(parts)


def _hundreds(parts: Sequence[str]) -> int:
    for at, part in enumerate(parts):
        if part in HUNDREDS:
            return (_tens(parts[:at]) or 1) * 100 + _tens(parts[at + 1 :])
    return _tens(parts)


def _tens(parts: Sequence[str]) -> int:
    """Up to 99; English years say two such numbers: “nineteen eighty-two”."""
    total = 0
    for at, part in enumerate(parts):
        value = SMALL.get(part, 0)
        if part.startswith("vingt") and total % 10 == 4 and at:  # quatre-vingt  # noqa: PLR2004
            total += 76
        elif 10 < total < 21 and value >= 10 and part in {*_TENS_EN, *_EN}:  # noqa: PLR2004
            total = total * 100 + value
        else:
            total += value
    return total
