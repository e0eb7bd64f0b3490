"""Which joins harm: what the start's holder would not want a stranger to add to it."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from auditor.link.efforts import Efforts
from auditor.link.side import Side
from auditor.model.fact import About, Fact, Polarity
from auditor.model.rule import Kind

TARGETS = 6
"""Pages sought to be set free one by one, the most harmful first, beside the real name: a report shows three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Records that are to be no longer tied to the start."""

    ends: frozenset[str]
    name: bool = False
    """Is it the real name that is to be kept from the start?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harms:
    """What each record adds to the start, weighed."""

    start: frozenset[str]
    """The start and all other readings of its account: no edit tells those apart."""
    weights: Mapping[str, float]
    named: frozenset[str]
    """The records that add the whole name."""

    def together(self, records: Iterable[str]) -> float:
        """What it is worth that these records are set free."""
        return sum(self.weights.get(each, 0.0) for each in records)

    def targets(self) -> list[Target]:
        """The joins to break: the real name first, then page by page, what harms most first."""
        worst = sorted(self.weights, key=lambda each: (-self.weights[each], each))
        single = [Target(ends=frozenset({each})) for each in worst if self.weights[each] > 0]
        whole = [Target(ends=self.named, name=True)] if self.named else []
        return [*whole, *single[:TARGETS]]


def harms(
    start: str, sides: Mapping[str, Side], kinds: Mapping[str, Kind], efforts: Efforts
) -> Harms:
    """What the other records of an identity tell that the start does not, by the sensitivity of its kinds."""
    account = sides[start].records[0].account
    same = frozenset(each for each, side in sides.items() if account and _account(side) == account)
    ours = {start} | same
    known = {fact.kind for each in ours for fact in _told(sides[each].facts)}
    others = sorted(set(sides) - ours)
    named = frozenset(
        each for each in others if "full_name" not in known and sides[each].of("full_name")
    )
    return Harms(
        start=frozenset(ours),
        weights={
            each: _weight(sides[each], known, kinds, efforts)
            + efforts.real_name.value * (each in named)
            for each in others
        },
        named=named,
    )


def _account(side: Side) -> str | None:
    return side.records[0].account


def _weight(side: Side, known: Set[str], kinds: Mapping[str, Kind], efforts: Efforts) -> float:
    fresh = {fact.kind for fact in _told(side.facts)} - known
    return sum(efforts.harms[kinds[each].sensitivity].value for each in fresh if each in kinds)


def _told(facts: Iterable[Fact]) -> Iterable[Fact]:
    return (
        fact for fact in facts if fact.polarity is Polarity.ASSERTED and fact.about is About.SUBJECT
    )
