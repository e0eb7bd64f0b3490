"""Handles and mailboxes: what people of a name, a year, a town and a taste call themselves."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.random import Generator

from training.population import invent
from training.population.people import People
from training.population.pools import Ids, Pools, Words
from training.tables import fold

FROM_NAME, FROM_WORDS = 0.45, 0.37
"""Handles made from the name and from words; the others are invented. Own choice, between networks of
real names, where nearly all are made from them, and game sites, where few are."""
TEMPLATES = (
    "{g}.{s}|{g}{s}|{i}{s}|{g}{j}|{g}_{s}|{s}.{g}|{g}{y}|{g}{d}|{s}{y}|{g}{Y}|{i}{s}{y}|{n}{y}|{n}_{w}|"
    "{g}-{s}|{i}.{s}|{s}{g}|{n}{d}|{n}{s}|{g}{s}{y}|{s}{d}"
).split("|")
WORDED = "{w}{y}|{w}{d}|{w}{v}|{w}_{v}|{w}{N}|{w}-du-{d}|{v}{w}{d}|{w}{Y}|the{w}{N}|{w}".split("|")
INVENTED = "{x}|{x}|{x}{d}|{x}{y}|{x}_{w}".split("|")
DOMAINS = "mail post courriel boite web fournisseur libre poste lettre missive".split()
"""Providers, each under ``.example``; the first are the largest."""
LEET = str.maketrans("aeio", "4310")

_Parts = dict[str, str]


def bases(rng: Generator, people: People, tastes: Words, known: Pools) -> Words:
    """A handle for each person, not yet unique."""
    style = rng.random(people.count)
    choice = rng.random(people.count)
    made = []
    for parts, drawn, at in zip(_parts(rng, people, tastes, known), style, choice, strict=True):
        templates = _templates(drawn)
        made.append(templates[int(at * len(templates))].format_map(parts))
    return np.array(made, dtype=object)


def _templates(drawn: float) -> list[str]:
    if drawn < FROM_NAME:
        return TEMPLATES
    return WORDED if drawn < FROM_NAME + FROM_WORDS else INVENTED


def _parts(rng: Generator, people: People, tastes: Words, known: Pools) -> Iterator[_Parts]:
    """What the templates are filled with, person by person."""
    count = people.count
    words = known.words.values[known.words.draw(rng, 2 * count)]
    invented = invent.named(rng.integers(0, 2**40, count), invent.syllables, salt=21)
    numbers, regions = rng.integers(1, 1000, count), people.home % 95 + 1
    # A taste in place of a word, for one person in two.
    words[:count] = np.where(rng.random(count) < 0.5, plain(tastes), words[:count])
    for each in zip(
        plain(people.given), plain(people.surname), people.birth_year, regions, words[:count],
        words[count:], invented, numbers, strict=True,
    ):  # fmt: skip
        given, surname, year, region, word, second, made, number = each
        yield {
            "g": given,
            "s": surname,
            "i": given[:1],
            "j": surname[:1],
            "n": min(known.nicknames.get(given, (given,)), key=len),
            "y": f"{year % 100:02d}",
            "Y": str(year),
            "d": f"{region:02d}",
            "w": word or second,
            "v": second,
            "x": made,
            "N": str(number),
        }


def plain(words: Iterable[str]) -> Words:
    """Letters and digits alone, folded; each different word is worked out once."""
    known: dict[str, str] = {}
    found = []
    for word in words:
        if word not in known:
            known[word] = "".join(char for char in fold(word) if char.isalnum())
        found.append(known[word])
    return np.array(found, dtype=object)


def varied(rng: Generator, handles: Words, years: Ids) -> Words:
    """Each handle with a small change: a separator, leet, an ending taken off or put on."""
    ways, numbers = rng.random(len(handles)), rng.integers(1, 100, len(handles))
    made = []
    for way, handle, number, year in zip(ways, handles, numbers, years, strict=True):
        changes = _changes(handle, f"{number:02d}", str(year))
        made.append(changes[int(way * len(changes))])
    return np.array(made, dtype=object)


def _changes(handle: str, number: str, year: str) -> Sequence[str]:
    """The small changes that a handle may undergo."""
    stem = handle.rstrip("0123456789") or handle
    return (
        handle.replace(".", "").replace("_", "").replace("-", ""),
        handle.replace(".", "_").replace("-", "_"),
        stem + year[2:],
        stem + year,
        stem,
        handle + number,
        handle[:1] + handle[1:].translate(LEET),
        f"_{handle}_",
        f"x{handle}x",
        handle + handle[-1:],
    )


def unique(spaces: Ids, handles: Words, owners: Ids) -> Words:
    """Within one space (a network, a mail provider) a handle is one owner's: the next gets a number."""
    taken: dict[tuple[int, str], int] = {}
    made = handles.copy()
    triples = enumerate(zip(spaces.tolist(), handles, owners.tolist(), strict=True))
    for at, (space, handle, owner) in triples:
        name, number = handle, 1
        while taken.setdefault((space, name), owner) != owner:
            number += 1 if number < 20 else number
            name = f"{handle}{number}"
        made[at] = name
    return made


def mailboxes(rng: Generator, locals_: Words, owners: Ids) -> Words:
    """An address at a provider for each local part; no two owners share one."""
    weights = np.arange(1, len(DOMAINS) + 1, dtype=np.float64) ** -0.8
    at = rng.choice(len(DOMAINS), len(locals_), p=weights / weights.sum())
    names = unique(at, locals_, owners)
    hosts = np.array([f"@{each}.example" for each in DOMAINS], dtype=object)
    return names + hosts[at]  # type: ignore[no-any-return]
