"""When the subject was born: dates and years."""

import re
from collections.abc import Iterator

from auditor.extract import said
from auditor.extract.dates import DATE, day, of_year
from auditor.extract.reading import Found, Reading
from auditor.model.fact import Period

OLDEST = 110
"""Years; a greater number is not an age."""
NEWEST = 2016
"""Birth years of people who write; own choice, ten years back."""
CENTURY_TURN = 30
"""Two digits below it are of the 2000s: “an 04 baby” (own choice)."""

WISH = re.compile(
    r"\b(?:bon(?:ne)?\s+anniv(?:ersaire)?|joyeux\s+anniv(?:ersaire)?|happy\s+(?:birthday|bday|b-day)"
    r"|hbd|joyeuse\s+f[êe]te|bonne\s+f[êe]te(?=[^.\n]{0,40}\b\d{1,2}\s?ans\b))\b",
    re.IGNORECASE,
)
"""A birthday wish."""
_BORN = re.compile(
    r"\b(?:n[ée]e?|born)\s(?:le\s|on\s|the\s|en\s|in\s)(?P<date>[^.;,!\n]{4,30})", re.IGNORECASE
)
_OWN_BORN = re.compile(
    r"(?<!\w)(?:(?:je suis|j'?suis|chuis|chui|jsui|et) (?:nee?|du|de|de la classe|de l'annee|"
    r"un enfant de|une enfant de|une fille de|un gars de)(?!\w)(?: le| en| un)?|"
    r"(?<!les )(?<!personnes )nee?(?!\w)(?: le| en| un)?|"
    r"(?:pour le dossier|mes infos) ?: ?|date de naissance ?(?::|,|c'est)?(?: le)?|ddn ?:?|"
    r"(?:my )?(?:dob|d\.o\.b\.?|date of birth|"
    r"birth ?date) ?(?:is|:|,|=)?(?: the)?|"
    r"(?:i was |was )?born(?: on| in| the)?(?: the)?|vintage|cuvee|millesime|made in)\s?(?=['’]?[\da-z])"
)
_FOR_YEARS = frozenset(
    {"millesime", "modele", "cru", "cuvee", "vintage", "made in", "est.", "depuis"}
)
_FULL = re.compile(
    r"(?P<day>\d{1,2})[/. -](?P<month>\d{1,2})[/. -](?P<year>(?:19|20)\d\d|[4-9]\d|0\d|1[0-6])(?!\d)"
)
_YEAR = re.compile(
    r"(?P<year>19\d\d|20[01]\d)(?![\d\w]|[-/.]\d)|'?(?P<short>[4-9]\d|0\d|1[0-6])(?!\w|[-/.:]\d| ?(?:%|€|ans|h\b|km))"
)
_BABY = re.compile(
    r"(?<!\w)(?:i'?m|im|i am|we're)(?: an?| a)? ['’]?(?P<year>(?:19|20)?\d\d) (?:baby|kid|child|vintage|model)(?!\w)"
    r"|^['’]?(?P<alone>(?:19|20)?\d\d) (?:baby|vintage|model)(?!\w)"
    r"|(?<!\w)(?:enfant|bebe|gosse|generation|cru|millesime) (?:de )?(?P<fr>19\d\d|20[01]\d)(?!\w)"
)


def birth_date(reading: Reading) -> Iterator[Found]:
    """A birth date or year after “né le” or “born on”."""
    yield from (_own_birth(reading) if reading.own else _birth_of_others(reading))


def _birth_of_others(reading: Reading) -> Iterator[Found]:
    for match in _BORN.finditer(reading.text):
        words = match["date"].strip()
        written = DATE.search(words)
        found = day(written.group(), None, reading.lexicon) if written else None
        if found is not None:
            yield Found(
                kind="birth_date",
                value=found.isoformat(),
                start=match.start(),
                end=match.end("date"),
                period=Period(low=found, high=found),
            )
            continue
        year = re.match(r"(19\d\d|20\d\d)\b", words)
        if year:
            yield _year(int(year[1]), match.start(), match.start("date") + 4)


def _own_birth(reading: Reading) -> Iterator[Found]:
    done = 0
    for match in _OWN_BORN.finditer(reading.plain):
        at = match.end()
        if at < done or not said.claimed(reading, match.start(), at):
            continue
        if said.of_another(reading, match.start(), at) or not said.opens(reading, match.start()):
            continue
        for found in (_whole_date(reading, at), _of_year(reading, match, at)):
            if found is not None:
                done = found.end
                yield found
                break
    for match in _BABY.finditer(reading.plain):
        which = next(each for each in ("year", "alone", "fr") if match[each])
        year = _long(match[which])
        if said.claimed(reading, match.start(), match.end()) and year <= NEWEST:
            yield _year(year, match.start(which), match.end())


def _whole_date(reading: Reading, at: int) -> Found | None:
    """The date with its year that begins there."""
    written = DATE.match(reading.text, at)
    figures = _FULL.match(reading.text, at)
    words = f"{figures['day']}/{figures['month']}/{_long(figures['year'])}" if figures else ""
    found = day(words or (written.group() if written else ""), None, reading.lexicon)
    end = figures.end() if figures else written.end() if written else at
    if found is None:
        return None
    period = Period(low=found, high=found)
    return Found(kind="birth_date", value=found.isoformat(), start=at, end=end, period=period)


def _of_year(reading: Reading, cue: re.Match[str], at: int) -> Found | None:
    """The year that begins there: “née en 79”, “chui de 2003”."""
    found = _YEAR.match(reading.plain, at)
    if found is None:
        return None
    words = cue.group().strip()
    # A wine, a car and a firm have a year too: theirs must open the text.
    if words in _FOR_YEARS and (cue.start() > 1 or words == "made in"):
        return None
    if found["short"] and not words.endswith(("en", "in", "de", "classe")):
        return None
    if words.endswith("de") and not words.startswith(("je", "j", "ch", "et")):
        return None
    year = int(found["year"]) if found["year"] else _long(found["short"])
    return _year(year, at, found.end()) if year <= NEWEST else None


def _long(digits: str) -> int:
    """The year of its last two digits."""
    if len(digits) == 4:  # noqa: PLR2004 - all its digits
        return int(digits)
    return int(digits) + (2000 if int(digits) < CENTURY_TURN else 1900)


def _year(year: int, start: int, end: int) -> Found:
    return Found(kind="birth_year", value=str(year), start=start, end=end, period=of_year(year))
