"""Journeys announced with their day; further ways to say it are cues of `travel_said`."""

import re
from collections.abc import Iterator

from auditor.extract import said
from auditor.extract.dates import DATE, day
from auditor.extract.reading import Found, Reading
from auditor.model.fact import Time, When
from auditor.model.names import fold

_TO = r"[A-ZÀ-Ý][\w’'-]{1,40}(?:[ -][A-ZÀ-Ý][\w’'-]{1,40}){0,3}"
_PLAN = re.compile(
    r"(?:^|(?<=[.!?,:;(\n–—-])\s*|(?i:\b(?:je|on|nous|mon|notre|my|our|i['’]?m|we['’]?re|i am|we are|et|"
    r"and)\s))(?i:(?:départ(?: pour| à)?|(?:je |on |nous )?(?:part(?:ons|s|ira)?|décolle|"
    r"s['’]envole)(?: pour| à| en| au)?|"
    r"bientôt (?:à|en|au)|J-\d{1,2}(?: avant| pour)?|off to|flying to|heading to|leaving for|trip to|"
    r"camp in|training camp in)\s(?:le\s|la\s|les\s|l['’]|the\s)?)(?P<place>" + _TO + ")"
)


def plan(reading: Reading) -> Iterator[Found]:
    """A journey announced: “départ pour Montréal le 3 juin”."""
    if not reading.own:
        return
    for match in _PLAN.finditer(reading.text):
        words = match["place"]
        if not words[0].isupper() or reading.mention_at(match.start("place"), match.end("place")):
            continue
        if said.of_another(reading, *match.span()) or not said.claimed(reading, *match.span()):
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
