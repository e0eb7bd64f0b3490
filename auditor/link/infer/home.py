"""Where somebody seems to live: the place where their runs begin or their pictures are taken, again and again."""

import datetime
import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import NamedTuple

from auditor.link.infer.made import Basis, made
from auditor.model.fact import Fact

FEWEST = 5
"""Points of one place, and the days they are of, and the days from the first to the last, below which it
is a visit (own choices; a stay away is seldom longer than a month)."""
DAYS, APART = 3, 30
RADIUS = 150.0
"""Metres around one of the points: so all are within 300 m of each other."""
_DEGREE = 111_320.0
"""Metres of a degree of latitude."""
_POINT = re.compile(r"(-?\d{1,2}(?:\.\d+)?), (-?\d{1,3}(?:\.\d+)?)")


class _Point(NamedTuple):
    lat: float
    lon: float
    day: datetime.date
    fact: Fact


def infer(facts: Sequence[Fact], basis: Basis) -> Iterator[Fact]:
    """The coordinates and the town of the one place that stands out among all that files tell."""
    placed = (point for fact in facts if (point := _point(fact)) is not None)
    points = sorted(placed, key=lambda each: (each.lat, each.lon, each.day, each.fact.id))
    found = _home(points)
    if not found:
        return
    lat, lon = fmean(each.lat for each in found), fmean(each.lon for each in found)
    quote, factor = f"{lat:.3f}, {lon:.3f}", basis.factor("home")
    sources = [each.fact for each in found]
    yield made(sources, "home_geotag", quote, basis.sure, factor=factor, quote=quote)
    towns = {each.value for each in sources}
    town = basis.tables.place(next(iter(towns))) if len(towns) == 1 else None
    if town is not None and not any(fact.kind == "home_commune" for fact in facts):
        yield made(sources, "home_commune", town.name, basis.sure, factor=factor, quote=quote)


def _point(fact: Fact) -> _Point | None:
    """What the file of a picture or of a track says; of a place that was typed in, nothing."""
    day = fact.time.date or fact.published_on
    found = _POINT.fullmatch(fact.quote) if fact.kind == "geotag" else None
    if found is None or day is None or fact.recognizer != "metadata":
        return None
    return _Point(float(found[1]), float(found[2]), day, fact)


def _home(points: Sequence[_Point]) -> Sequence[_Point]:
    """The points of the place with most days; none where two places have as many."""
    ranked = sorted(_places(points), key=lambda each: -len(_days(each)))
    best = [each for each in ranked if len(_days(each)) == len(_days(ranked[0]))]
    apart = any(set(best[0]).isdisjoint(other) for other in best[1:])
    return best[0] if best and not apart else ()


def _places(points: Sequence[_Point]) -> Iterator[Sequence[_Point]]:
    """Around each point (of those of one spot, around one) the points near it, where they are enough."""
    lats, reach = [each.lat for each in points], RADIUS / _DEGREE
    for spot in {(round(each.lat, 4), round(each.lon, 4)): each for each in points}.values():
        row = points[bisect_left(lats, spot.lat - reach) : bisect_right(lats, spot.lat + reach)]
        near = [each for each in row if _metres(spot, each) <= RADIUS]
        days = _days(near)
        if len(near) >= FEWEST and len(days) >= DAYS and (max(days) - min(days)).days >= APART:
            yield near


def _days(points: Sequence[_Point]) -> set[datetime.date]:
    return {each.day for each in points}


def _metres(one: _Point, other: _Point) -> float:
    """The distance on a plane: right to a metre at some hundred metres."""
    north = (one.lat - other.lat) * _DEGREE
    return math.hypot(north, (one.lon - other.lon) * _DEGREE * math.cos(math.radians(one.lat)))
