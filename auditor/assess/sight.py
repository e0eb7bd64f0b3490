"""What one stranger's view is worth without some facts: only the rules that ask for their kinds are asked again."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from auditor.assess.dials import NAMES
from auditor.assess.match import Asked, Counted, Evidence, Sheaf, satisfied
from auditor.assess.scale import Scale
from auditor.model.fact import Fact
from auditor.model.rule import Need, Rule
from auditor.model.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The facts of a view, ready to be asked what falls with what."""

    by_id: Mapping[str, Fact]
    of_record: Mapping[str, Sequence[str]]
    follows: Mapping[str, Sequence[str]]
    """Fact → those inferred from it."""


def held(facts: Iterable[Fact]) -> Held:
    """The facts laid out by record and by what they follow from."""
    by_id = {fact.id: fact for fact in facts}
    of_record: dict[str, list[str]] = {}
    follows: dict[str, list[str]] = {}
    for fact in by_id.values():
        of_record.setdefault(fact.record, []).append(fact.id)
        for root in fact.inferred_from:
            follows.setdefault(root, []).append(fact.id)
    return Held(by_id=by_id, of_record=of_record, follows=follows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What is left of a sheaf: only conditions on the kinds that lost facts are answered anew."""

    sheaf: Sheaf
    gone: frozenset[str]
    kinds: frozenset[str]
    _answers: dict[Asked, Evidence | None] = field(default_factory=dict)

    def of(self, need: Need) -> Evidence | None:
        """What still satisfies a condition on one kind."""
        if need.kind not in self.kinds:
            return self.sheaf.of(need)
        asked = need.kind, need.visible_to, need.count
        if asked not in self._answers:
            self._answers[asked] = self.sheaf.without(need, self.gone)
        return self._answers[asked]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One view: the facts of the subject's identities, the joins that edits would break, the risks there are."""

    viewer: Viewer
    held: Held
    """Of the subject, what was inferred among them."""
    sheaves: tuple[Sheaf, ...]
    """One an identity."""
    broken: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Facts that, all taken back, untie these records."""
    risks: Mapping[str, float]
    """Rule → how sure its finding is; without those that are silent."""
    gone: frozenset[str] = frozenset()
    """Ids of the facts taken back so far, and of those that fell with them."""

    def without(self, taken: frozenset[str], asking: Mapping[str, Sequence[Rule]]) -> "Sight":
        """The same view once the facts are taken back, with what rests on them.

        Of `asking` (kind → the rules that ask for it) only those are asked again that may answer otherwise.
        """
        new = self._falling(taken) - self.gone
        if not new:
            return self
        gone = self.gone | new
        kinds = frozenset(self.held.by_id[each].kind for each in gone)
        rest = tuple(Rest(sheaf=each, gone=gone, kinds=kinds) for each in self.sheaves)
        fallen = {self.held.by_id[each].kind for each in new}
        asked = {rule.id: rule for kind in fallen for rule in asking.get(kind, ())}
        again = dict(risks(asked.values(), rest))
        same = {rule: sure for rule, sure in self.risks.items() if rule not in asked}
        return replace(self, gone=gone, risks=same | again)

    def _falling(self, taken: frozenset[str]) -> frozenset[str]:
        """The facts taken back, what follows from them, and all that the records tell that are untied."""
        held = self.held
        untied = [records for edits, records in self.broken if edits <= taken | self.gone]
        told = {one for each in set().union(*untied) for one in held.of_record.get(each, ())}
        here = {each for each in taken if each in held.by_id}
        return frozenset(told | here).union(*(held.follows.get(each, ()) for each in taken))

    def dials(self, rules: Mapping[str, Rule], scale: Scale) -> dict[str, float]:
        """The five dials, unrounded: see `dials`."""
        rest = dict.fromkeys(NAMES, 0.0)
        for name, sure in self.risks.items():
            weight = scale.weights[rules[name].severity].value
            rest[rules[name].dial] += math.log1p(-weight * sure)
        return {name: 100 * -math.expm1(each) for name, each in rest.items()}


def risks(rules: Iterable[Rule], sheaves: Sequence[Counted]) -> Iterator[tuple[str, float]]:
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
