"""A year of birth from the year in which somebody left school."""

import datetime
import re
from collections.abc import Iterator, Sequence

from auditor.link.infer.made import Basis, common, made, years
from auditor.link.weights import Ages
from auditor.model.fact import Fact, Period
from auditor.model.names import fold

_KNOWN = frozenset(("birth_date", "birth_year", "age"))
"""Kinds beside which a class year adds nothing."""
_LAST = Ages(
    low=17,
    high=18,
    source="terminale and twelfth grade are entered at 17, and left at 17 or 18: French schooling without a year"
    " repeated or skipped, and the same in North America",
)
_SCHOOL = re.compile(r"\b(?:lycee|high school|terminale|tle|bac)\b")
"""A class of these ends at one age; one of a university does not."""
_CLASS = re.compile(r"\b(?:promo(?:tion)?|terminale|tle|bac|class of)\b")
"""The quote names the last year; without it, the year may be any at the school."""
_YEAR = re.compile(r"\b(?:19|20)\d\d$")


def infer(facts: Sequence[Fact], basis: Basis) -> Iterator[Fact]:
    """The years of birth that the class years leave, where nothing else tells of the age."""
    if any(fact.kind in _KNOWN for fact in facts):
        return
    spans = {fact.id: _born(fact, basis) for fact in facts if fact.kind == "school"}
    sources = sorted((fact for fact in facts if spans.get(fact.id)), key=lambda each: each.id)
    span = common([each for each in spans.values() if each]) if sources else None
    if span is not None:
        yield made(
            sources, "birth_year", years(span), basis.sure, span, factor=basis.factor("school")
        )


def _born(fact: Fact, basis: Basis) -> Period | None:
    """The possible birth dates of whoever was in that class: seventeen or eighteen in its July."""
    words = f"{fold(fact.quote)} {fold(fact.value)}"
    year = _YEAR.search(fact.value)
    if year is None or not _SCHOOL.search(words):
        return None
    if _CLASS.search(words):
        ages = _LAST
    elif "lycee" in words:
        ages = basis.weights.school_ages["lycee"]
    else:
        ages = basis.weights.school_ages["high school"]
    left = int(year[0])
    return Period(
        low=datetime.date(left - ages.high - 1, 7, 2), high=datetime.date(left - ages.low, 7, 1)
    )
