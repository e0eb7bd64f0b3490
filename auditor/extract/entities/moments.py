"""Moments: hours, days told from today, days of the week, years after a cue."""

import re
from collections.abc import Iterator

from auditor.extract.entities.dates import YEAR
from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight
from auditor.model.names import fold

_TIME = re.compile(
    r"(?<![\w:.,/€$£-])(?:(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s?(?P<half>[ap]\.?m\b\.?))?"
    r"|\s?(?P<half2>[ap]\.?m\b\.?)|\s?h(?:eures?)?\s?(?P<minute2>[0-5]\d)?(?![\w]))(?:\s?(?:UTC|GMT|CET|EST|PST)\b)?)(?![:\d]|/\d)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?:pendant|durant|dure|tous les|toutes les|for|every|in|dans|apr[eè]s|depuis|il y a)\s$", re.I
)
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|ten|a few|few|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quelques)"
_UNIT_FR = r"(?:minutes?|heures?|jours?|semaines?|mois|ans?|ann[ée]es?)"
_UNIT_EN = r"(?:minutes?|hours?|days?|weeks?|months?|years?)"
_FR_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_EN_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_RELATIVE = re.compile(
    rf"(?<![\w-])(?:avant-hier|apr[eè]s-demain|hier(?: soir| matin)?|demain(?: soir| matin)?|aujourd['’]hui|ce soir|ce matin"
    rf"|cet apr[eè]s-midi|cette nuit|ce week-?end|(?:la semaine|le mois|l['’]ann[ée]e|l['’]an|{_FR_DAY}|l['’][ée]t[ée]|le week-?end) "
    rf"(?:prochaine?|derni[eè]re?|pass[ée]e?)|il y a {_COUNT} {_UNIT_FR}|dans {_COUNT} {_UNIT_FR}"
    rf"|(?:the )?day (?:before yesterday|after tomorrow)|yesterday|today|tomorrow(?: night| morning)?|tonight|last night"
    rf"|this (?:morning|afternoon|evening|weekend|week|month|year)|(?:last|next) (?:week(?:end)?|month|year|summer|winter|spring"
    rf"|fall|{_EN_DAY})"
    rf"|{_COUNT} {_UNIT_EN} ago|in {_COUNT} {_UNIT_EN}(?: time)?)(?!\w)",
    re.IGNORECASE,
)
RELATIVE_WORDS = frozenset(
    "hier demain aujourd soir matin nuit week weekend semaine mois ans yesterday today tomorrow tonight night morning "
    "afternoon evening month year years ago days hours minutes minute jours heure heures semaines annees weeks months "
    "prochain prochaine dernier derniere passe passee last next lundi mardi mercredi jeudi vendredi samedi dimanche "
    "day".split()
)
_WEEKDAY = re.compile(rf"(?<!\w)(?:{_FR_DAY}|{_EN_DAY})(?!\w)", re.IGNORECASE)
WEEKDAYS = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday".split()
)
_YEAR = re.compile(
    rf"(?<![\w.,/+-])(?P<cue>(?:\b(?:in|since|en|depuis|de|from|until|till|d[eè]s|fin|d[ée]but|jusqu['’]en|after|before|avant|apr[eè]s|"
    rf"year|ann[ée]e|of|an?|the|summer|winter|spring|fall|[ée]t[ée]|hiver|printemps|automne|circa|by|around|vers|promo(?:tion)?"
    rf"|class of)\s)|[(]|^-?\s?|[-:]\s)"
    rf"(?P<year>{YEAR})(?![\w%€$£°]|[-/.,]\d|\s(?:€|euros|\$|km|m\b|g\b|mg|ml|people|personnes|times|fois))",
    re.IGNORECASE | re.MULTILINE,
)
_YEARS = re.compile(rf"(?<![\w.,/+-])({YEAR})\s?[-–/]\s?({YEAR})(?![\w%€$£-]|[.,/]\d)")
NOON = 12


def time(sight: Sight) -> Iterator[Entity]:
    """An hour of the day: 18:30, 6 pm, 18h30."""
    for match in _TIME.finditer(sight.text):
        hour, minute = int(match["hour"]), int(match["minute"] or match["minute2"] or 0)
        half = (match["half"] or match["half2"] or "").lower()
        if half and not 1 <= hour <= NOON:
            continue
        if "h" in match.group().lower() and _SPAN.search(sight.before(match.start(), 14)):
            continue
        if half:
            hour = hour % NOON + (NOON if half.startswith("p") else 0)
        yield _moment("time", match, f"{hour:02}:{minute:02}", 0.8, "clock")


def relative(sight: Sight) -> Iterator[Entity]:
    """A day told from the day of writing: yesterday, demain, il y a deux ans."""
    if sight.words.isdisjoint(RELATIVE_WORDS):
        return
    for match in _RELATIVE.finditer(sight.text):
        yield _moment("date", match, fold(match.group()), 0.6, "relative")
    if not sight.words.isdisjoint(WEEKDAYS):
        for match in _WEEKDAY.finditer(sight.text):
            yield _moment("date", match, fold(match.group()), 0.5, "weekday")


def year(sight: Sight) -> Iterator[Entity]:
    """A year after a word that asks for one: in 1977, depuis 2016, (1981)."""
    for match in _YEAR.finditer(sight.text):
        yield _only_year(match, "year", "cue")
    for match in _YEARS.finditer(sight.text):
        yield _only_year(match, 1, "range")
        yield _only_year(match, 2, "range")


def _only_year(match: re.Match[str], group: str | int, why: str) -> Entity:
    return Entity(
        type="date",
        start=match.start(group),
        end=match.end(group),
        value=match[group],
        score=0.6,
        valid=None,
        by="year",
        why=why,
    )


def _moment(kind: str, match: re.Match[str], value: str, score: float, why: str) -> Entity:
    return Entity(
        type=kind,
        start=match.start(),
        end=match.end(),
        value=value,
        score=score,
        valid=None,
        by=why if why in {"relative", "weekday"} else kind,
        why=why,
    )
