"""The crowd that is left: how many people of the place still fit what is known of one of them."""

import math
from collections.abc import Iterable

from auditor.link.fit.clues import Where, clues, country, where
from auditor.link.fit.numbers import Fitting
from auditor.link.fit.range import between
from auditor.link.side import Side
from auditor.model.fact import About, Fact, Polarity
from auditor.model.finding import Crowd


def crowd(facts: Iterable[Fact], fit: Fitting, *, among: float | None = None) -> Crowd | None:
    """How many people fit all of the facts, as a range.

    None where it is not established: no clue, or a place whose people are not known. `among` is the
    number of people where they are fewer than live in the country: a made population.
    """
    side = Side(records=(), facts=tuple(filter(_told, facts)))
    place = where(side, fit)
    whole = country(place.country, fit) if place else None
    if place is None or whole is None or (place == whole and not clues(side, place, fit)):
        return None
    part = among / whole.people if among else 1.0
    # Whoever knows the town besides is left with no more people than whoever does not.
    expected, spread = min(_others(side, each, fit, part) for each in (place, whole))
    reach = between(expected, spread, fit.numbers.within.value)
    return Crowd(
        low=reach.low,
        middle=reach.middle,
        high=reach.high,
        place=place.name,
        is_country=place.is_country,
    )


def _others(side: Side, place: Where, fit: Fitting, part: float) -> tuple[float, float]:
    """How many others of the place are thought to fit, and the doubt about it in bits."""
    found = clues(side, place, fit)
    expected = max(0.0, place.people * part - 1) * 2 ** -sum(each.bits for each in found)
    doubts = [each.spread for each in found]
    if not place.is_country:
        doubts.append(fit.numbers.spreads["town"].value)
    return expected, math.hypot(*doubts)


def _told(fact: Fact) -> bool:
    """Is it said of the person themself?"""
    return fact.about is About.SUBJECT and fact.polarity is Polarity.ASSERTED
