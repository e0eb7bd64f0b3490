"""What each profile shows of its owner: names as written, what is old, what is false, what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from training.population import handles, invent
from training.population.life import NONE, Lives, schools
from training.population.networks import STYLES, networks
from training.population.people import Days, People
from training.population.pools import Ids, Pools, Words

Mask = NDArray[np.bool_]

WAYS = "full upper nickname ascii initial masked given".split()
WRITTEN = {
    "real": (0.76, 0.05, 0.06, 0.05, 0.04, 0.0, 0.04),
    "mixed": (0.55, 0.01, 0.10, 0.08, 0.08, 0.0, 0.18),
    "short": (0.12, 0.01, 0.02, 0.05, 0.38, 0.12, 0.30),
    "none": (0.30, 0.0, 0.15, 0.15, 0.10, 0.0, 0.30),
}
"""How names are written on each kind of site (own choice)."""
MISSPELT = 0.015
"""Shown names with one letter wrong (own choice: people know their name, registrars less)."""
OF_BIRTH = 0.25
"""Profiles of married women that show the name of birth."""
OLD_TOWN, CITY = 0.10, 0.14
"""Towns shown that are the one grown up in, and the large one nearby."""
OLD_FIRM = 0.28
"""Employers shown that are the one before: pages age (own choice)."""
OLD_JOB = 0.15
"""Trades shown that are the one before."""
OTHER_SCHOOL = 0.25
"""Schools shown that are not the one usually told."""
HOSPITAL = 0.3
"""Birth places shown that are the large town of the place one grew up in."""
OFF = (0.08, 0.84, 0.08)
"""School years told a year too early, right, and too late."""
THIS_YEAR = 2026
FALSE_BIRTH = 0.04
"""Birth dates shown that are not one's own: 1 January, a year off, day and month turned."""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """The world: who there is, and whose each profile is."""

    rng: Generator
    people: People
    lives: Lives
    pools: Pools
    owner: Ids
    network: Ids

    def shows(self, field: str) -> Ids:
        """The profiles that show a field."""
        shares = networks().shows[field][self.network]
        return np.flatnonzero(self.rng.random(len(shares)) < shares)

    def column(self) -> Words:
        """A column that says nothing yet."""
        return np.full(len(self.owner), "", dtype=object)

    def chance(self, of: Sequence[int] | Ids, share: float) -> Mask:
        """True for that share of the given profiles."""
        return self.rng.random(len(of)) < share


def names(drawn: Drawn, bare: Mask, handle: Words) -> dict[str, Words]:
    """Columns of the name: whole, and in its parts where a network asks for both."""
    people, owner, rng = drawn.people, drawn.owner, drawn.rng
    named = np.flatnonzero(~bare)
    given, surname = people.given[owner[named]], _borne(drawn, named)
    given, surname = _misspelt(rng, given), _misspelt(rng, surname)
    style = networks().style[drawn.network[named]]
    ways = np.empty(len(named), dtype=np.int64)
    for at, each in enumerate(STYLES):
        here = np.flatnonzero(style == at)
        ways[here] = rng.choice(len(WAYS), len(here), p=WRITTEN[each])
    column = drawn.column()
    column[named] = [
        _written(way, *parts, drawn.pools) for way, *parts in zip(ways, given, surname, strict=True)
    ]
    columns = {"name": column, "given_name": drawn.column(), "surname": drawn.column()}
    parted = (ways < 2) & (style == STYLES.index("real"))
    columns["given_name"][named[parted]] = given[parted]
    columns["surname"][named[parted]] = surname[parted]
    pseudonyms = np.flatnonzero(bare)
    column[pseudonyms] = _pseudonyms(rng, handle[pseudonyms], drawn.pools)
    return columns


def _borne(drawn: Drawn, named: Ids) -> Words:
    owner = drawn.owner[named]
    surname, maiden = drawn.people.surname[owner], drawn.people.maiden[owner]
    of_birth = (maiden != "") & drawn.chance(named, OF_BIRTH)
    return np.where(of_birth, maiden, surname)


_WRITE = (
    "{given} {surname}",
    "{upper} {given}",
    "{short} {surname}",
    "{plain}",
    "{given} {surname[0]}.",
    "{given} {surname[0]}***",
    "{given}",
)


def _written(way: int, given: str, surname: str, pools: Pools) -> str:
    return _WRITE[way].format(
        given=given,
        surname=surname,
        upper=surname.upper(),
        short=_short(given, pools),
        plain=handles.fold(f"{given} {surname}"),
    )


def _short(given: str, pools: Pools) -> str:
    return min(pools.nicknames.get(handles.fold(given), (given,)), key=len).capitalize()


def _misspelt(rng: Generator, words: Words) -> Words:
    """One letter dropped, doubled, turned with the next or replaced, in a few."""
    made = words.copy()
    wrong = np.flatnonzero(rng.random(len(words)) < MISSPELT / 2)
    kinds, places = rng.integers(0, 4, len(wrong)), rng.random(len(wrong))
    letters = rng.integers(0, 26, len(wrong))
    for at, kind, place, letter in zip(wrong, kinds, places, letters, strict=True):
        word = words[at]
        spot = 1 + int(place * max(1, len(word) - 2))
        head, sign, tail = word[:spot], word[spot : spot + 1], word[spot + 1 :]
        new = ("", sign * 2, tail[:1] + sign, chr(97 + letter))[kind]
        made[at] = head + new + (tail[1:] if kind == 2 else tail)
    return made


