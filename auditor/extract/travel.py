"""Journeys announced and absences under way."""

import re
from collections.abc import Iterator

from auditor.extract.dates import DATE, day
from auditor.extract.reading import Found, Reading
from auditor.model.fact import Time, When
from auditor.model.names import fold

_TO = r"[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ý][\w’'-]+){0,3}"
_PLAN = re.compile(
    r"(?i:\b(?:départ(?: pour| à)?|(?:je |on |nous )?(?:part(?:ons|s|ira)?|décolle|s['’]envole)(?: pour| à| en| au)?|"
    r"bientôt (?:à|en|au)|J-\d{1,2}(?: avant| pour)?|off to|flying to|heading to|leaving for|trip to|"
    r"camp in|training camp in)\s(?:le\s|la\s|les\s|l['’]|the\s)?)(?P<place>" + _TO + ")"
)
_NOW = re.compile(
    r"(?i:\b(?:bien arrivée?s? (?:à|en|au)|on vient d['’]atterrir (?:à|en|au)|en vacances (?:à|en|au)|"
    r"just landed in|on holiday in|greetings from|away in)\s)(?P<place>" + _TO + ")"
)
_EMPTY = re.compile(
    r"\b(?:personne à la maison|maison vide|absents? jusqu['’]au [^.,!]{3,20}|away (?:until|till) [^.,!]{3,20}"
    r"|house (?:is )?empty|out of (?:the )?office)\b",
    re.IGNORECASE,
)


def plan(reading: Reading) -> Iterator[Found]:
    """A journey announced: “départ pour Montréal le 3 juin”."""
    if not reading.own:
        return
    for match in _PLAN.finditer(reading.text):
        words = match["place"]
        if not words[0].isupper() or reading.mention_at(match.start("place"), match.end("place")):
            continue
        date = DATE.search(reading.text, match.end())
        when = day(date.group(), reading.published_on, reading.lexicon) if date else None
        end = date.end() if date and when else match.end()
        place = reading.lexicon.place(words)
        yield Found(
            kind="travel_plan",
            value=place.name if place else fold(words),
            start=match.start(),
            end=end,
            time=Time(when=When.FUTURE, date=when),
        )


def away(reading: Reading) -> Iterator[Found]:
    """An absence under way: “bien arrivés à …”, “away until …”."""
    if not reading.own:
        return
    for pattern in (_NOW, _EMPTY):
        for match in pattern.finditer(reading.text):
            named = match.groupdict().get("place")
            place = reading.lexicon.place(named) if named else None
            yield Found(
                kind="away_now",
                value=place.name if place else fold(match.group()),
                start=match.start(),
                end=match.end(),
            )
