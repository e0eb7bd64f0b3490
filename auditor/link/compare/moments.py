"""Compare places with their times: where somebody starts from again and again, and where they were when."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Level
from auditor.model.names import fold

_POINTS = ("geotag", "checkin", "home_geotag", "workout_route")
_TRIPS = ("travel_plan", "geotag", "checkin", "away_now")
_AWAY = frozenset({"travel_plan", "away_now"})
AGAIN = 2
"""Days on which a spot was left from before it counts as a start (own choice: once is a visit)."""
_DECIMALS = 3
"""Decimals of a degree: a hundred metres, a block of houses."""
CLOSE = datetime.timedelta(days=3)
"""How far apart the days of one trip may lie on two pages (own choice: told the day after, or announced)."""
STAY = datetime.timedelta(days=31)
"""Days from first to last of a stay away (own choice: a stay away is seldom longer than a month)."""
_QUARTER = 15
"""Minutes by which a habit's hour differs from day to day."""
_POINT = re.compile(r"(-?\d{1,2}\.\d+), (-?\d{1,3}\.\d+)")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])\s?(?:h|:|heures?)\s?([0-5]\d)?\b(?!\s?UTC)")
_ENGLISH = re.compile(r"\b(1[0-2]|[1-9])(?:[:.]([0-5]\d))?\s?(am|pm)\b")
_NOON = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place narrower than a town, and the days somebody was there."""

    name: str
    is_open: bool
    """Does everybody around go there: a park, a stadium, a station?"""
    days: frozenset[datetime.date]
    fact: Fact


def moment(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides keep starting from one place, keep the same hours, or made the same trip."""
    found = [
        *_starts(left, right, weights, tables),
        *_trip(left, right, weights, tables),
        *_hours(left, right, weights),
    ]
    return max(found, key=lambda level: level.bits, default=None)


def _starts(left: Side, right: Side, weights: Weights, tables: Tables) -> Iterator[Level]:
    for one, other in shared(left, right, weights, tables):
        name = _of_spot(one, other, at_one_hour=_agreed(left, right) is not None)
        if name:
            yield weights.level("moment", name, left=one.fact.id, right=other.fact.id)


def shared(
    left: Side, right: Side, weights: Weights, tables: Tables
) -> Iterator[tuple[Spot, Spot]]:
    """The spots where both were on several days."""
    here, there = spots(left, weights, tables), spots(right, weights, tables)
    for name in sorted(here.keys() & there.keys()) if here and there else ():
        if min(len(here[name].days), len(there[name].days)) >= AGAIN:
            yield here[name], there[name]


def _of_spot(one: Spot, other: Spot, *, at_one_hour: bool) -> str:
    if one.is_open:  # a park or a popular loop alone says nothing (JP-06)
        return "loop_and_hours" if at_one_hour else ""
    if len(one.days & other.days) >= AGAIN:
        return "same_days"
    return "start_and_hours" if at_one_hour else "start"


@once
def spots(side: Side, weights: Weights, tables: Tables) -> Mapping[str, Spot]:
    """The places narrower than a town that a side was at, by their compared name."""
    days: dict[str, set[datetime.date]] = {}
    facts: dict[str, Fact] = {}
    for fact in side.of(*_POINTS):
        name = spot(fact, tables)
        day = fact.time.date or fact.published_on
        if name:
            facts.setdefault(name, fact)
            days.setdefault(name, set()).update([day] if day else [])
    return {
        name: Spot(
            name=name,
            is_open=is_open(name, weights),
            days=frozenset(days[name]),
            fact=fact,
        )
        for name, fact in facts.items()
    }


def spot(fact: Fact, tables: Tables) -> str:
    """The compared name of a spot: coordinates, or what stands before a town; empty for anything wider."""
    point = _POINT.fullmatch(fact.value) or _POINT.fullmatch(fact.quote)
    if point is not None:
        return f"{float(point[1]):.{_DECIMALS}f}, {float(point[2]):.{_DECIMALS}f}"
    head, comma, town = fold(fact.value).rpartition(",")
    if not comma or tables.place(town.strip()) is None or not any(map(str.isalpha, head)):
        return ""
    return " ".join(fold(fact.value).replace(",", " ").split())


