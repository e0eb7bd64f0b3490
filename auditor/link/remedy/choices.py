"""What one can edit: facts that only go together, how they are taken back, and what that costs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.link.efforts import Efforts
from auditor.link.remedy.hide import PLACES
from auditor.model.fact import Fact
from auditor.model.names import fold
from auditor.model.portrait import Edit

NAMES = frozenset({"full_name", "alias", "first_name"})
"""Kinds that one mention of a person gives together."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to take back: the same words of one record, wherever it says them."""

    key: Key
    edits: tuple[Edit, ...]
    cost: float

    @property
    def facts(self) -> frozenset[str]:
        """The ids of the facts that go."""
        return frozenset(each.fact for each in self.edits)

    @property
    def own(self) -> bool:
        """Can the subject do it alone?"""
        return all(each.by_whom == "subject" for each in self.edits)


def choices(
    facts: Iterable[Fact],
    own: frozenset[str],
    efforts: Efforts,
    accounts: Mapping[str, str] | None = None,
) -> Mapping[str, Choice]:
    """Fact id → the choice it is part of.

    `own` are the sources whose pages the subject holds, `accounts` tells of records which account they show:
    an account is edited once, however often it was read.
    """
    shown = accounts or {}
    together: dict[Key, list[Fact]] = {}
    for fact in facts:
        together.setdefault(_key(fact, shown.get(fact.record, fact.record)), []).append(fact)
    made = (_choice(key, found, own, efforts) for key, found in together.items())
    return {fact: each for each in made for fact in each.facts}


def _key(fact: Fact, page: str) -> Key:
    """Facts of one key say one thing: hiding some of them and not the others hides nothing."""
    said = fact.passage != "field"
    if fact.kind in NAMES:
        return (page, fact.passage, "name", "" if said else fold(fact.quote))
    if fact.kind in PLACES and said:
        return (page, fact.passage, "place", fold(fact.value))
    if fact.kind == "third_party_mention":
        return (page, fact.passage, fact.kind, fold(fact.value))
    return (page, "", fact.kind, fold(fact.value))


def _choice(key: Key, facts: Iterable[Fact], own: frozenset[str], efforts: Efforts) -> Choice:
    how = {fact: efforts.of(fact, own) for fact in sorted(facts, key=lambda one: one.id)}
    # Words that stand in one place are taken back at one go.
    places = {fact.passage: each.effort for fact, each in how.items()}
    return Choice(
        key=key,
        edits=tuple(
            Edit(
                fact=fact.id,
                action=each.action,
                effort=each.effort,
                by_whom="subject" if fact.source in own else "other",
            )
            for fact, each in how.items()
        ),
        cost=sum(efforts.costs[each].value for each in places.values()),
    )
