"""Where and when someone studied."""

import re
from collections.abc import Iterator

from auditor.extract.dates import of_year
from auditor.extract.reading import Found, Reading
from auditor.model.names import fold

_SCHOOL = re.compile(
    r"\b(?P<head>(?i:lycée|collège|école(?:\s(?:primaire|maternelle|élémentaire))?|université|fac(?:ulté)?|IUT|cégep)"
    r"|(?i:(?:high|primary|secondary|middle) school|college|university)(?=\sof\s))\s"
    r"(?P<name>(?:(?:de|du|des|d['’]|la|le|l['’]|of)\s?)?[A-ZÀ-Ý](?:[\w’'-]|(?<=\bSt)\.|\.(?=\w)){0,40}(?:[\s-](?:de|du|des|d['’]|la|le|[A-ZÀ-Ý])(?:[\w’'-]|\.(?=\w)){0,40}){0,5})"
)
"""The name wants its capital: “la fac demain” names none; English names stand before “College”, for cues to read."""
_YEAR = re.compile(
    r"\b(?:promo(?:tion)?|classe? of|class of|bac|promo de)\s?:?\s?(?:en\s)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:mon|ma|mes|notre|nos|j['’]étais|j['’]ai|je|my|our|I|we|promo|class of)\b", re.I
)
_OF_CHILD = re.compile(
    r"\b(?:fils|filles?|aînée?|cadette?|benjamine?|enfants?|fiston|loulous?|petite?s? derni\w+|son|sons|daughters?|"
    r"kids?|child|children|nephew|niece|boys?|girls?|twins|jumeaux|jumelles|school run|bus)\b",
    re.IGNORECASE,
)
"""Whoever else goes there."""


def school(reading: Reading) -> Iterator[Found]:
    """A school, with its class year where it is said."""
    year = _YEAR.search(reading.text)
    found = _SCHOOL.search(reading.text)
    match = found or year
    if match is None:
        return
    if reading.own and (not _OWN.search(reading.text) or _OF_CHILD.search(reading.text)):
        return
    start, end = match.span()
    words = re.sub(r"[\s,;.–—-]+$", "", found.group()) if found else ""
    yield Found(
        kind="school",
        value=" ".join(filter(None, (fold(words), year["year"] if year else ""))),
        start=start,
        end=end,
        period=of_year(int(year["year"])) if year else None,
    )
