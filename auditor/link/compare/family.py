"""Compare families: children and their ages, partners, pets, and a parent's surname in a double name."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from auditor.link.compare.company import known as known_people
from auditor.link.compare.forms import cut, forms
from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import About, Fact
from auditor.model.link import Level
from auditor.model.names import fold

_KINDS = frozenset(
    "child_name child_birth_date partner relative mother_maiden_name maiden_name pet_name".split()
)
_NARROW = 550
"""Days of an age that tells children apart: a year, and half of one for when it was written."""
_SHORTEST = 3
_OF_PARENTS = frozenset({"relative", "mother_maiden_name"})

_Level = Callable[..., Level]


def family(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides have a child, a partner, a relative or a pet in common."""
    if not (_facts(left) or _facts(right)):
        return None
    level = partial(weights.level, "family")
    found = [
        *_child(left, right, tables, level),
        *_named(left, right, "partner", tables, level),
        *_pet(left, right, level),
        *_relative(left, right, tables, level),
        *_mother(left, right, tables, level),
    ]
    return max(found, key=lambda each: each.bits, default=None)


@once
def _facts(side: Side) -> Mapping[str, list[Fact]]:
    """The facts of a side about those at home, by kind: whoever they are about."""
    kinds: dict[str, list[Fact]] = {}
    for fact in side.asserted:
        if fact.kind in _KINDS and fact.about is not About.OTHER:
            kinds.setdefault(fact.kind, []).append(fact)
    return kinds


def _child(left: Side, right: Side, tables: Tables, level: _Level) -> Iterator[Level]:
    names = list(_named(left, right, "child_name", tables, level))
    ages = _aged(left, right)
    if names and ages:
        given, _ = cut(_of(left, names[0]).value, tables)
        share = tables.given_share(given)
        yield level("child_and_age", share=share, left=names[0].left, right=names[0].right)
    elif ages:
        yield level("child_age", left=ages[0].id, right=ages[1].id)
    yield from names


def _of(side: Side, level: Level) -> Fact:
    return next(fact for fact in side.facts if fact.id == level.left)


def _aged(left: Side, right: Side) -> tuple[Fact, Fact] | None:
    """Children who can have been born in one year."""
    for one in _facts(left).get("child_birth_date", ()):
        for other in _facts(right).get("child_birth_date", ()):
            spans = [each.period for each in (one, other)]
            if spans[0] is None or spans[1] is None:
                if one.value == other.value and one.value[:4].isdigit():
                    return one, other
            elif spans[0].overlaps(spans[1]) and all(
                (each.high - each.low).days <= _NARROW for each in spans if each
            ):
                return one, other
    return None


def _named(left: Side, right: Side, kind: str, tables: Tables, level: _Level) -> Iterator[Level]:
    """The same first name of a child or a partner."""
    there = {cut(fact.value, tables)[0]: fact for fact in _facts(right).get(kind, ())}
    for fact in _facts(left).get(kind, ()):
        given, _ = cut(fact.value, tables)
        if len(given) >= _SHORTEST and given in there:
            share = tables.given_share(given)
            yield level(kind, share=share, left=fact.id, right=there[given].id)


def _pet(left: Side, right: Side, level: _Level) -> Iterator[Level]:
    """The same pet, or one side's pet in the other's handle."""
    here, there = _pets(left), _pets(right)
    for name in here.keys() & there.keys():
        yield level("pet", left=here[name].id, right=there[name].id)
    for pets, other, turned in ((here, right, False), (there, left, True)):
        for handle in other.of("username") if pets else ():
            words = fold(handle.value).replace(".", "_").replace("-", "_").split("_")
            for name in pets.keys() & set(words):
                sides = (handle.id, pets[name].id) if turned else (pets[name].id, handle.id)
                yield level("pet", left=sides[0], right=sides[1])


def _pets(side: Side) -> dict[str, Fact]:
    facts = _facts(side).get("pet_name", ())
    return {fold(fact.value): fact for fact in facts if len(fact.value) >= _SHORTEST}


def _relative(left: Side, right: Side, tables: Tables, level: _Level) -> Iterator[Level]:
    """Somebody whom both name by first name and surname, and one calls a relative."""
    here, there = known_people(left, tables), known_people(right, tables)
    for name in here.keys() & there.keys():
        if "relative" in {here[name].kind, there[name].kind}:
            share = tables.given_share(name[0]) * tables.surname_share(name[1])
            yield level("relative", share=share, left=here[name].id, right=there[name].id)


def _mother(left: Side, right: Side, tables: Tables, level: _Level) -> Iterator[Level]:
    """A parent's surname is one half of the other side's double name, or the birth name it gives."""
    for here, there in ((left, right), (right, left)):
        halves = _halves(there, tables)
        for fact in _parents(here) if halves else ():
            given, surname = cut(fact.value, tables)
            surname = surname or (given if fact.kind == "mother_maiden_name" else "")
            if len(surname) >= _SHORTEST and surname in halves:
                other = halves[surname]
                sides = (fact.id, other.id) if here is left else (other.id, fact.id)
                share = tables.surname_share(surname)
                yield level("mother_surname", share=share, left=sides[0], right=sides[1])


def _parents(side: Side) -> Iterator[Fact]:
    for kind in _OF_PARENTS:
        yield from _facts(side).get(kind, ())


@once
def _halves(side: Side, tables: Tables) -> Mapping[str, Fact]:
    """The parts of double surnames that a side bears, and the birth names it gives."""
    parts = {
        part: each.fact
        for each in forms(side, tables)
        if len(each.surname.split()) > 1
        for part in each.surname.split()
    }
    parts |= {fold(fact.value): fact for fact in _facts(side).get("maiden_name", ())}
    return parts
