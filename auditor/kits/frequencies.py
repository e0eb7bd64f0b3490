"""How common names are, and how many people there are: the tables of `data/` as the link room reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from auditor.extract.lexicon import Lexicon
from auditor.link.fit import numbers
from auditor.link.signs import signs, starts
from auditor.link.weights import Tables, Weights, letters
from auditor.model.place import regions
from auditor.resources import read
from auditor.resources.folders import folder


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    floor: float
    """Per million: what a name absent from the table may reach."""
    total: int | None
    unit: str
    years: str
    source: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frequencies:
    given_names: Mapping[str, _Count]
    surnames: Mapping[str, _Count]


def tables(words: Lexicon) -> Tables:
    """How common names are: births in France, the population of the United States where France has none."""
    counts = read.load(folder("data") / "frequencies.yml", _Frequencies)
    given, surnames = _shares("given_names.tsv"), _shares("surnames.tsv")
    return Tables(
        given=given,
        surnames=surnames,
        given_letters=letters(given),
        surname_letters=letters(surnames),
        given_floor=counts.given_names["fr"].floor / 1e6,
        surname_floor=counts.surnames["fr"].floor / 1e6,
        nicknames=_nicknames(),
        places=words.places,
        jobs=words.jobs,
        instruments=frozenset(words.instruments.values()),
        organisations=frozenset(words.organisations),
        ordinary=words.ordinary,
        regions=regions(words.places.values()),
        given_starts=starts(given),
        surname_starts=starts(surnames),
        signs=signs(read.table(folder("data") / "handles.tsv")),
    )


def _shares(name: str, first: str = "fr") -> dict[str, float]:
    """The share of people who bear each name in the first country, else in the other."""
    other = {"fr": "us", "us": "fr"}[first]
    rows = read.table(folder("data") / name)
    return {row["name"]: (float(row[first]) or float(row[other])) / 1e6 for row in rows}


def _nicknames() -> dict[str, frozenset[str]]:
    """Each name and nickname → every given name it may stand for."""
    found: dict[str, set[str]] = {}
    for row in read.table(folder("data") / "nicknames.tsv"):
        found.setdefault(row["nickname"], {row["nickname"]}).add(row["given"])
        found.setdefault(row["given"], set()).add(row["given"])
    return {name: frozenset(stands) for name, stands in found.items()}


def fitting(known: Tables, weights: Weights) -> numbers.Fitting:
    """What the crowd is counted with: populations, births, names of this country and of others."""
    return numbers.Fitting(
        numbers=read.load(folder("rules") / "fit.yml", numbers.Numbers),
        tables=known,
        weights=weights,
        births=_births(),
        abroad=_abroad,
    )


def _births() -> dict[str, dict[int, int]]:
    """Given name → decade → births in France; the table counts them in hundreds."""
    rows = read.table(folder("data") / "given_decades.tsv")
    return {
        row["name"]: {int(key): 100 * int(row[key]) for key in row if key != "name"} for row in rows
    }


@cache
def _abroad() -> numbers.Names:
    return numbers.Names(
        given=_shares("given_names.tsv", "us"), surnames=_shares("surnames.tsv", "us")
    )
