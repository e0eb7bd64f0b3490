"""Days and months in figures or with the name of the month, in the normal form of ISO 8601.

A day without a year is ``--MM-DD``, a month with its year ``YYYY-MM``.
"""

import datetime
import re
from collections.abc import Iterator

from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight
from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold

MONTH = (
    r"(?:janv?(?:ier|uary)?|f[ée]v(?:r(?:ier)?)?|feb(?:ruary)?|mars|mar(?:ch)?|avr(?:il)?|apr(?:il)?|mai|may|"
    r"juin|june?|juil(?:let)?|july?|ao[uû]t|aug(?:ust)?|sept?(?:embre|ember)?|oct(?:obre|ober)?|"
    r"nov(?:embre|ember)?|d[ée]c(?:embre|ember)?)(?![^\W\d_])"
)
DAYS = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
_WEEKDAY = rf"(?:\b{DAYS}\.?,?\s(?:(?:le|the)\s)?)?"
YEAR = r"(?:1[89]\d\d|20\d\d)"
_CLOCK = r"(?:(?<=-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_ISO = re.compile(
    rf"(?<![\w./-])({YEAR})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d){_CLOCK}(?!\w|-\d)"
)
_FIGURES = re.compile(
    r"(?<![\w.,/+-])(\d{1,2})[ ]?([/.-])[ ]?(\d{1,2})[ ]?(?:\2|[|])[ ]?(\d{4}|\d{2})(?!\w|[/-]\d|\.\d)|"
    r"(?<![\w.,/+-])(?<!\d )(\d\d)[ ](\d\d)[ ](1[89]\d\d|20\d\d)(?!\w|[/-]\d|\.\d|[ ]\d)"
)
_COMPACT = re.compile(rf"(?<![\w./+-])(?:(\d\d)(\d\d)({YEAR})|({YEAR})(\d\d)(\d\d))(?!\w|[./-]\d)")
_SHORT = re.compile(r"(?<![\w.,/+-])(\d\d)[/.](\d\d)(?!\w|[/.,%€-]\d|\s?[%€°])")
_MONTH_YEAR = re.compile(
    rf"(?<![\w./,+-])(?:(?<=\ben )(0[1-9]|1[0-2])[ ]|(0[1-9]|1[0-2])[/.-])({YEAR})(?!\w|[/.-]\d)"
)
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?<![\w.,/])(?:the )?(?P<day>[12]\d|3[01]|0?[1-9]|1(?=er))(?:er|st|nd|rd|th|ème|e)?\s{{0,2}}(?:of\s|de\s|d['’])?"
    rf"[-/]?(?P<month>{MONTH})\.?(?:,?[ \t]{{0,2}}(?:de )?[-/]?(?P<year>{YEAR}(?!\d)|['’]?\d\d(?![\w:/]|\s?(?:h|ans|years|%|€))))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}(?<![\w])(?P<month>{MONTH})\.?[\s-]{{1,2}}(?:the )?(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w:/]|[.,]\d\d\b)"
    rf"(?:,?[ \t]{{0,2}}(?<=[ ,])(?P<year>{YEAR})(?!\w))?",
    re.IGNORECASE,
)
_MONTH_ONLY = re.compile(
    rf"(?<!\w)(?P<month>{MONTH})\.?,?[\s/-]{{0,2}}(?:of |de )?(?P<year>{YEAR}(?!\w)|['’]?\d\d(?![\w:/.,]|\s?(?:h|ans|years|%|€)))",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"(?:\b(?:le|du|au|on|since|until|from|n[ée]e?|depuis|jusqu['’]au|dates?|d[ée]c[eè]d[ée]e?|born|dob|birth|"
    r"naissance|les|et|[àa] partir du)\W{1,3}|-\s|\()$",
    re.IGNORECASE,
)
LOW, HIGH = 1800, 2100
"""Years that a date in running text may have."""
SHORT = 2
"""Figures of a year written short."""
TURN = 40
"""Two figures up to this are of this century: births and plans both fit (own choice)."""


def date(sight: Sight) -> Iterator[Entity]:
    """A day or month with figures: 12/03/2019, 2019-03-12, 12 mars 2019, March 12th."""
    yield from _in_figures(sight)
    if any(word in sight.lexicon.months for word in sight.words):
        yield from _in_words(sight)


def _in_figures(sight: Sight) -> Iterator[Entity]:
    for match in _ISO.finditer(sight.text):
        yield from _dated(match, _iso(match[1], match[3], match[4]), 0.95, "iso")
    american = sight.regions[:1] == ("US",)
    for match in _FIGURES.finditer(sight.text):
        first, second, year = (match[1], match[3], match[4]) if match[1] else match.group(5, 6, 7)
        chapter = match[2] == "." and _chapter(first, second, year)
        if chapter and not _CUE.search(sight.before(match.start(), 12)):
            continue
        yield from _dated(match, _either(first, second, year, american), 0.9, "figures")
    for match in _MONTH_YEAR.finditer(sight.text):
        yield from _dated(match, f"{match[3]}-{match[1] or match[2]}", 0.7, "figures")
    yield from _cued(sight, american)


def _chapter(*figures: str) -> bool:
    """May it be a version or a chapter: 2.1.14?"""
    return len(figures[-1]) == SHORT and min(map(len, figures)) < SHORT


def _cued(sight: Sight, american: bool) -> Iterator[Entity]:
    """Forms that are a date only after a word for one."""
    for match in _COMPACT.finditer(sight.text):
        parts = match.group(3, 2, 1) if match[3] else match.group(4, 5, 6)
        if _CUE.search(sight.before(match.start(), 20)):
            yield from _dated(match, _iso(*parts), 0.7, "cue")
    for match in _SHORT.finditer(sight.text):
        if _CUE.search(sight.before(match.start(), 20)):
            whole = _either(match[1], match[2], "2000", american)
            yield from _dated(match, whole and f"-{whole[4:]}", 0.6, "cue")


def _in_words(sight: Sight) -> Iterator[Entity]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(sight.text):
            month = month_of(match["month"], sight.lexicon)
            if month and not _verb(match):
                yield from _dated(
                    match, _named(match, month), 0.9 if match["year"] else 0.8, "month"
                )
    for match in _MONTH_ONLY.finditer(sight.text):
        month = month_of(match["month"], sight.lexicon)
        if month:
            value = f"{full_year(match['year'])}-{month:02}"
            score = 0.5 if len(match["year"].strip("'’")) == SHORT else 0.85
            yield from _dated(match, value, score, "month")


def month_of(word: str, lexicon: Lexicon) -> int | None:
    """The number of a month's name, whole or shortened."""
    return lexicon.months.get(fold(word).rstrip("."))


def _verb(match: re.Match[str]) -> bool:
    """May “3 may” be a verb? Only letters that touch their figures, or capitals, are a month then."""
    return match["month"] in {"may", "mar"} and " " in match.group()


def _named(match: re.Match[str], month: int) -> str | None:
    day = int(match["day"])
    if match["year"]:
        return _iso(full_year(match["year"]), str(month), str(day))
    return f"--{month:02}-{day:02}" if _iso("2000", str(month), str(day)) else None


def full_year(written: str) -> str:
    """Four figures of a year that may be written with two."""
    year = written.strip("'’")
    if len(year) > SHORT:
        return year
    return f"20{year}" if int(year) <= TURN else f"19{year}"


def _either(first: str, second: str, year: str, american: bool) -> str | None:
    """The day first or the month first, as the figures allow or the country writes."""
    year = full_year(year)
    day_first = _iso(year, second, first)
    month_first = _iso(year, first, second)
    return (month_first or day_first) if american else (day_first or month_first)


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        found = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if LOW <= found.year <= HIGH else None


def _dated(match: re.Match[str], value: str | None, score: float, why: str) -> Iterator[Entity]:
    if value:
        yield Entity(
            type="date",
            start=match.start(),
            end=match.end() - (match.group()[-1:] == "."),
            value=value,
            score=score,
            valid=None,
            by="date",
            why=why,
        )
