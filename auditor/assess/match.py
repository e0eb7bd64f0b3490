"""Does a rule fire, and on which facts?

A fact counts when it is asserted, sure enough, and speaks of the person of its record; kinds that
speak of other people by nature (a relative, a tagged friend) count whoever they speak of.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from auditor.model.fact import About, Fact, Polarity
from auditor.model.finding import Finding
from auditor.model.rule import Kind, Need, Rule

MOST = 8
"""Facts shown for one condition: what a reader can take in (more only where a rule counts more)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The facts that satisfy a condition, and how sure the condition is."""

    facts: tuple[Fact, ...] = ()
    confidence: float = 1.0
    """The best that can be reached: of each condition the surest facts, of those the weakest."""


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
    counted = [fact for fact in facts if counts(fact, kinds, floor)]
    found = evidence(rule.needs, counted, declared)
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
    if need.kind is not None:
        return _of_kind(need, facts, declared)
    if need.none:
        broken = any(evidence(each, facts, declared) for each in need.none)
        return None if broken else Evidence()
    parts = [evidence(each, facts, declared) for each in need.all or need.any]
    held = [part for part in parts if part is not None]
    if not held or (need.all and len(held) < len(parts)):
        return None
    sure = [part.confidence for part in held]
    return Evidence(
        facts=tuple(chain.from_iterable(part.facts for part in held)),
        confidence=min(sure) if need.all else max(sure),
    )


def _of_kind(need: Need, facts: Sequence[Fact], declared: frozenset[str]) -> Evidence | None:
    """Enough distinct values of a kind, visible widely enough, or the subject's own word."""
    fit = [
        fact
        for fact in facts
        if fact.kind == need.kind
        and (need.visible_to is None or fact.visibility.reaches(need.visible_to))
    ]
    surest = _surest_of_each_value(fit)[: need.count]
    own_word = need.visible_to is None and need.count == 1 and need.kind in declared
    if len(surest) < need.count and not own_word:
        return None
    return Evidence(
        facts=tuple(_shown(fit, surest)),
        confidence=1.0 if own_word else surest[-1].confidence,
    )


def _surest_of_each_value(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each distinct value, the surest values first."""
    best: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda each: (-each.confidence, each.id)):
        best.setdefault(fact.value, fact)
    return list(best.values())


def _shown(fit: Sequence[Fact], surest: Sequence[Fact]) -> list[Fact]:
    """The facts a finding names: those its confidence rests on, then the most public ones."""
    kept = list(dict.fromkeys(chain(surest, sorted(fit, key=_publicity))))
    return sorted(kept[: max(MOST, len(surest))], key=_publicity)


def _publicity(fact: Fact) -> tuple[int, float, str]:
    """Sorts the most public first, then the surest."""
    level = fact.visibility.level
    return (-1 if level is None else level) * -1, -fact.confidence, fact.id
