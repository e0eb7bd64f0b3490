"""Matters that a rule or a guard of linking must know of: justice and the like."""

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.extract.reading import Found, Reading
from auditor.model.fact import Polarity
from auditor.model.names import fold

_JUSTICE = re.compile(
    r"\b(?:au tribunal|tribunal correctionnel|(?:a été|est|été) (?:condamnée?|écrouée?|mise? en examen|jugée? pour)"
    r"|garde à vue|comparution immédiate|(?:mois|ans?) de prison|en prison|avec sursis"
    r"|(?:crown|county|criminal|magistrates['’]?) court|(?:was|were|been|is) (?:convicted|sentenced|arrested|charged with)"
    r"|(?:months?|years?) in (?:prison|jail)|suspended sentence|on probation)\b",
    re.IGNORECASE,
)
_CLEARED = re.compile(
    r"\b(?:jamais|pas|never|not|acquitt\w+|relaxée?|innocentée?|cleared)\b|n['’]t\b", re.IGNORECASE
)
"""Words that turn the matter round: it is said that it was not so."""


def criminal_record(reading: Reading) -> Iterator[Found]:
    """A matter of justice told of somebody else; one's own words are read by cues."""
    if reading.own or not reading.peopled:
        return
    cleared = _CLEARED.search(reading.text)
    for found in _each(_JUSTICE, reading, "criminal_record"):
        yield replace(found, polarity=Polarity.NEGATED) if cleared else found


def _each(pattern: re.Pattern[str], reading: Reading, kind: str) -> Iterator[Found]:
    for match in pattern.finditer(reading.text):
        yield Found(kind=kind, value=fold(match.group()), start=match.start(), end=match.end())