def _pseudonyms(rng: Generator, handle: Words, pools: Pools) -> Words:
    """Nothing but the handle, or two words."""
    drawn = rng.random(len(handle))
    words = pools.words.values[pools.words.draw(rng, 2 * len(handle))].reshape(-1, 2)
    two = np.array([f"{one} {other}".title() for one, other in words], dtype=object)
    shown = np.where(drawn < 0.6, "", np.where(drawn < 0.85, handle, two[: len(handle)]))
    return shown.astype(object)


def towns(drawn: Drawn) -> dict[str, Words]:
    """Town and region: the present one as a rule."""
    people, known = drawn.people, drawn.pools.towns
    shown = drawn.shows("town")
    town, region = drawn.column(), drawn.column()
    town[shown] = known.names[_there(drawn, shown)]
    # Who hides the town may still show the region.
    hidden = np.flatnonzero((town == "") & drawn.chance(town, 0.1))
    region[shown] = known.regions[people.home[drawn.owner[shown]]]
    region[hidden] = known.regions[people.home[drawn.owner[hidden]]]
    born = drawn.column()
    of_birth = drawn.shows("birth_place")
    origin = people.origin[drawn.owner[of_birth]]
    hospital = drawn.chance(of_birth, HOSPITAL)
    born[of_birth] = known.names[np.where(hospital, known.largest[origin], origin)]
    return {"town": town, "region": region, "birth_place": born}


def _there(drawn: Drawn, shown: Ids) -> Ids:
    people, owner = drawn.people, drawn.owner[shown]
    where = drawn.rng.random(len(shown))
    city = drawn.pools.towns.largest[people.home[owner]]
    other = np.where(where < OLD_TOWN + CITY, city, people.home[owner])
    return np.where(where < OLD_TOWN, people.origin[owner], other)


def births(drawn: Drawn) -> dict[str, Words]:
    """The birth date, or its year alone; some are false."""
    born = drawn.people.born[drawn.owner]
    dated, of_year = drawn.shows("birth_date"), drawn.shows("birth_year")
    date, year = drawn.column(), drawn.column()
    date[dated] = np.datetime_as_string(_told(drawn, born[dated]))
    years = _told(drawn, born[of_year]).astype("datetime64[Y]")
    year[of_year] = np.datetime_as_string(years)
    return {"birth_date": date, "birth_year": year}


def _told(drawn: Drawn, born: Days) -> Days:
    """The dates as told: one in twenty-five is not the right one."""
    drawn_ = drawn.rng.random(len(born)) / FALSE_BIRTH
    year = born.astype("datetime64[Y]")
    invented = (year + drawn.rng.integers(-15, 6, len(born))).astype("datetime64[D]")
    near = (born.astype("datetime64[Y]") + drawn.rng.choice([-1, 1], len(born))).astype(
        "datetime64[D]"
    ) + (born - year.astype("datetime64[D]"))
    return np.select([drawn_ < 0.5, drawn_ < 1.0], [invented, near], born)


def work(drawn: Drawn) -> dict[str, Words]:
    """Employer and job, school and year."""
    lives, owner, rng = drawn.lives, drawn.owner, drawn.rng
    employer, job, school, year = (drawn.column() for _ in range(4))
    shown = drawn.shows("employer")
    firm = np.where(
        drawn.chance(shown, OLD_FIRM), lives.former[owner[shown]], lives.employer[owner[shown]]
    )
    shown, firm = shown[firm != NONE], firm[firm != NONE]
    employer[shown] = invent.named(firm, invent.firm, salt=31)
    shown = drawn.shows("job")
    trade = np.where(
        drawn.chance(shown, OLD_JOB), lives.former_job[owner[shown]], lives.job[owner[shown]]
    )
    job[shown] = _titles(rng, trade, owner[shown], drawn.pools)
    shown = drawn.shows("school")
    which = drawn.chance(shown, OTHER_SCHOOL).astype(np.int64)
    school[shown] = schools(lives.schools[owner[shown], which])
    told = lives.school_years[owner[shown], which] + rng.choice([-1, 0, 1], len(shown), p=OFF)
    dated = drawn.chance(shown, 0.7) & (told <= THIS_YEAR)
    year[shown[dated]] = told[dated].astype(str)
    return {"employer": employer, "job": job, "school": school, "school_year": year}


def _titles(rng: Generator, jobs: Ids, owner: Ids, pools: Pools) -> Words:
    """Each has a way to call the trade, kept on most pages."""
    split = [each.split("|") for each in pools.jobs.values]
    usual = invent.mixed(owner, 41).astype(np.int64) >> 33
    choice = np.where(rng.random(len(jobs)) < 0.75, usual, rng.integers(0, 2**30, len(jobs)))
    made = [split[job][at % len(split[job])] for job, at in zip(jobs, choice, strict=True)]
    return np.array(made, dtype=object)
