"""The crowd that is left: how many people of the place still fit what is known of one of them."""

import math
from collections.abc import Iterable

from auditor.link.fit.clues import Where, clues, country, where
from auditor.link.fit.numbers import Fitting
from auditor.link.fit.range import between, middle
from auditor.link.side import Side
from auditor.model.fact import About, Fact, Polarity
from auditor.model.finding import Crowd


def crowd(facts: Iterable[Fact], fit: Fitting, *, among: float | None = None) -> Crowd | None:
    """How many people fit all of the facts, as a range.

    None where it is not established: no clue, or a place whose people are not known. `among` is the
    number of people where they are fewer than live in the country: a made population.
    """
    found = _reckoned(facts, fit, among)
    if found is None:
        return None
    place, expected, spread = found
    reach = between(expected, spread, fit.numbers.within.value)
    return Crowd(
        low=reach.low,
        middle=reach.middle,
        high=reach.high,
        place=place.name,
        is_country=place.is_country,
    )


def left(facts: Iterable[Fact], fit: Fitting) -> int | None:
    """The middle of that range alone: a walk asks it at every step."""
    found = _reckoned(facts, fit, None)
    return middle(found[1]) if found else None


def _reckoned(
    facts: Iterable[Fact], fit: Fitting, among: float | None
) -> tuple[Where, float, float] | None:
    """The place, how many others are thought to fit there, and the doubt about it in bits."""
    side = Side(records=(), facts=tuple(filter(_told, facts)))
    place = where(side, fit)
    whole = country(place.country, fit) if place else None
    if place is None or whole is None or (place == whole and not clues(side, place, fit)):
        return None
    part = among / whole.people if among else 1.0
    # Whoever knows the town besides is left with no more people than whoever does not.
    tried = (_others(side, each, fit, part) for each in dict.fromkeys((place, whole)))
    return place, *min(tried)


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
