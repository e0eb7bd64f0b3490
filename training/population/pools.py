"""What is drawn from: names by year of birth, towns by population, trades, tastes, words of handles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from training.population import invent
from training.population.decades import DECADES, TABLE
from training.tables import DATA, OWN_LISTS, rows

Ids = NDArray[np.int64]
Words = NDArray[np.object_]
Floats = NDArray[np.float64]

RARE_SURNAMES = 400_000
"""Different surnames among those the table leaves out (INSEE counts 1.3 million surnames in all, most of
them borne by a handful; own choice: so many that one is borne by about 60 people of France)."""
FOREIGN_GIVEN = 0.03
"""People whose given name French birth registers of the decade do not list; own choice."""
CELL = 0.3
"""Degrees: towns of one cell are neighbours, some 30 km at most."""


@dataclass(frozen=True, kw_only=True)
class Pool:
    """Values and how likely each is drawn."""

    values: Words
    weights: Floats

    @cached_property
    def steps(self) -> Floats:
        """Running sum of the weights, up to 1."""
        return np.cumsum(self.weights) / self.weights.sum()

    def draw(self, rng: Generator, count: int) -> Ids:
        """The places of so many values, drawn by weight."""
        return np.minimum(np.searchsorted(self.steps, rng.random(count)), len(self.values) - 1)


def zipf(values: Sequence[str], power: float) -> Pool:
    """The first value is the most common; the nth is n^power times rarer."""
    ranks = np.arange(1, len(values) + 1, dtype=np.float64)
    return Pool(values=np.array(values, dtype=object), weights=ranks**-power)


@dataclass(frozen=True, kw_only=True)
class Towns:
    """The communes of France of 500 inhabitants and more, those of one cell side by side."""

    names: Words
    regions: Words
    people: Floats
    first: Ids
    """Town → the first town of its cell."""
    last: Ids
    """Town → one beyond the last town of its cell."""
    largest: Ids
    """Town → the largest town of its cell: where the schools are."""

    @cached_property
    def steps(self) -> Floats:
        """Running sum of the inhabitants."""
        return np.concatenate([[0.0], np.cumsum(self.people)])

    def draw(self, rng: Generator, count: int) -> Ids:
        """So many towns, drawn by their inhabitants."""
        return np.searchsorted(self.steps, rng.random(count) * self.steps[-1], side="right") - 1

    def near(self, rng: Generator, towns: Ids) -> Ids:
        """For each town one of its cell, drawn by inhabitants; it may be the same."""
        low, high = self.steps[self.first[towns]], self.steps[self.last[towns]]
        drawn = low + rng.random(len(towns)) * (high - low)
        return np.clip(np.searchsorted(self.steps, drawn, side="right") - 1, 0, len(self.names) - 1)


@dataclass(frozen=True, kw_only=True)
class Pools:
    """Every table the generator draws from."""

    given: Mapping[tuple[int, str], Pool]
    """Decade and sex → display names."""
    surnames: Pool
    """The last value, empty, stands for a rare surname that is invented."""
    towns: Towns
    jobs: Pool
    """Each value is the titles of one trade, `|` between."""
    tastes: Pool
    words: Pool
    """What handles are made of beside names."""
    nicknames: Mapping[str, tuple[str, ...]]


def pools() -> Pools:
    """Read the tables shipped with the program."""
    return Pools(
        given=_given(),
        surnames=_surnames(),
        towns=_towns(),
        jobs=_jobs(),
        tastes=_tastes(),
        words=zipf([row["word"] for row in _own("handle_words.tsv")], 0.6),
        nicknames=_nicknames(),
    )


def _table(name: str) -> list[dict[str, str]]:
    return list(rows(DATA / name, delimiter="\t"))


def _own(name: str) -> list[dict[str, str]]:
    return list(rows(OWN_LISTS / name, delimiter="\t"))


def _given() -> dict[tuple[int, str], Pool]:
    births = {row["name"]: row for row in rows(TABLE, delimiter="\t")}
    names = _table("given_names.tsv")
    women = np.array([float(row["sex_f"]) for row in names])
    shown = np.array([row["display"] for row in names], dtype=object)
    foreign = np.array([0.0 if float(row["fr"]) else float(row["us"]) for row in names])
    found = {}
    for decade in DECADES:
        counts = np.array([float(births.get(row["name"], {}).get(str(decade), 0)) for row in names])
        for sex, share in (("F", women), ("M", 1 - women)):
            of_decade, others = counts * share, foreign * share
            weights = of_decade / of_decade.sum() + FOREIGN_GIVEN * others / others.sum()
            found[decade, sex] = Pool(values=shown, weights=weights)
    return found


def _surnames() -> Pool:
    names = [(row["name"].title(), float(row["fr"])) for row in _table("surnames.tsv")]
    kept = [each for each in names if each[1]]
    left_out = 1e6 - sum(rate for _, rate in kept)
    return Pool(
        values=np.array([*(name for name, _ in kept), ""], dtype=object),
        weights=np.array([*(rate for _, rate in kept), left_out]),
    )


def _towns() -> Towns:
    found = [row for row in _table("places.tsv") if row["country"] == "FR"]
    cells = [(int(float(row["lat"]) // CELL), int(float(row["lon"]) // CELL)) for row in found]
    order = sorted(range(len(found)), key=lambda at: (cells[at], at))
    people = np.array([max(float(found[at]["population"]), 100.0) for at in order])
    _, cell = np.unique([cells[at] for at in order], axis=0, return_inverse=True)
    first, last = np.searchsorted(cell, cell, "left"), np.searchsorted(cell, cell, "right")
    largest = [
        low + int(np.argmax(people[low:high])) for low, high in zip(first, last, strict=True)
    ]
    return Towns(
        names=np.array([found[at]["name"] for at in order], dtype=object),
        regions=np.array([found[at]["region"] for at in order], dtype=object),
        people=people,
        first=first,
        last=last,
        largest=np.array(largest),
    )


def _jobs() -> Pool:
    titles: dict[str, list[str]] = {}
    for row in _table("words/jobs.tsv"):
        if row["language"] == "fr":
            titles.setdefault(row["canonical"], []).append(row["word"])
    made = ["|".join(each) for each in titles.values()]
    order = np.argsort(invent.mixed(np.arange(len(made)), 1))
    return zipf([made[at] for at in order], 0.7)


def _tastes() -> Pool:
    pastimes = [
        row["word"]
        for name in ("hobbies", "sports", "instruments")
        for row in _table(f"words/{name}.tsv")
        if row["language"] == "fr"
    ]
    titles = [invent.title(int(each)) for each in invent.mixed(np.arange(20_000), 2)]
    order = np.argsort(invent.mixed(np.arange(len(pastimes)), 3))
    return zipf([*(pastimes[at] for at in order), *titles], 0.8)


def _nicknames() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in _table("nicknames.tsv"):
        if row["language"] == "fr":
            found.setdefault(row["given"], []).append(row["nickname"])
    return {given: tuple(each) for given, each in found.items()}
