"""The crowd against a made population whose truth is known: bias, spread, how often the range holds it.

    python -m benchmarks.fit --people 1000000 --asked 400

A made person tells some things of themself; so many of the population fit them, counted; so many were
said to. Printed per set of things told: bits by which the middle is off on average (above zero: too many
people) and their standard deviation, the same in absolute terms, and the share of ranges that hold the
truth. Names by decade, surnames and towns are as published; work, schools and clubs are as the generator
has them (`training/population/README.md`): there the figure is a direction, no more.
"""

import argparse
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from auditor import kits
from auditor.extract.lexicon import lexicon
from auditor.link.fit.crowd import crowd
from auditor.link.fit.numbers import Fitting
from auditor.model.fact import Fact, Period
from auditor.model.finding import Crowd
from auditor.model.visibility import Visibility
from auditor.resources.folders import folder
from auditor.resources.read import table
from training.population.life import NONE, lives
from training.population.people import OLDEST, YOUNGEST, People, people
from training.population.pools import Pools, pools

SPAN = 10_000_000
"""More than a trait has values."""
SETS: Mapping[str, tuple[str, ...]] = {
    "given name": ("given",),
    "given name + birth year": ("given", "year"),
    "given name + surname": ("given", "surname"),
    "given name + town": ("given", "town"),
    "given name + birth year + town": ("given", "year", "town"),
    "given name + surname + town": ("given", "surname", "town"),
    "town + birth date": ("town", "date"),
    "town + employer": ("town", "employer"),
    "town + school": ("town", "school"),
    "town + school + birth year": ("town", "school", "year"),
    "given name + employer": ("given", "employer"),
    "given name + town + employer": ("given", "town", "employer"),
    "given name + town + trade": ("given", "town", "trade"),
    "given name + town + club": ("given", "town", "club"),
    "given name + town + employer + school + club": ("given", "town", "employer", "school", "club"),
}


@dataclass(frozen=True, kw_only=True)
class World:
    """The made people, one array a trait; a fact of a trait is told through `told`."""

    traits: Mapping[str, NDArray[np.int64]]
    told: Mapping[str, Callable[[int], Fact]]


def world(count: int, seed: int) -> World:
    """Made people with births spread evenly, as they nearly are in France: the generator's hold accounts."""
    rng, known = np.random.default_rng(seed), pools()
    made = people(rng, count, known, years=rng.integers(OLDEST, YOUNGEST + 1, count))
    life = lives(rng, made, known)
    traits = {
        "given": _coded(made.given),
        "surname": _coded(made.surname),
        "year": made.birth_year,
        "date": made.born.astype(np.int64),
        "town": made.home,
        "employer": life.employer,
        "school": life.schools[:, 0],
        "trade": life.job,
        "club": life.clubs[:, 0],
    }
    return World(traits=traits, told=_told(made, known))


def _coded(words: NDArray[np.object_]) -> NDArray[np.int64]:
    return np.unique(words.astype(str), return_inverse=True)[1].astype(np.int64)


def _told(made: People, known: Pools) -> dict[str, Callable[[int], Fact]]:
    def born(at: int, kind: str) -> Fact:
        whole = made.born[at].astype(object)
        year = kind == "birth_year"
        low = whole.replace(month=1, day=1) if year else whole
        high = whole.replace(month=12, day=31) if year else whole
        return _fact(kind, str(whole), Period(low=low, high=high))

    name = made.name
    # What firms and schools are called says nothing of how many are there.
    return {
        "given": lambda at: _fact("first_name", str(made.given[at])),
        "year": lambda at: born(at, "birth_year"),
        "date": lambda at: born(at, "birth_date"),
        "town": lambda at: _fact("home_commune", str(known.towns.names[made.home[at]])),
        "surname": lambda at: _fact("full_name", str(name[at])),
        "employer": lambda _: _fact("employer", "Exemple"),
        "school": lambda _: _fact("school", "Exemple"),
        "trade": lambda _: _fact("job_title", "Exemple"),
        "club": lambda _: _fact("group_membership", "Exemple"),
    }


def _fact(kind: str, value: str, period: Period | None = None) -> Fact:
    return Fact(
        id=kind,
        record="made#owner",
        kind=kind,
        value=value,
        quote=value,
        source="made",
        passage="field",
        visibility=Visibility.INDEXED,
        visibility_from=None,
        recognizer="field",
        confidence=1.0,
        period=period,
    )


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was said, and what is true."""

    said: Crowd
    true: int

    @property
    def off(self) -> float:
        """Bits above the truth."""
        return math.log2(self.said.middle / self.true)

    @property
    def held(self) -> bool:
        """Does the range hold the truth?"""
        return self.said.low <= self.true <= self.said.high


def answers(made: World, told: Sequence[str], fit: Fitting, asked: int, seed: int) -> list[Answer]:
    """What is said of people who tell these things."""
    rng, count = np.random.default_rng(seed), len(made.traits["town"])
    shown = np.flatnonzero(np.all([made.traits[each] != NONE for each in told], axis=0))
    group = np.zeros(count, dtype=np.int64)
    for each in told:  # one trait after the other: sorting whole rows takes ten times as long
        group = np.unique(group * SPAN + _dense(made.traits[each]), return_inverse=True)[1]
    sizes = np.bincount(group)
    found = []
    for at in rng.choice(shown, min(asked, len(shown)), replace=False):
        said = crowd([made.told[each](int(at)) for each in told], fit, among=count)
        if said is not None:
            found.append(Answer(said=said, true=int(sizes[group[at]])))
    return found


def _dense(values: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.unique(values, return_inverse=True)[1].astype(np.int64)


def line(name: str, found: Sequence[Answer]) -> str:
    """The figures of one set of things told."""
    off = np.array([each.off for each in found])
    alone = sum(each.true == 1 for each in found) / len(found)
    held = sum(each.held for each in found) / len(found)
    return (
        f"{name:46} {alone:6.0%} {off.mean():+6.2f} {off.std():6.2f} {np.abs(off).mean():6.2f} "
        f"{held:6.0%}  ({len(found)})"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=400)
    parser.add_argument("--seed", type=int, default=77)
    asked = parser.parse_args()
    words = lexicon(lambda name: table(folder("data") / name))
    fit = kits.linking(words).fit
    assert fit is not None
    made = world(asked.people, asked.seed)
    print(f"{'told':46} {'unique':>6} {'bias':>6} {'spread':>6} {'|off|':>6} {'held':>6}")
    all_: list[Answer] = []
    for name, told in SETS.items():
        found = answers(made, told, replace(fit, home="FR"), asked.asked, asked.seed)
        all_ += found
        print(line(name, found), flush=True)
    print(line("all", all_))


if __name__ == "__main__":
    main()
