"""What people do and with whom: school, work, friends, clubs, tastes, pictures, hours."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from training.population import invent
from training.population.people import People
from training.population.pools import Floats, Ids, Pools, Words

NONE = -1
"""No school, no employer, no further club."""
NATIONAL, FIRMS = 0.3, 2000
"""People who work for one of the large firms, and how many of these there are (own choice)."""
INHABITANTS_A_FIRM, INHABITANTS_A_SCHOOL, INHABITANTS_A_CLUB = 60, 12_000, 700
"""One local firm, school, club for so many inhabitants (own choice, after the 1.5 million employers, the
10,700 secondary schools and the 1.5 million associations of France)."""
STAGES = (("Lycée", (15, 18)), ("Collège", (11, 15)), ("École", (6, 11)))
"""Kinds of school, and the ages at which people say they were there."""
OF_STAGE = (0.7, 0.2, 0.1)
"""Which of the schools one went to is told (own choice)."""
SMALL_TOWN = 4_000
"""Inhabitants under which pupils go to the largest town around."""
FRIENDS, CLUBS, TASTES, PICTURES = 12, 3, 8, 4
"""The most of each that a person has."""
STOCK = 3_000
"""Pictures taken from the web that many people show."""


@dataclass(frozen=True, kw_only=True)
class Lives:
    """One row a person; ids are numbers that `invent` turns into names."""

    schools: Ids
    """Person × 2: the school usually told, and another."""
    school_years: Ids
    job: Ids
    former_job: Ids
    employer: Ids
    former: Ids
    """The employer before."""
    friends: Ids
    """Person × FRIENDS: other people, or NONE."""
    clubs: Ids
    """Person × CLUBS."""
    tastes: Ids
    """Person × TASTES."""
    pictures: NDArray[np.uint64]
    """Person × PICTURES: hashes."""
    rhythm: Floats
    """Person × 24: the share of posts in each hour."""
    language: Ids
    """0 French, 1 English, 2 another."""


def lives(rng: Generator, people: People, known: Pools) -> Lives:
    """What each of them does."""
    count = people.count
    work = known.towns.near(rng, people.home)
    school = np.stack([_schools(rng, people, known) for _ in range(2)], axis=1)
    return Lives(
        schools=school,
        school_years=people.birth_year[:, None] + _ages(rng, school),
        job=known.jobs.draw(rng, count),
        former_job=known.jobs.draw(rng, count),
        employer=_employers(rng, work, people, known),
        former=_employers(rng, people.origin, people, known),
        friends=_distinct(_friends(rng, school[:, 0], people)),
        clubs=_distinct(_clubs(rng, people.home, known)),
        tastes=_distinct(known.tastes.draw(rng, count * TASTES).reshape(count, TASTES)),
        pictures=rng.integers(0, 2**64, (count, PICTURES), dtype=np.uint64),
        rhythm=_rhythms(rng, count),
        language=rng.choice(3, count, p=[0.93, 0.04, 0.03]),
    )


def _of_town(rng: Generator, towns: Ids, inhabitants: int, power: float, known: Pools) -> Ids:
    """One of the firms (schools, clubs) of a town, the first ones the largest."""
    there = 1 + known.towns.people[towns] // inhabitants
    return towns * 100_000 + np.floor(there * rng.random(len(towns)) ** power).astype(np.int64)


def _schools(rng: Generator, people: People, known: Pools) -> Ids:
    towns = people.origin
    small = known.towns.people[towns] < SMALL_TOWN
    towns = np.where(small, known.towns.largest[towns], towns)
    there = _of_town(rng, towns, INHABITANTS_A_SCHOOL, 1.0, known)
    return there * len(STAGES) + rng.choice(len(STAGES), len(towns), p=OF_STAGE)


def _ages(rng: Generator, school: Ids) -> Ids:
    """How old one was in the year that one gives with a school."""
    low, high = np.array([ages for _, ages in STAGES]).T
    stage = school % len(STAGES)
    return rng.integers(low[stage], high[stage] + 1)  # type: ignore[no-any-return]


def schools(ids: Ids) -> Words:
    """The names of schools."""
    kinds = np.array([name for name, _ in STAGES], dtype=object)
    places = invent.named(ids // len(STAGES), invent.patron, salt=32)
    return kinds[ids % len(STAGES)] + " " + places  # type: ignore[no-any-return]


def _employers(rng: Generator, towns: Ids, people: People, known: Pools) -> Ids:
    local = FIRMS + _of_town(rng, towns, INHABITANTS_A_FIRM, 2.0, known)
    # A share of 1/rank among the large firms.
    large = np.floor(np.exp(rng.random(len(towns)) * np.log(FIRMS))).astype(np.int64) - 1
    firm = np.where(rng.random(len(towns)) < NATIONAL, large, local)
    works = (people.birth_year < 2006) & (rng.random(len(towns)) < 0.85)
    return np.where(works, firm, NONE)


def _friends(rng: Generator, school: Ids, people: People) -> Ids:
    """Half are schoolmates of about the same age, half live nearby."""
    half = FRIENDS // 2
    classes = _beside(rng, np.lexsort((people.birth_year, school)), half)
    neighbours = _beside(rng, np.lexsort((people.birth_year // 12, people.home)), FRIENDS - half)
    return np.concatenate([classes, neighbours], axis=1)


def _beside(rng: Generator, order: Ids, wanted: int) -> Ids:
    """For each person some of those within fifteen places in an order."""
    count = len(order)
    steps = rng.integers(1, 16, (count, wanted)) * rng.choice([-1, 1], (count, wanted))
    found = np.empty((count, wanted), dtype=np.int64)
    found[order] = order[(np.arange(count)[:, None] + steps) % count]
    return found


def _clubs(rng: Generator, home: Ids, known: Pools) -> Ids:
    count = len(home)
    towns = np.repeat(home, CLUBS)
    found = _of_town(rng, towns, INHABITANTS_A_CLUB, 2.0, known).reshape(count, CLUBS)
    belongs = rng.random((count, 1)) < [[0.6, 0.25, 0.1]]
    return np.where(belongs, found, NONE)


def _distinct(found: Ids) -> Ids:
    """What stands twice in one row stands there once."""
    kept = found.copy()
    for at in range(1, found.shape[1]):
        again = (found[:, :at] == found[:, at : at + 1]).any(axis=1)
        kept[again, at] = NONE
    return kept


def _rhythms(rng: Generator, count: int) -> Floats:
    """A bell around one hour of the evening, as a rule, a lower one at noon, little at night."""
    hours = np.arange(24)
    peak = rng.normal(19.5, 3.0, (count, 1))
    evening = np.exp(-((((hours - peak + 12) % 24) - 12) ** 2) / 12)
    noon = rng.random((count, 1)) * np.exp(-((hours - 11.5) ** 2) / 8)
    shares = evening + noon + 0.02
    return (shares / shares.sum(axis=1, keepdims=True)).astype(np.float32)
