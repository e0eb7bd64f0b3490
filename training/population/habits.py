"""What each profile shows beside who one is: company, clubs, tastes, pictures, hours, links, dates."""

import numpy as np
from numpy.typing import NDArray

from training.population import invent
from training.population.life import NONE, PICTURES, STOCK
from training.population.pools import Ids, Words
from training.population.shown import Drawn
from training.population.table import Several

SHOWN_FRIENDS, SHOWN_CLUBS, SHOWN_TASTES = 0.45, 0.7, 0.4
"""Of each person's friends, clubs and tastes, how many one profile shows that shows any."""
FAVOURITE, OWN, OF_STOCK = 0.55, 0.25, 0.12
"""Profile pictures that are one's usual one, another one's own, one from the web; the others are used
nowhere else (own choice)."""
COPIED, RECODED = 0.5, 0.35
"""Copies that are the same file, and those a network has recoded; the others are cropped."""
MIDDLING = 80.0
"""Posts seen on a profile, median; some have a hundred times as many."""
TO_OWN, TO_FRIEND = 0.75, 0.15
"""Links that lead to another profile of one's own, and to a friend's; the others are a fan's."""
OPENED = "2006-01-01"
"""No network is older."""
NOW = "2026-11-01"


def company(drawn: Drawn) -> Several:
    """The friends that a profile names, by name or given name."""
    full, given = drawn.people.name, drawn.people.given
    rows, friends = _some(drawn, "companions", drawn.lives.friends, SHOWN_FRIENDS)
    shown = np.where(drawn.chance(rows, 0.7), full[friends], given[friends])
    return _listed(drawn, rows, shown)


def clubs(drawn: Drawn) -> Several:
    """The clubs that a profile names."""
    rows, ids = _some(drawn, "groups", drawn.lives.clubs, SHOWN_CLUBS)
    return _listed(drawn, rows, invent.named(ids, invent.club, salt=33))


def tastes(drawn: Drawn) -> Several:
    """The pastimes and works that a profile names."""
    rows, ids = _some(drawn, "tastes", drawn.lives.tastes, SHOWN_TASTES)
    return _listed(drawn, rows, drawn.pools.tastes.values[ids])


def _some(drawn: Drawn, field: str, of_person: Ids, share: float) -> tuple[Ids, Ids]:
    """Rows, in order, and what each shows of the person's own."""
    rows = drawn.shows(field)
    owned = of_person[drawn.owner[rows]]
    kept = (drawn.rng.random(owned.shape) < share) & (owned != NONE)
    at, which = np.nonzero(kept)
    return rows[at], owned[at, which]


def _listed(drawn: Drawn, rows: Ids, values: Words) -> Several:
    return Several.of(np.bincount(rows, minlength=len(drawn.owner)), values)


def pictures(drawn: Drawn) -> Words:
    """The hash of the profile picture."""
    rng, column = drawn.rng, drawn.column()
    rows = drawn.shows("picture")
    which, drawn_ = rng.integers(1, PICTURES, len(rows)), rng.random(len(rows))
    own = drawn.lives.pictures[drawn.owner[rows], np.where(drawn_ < FAVOURITE, 0, which)]
    stock = np.floor(np.exp(rng.random(len(rows)) * np.log(STOCK))).astype(np.int64)
    single = rng.integers(0, 2**64, len(rows), dtype=np.uint64)
    shared = np.where(drawn_ < FAVOURITE + OWN + OF_STOCK, invent.mixed(stock, 51), single)
    hashes = np.where(drawn_ < FAVOURITE + OWN, own, shared) ^ _flips(drawn, len(rows))
    column[rows] = [f"{each:016x}" for each in hashes.tolist()]
    return column


def _flips(drawn: Drawn, count: int) -> NDArray[np.uint64]:
    """The bits in which a copy differs: none, up to four, or up to fourteen where it is cropped."""
    rng, kind = drawn.rng, drawn.rng.random(count)
    most = np.where(kind < COPIED, 0, np.where(kind < COPIED + RECODED, 4, 14))
    flips = np.zeros(count, dtype=np.uint64)
    for turn in range(14):
        bit = np.uint64(1) << rng.integers(0, 64, count).astype(np.uint64)
        flips ^= np.where(turn < most, bit, np.uint64(0))
    return flips


def hours(drawn: Drawn) -> Several:
    """How many posts of each hour of the day are seen."""
    rows = drawn.shows("hours")
    posts = MIDDLING * np.exp(drawn.rng.normal(0, 1.2, len(rows)))
    counts = drawn.rng.poisson(drawn.lives.rhythm[drawn.owner[rows]] * posts[:, None])
    sizes = np.zeros(len(drawn.owner), dtype=np.int64)
    sizes[rows] = counts.shape[1]
    return Several.of(sizes, counts.astype(np.int64).ravel())


def languages(drawn: Drawn) -> Words:
    """The language a profile is written in: one's own, or English."""
    column, rows = drawn.column(), drawn.shows("language")
    spoken = np.array(["fr", "en", "pt"], dtype=object)[drawn.lives.language[drawn.owner[rows]]]
    column[rows] = np.where(drawn.chance(rows, 0.06), "en", spoken)
    return column


def created(drawn: Drawn) -> Words:
    """The day the account was opened, thirteen years old at least."""
    open_, now = np.datetime64(OPENED), np.datetime64(NOW)
    of_age = drawn.people.born[drawn.owner] + np.timedelta64(13 * 366, "D")
    first = np.minimum(np.maximum(of_age, open_), now - np.timedelta64(1, "D"))
    days = (now - first).astype(np.int64)
    shown = np.datetime_as_string(
        first + (drawn.rng.random(len(days)) * days).astype("timedelta64[D]")
    )
    return np.where(drawn.chance(days, 0.5), shown, "").astype(object)


def links(drawn: Drawn, urls: Words) -> Several:
    """The addresses a profile gives: its owner's, a friend's, or those of somebody admired."""
    rows = drawn.shows("links")
    owner, rng = drawn.owner[rows], drawn.rng
    friend = drawn.lives.friends[owner, rng.integers(0, drawn.lives.friends.shape[1], len(rows))]
    famous = (
        np.floor(np.exp(rng.random(len(rows)) * np.log(drawn.people.count))).astype(np.int64) - 1
    )
    kind = rng.random(len(rows))
    other = np.where(kind < TO_OWN + TO_FRIEND, friend, famous)
    target = _profile(drawn, np.where(kind < TO_OWN, owner, other))
    # Nobody links to the page itself, and not everybody has twelve friends.
    leads = (target != rows) & (np.where(kind < TO_OWN, owner, other) != NONE)
    return _listed(drawn, rows[leads], urls[target[leads]])


def _profile(drawn: Drawn, people: Ids) -> Ids:
    """For each person one of their profiles."""
    order = np.argsort(drawn.owner, kind="stable")
    sizes = np.bincount(drawn.owner, minlength=drawn.people.count)
    starts = np.cumsum(sizes) - sizes
    step = (drawn.rng.random(len(people)) * sizes[people]).astype(np.int64)
    return order[starts[people] + step]  # type: ignore[no-any-return]
