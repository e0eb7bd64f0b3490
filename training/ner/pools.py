"""The values that fill own sentences: names of many origins, towns, organisations, words.

Every pool is cut in two before anything is filled: values of the held part are never trained on.
"""

import random
import re
import zlib
from functools import cache

from auditor.resources.read import table
from training.ner.lists import rows
from training.tables import DATA

HELD_IN = 5
"""One value in five is held back."""
BLENDED = 0.35
"""Share of family names put together from two of the same origin: no model can know them."""
ORIGINS = (
    "breton maghrebi turkish vietnamese polish west_african portuguese indian chinese quebecois "
    "dutch spanish italian german irish nordic slavic romanian pakistani east_african indonesian "
    "japanese"
).split()
LISTS = ("origins.tsv", "foreign.tsv")
"""Our own lists and those taken from others."""
NEAR = {"fr": "FR", "en": "US GB IE AU"}
"""Countries of half the towns in sentences of a language."""

_VOWELS = "aeiouyàâäéèêëîïôöûüœıöü"


def is_held(value: str) -> bool:
    """Is the value one of the held part? Always the same, by its spelling."""
    return zlib.crc32(value.encode()) % HELD_IN == 0


@cache
def names(origin: str, part: str, held: bool) -> tuple[str, ...]:
    """Given or family names of an origin; `french` and `english` come from the tables."""
    if origin in {"french", "english"}:
        return _of_table("fr" if origin == "french" else "us", part, held)
    found = {
        name
        for each in LISTS
        for row in rows(each)
        if (row["group"], row["part"]) == (origin, part)
        for name in row["names"].split("|")
    }
    return tuple(sorted(name for name in found if is_held(name) == held))


def _of_table(column: str, part: str, held: bool) -> tuple[str, ...]:
    given = part == "given"
    rows_ = table(DATA / ("given_names.tsv" if given else "surnames.tsv"))
    usual = [row for row in rows_ if float(row[column] or 0) >= (20 if given else 15)]
    spelt = [row["display"] if given else _capitalised(row["name"]) for row in usual]
    return tuple(name for name in spelt if is_held(name) == held)


def _capitalised(name: str) -> str:
    return re.sub(r"\b\w", lambda match: match.group().upper(), name)


def family(rng: random.Random, origin: str, held: bool) -> str:
    """A family name, sometimes one that nobody has."""
    pool = names(origin, "family", held)
    name = rng.choice(pool)
    if rng.random() >= BLENDED or " " in name:
        return name
    return _blend(name, rng.choice(pool).split()[-1])


def _blend(first: str, second: str) -> str:
    """The head of one name on the tail of another, cut before a vowel."""
    cut = next((i for i, c in enumerate(first) if i > 2 and c.lower() in _VOWELS), len(first))
    tail = next((i for i, c in enumerate(second) if i > 1 and c.lower() in _VOWELS), 0)
    return first[:cut] + second[tail:].lower()


@cache
def towns(language: str, near: bool, held: bool) -> tuple[str, ...]:
    """Towns of the countries of a language, or of the rest of the world."""
    found = []
    for row in table(DATA / "places.tsv"):
        home = row["country"] in NEAR[language].split()
        home = home or (language == "fr" and row["region"] == "Québec")
        large = int(row["population"]) >= (3_000 if home and language == "fr" else 100_000)
        if home == near and large and is_held(row["name"]) == held:
            found.append(row["name"])
    return tuple(found)


@cache
def listed(name: str, slot: str, held: bool) -> tuple[str, ...]:
    """Values of one of our own lists, by its slot."""
    values = [
        value
        for row in rows(name)
        if row.get("slot", slot) == slot
        for value in row["names"].split("|")
    ]
    return tuple(value for value in values if is_held(value) == held)


@cache
def words(name: str, language: str) -> tuple[str, ...]:
    """Ordinary words of a table: jobs, hobbies."""
    rows_ = table(DATA / "words" / f"{name}.tsv")
    return tuple(row["word"] for row in rows_ if row["language"] == language)
