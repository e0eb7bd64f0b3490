"""What one stranger's view is worth without some facts: only the rules that ask for their kinds are asked again."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.assess.dials import NAMES
from auditor.assess.match import Sheaf, satisfied
from auditor.assess.scale import Scale
from auditor.model.fact import Fact
from auditor.model.rule import Need, Rule
from auditor.model.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One view: the facts of the subject's identities, the joins that edits would break, the risks there are."""

    viewer: Viewer
    facts: Sequence[Fact]
    """Of the subject, what was inferred among them."""
    sheaves: tuple[Sheaf, ...]
    """One an identity."""
    broken: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Facts that, all taken back, untie these records."""
    risks: Mapping[str, float]
    """Rule → how sure its finding is; without those that are silent."""

    def without(self, taken: frozenset[str], asking: Mapping[str, Sequence[Rule]]) -> "Sight":
        """The same view once the facts are taken back, with what rests on them.

        Of `asking` (kind → the rules that ask for it) only those are asked again that may answer otherwise.
        """
        untied = frozenset().union(*(records for edits, records in self.broken if edits <= taken))
        gone = [fact for fact in self.facts if _falls(fact, taken, untied)]
        if not gone:
            return self
        ids, kinds = frozenset(fact.id for fact in gone), frozenset(fact.kind for fact in gone)
        sheaves = tuple(each.without(ids, kinds) for each in self.sheaves)
        asked = {rule.id: rule for kind in kinds for rule in asking.get(kind, ())}
        again = dict(risks(asked.values(), sheaves))
        same = {rule: sure for rule, sure in self.risks.items() if rule not in asked}
        left = [fact for fact in self.facts if fact.id not in ids]
        return replace(self, facts=left, sheaves=sheaves, risks=same | again)

    def dials(self, rules: Mapping[str, Rule], scale: Scale) -> dict[str, float]:
        """The five dials, unrounded: see `dials`."""
        rest = dict.fromkeys(NAMES, 0.0)
        for name, sure in self.risks.items():
            weight = scale.weights[rules[name].severity].value
            rest[rules[name].dial] += math.log1p(-weight * sure)
        return {name: 100 * -math.expm1(each) for name, each in rest.items()}


def risks(rules: Iterable[Rule], sheaves: Sequence[Sheaf]) -> Iterator[tuple[str, float]]:
    """The rules that fire on any of the identities, each with the surest."""
    for rule in rules:
        held = [found.confidence for each in sheaves if (found := satisfied(rule.needs, each))]
        if held:
            yield rule.id, max(held)


def asking(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Kind → the rules whose conditions speak of it."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for kind in asks(rule.needs):
            found.setdefault(kind, []).append(rule)
    return found


def asks(need: Need) -> frozenset[str]:
    """The kinds that a condition speaks of."""
    inside = frozenset().union(*(asks(each) for each in (*need.all, *need.any, *need.none)))
    return inside | {need.kind} if need.kind else inside


def _falls(fact: Fact, taken: frozenset[str], untied: frozenset[str]) -> bool:
    """Is the fact taken back, of a record that is untied, or does it follow from one that is taken back?"""
    return fact.id in taken or fact.record in untied or not taken.isdisjoint(fact.inferred_from)
