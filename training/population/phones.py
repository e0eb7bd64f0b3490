"""Telephone numbers that nobody can have: the ranges kept for fiction."""

import numpy as np
from numpy.random import Generator

from training.population.people import People
from training.population.pools import Words

MOBILE = ("63998",)
"""ARCEP keeps ten thousand mobile numbers of France for works of fiction (decision 2018-0881)."""
LANDLINES = ("19900", "26191", "35301", "46571", "53649")
"""And as many in each of the five regions."""
AREAS = tuple(
    each for each in range(201, 990) if each % 100 != 11 and str(each)[1] != "9" and each != 555
)
"""North America: 555-0100 to 555-0199 in each area are fictional (NANPA); here for people abroad."""
PUBLISHED = 0.12
"""People who give a number anywhere: so few because reserved ranges hold so few numbers (own choice)."""


def phones(rng: Generator, people: People) -> Words:
    """The number of each person, empty for most; households may share one."""
    numbers = rng.permutation(np.array(_numbers(), dtype=object))
    found = np.full(people.count, "", dtype=object)
    wanted = np.flatnonzero(rng.random(people.count) < PUBLISHED)[: len(numbers)]
    found[wanted] = numbers[: len(wanted)]
    shared = (found[people.lead] != "") & (rng.random(people.count) < 0.3)
    return np.where(shared, found[people.lead], found)


def _numbers() -> list[str]:
    french = [f"+33{range_}{n:04d}" for range_ in MOBILE + LANDLINES for n in range(10_000)]
    american = [f"+1{area}5550{n}" for area in AREAS for n in range(100, 200)]
    return french + american