def is_open(name: str, weights: Weights) -> bool:
    """Is it a place that everybody around goes to: a park, a stadium, a station?"""
    places = weights.words.get("open_places", ())
    return any(word in places for word in fold(name).replace(",", " ").split())


def _trip(left: Side, right: Side, weights: Weights, tables: Tables) -> Iterator[Level]:
    """Away in the same place in the same days; the town where either lives or is seen all the time is no trip."""
    here, there = trips(left, tables), trips(right, tables)
    if not (here and there):
        return
    for place in sorted(
        (here.keys() & there.keys()) - _lived(left, tables) - _lived(right, tables)
    ):
        near = [
            (one, other)
            for (day, one), (day_, other) in product(here[place], there[place])
            if abs(day - day_) <= CLOSE
        ]
        days = {each.time.date or each.published_on for pair in near for each in pair}
        if near and _is_away(place, here, left) and _is_away(place, there, right):
            name = "trip" if len(days) > 1 else "visit"
            yield weights.level("moment", name, left=near[0][0].id, right=near[0][1].id)


def _is_away(
    place: str, trips_: Mapping[str, Sequence[tuple[datetime.date, Fact]]], side: Side
) -> bool:
    """Is it one stay, of somebody who calls it a journey or is seen elsewhere too?"""
    days = [day for day, _ in trips_[place]]
    told = any(fact.kind in _AWAY for _, fact in trips_[place])
    elsewhere = len(trips_) > 1 or bool(side.of("home_commune", "workplace_address"))
    return max(days) - min(days) <= STAY and (told or elsewhere)


@once
def trips(side: Side, tables: Tables) -> Mapping[str, Sequence[tuple[datetime.date, Fact]]]:
    """Place away from home → the days a side was there or announced to be."""
    found: dict[str, list[tuple[datetime.date, Fact]]] = {}
    for fact in side.of(*_TRIPS):
        day = fact.time.date or fact.published_on
        name = fold(fact.value)
        town = tables.place(name) or tables.place(name.rpartition(",")[2].strip())
        if day is not None and any(map(str.isalpha, name)):
            found.setdefault(town.name if town else name, []).append((day, fact))
    return found


def _lived(side: Side, tables: Tables) -> set[str]:
    towns = (tables.place(fact.value) for fact in side.of("home_commune", "workplace_address"))
    return {town.name for town in towns if town is not None}


def _hours(left: Side, right: Side, weights: Weights) -> Iterator[Level]:
    agreed = _agreed(left, right)
    if agreed is not None:
        yield weights.level("moment", "hours", left=agreed[0].id, right=agreed[1].id)


def _agreed(left: Side, right: Side) -> tuple[Fact, Fact] | None:
    """Habits of both sides at one quarter of an hour."""
    here, there = _clocks(left), _clocks(right)
    for (one, minute), (other, minute_) in product(here, there):
        if abs(minute - minute_) <= _QUARTER:
            return one, other
    return None


@once
def _clocks(side: Side) -> Sequence[tuple[Fact, int]]:
    """The minute of the day of each habit that tells one."""
    facts = side.of("routine", "work_schedule")
    return [(fact, minute) for fact in facts for minute in minutes((fact.value, fact.quote))]


def minutes(texts: Iterable[str]) -> set[int]:
    """Minutes since midnight of the times of day that texts give; hours of UTC statistics are none.

    >>> sorted(minutes(["7h15", "6.30 pm"]))
    [435, 1110]
    """
    found: set[int] = set()
    for text in (each for each in texts if "UTC" not in each):
        found |= {int(each[1]) * 60 + int(each[2] or 0) for each in _CLOCK.finditer(fold(text))}
        found |= {
            (int(each[1]) % _NOON + _NOON * (each[3] == "pm")) * 60 + int(each[2] or 0)
            for each in _ENGLISH.finditer(fold(text))
        }
    return found
