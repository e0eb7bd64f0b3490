"""Birthdays: wished by others, told by oneself."""

import datetime
import re
from collections.abc import Iterator

from auditor.extract import said
from auditor.extract.birth import OLDEST, WISH
from auditor.extract.dates import born_at_age
from auditor.extract.reading import Found, Reading
from auditor.model.fact import About, Period
from auditor.model.names import fold

WISHES_LATE = datetime.timedelta(days=2)
"""How late a birthday wish may be (join pattern JP-07: the interval is kept)."""

_WISHED_AGE = re.compile(r"\b(?P<age>\d{1,2})\s?(?:ans|years|today|!|piges|balais)", re.IGNORECASE)
_BIRTHDAY = r"(?:birthday|bday|b-day|birth day|anniv(?:ersaire)?)"
_MINE = re.compile(
    rf"(?<!\w)(?:c'?(?:est|etait|ete)? ?(?:mon|ma) (?:{_BIRTHDAY}|jour|fete)|(?:mon|"
    rf"my) {_BIRTHDAY}(?:'s)?(?= (?:is|est|c'?est|was|today|tomorrow|tmrw|aujourd|demain|le \d|on the|"
    rf"approche|:|yesterday|hier|tombe|falls|c le|c'est le))|"
    rf"(?:merci|mrc|thanks|thank you|thx|ty|cheers|touchee?|emue?)(?: [\w'’]+){{0,5}} (?:d')?(?:anniv\w*|"
    rf"{_BIRTHDAY}) ?(?:wishes|love|messages|msgs|cards|texts)?|"
    rf"(?:merci|mrc)(?: [\w'’]+){{0,4}} (?:voeux|souhaits|messages|pensees)(?: [\w'’]+){{0,2}} anniv\w*|"
    rf"{_BIRTHDAY} (?:girl|boy|gal|lad|queen|king|baby) (?:here|today|over here)|(?:i'?m|im|"
    rf"i am) the {_BIRTHDAY} (?:girl|boy)|"
    rf"(?:un an de plus|another year older|a year older|one year older) ?(?:today|aujourd'?hui)?(?!\w)|"
    rf"aujourd'?hui je prends un an|(?:avant|before) (?:mes|my) \d{{2}}(?:th|st|nd)? ?(?:ans|birthday|"
    rf"bday)|"
    rf"(?:it'?s|its|is it) my (?:{_BIRTHDAY}|big day|cake day)|(?:happy|joyeux|"
    rf"bon) (?:{_BIRTHDAY}) (?:to me|a moi|moi)|"
    rf"(?:(?:i|je) |^)(?:turn|turned|fete|prends) (?:\w+ )?\d{{1,2}}(?: ans| piges)? (?:today|tomorrow|"
    rf"yesterday|aujourd'?hui|demain|hier)|"
    rf"(?:j'ai|jai) (?:eu )?\d{{1,2}} ans (?:aujourd'?hui|hier|ce jour|depuis (?:hier|ce matin|minuit)))(?!\w)"
)
"""Words for one's own birthday."""
_DAY = re.compile(
    r"(?<!\w)(?P<d1>\d{1,2})(?:er|st|nd|rd|th)?(?: of)? (?P<m1>[a-z]{3,9})\.?(?! \d{4})(?!\w)"
    r"|(?<!\w)(?P<m2>(?:jan|feb|fev|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|aout|sep|oct|nov|dec)[a-z]{0,7})\.? "
    r"(?:the )?(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?!\w|,? \d{4})"
    r"|(?<![\w/])(?P<d3>\d{1,2})/(?P<m3>\d{1,2})(?![\w/])"
)
_BORN_DAY = re.compile(
    r"(?<!\w)(?:(?:je suis|j'?suis|chuis|chui|moi) (?:nee?|du)(?: le| un)?|(?:ne|nee) (?:le|un)|"
    r"i was born on(?: the)?|born on(?: the)?|born|"
    r"(?:team|signe) (?:belier|taureau|gemeaux|cancer|lion|vierge|balance|scorpion|sagittaire|capricorne|"
    r"verseau|poissons)\W{0,4}(?:du |ne[e]? le )?|"
    r"(?:belier|taureau|gemeaux|cancer|lion|vierge|balance|scorpion|sagittaire|capricorne|verseau|"
    r"poissons)\W{0,4}du |"
    r"(?:aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces)\W{1,4}|"
    r"(?:halloween|christmas|xmas|valentine'?s?|new year'?s?|leap year|leap day|summer|winter|spring|"
    r"autumn|april fools) baby(?: here)?\W{0,4})\s?$"
)
_FEASTS = {
    "christmas eve": "12-24", "christmas": "12-25", "noel": "12-25", "halloween": "10-31", "valentin": "02-14",
    "new year's eve": "12-31", "new year": "01-01", "nouvel an": "01-01", "bastille": "07-14", "april fool": "04-01",
    "poisson d'avril": "04-01", "canada day": "07-01", "boxing day": "12-26",
}  # fmt: skip
_FEAST = "|".join(_FEASTS)
_ON_FEAST = re.compile(
    rf"(?<!\w)(?:i was born|born|(?:je suis )?nee?) (?:on |le jour (?:de |du )|a |"
    rf"un (?:jour de )?)?(?:la )?(?:saint[- ])?(?:{_FEAST})\w*(?: (?:day|eve))?"
)
_SHIFT = {"demain": 1, "tomorrow": 1, "hier": -1, "yesterday": -1}
_NOW = re.compile(
    r"(?<!\w)(?:aujourd'?hui|today|demain|tomorrow|hier|yesterday|ce soir|tonight|ce matin)(?!\w)"
)
_AWAY = re.compile(
    r"(?<!\w)(?:next (?:week|month)|la semaine prochaine|le mois prochain|dans \d|in \d|bientot|soon|"
    r"approche|coming up|last (?:week|month)|la semaine derniere|"
    r"weekend|week-end|month|mois|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|was|etait|every|chaque|year|annee)(?!\w)"
)


