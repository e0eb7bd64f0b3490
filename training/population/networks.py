"""The networks that do not exist, and which of them each person is on."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from training.population.pools import Floats, Ids, Words
from training.tables import rows

TABLE = Path(__file__).with_name("networks.tsv")
PROFILES = (0.22, 0.20, 0.17, 0.13, 0.10, 0.07, 0.05, 0.03, 0.02, 0.01)
"""How many people have one profile, two, … ten (own choice: 3.3 on average)."""
STYLES = ("real", "mixed", "short", "none")


@dataclass(frozen=True, kw_only=True)
class Networks:
    """One row a network."""

    names: Words
    style: Ids
    """A place in `STYLES`."""
    share: Floats
    shows: dict[str, Floats]
    """Field → the share of profiles that show it."""


@cache
def networks() -> Networks:
    """The kinds of `networks.tsv`, each as many times as it says: ``social-a``, ``social-b``."""
    kinds = list(rows(TABLE, delimiter="\t"))
    each = [
        (row, f"{row['kind']}-{'abcdefgh'[at]}", float(row["share"]) / int(row["networks"]))
        for row in kinds
        for at in range(int(row["networks"]))
    ]
    fields = [name for name in kinds[0] if name not in {"kind", "networks", "share", "names"}]
    return Networks(
        names=np.array([name for _, name, _ in each], dtype=object),
        style=np.array([STYLES.index(row["names"]) for row, _, _ in each]),
        share=np.array([share for _, _, share in each]),
        shows={name: np.array([float(row[name]) for row, _, _ in each]) for name in fields},
    )


def spread(rng: Generator, count: int) -> tuple[Ids, Ids]:
    """For each of so many profiles its owner and its network; nobody is twice on one network.

    Profiles stand in no order that tells who is whose.
    """
    sizes = 1 + rng.choice(len(PROFILES), count, p=PROFILES)
    people = int(np.searchsorted(np.cumsum(sizes), count)) + 1
    sizes = sizes[:people]
    sizes[-1] -= sizes.sum() - count
    owner = np.repeat(np.arange(people), sizes)
    rank = np.arange(count) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    network = _preferred(rng, people)[owner, rank]
    order = rng.permutation(count)
    return owner[order], network[order]


def _preferred(rng: Generator, people: int) -> NDArray[np.int64]:
    """Each person's networks, the likeliest to be joined first (drawn without replacement)."""
    found = networks()
    made = []
    for start in range(0, people, 50_000):
        waits = rng.exponential(1 / found.share, (min(50_000, people - start), len(found.share)))
        made.append(np.argsort(waits, axis=1)[:, : len(PROFILES)])
    return np.concatenate(made)
