"""When the subject was born: dates, ages, birthday wishes."""

import datetime
import re
from collections.abc import Iterator

from auditor.extract.dates import DATE, born_at_age, day, of_year
from auditor.extract.reading import Found, Reading
from auditor.model.fact import Period
from auditor.model.names import fold

OLDEST = 110
"""Years; a greater number is not an age."""
WISHES_LATE = datetime.timedelta(days=2)
"""How late a birthday wish may be (join pattern JP-07: the interval is kept)."""

_AGE = re.compile(
    r"(?:(?<=\W)|^)(?:âgée?s?\s(?:de|d['’])\s?)?(?P<age>\d{1,3})\s?(?:ans\b(?!\sde\b|\sd['’]|\saprès|\splus)"
    r"|years?[\s-]old\b|yo\b|y/o\b)",
    re.IGNORECASE,
)
_I_AM = re.compile(
    r"\b(?:I['’]?m|I am|aged)\s(?P<age>\d{1,3})\b(?!\s?(?:%|min|hours?|days?|weeks?|months?|km|miles|kg|am\b|pm\b|feet|cm))",
    re.I,
)
_BORN = re.compile(
    r"\b(?:n[ée]e?|born)\s(?:le\s|on\s|the\s|en\s|in\s)(?P<date>[^.;,!\n]{4,30})", re.IGNORECASE
)
_WISH = re.compile(
    r"\b(?:bon(?:ne)?\s+anniv(?:ersaire)?|joyeux\s+anniv(?:ersaire)?|happy\s+(?:birthday|bday|b-day)"
    r"|hbd|joyeuse\s+f[êe]te)\b",
    re.IGNORECASE,
)
_WISHED_AGE = re.compile(r"\b(?P<age>\d{1,2})\s?(?:ans|years|today|!|piges|balais)", re.IGNORECASE)
_FIGURATIVE = re.compile(
    r"\b(?:il y a|depuis|pendant|dans|après|for|ago|de retard|de mariage)\s*$", re.I
)

_OWN_AGE = re.compile(
    r"(?:\b(?:j['’]ai|j['’]avais|mes|I['’]?m|I am|I turn(?:ed)?|just turned|aged)\s(?:\w+\s)?|^|[,|•·(–-]\s?)"
    r"\d{1,3}\s?\w*$|\b(?:I['’]?m|I am|aged)\s\d{1,3}$",
    re.IGNORECASE,
)
"""In one's own words an age is one's own after *I* or where a bio lists it; else it is a child's, a wine's."""


def age(reading: Reading) -> Iterator[Found]:
    """An age said in so many words."""
    if _WISH.search(reading.text):
        return
    for pattern in (_AGE, _I_AM):
        for match in pattern.finditer(reading.text):
            number = int(match["age"])
            before = reading.text[max(0, match.start() - 16) : match.start()]
            if not 0 < number <= OLDEST or _FIGURATIVE.search(before):
                continue
            if reading.own and not _OWN_AGE.search(reading.text[: match.end()]):
                continue
            period = born_at_age(number, reading.published_on) if reading.published_on else None
            yield Found(
                kind="age",
                value=str(number),
                start=match.start(),
                end=match.end(),
                period=period,
            )


def birth_date(reading: Reading) -> Iterator[Found]:
    """A birth date or year after “né le” or “born on”."""
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
            yield Found(
                kind="birth_year",
                value=year[1],
                start=match.start(),
                end=match.start("date") + 4,
                period=of_year(int(year[1])),
            )


def wishes(reading: Reading) -> Iterator[Found]:
    """A dated birthday wish: the day, and the age where it is said."""
    wish = _WISH.search(reading.text)
    if wish is None or reading.published_on is None:
        return
    person = next((each for each in reading.mentions if each.start >= wish.start() - 20), None)
    if reading.own and person is None:
        return  # nobody wishes themself: it is for a child, a friend, not said whom
    low = reading.published_on - WISHES_LATE
    yield Found(
        kind="birth_day_month",
        value=f"{reading.published_on:%m-%d}",
        start=wish.start(),
        end=wish.end(),
        period=Period(low=low, high=reading.published_on),
        person=person,
    )
    yield Found(
        kind="public_comment",
        value=fold(wish.group()),
        start=wish.start(),
        end=wish.end(),
        person=person,
    )
    stated = _WISHED_AGE.search(reading.text)
    if stated and 0 < int(stated["age"]) <= OLDEST:
        # On the birthday itself the age has just been reached: the birth date lies in the same days.
        years = int(stated["age"])
        turned = born_at_age(years, reading.published_on)
        yield Found(
            kind="age",
            value=str(years),
            start=stated.start(),
            end=stated.end(),
            period=Period(low=turned.high - WISHES_LATE, high=turned.high),
            person=person,
        )


def is_wish(text: str) -> bool:
    """Is the text a birthday wish?"""
    return bool(_WISH.search(fold(text)) or _WISH.search(text))
