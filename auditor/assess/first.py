"""What to fix first: each thing is taken away in turn, and what the dials fall by is counted.

After the best one the others are tried again: the second is what helps most once the first is done.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from auditor.assess.match import counts, sheaf
from auditor.assess.scale import Scale
from auditor.assess.sight import Sight, asking, held, risks
from auditor.model.fact import Fact
from auditor.model.fix import Fix
from auditor.model.report import View
from auditor.model.rule import Kind, Rule

MOST = 3
"""Fixes worked out: what the first page names."""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What every fix is weighed with."""

    rules: Sequence[Rule]
    kinds: Mapping[str, Kind]
    scale: Scale
    declared: frozenset[str]
    effort: Callable[[Iterable[Fact]], tuple[float, str]]
    """What it takes to take facts back: a number to order by, and the word for it."""

    @cached_property
    def asking(self) -> Mapping[str, Sequence[Rule]]:
        """Kind → the rules that ask for it."""
        return asking(self.rules)

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.rules}


def fixes(views: Iterable[View], facts: Iterable[Fact], ground: Ground) -> tuple[Fix, ...]:
    """The fixes that help most, best first; none where nothing lowers a dial.

    Of two that help as much, the easier. What helps counts by who is helped: `viewers` of dials.yml.
    """
    by_id = {fact.id: fact for fact in facts}
    shown = [view for view in views if view.viewer.counts]
    sights = [_sight(view, by_id, ground) for view in shown]
    by_id |= {fact.id: fact for each in sights for fact in each.held.by_id.values()}
    open_ = [frozenset(each) for each in dict.fromkeys(_candidates(shown, sights, by_id))]
    return tuple(_best_first(sights, open_, by_id, ground))


def _sight(view: View, by_id: Mapping[str, Fact], ground: Ground) -> Sight:
    seen = [*(by_id[each] for each in view.facts if each in by_id), *view.made]
    floor = ground.scale.floor.value
    told: dict[str, list[Fact]] = {}
    for fact in seen:
        told.setdefault(fact.record, []).append(fact)
    sheaves = tuple(
        sheaf(
            (
                f
                for each in one.records
                for f in told.get(each, ())
                if counts(f, ground.kinds, floor)
            ),
            ground.declared,
        )
        for one in view.identities
        if one.is_subject
    )
    return Sight(
        viewer=view.viewer,
        held=held(fact for each in sorted(view.mine) for fact in told.get(each, ())),
        sheaves=sheaves,
        broken=tuple(
            (frozenset(edit.fact for edit in each.edits), frozenset(each.breaks))
            for each in view.remedies
            if each.edits
        ),
        risks=dict(risks(ground.rules, sheaves)),
    )


def _candidates(
    views: Iterable[View], sights: Sequence[Sight], by_id: Mapping[str, Fact]
) -> Iterator[tuple[str, ...]]:
    """What could be taken back: each value that carries a finding, wherever it stands; each remedy."""
    stands: dict[tuple[str, str], list[str]] = {}
    for fact in {fact.id: fact for each in sights for fact in each.held.by_id.values()}.values():
        stands.setdefault((fact.kind, fact.value), []).append(fact.id)
    for view in views:
        for carried in dict.fromkeys(chain.from_iterable(each.facts for each in view.findings)):
            yield tuple(sorted(_whole(by_id[carried], stands, by_id))) if carried in by_id else ()
        for remedy in view.remedies:
            yield tuple(sorted(edit.fact for edit in remedy.edits))


def _whole(
    fact: Fact, stands: Mapping[tuple[str, str], Sequence[str]], by_id: Mapping[str, Fact]
) -> set[str]:
    """All facts that say the same; of an inferred one, all that those it rests on say."""
    roots = [by_id[each] for each in fact.inferred_from if each in by_id] or [fact]
    return {each for root in roots for each in stands.get((root.kind, root.value), (root.id,))}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Try:
    """What is left of every view without something, and how far the dials fall."""

    taken: frozenset[str]
    sights: Sequence[Sight]
    falls: Mapping[int, float]
    """Place of the view → points, by the weight of the viewer."""
    cost: float
    effort: str

    @property
    def order(self) -> tuple[float, float, int, list[str]]:
        return -round(sum(self.falls.values()), 6), self.cost, len(self.taken), sorted(self.taken)


def _best_first(
    sights: Sequence[Sight],
    open_: Sequence[frozenset[str]],
    by_id: Mapping[str, Fact],
    ground: Ground,
) -> Iterator[Fix]:
    for _ in range(MOST):
        sums = [_sum(each, ground) for each in sights]
        tries = [_tried(each, sights, sums, by_id, ground) for each in open_ if each]
        best = min(tries, key=lambda each: each.order, default=None)
        if best is None or best.order[0] >= 0:
            return
        yield _fix(best, sights, ground)
        sights = best.sights
        open_ = [each - best.taken for each in open_]


def _tried(
    taken: frozenset[str],
    sights: Sequence[Sight],
    sums: Sequence[float],
    by_id: Mapping[str, Fact],
    ground: Ground,
) -> _Try:
    left = [each.without(taken, ground.asking) for each in sights]
    weights = ground.scale.viewers
    falls = {
        at: weights[one.viewer].value * (sums[at] - _sum(other, ground))
        for at, (one, other) in enumerate(zip(sights, left, strict=True))
        if one is not other
    }
    cost, effort = ground.effort(by_id[each] for each in taken if each in by_id)
    return _Try(taken=taken, sights=left, falls=falls, cost=cost, effort=effort)


def _sum(sight: Sight, ground: Ground) -> float:
    return sum(sight.dials(ground.by_id, ground.scale).values())


def _fix(best: _Try, before: Sequence[Sight], ground: Ground) -> Fix:
    at = min(best.falls, key=lambda each: (-best.falls[each], each))
    known = ground.by_id
    was, now = (each[at].dials(known, ground.scale) for each in (before, best.sights))
    fired = {rule for each in before for rule in each.risks}
    left = {rule for each in best.sights for rule in each.risks}
    changed = {
        rule
        for one, other in zip(before, best.sights, strict=True)
        for rule, sure in one.risks.items()
        if other.risks.get(rule, 0.0) < sure
    }
    return Fix(
        facts=tuple(sorted(best.taken)),
        effort=best.effort,
        closes=tuple(
            sorted(fired - left, key=lambda each: (-known[each].severity, known[each].code))
        ),
        weakens=tuple(
            sorted(changed & left, key=lambda each: (-known[each].severity, known[each].code))
        ),
        viewer=before[at].viewer,
        dials={
            name: (round(value), round(now[name]))
            for name, value in was.items()
            if round(value) > round(now[name])
        },
    )
