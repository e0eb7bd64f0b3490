"""Compare what an account without a name says in passing with the names that others bear."""

from collections.abc import Mapping

from auditor.link.compare.bearing import is_pseudonymous
from auditor.link.compare.company import named
from auditor.link.compare.forms import cut, forms
from auditor.link.compare.places import place, share_of, towns
from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Level

_TOLD = ("home_commune", "geotag", "checkin", "workplace_address", "birth_place", "travel_plan")
_SHORTEST = 3
"""Letters of a surname that is told from a word cut short."""


def trail(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """An account without a name speaks of the other's surname and town: worth a look."""
    for here, there in ((left, right), (right, left)):
        if not _speaks(here) or not is_pseudonymous(here, tables) or is_pseudonymous(there, tables):
            continue
        found = _surname(here, there, tables)
        if found is not None:
            fact, other, share = found
            near = _town(here, there, weights, tables)
            sides = (fact.id, other.id) if here is left else (other.id, fact.id)
            name = "surname" if near is None else "surname_and_town"
            share *= 1.0 if near is None or _weighed(left, right, weights, tables) else near
            return weights.level("trail", name, share=share, left=sides[0], right=sides[1])
    return None


def _weighed(left: Side, right: Side, weights: Weights, tables: Tables) -> bool:
    """Does the comparison of places weigh the town already?"""
    level = place(left, right, weights, tables)
    return level is not None and level.bits > 0


def _surname(here: Side, there: Side, tables: Tables) -> tuple[Fact, Fact, float] | None:
    """Whoever the account names with the other side's surname, and how many people bear it."""
    around = _surnames(here, tables)
    for each in forms(there, tables):
        if each.given and len(each.surname) >= _SHORTEST and each.surname in around:
            return around[each.surname], each.fact, tables.surname_share(each.surname)
    return None


def _speaks(side: Side) -> bool:
    """Is it an account that names others?"""
    return bool(side.around or named(side)) and any(True for _ in side.owners)


@once
def _surnames(side: Side, tables: Tables) -> Mapping[str, Fact]:
    """Each word that may be a surname in what the account says of others → the fact that holds it."""
    found: dict[str, Fact] = {}
    for fact in (*named(side), *side.around):
        given, surname = cut(fact.value, tables)
        # A word that stands alone may be either: the model of names takes it for a first name.
        for word in (surname, *([] if surname or given in tables.given else [given])):
            if len(word) >= _SHORTEST:
                found.setdefault(word, fact)
    return found


def _town(here: Side, there: Side, weights: Weights, tables: Tables) -> float | None:
    """The share of people in the other's town, where the account speaks of it."""
    told = towns((*here.of(*_TOLD), *here.around), tables)
    for fact in there.of("home_commune", "workplace_address"):
        town = tables.place(fact.value)
        if town is not None and town.name in told:
            return share_of(town, weights)
    return None
