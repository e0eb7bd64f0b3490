"""A shift, from posts written while others sleep."""

import re
from collections.abc import Iterator, Sequence

from auditor.link.infer.made import Basis, made
from auditor.model import hours
from auditor.model.fact import Fact

SHARE = 0.4
"""The share of posts that makes somebody awake at night (own choice: drawn evenly, a quarter would be)."""
_NIGHT = (23, 0, 1, 2, 3, 4)
_SUN = (0, 1, 2)
"""Hours that clocks are ahead of the sun: zones are drawn west of their meridian, and summer time adds
one (own choice; far Galicia, two and a half hours ahead in summer, is off by a little)."""
_DEGREES = 15
"""Degrees of longitude to an hour."""
_ZONE = re.compile(r"UTC([+-]\d{1,2})(?: ±(\d{1,2}))?")


def infer(facts: Sequence[Fact], basis: Basis) -> Iterator[Fact]:
    """Awake at night: at every hour the clock may show there, two posts of five are of the night."""
    told = _told(facts)
    where = _where(facts, basis)
    if not told or not where:
        return
    counts = [sum(hour) for hour in zip(*map(_counts, told), strict=True)]
    clocks = {ahead for _, hours_ahead in where for ahead in hours_ahead}
    if min(_share(counts, ahead) for ahead in clocks) >= SHARE:
        sources = [*told, *(fact for fact, _ in where)]
        factor = basis.factor("night")
        yield made(sources, "work_schedule", "awake at night", basis.sure, factor=factor)


def _told(facts: Sequence[Fact]) -> list[Fact]:
    """For each account, one fact that quotes the hours of its posts."""
    found: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda each: (each.record, each.kind, each.id)):
        if fact.recognizer == "hours" and _counts(fact):
            found.setdefault(fact.record, fact)
    return list(found.values())


def _counts(fact: Fact) -> Sequence[int]:
    return hours.counts(fact.quote)


def _where(facts: Sequence[Fact], basis: Basis) -> list[tuple[Fact, Sequence[int]]]:
    """What tells the clock: the towns lived in, else a zone that was not read off these very hours."""
    towns: dict[str, tuple[Fact, Sequence[int]]] = {}
    for fact in sorted(facts, key=lambda each: each.id):
        town = basis.tables.place(fact.value) if fact.kind == "home_commune" else None
        if town is not None:
            sun = round(town.lon / _DEGREES)
            towns.setdefault(town.name, (fact, [sun + each for each in _SUN]))
    return list(towns.values()) or [
        (fact, _zone(fact))
        for fact in sorted(facts, key=lambda each: each.id)
        if fact.kind == "time_zone" and fact.recognizer != "hours" and _zone(fact)
    ]


def _zone(fact: Fact) -> Sequence[int]:
    found = _ZONE.fullmatch(fact.value)
    if found is None:
        return ()
    ahead, spread = int(found[1]), int(found[2] or 0)
    return range(ahead - spread, ahead + spread + 1)


def _share(counts: Sequence[int], ahead: int) -> float:
    """The posts of the night where the clock is so many hours ahead of UTC."""
    return sum(counts[(hour - ahead) % hours.DAY] for hour in _NIGHT) / sum(counts)
