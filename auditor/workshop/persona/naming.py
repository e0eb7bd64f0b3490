"""Names of nobody: first names from the program's tables, surnames from syllables and in none of them."""

import random
from functools import cache

from auditor.model.names import fold
from auditor.resources.folders import folder
from auditor.resources.read import table
from auditor.workshop.persona.language import Language

_SHORTEST, _LONGEST = 3, 10
_COMMON_FR = 25
"""Hundreds of births in the decade: names that a reader meets every week."""
_COMMON_US = 400
_CERTAIN = 0.03
"""A share of the other sex under which a name is one sex's."""


def surname(language: Language, chance: random.Random, taken: set[str]) -> str:
    """A surname that no table of ours holds and nobody in this case has."""
    parts = language.surnames
    while True:
        name = "".join(chance.choice(each) for each in (parts.starts, parts.middles, parts.ends))
        if free(name) and fold(name) not in taken:
            taken.add(fold(name))
            return name


def free(name: str) -> bool:
    """Whether the name is in none of the program's tables of surnames, first names and places."""
    return fold(name) not in _known()


def near(name: str, chance: random.Random, taken: set[str]) -> str:
    """A surname one slip of the pen away: *Tréhardel*, *Tréhardin*."""
    endings = ["in", "et", "is", "on", "as", "ot"]
    chance.shuffle(endings)
    stem = name[:-3].rstrip("aeiouyé")
    for ending in endings:
        tried = stem + ending
        if free(tried) and fold(tried) not in taken:
            taken.add(fold(tried))
            return tried
    return surname_of_letters(name, taken)


def surname_of_letters(name: str, taken: set[str]) -> str:
    """The name with its end doubled, where every slip is somebody's."""
    tried = name + name[-2:]
    taken.add(fold(tried))
    return tried


@cache
def firsts(country: str, decade: int, female: bool) -> tuple[str, ...]:
    """First names that were common in the decade: French births, or the American list, in the tables' order."""
    rows = table(folder("data") / "given_names.tsv")
    known = _decades() if country != "GB" else {}
    return tuple(row["display"] for row in rows if _fits(row, known, decade, female, country))


def _fits(
    row: dict[str, str], known: dict[str, dict[str, str]], decade: int, female: bool, country: str
) -> bool:
    if not _SHORTEST <= len(row["display"]) <= _LONGEST or not row["display"].isalpha():
        return False
    share = float(row["sex_f"] or 0.5)
    if (1 - share if female else share) > _CERTAIN:
        return False
    if country == "GB":
        return float(row["us"]) >= _COMMON_US and row["display"].isascii()
    births = known.get(row["name"], {})
    return int(births.get(str(decade), 0)) >= _COMMON_FR


@cache
def _decades() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in table(folder("data") / "given_decades.tsv")}


@cache
def _known() -> frozenset[str]:
    """Every name of the tables, folded: no made surname is one of them."""
    files = {"surnames.tsv": "name", "given_names.tsv": "name", "places.tsv": "name"}
    return frozenset(
        fold(row[column]) for file, column in files.items() for row in table(folder("data") / file)
    )