def wishes(reading: Reading) -> Iterator[Found]:
    """A dated birthday wish: the day, and the age where it is said."""
    wish = WISH.search(reading.text)
    if wish is None or reading.published_on is None:
        return
    person = next((each for each in reading.mentions if each.start >= wish.start() - 20), None)
    if reading.own and person is None:
        return  # nobody wishes themself: it is for a child, a friend, not said whom
    low = reading.published_on - WISHES_LATE
    # In one's own words it is about the person named, whose record it is written on.
    about = About.UNKNOWN if reading.own else About.SUBJECT
    day_month = f"{reading.published_on:%m-%d}"
    for kind, value in (("birth_day_month", day_month), ("public_comment", fold(wish.group()))):
        yield Found(
            kind=kind,
            value=value,
            start=wish.start(),
            end=wish.end(),
            about=about,
            period=Period(low=low, high=reading.published_on) if value == day_month else None,
            person=person,
        )
    stated = _WISHED_AGE.search(reading.text)
    if stated and 0 < int(stated["age"]) <= OLDEST:
        # On the birthday itself the age has just been reached: the birth date lies in the same days.
        turned = born_at_age(int(stated["age"]), reading.published_on)
        yield Found(
            kind="age",
            value=stated["age"],
            start=stated.start(),
            about=about,
            end=stated.end(),
            period=Period(low=turned.high - WISHES_LATE, high=turned.high),
            person=person,
        )


def own_birthday(reading: Reading) -> Iterator[Found]:
    """The day of one's own birthday: “c'est mon anniv”, “thanks for the bday love”, “née un 6 juillet”."""
    if not reading.own:
        return
    yield from _feast(reading)
    yield from _born_on(reading)
    for match in _MINE.finditer(reading.plain):
        if said.asked(reading, match.start()):
            continue
        if said.claimed(reading, match.start(), match.end()):
            yield _birthday(reading, match)
            break


def _born_on(reading: Reading) -> Iterator[Found]:
    """“née un 6 juillet”, “team cancer du 6 juillet”."""
    for match in _DAY.finditer(reading.plain):
        before = _BORN_DAY.search(reading.plain[max(0, match.start() - 40) : match.start()])
        value = _month_day(match, reading)
        if not before or not said.opens(reading, match.start() - len(before.group())):
            continue
        if not value or said.of_another(reading, *match.span()):
            continue
        if said.claimed(reading, *match.span()):
            start, end = match.span()
            yield Found(kind="birth_day_month", value=value, start=start, end=end)


def _feast(reading: Reading) -> Iterator[Found]:
    """Born on a feast that has its fixed day."""
    for match in _ON_FEAST.finditer(reading.plain):
        word = next(each for each in _FEASTS if each in match.group())
        if said.opens(reading, match.start()) and said.claimed(reading, *match.span()):
            start, end = match.span()
            yield Found(kind="birth_day_month", value=_FEASTS[word], start=start, end=end)


def _birthday(reading: Reading, match: re.Match[str]) -> Found:
    """The day that the sentence names, else that of the post, else the words alone."""
    low, high = said.sentence(reading, match.start())
    named = next(
        (
            (each, value)
            for each in _DAY.finditer(reading.plain, low, high)
            if (value := _month_day(each, reading))
        ),
        None,
    )
    if named is not None:
        start, end = min(match.start(), named[0].start()), max(match.end(), named[0].end())
        return Found(kind="birth_day_month", value=named[1], start=start, end=end)
    near = _NOW.search(reading.plain, low, high)
    on = reading.published_on
    value, period = fold(match.group()), None
    if on is not None and (near or not _AWAY.search(reading.plain, low, high)):
        on += datetime.timedelta(days=_SHIFT.get(near.group(), 0) if near else 0)
        value, period = f"{on:%m-%d}", Period(low=on, high=on)
    return Found(
        kind="birth_day_month", value=value, start=match.start(), end=match.end(), period=period
    )


def _month_day(match: re.Match[str], reading: Reading) -> str | None:
    """``MM-DD`` of a day and a month, where they are one."""
    written = match["m1"] or match["m2"] or match["m3"]
    month = (
        int(written) if written.isdigit() else reading.lexicon.months.get(written.rstrip("."), 0)
    )
    days = int(match["d1"] or match["d2"] or match["d3"])
    return f"{month:02}-{days:02}" if 1 <= month <= 12 and 1 <= days <= 31 else None  # noqa: PLR2004
