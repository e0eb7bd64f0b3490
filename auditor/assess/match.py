"""Does a rule fire, and on which facts?

A fact counts when it is asserted, sure enough, and speaks of the person of its record; kinds that
speak of other people by nature (a relative, a tagged friend) count whoever they speak of.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Protocol

from auditor.model.fact import About, Fact, Polarity
from auditor.model.finding import Finding
from auditor.model.rule import Kind, Need, Rule
from auditor.model.visibility import Visibility

MOST = 8
"""Facts shown for one condition: what a reader can take in (more only where a rule counts more)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The facts that satisfy a condition, and how sure the condition is."""

    facts: tuple[Fact, ...] = ()
    confidence: float = 1.0
    """The best that can be reached: of each condition the surest facts, of those the weakest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The facts of one kind, in the two orders that conditions ask for."""

    surest: Sequence[Fact]
    most_public: Sequence[Fact]


Asked = tuple[str | None, Visibility | None, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheaf:
    """The facts of one identity that count, laid out by kind: all rules ask the same few kinds."""

    by_kind: Mapping[str, Shelf]
    declared: frozenset[str] = frozenset()
    """Kinds that the subject states: seen or not, they count."""
    _answers: dict[Asked, Evidence | None] = field(default_factory=dict)

    def of(self, need: Need) -> Evidence | None:
        """What satisfies a condition on one kind: worked out once, whoever asks it again."""
        asked = need.kind, need.visible_to, need.count
        if asked not in self._answers:
            self._answers[asked] = self._of_kind(need)
        return self._answers[asked]

    def without(self, need: Need, gone: Collection[str]) -> Evidence | None:
        """How sure a condition on one kind is without some facts; which ones are left is not told."""
        shelf = self.by_kind.get(need.kind or "", _EMPTY)
        left = (fact for fact in shelf.surest if fact.id not in gone)
        found = self._surest(need, left)
        return None if found is None else Evidence(confidence=found[1])

    def _of_kind(self, need: Need) -> Evidence | None:
        shelf = self.by_kind.get(need.kind or "", _EMPTY)
        found = self._surest(need, shelf.surest)
        if found is None:
            return None
        shown = _shown(found[0], _reaching(shelf.most_public, need.visible_to))
        return Evidence(facts=shown, confidence=found[1])

    def _surest(self, need: Need, facts: Iterable[Fact]) -> tuple[list[Fact], float] | None:
        """Enough distinct values of a kind, visible widely enough, or the subject's own word."""
        floor = need.visible_to
        surest = list(islice(_one_of_each_value(facts, floor), need.count))
        own_word = floor is None and need.count == 1 and need.kind in self.declared
        if len(surest) < need.count and not own_word:
            return None
        return surest, 1.0 if own_word else surest[-1].confidence


_EMPTY = Shelf(surest=(), most_public=())


def sheaf(facts: Iterable[Fact], declared: frozenset[str] = frozenset()) -> Sheaf:
    """Facts that count, sorted once for all rules."""
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    return Sheaf(by_kind={kind: _shelf(each) for kind, each in by_kind.items()}, declared=declared)


def _shelf(facts: Sequence[Fact]) -> Shelf:
    return Shelf(surest=sorted(facts, key=_sureness), most_public=sorted(facts, key=_publicity))


def match(
    rule: Rule,
    facts: Sequence[Fact],
    *,
    identity: str,
    declared: frozenset[str],
    kinds: Mapping[str, Kind],
    floor: float,
) -> Finding | None:
    """The finding of a rule over the facts a viewer sees of one identity; None when it is silent."""
    counted = (fact for fact in facts if counts(fact, kinds, floor))
    return fired(rule, sheaf(counted, declared), identity)


def fired(rule: Rule, counted: Sheaf, identity: str) -> Finding | None:
    """The finding of a rule over the facts of one identity that count; None when it is silent."""
    found = satisfied(rule.needs, counted)
    if found is None:
        return None
    return Finding(
        rule=rule.id,
        code=rule.code,
        severity=rule.severity,
        identity=identity,
        audience=rule.audience,
        facts=tuple(dict.fromkeys(fact.id for fact in found.facts)),
    )


def counts(fact: Fact, kinds: Mapping[str, Kind], floor: float) -> bool:
    """Is the fact asserted, sure enough, and about the person concerned?"""
    if fact.polarity is not Polarity.ASSERTED or fact.confidence <= 0 or fact.confidence < floor:
        return False
    kind = kinds.get(fact.kind)
    return fact.about is About.SUBJECT or (kind is not None and kind.others)


def evidence(need: Need, facts: Sequence[Fact], declared: frozenset[str]) -> Evidence | None:
    """What satisfies a condition among facts that count; None when it is not satisfied."""
    return satisfied(need, sheaf(facts, declared))


class Counted(Protocol):
    """Facts that count, asked for one kind at a time."""

    def of(self, need: Need) -> Evidence | None:
        """What satisfies a condition on one kind; None when it is not satisfied."""


def satisfied(need: Need, counted: Counted) -> Evidence | None:
    """What satisfies a condition; None when it is not satisfied."""
    if need.kind is not None:
        return counted.of(need)
    if need.none:
        broken = any(satisfied(each, counted) for each in need.none)
        return None if broken else Evidence()
    parts = [satisfied(each, counted) for each in need.all or need.any]
    held = [part for part in parts if part is not None]
    if not held or (need.all and len(held) < len(parts)):
        return None
    sure = [part.confidence for part in held]
    return Evidence(
        facts=tuple(chain.from_iterable(part.facts for part in held)),
        confidence=min(sure) if need.all else max(sure),
    )


def _one_of_each_value(facts: Iterable[Fact], floor: Visibility | None) -> Iterator[Fact]:
    """The first fact of each distinct value, in the order of the facts."""
    seen: set[str] = set()
    for fact in _reaching(facts, floor):
        if fact.value not in seen:
            seen.add(fact.value)
            yield fact


def _reaching(facts: Iterable[Fact], floor: Visibility | None) -> Iterator[Fact]:
    return (fact for fact in facts if floor is None or fact.visibility.reaches(floor))


def _shown(surest: Sequence[Fact], most_public: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts a finding names: those its confidence rests on, then the most public ones."""
    kept = {fact.id: fact for fact in surest}
    for fact in most_public:
        if len(kept) >= max(MOST, len(surest)):
            break
        kept.setdefault(fact.id, fact)
    return tuple(sorted(kept.values(), key=_publicity))


def _sureness(fact: Fact) -> tuple[float, str]:
    """Sorts the surest first."""
    return -fact.confidence, fact.id


def _publicity(fact: Fact) -> tuple[int, float, str]:
    """Sorts the most public first, then the surest."""
    level = fact.visibility.level
    return 1 if level is None else -level, -fact.confidence, fact.id
