"""Which rules cannot fire without another one: of two such counts the difference is a count of its own."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from auditor.model.rule import Need, Rule

Clause = tuple[Need, ...]
"""Conditions of which one is enough."""


def nested(rules: Iterable[Rule]) -> Mapping[str, frozenset[str]]:
    """Rule → the rules that fire wherever it does, by what they ask for."""
    found: dict[str, set[str]] = {}
    for narrow, wide in permutations(rules, 2):
        if _implies(narrow.needs, wide.needs):
            found.setdefault(narrow.id, set()).add(wide.id)
    return {each: frozenset(wider) for each, wider in found.items()}


def _implies(narrow: Need, wide: Need) -> bool:
    """Is every clause of the wide one kept to by a clause of the narrow one?"""
    held, asked = list(_clauses(narrow)), list(_clauses(wide))
    return bool(asked) and all(any(_within(one, each) for one in held) for each in asked)


def _clauses(need: Need) -> Iterator[Clause]:
    if need.all:
        for each in need.all:
            yield from _clauses(each)
    else:
        yield tuple(need.any) or (need,)


def _within(narrow: Clause, wide: Clause) -> bool:
    return all(any(_meets(one, each) for each in wide) for one in narrow)


def _meets(narrow: Need, wide: Need) -> bool:
    """Does what satisfies the one condition on a kind satisfy the other?"""
    if narrow.kind is None or wide.kind is None:
        return narrow == wide
    if narrow.kind != wide.kind or narrow.count < wide.count:
        return False
    floor = wide.visible_to
    if floor is None:
        return True
    return narrow.visible_to is not None and narrow.visible_to.reaches(floor)
