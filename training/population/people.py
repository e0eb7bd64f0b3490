"""Who lives: births, names, households, marriages, towns."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from training.population import invent
from training.population.decades import DECADES
from training.population.pools import RARE_SURNAMES, Ids, Pools, Words

Days = NDArray[np.datetime64]

MIDDLE, SPREAD = 1981.0, 16.0
"""Birth years of people who hold accounts: mean and standard deviation (own choice, after the ages of
France cut at both ends)."""
OLDEST, YOUNGEST = 1932, 2012
IN_HOUSEHOLD = 0.40
"""People who share name, town or number with the one before: near misses on purpose (own choice)."""
SPOUSES, SIBLINGS = 0.40, 0.40
"""Of those, how many are spouses and siblings; the others are children."""
TAKES_NAME = 0.7
"""Married women who bear the husband's name (own choice; French surveys tell of a large majority)."""
TWINS = 0.03
DOUBLE = 0.02
"""People with two surnames."""
STAYED, NEARBY = 0.25, 0.35
"""Who lives in the town they grew up in, and who in its neighbourhood; the others went anywhere."""


@dataclass(frozen=True, kw_only=True)
class People:
    """One array a trait, one place in each array a person."""

    female: NDArray[np.bool_]
    born: Days
    given: Words
    surname: Words
    maiden: Words
    """Empty where the surname is the one of birth."""
    origin: Ids
    """Town one grew up in."""
    home: Ids
    lead: Ids
    """The first person of the household."""

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.given)

    @property
    def birth_year(self) -> Ids:
        """The year of birth of each."""
        return self.born.astype("datetime64[Y]").astype(np.int64) + 1970

    @property
    def name(self) -> Words:
        """Given name and surname of each."""
        return self.given + " " + self.surname  # type: ignore[no-any-return]


def people(rng: Generator, count: int, known: Pools, *, years: Ids | None = None) -> People:
    """Draw so many people; `years` are their years of birth but for relatives', else those of account holders."""
    joins = rng.random(count) < IN_HOUSEHOLD
    joins[:1] = False
    lead = np.maximum.accumulate(np.where(joins, 0, np.arange(count)))
    kind = rng.random(count)
    spouse = joins & (kind < SPOUSES)
    # One spouse a household: a second one is a sibling.
    spouse &= np.concatenate([[False], ~spouse[:-1]])
    female = _sexes(rng, lead, spouse)
    if years is None:
        years = np.clip(rng.normal(MIDDLE, SPREAD, count), OLDEST, YOUNGEST).astype(np.int64)
    born = _births(rng, years, lead, joins, spouse, kind)
    family = _surnames(rng, count, known)
    bears = np.where(joins & ~spouse, family[lead], family)
    surname, maiden = _married(rng, bears, spouse & female, lead)
    origin = known.towns.draw(rng, count)
    origin = np.where(joins & ~spouse, origin[lead], origin)
    home = _homes(rng, origin, known)
    together = joins & (spouse | (rng.random(count) < 0.5))
    return People(
        female=female,
        born=born,
        given=_given(rng, born, female, known),
        surname=surname,
        maiden=maiden,
        origin=origin,
        home=np.where(together, home[lead], home),
        lead=lead,
    )


def _sexes(rng: Generator, lead: Ids, spouse: NDArray[np.bool_]) -> NDArray[np.bool_]:
    female = rng.random(len(lead)) < 0.5
    return np.where(spouse, ~female[lead], female)


def _births(  # noqa: PLR0917
    rng: Generator,
    years: Ids,
    lead: Ids,
    joins: NDArray[np.bool_],
    spouse: NDArray[np.bool_],
    kind: NDArray[np.float64],
) -> Days:
    count = len(lead)
    near = years[lead] + np.rint(rng.normal(0, 4, count)).astype(np.int64)
    child = years[lead] + rng.integers(19, 38, count)
    years = np.where(joins, np.where(kind < SPOUSES + SIBLINGS, near, child), years)
    years = np.clip(years, OLDEST, YOUNGEST)
    starts = (years - 1970).astype("datetime64[Y]").astype("datetime64[D]")
    born = starts + rng.integers(0, 365, count).astype("timedelta64[D]")
    twins = joins & ~spouse & (rng.random(count) < TWINS)
    return np.where(twins, born[lead], born)


def _given(rng: Generator, born: Days, female: NDArray[np.bool_], known: Pools) -> Words:
    decades = (born.astype("datetime64[Y]").astype(np.int64) + 1970) // 10 * 10
    names = np.empty(len(born), dtype=object)
    for decade in DECADES:
        for sex, of_sex in (("F", female), ("M", ~female)):
            here = np.flatnonzero((decades == decade) & of_sex)
            pool = known.given[decade, sex]
            names[here] = pool.values[pool.draw(rng, len(here))]
    return names


def _surnames(rng: Generator, count: int, known: Pools) -> Words:
    names = known.surnames.values[known.surnames.draw(rng, count)]
    rare = np.flatnonzero(names == "")
    names[rare] = invent.named(rng.integers(0, RARE_SURNAMES, len(rare)), invent.root, salt=11)
    double = np.flatnonzero(rng.random(count) < DOUBLE)
    names[double] = names[double] + "-" + names[rng.integers(0, count, len(double))]
    return names


def _married(
    rng: Generator, bears: Words, wives: NDArray[np.bool_], lead: Ids
) -> tuple[Words, Words]:
    """Surname and maiden name: some wives bear their husband's, whoever of them is listed first."""
    takes = np.flatnonzero(wives & (rng.random(len(bears)) < TAKES_NAME))
    surname, maiden = bears.copy(), np.full(len(bears), "", dtype=object)
    maiden[takes] = bears[takes]
    surname[takes] = bears[lead[takes]]
    return surname, maiden


def _homes(rng: Generator, origin: Ids, known: Pools) -> Ids:
    where = rng.random(len(origin))
    near, anywhere = known.towns.near(rng, origin), known.towns.draw(rng, len(origin))
    return np.where(where < STAYED, origin, np.where(where < STAYED + NEARBY, near, anywhere))
