"""Why a chain still stands: sets of edits at least one of which must be made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from auditor.link.apart import Pair
from auditor.link.judge import Verdict, verdict
from auditor.link.remedy.choices import Choice
from auditor.link.remedy.hide import PLACES
from auditor.link.remedy.pairs import Chain, Pairs, likelihood
from auditor.link.side import Scene
from auditor.model.link import Feature, Level

Core = frozenset[Choice]

TESTS = 24
"""Judgements of a whole chain that one core may cost: enough to halve four times for each of six edits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editable:
    """What can be edited, by fact; and the pairs to judge edits by."""

    choices: Mapping[str, Choice]
    pairs: Pairs

    def behind(self, levels: Iterable[Level], gone: Set[str]) -> Core:
        """The edits, beyond what is gone, of the facts that levels name, and of a scene that they name."""
        sides = (side for level in levels for side in (level.left, level.right))
        return self.of((each for side in sides for each in self._facts(side, gone)), gone)

    def of(self, facts: Iterable[str], gone: Set[str]) -> Core:
        """The edits of these facts that are not gone."""
        return frozenset(self.choices[each] for each in set(facts) - gone if each in self.choices)

    def all(self, path: Iterable[Pair], gone: Set[str]) -> Core:
        """Every edit that is left for the records of a chain."""
        records = {each for pair in path for each in pair}
        return self.of((fact for each in records for fact in self.pairs.touched[each]), gone)

    def _facts(self, side: str | Feature | None, gone: Set[str]) -> Iterable[str]:
        if not isinstance(side, Feature):
            return (side,) if side else ()
        if side.record not in self.pairs.sides or side.feature != "scene":
            return ()
        left = self.pairs.side(side.record, gone)
        scene = next((each for each in left.scenes if _shows(each, side.value)), None)
        if scene is None:
            return ()
        places = (one.id for one in left.facts if one.kind in PLACES)
        there = {one.id: one.passage for one in left.facts}
        return (
            *(each for each in places if there[each] == scene.passage),
            *scene.companions.values(),
        )


def _shows(scene: Scene, told: str) -> bool:
    """Is it the scene that a feature tells of: its places, and its month if one is told?"""
    return any(each in told for each in scene.places)


def facts(edits: Iterable[Choice]) -> frozenset[str]:
    """The facts that the edits take away."""
    return frozenset(fact for each in edits for fact in each.facts)


def core_of(found: Chain, gone: frozenset[str], editable: Editable) -> Core:
    """Edits of which one must be made, or else the chain stands whatever else is edited.

    `gone` are the facts hidden already. What is not in the set was hidden, all of it together, and the chain
    still stood; what speaks against the chain stays as it is.
    """
    path = [pair for pair, _ in found]
    verdicts = [each for _, each in found]
    all_ = editable.all(path, gone)
    against = editable.behind(
        (level for each in verdicts for level in each.levels if level.bits < 0), gone
    )
    needed = editable.behind(_needed(verdicts, editable.pairs), gone)
    spare = sorted(all_ - needed - against, key=lambda one: one.key)
    held = _spared(spare, gone, path, editable.pairs, iter(range(TESTS)))
    return frozenset(each for each in all_ - against if not each.facts <= held)


def _spared(
    spare: Sequence[Choice],
    held: frozenset[str],
    path: Sequence[Pair],
    pairs: Pairs,
    tests: Iterator[int],
) -> frozenset[str]:
    """Facts held back, and as many of `spare` as can go while the chain stands: halves, then halves of halves.

    Once the tests are used up, what is left stays in the core: a larger core is a weaker constraint, not a false one.
    """
    if not spare or next(tests, None) is None:
        return held
    more = held | facts(spare)
    if _stands([pairs.verdict(pair, more) for pair in path], pairs):
        return more
    if len(spare) == 1:
        return held
    half = len(spare) // 2
    return _spared(
        spare[half:], _spared(spare[:half], held, path, pairs, tests), path, pairs, tests
    )


def _stands(verdicts: Iterable[Verdict], pairs: Pairs) -> bool:
    return likelihood(verdicts) >= pairs.kit.weights.bands["possible"].value


def _needed(verdicts: Sequence[Verdict], pairs: Pairs) -> list[Level]:
    """Levels without any of which, the lighter ones being gone as far as possible, the chain would fall."""
    kept = [list(each.levels) for each in verdicts]
    found = list(verdicts)
    spare = [(at, level) for at, each in enumerate(kept) for level in each if level.bits > 0]
    for at, level in sorted(spare, key=lambda each: each[1].bits):
        rest = [each for each in kept[at] if each is not level]
        now = verdict(rest, pairs.kit.weights)
        if _stands([*found[:at], now, *found[at + 1 :]], pairs):
            kept[at], found[at] = rest, now
    return [level for each in kept for level in each if level.bits > 0]
