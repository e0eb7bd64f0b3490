"""m and u of every level, measured on a table of profiles whose owners are known.

A comparison *speaks of* a side that reaches a level with itself; m and u are shares of the pairs of
which it speaks on both sides. True pairs give m. Strangers who agree are rare, so they are sought where
they are: pairs that share a value (or a word of one) of the facts which decide the comparison are counted
and sampled evenly, each weighted by one over what it shares; all other pairs are drawn at random.
"""

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from auditor.link.comparisons import Comparison
from auditor.link.judge import Kit
from auditor.link.side import Side
from auditor.model.link import Level
from auditor.model.names import fold

Pair = tuple[int, int]

TRUE_PAIRS, RANDOM_PAIRS, SHARING_PAIRS = 40_000, 80_000, 25_000
"""Pairs looked at for each comparison, at most; of those that share something, for each layer."""
START = 4
"""Letters by which two words begin alike."""


@dataclass(slots=True, kw_only=True)
class Rates:
    """What was found of one level."""

    true: float = 0.0
    """Share of true pairs."""
    chance: float = 0.0
    """Share of pairs of strangers."""
    seen_true: int = 0
    seen_chance: int = 0
    shares: list[float] = field(default_factory=list)
    """For true pairs: u over m as the present weight has it for the value at hand, m taken as 1."""

    @property
    def fair(self) -> float:
        """The m that makes bits right on average where u is the frequency of the value.

        Among strangers the level is reached by the frequency times the share of pages that show a name
        so; that share is in m too, and only what is left of it counts.
        """
        mean = sum(self.shares) / len(self.shares)
        return self.true * mean / self.chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Sides, and whose each is."""

    sides: Sequence[Side]
    people: Sequence[str]

    def true_pairs(self, among: Sequence[int]) -> list[Pair]:
        """The pairs of one person among these sides, in a fixed order that follows nothing."""
        mine: dict[str, list[int]] = defaultdict(list)
        for each in among:
            mine[self.people[each]].append(each)
        pairs = [pair for owned in mine.values() for pair in combinations(owned, 2)]
        random.Random(1).shuffle(pairs)
        return pairs

    def strangers(self, pair: Pair) -> bool:
        """Are they two people?"""
        return self.people[pair[0]] != self.people[pair[1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    crowd: Crowd
    compare: Comparison
    kit: Kit

    def of(self, pair: Pair) -> Level | None:
        left, right = (self.crowd.sides[each] for each in pair)
        return self.compare(left, right, self.kit.weights, self.kit.tables)

    def speaks(self) -> list[int]:
        """The sides that the comparison speaks of."""
        return [each for each in range(len(self.crowd.sides)) if self.of((each, each)) is not None]


def measure(crowd: Crowd, name: str, kit: Kit) -> dict[str, Rates]:
    """Level → its rates; nothing where too few sides say anything."""
    compared = _Compared(crowd=crowd, compare=kit.comparisons[name], kit=kit)
    speaking = compared.speaks()
    found: dict[str, Rates] = defaultdict(Rates)
    true = crowd.true_pairs(speaking)[:TRUE_PAIRS]
    if len(true) < 30:
        return {}
    kinds = _of_true(true, compared, found, kit)
    _of_strangers(speaking, kinds, compared, found)
    return dict(found)


def _of_true(
    pairs: Sequence[Pair], compared: _Compared, found: dict[str, Rates], kit: Kit
) -> frozenset[str]:
    """Count the levels of true pairs; the kinds of facts that decided them."""
    kinds: Counter[str] = Counter()
    for pair in pairs:
        level = compared.of(pair)
        if level is None:
            continue
        rates = found[level.level]
        rates.seen_true += 1
        rates.true += 1 / len(pairs)
        rates.shares.append(_share(level, kit))
        kinds.update(
            each.split("/")[1] for each in (level.left, level.right) if isinstance(each, str)
        )
    return frozenset(kinds)


def _share(level: Level, kit: Kit) -> float:
    """The frequency that the level was weighed with."""
    weight = kit.weights.comparisons[level.comparison][level.level]
    return (weight.m or 1.0) * 2.0**-level.bits


def _of_strangers(
    speaking: Sequence[int], kinds: frozenset[str], compared: _Compared, found: dict[str, Rates]
) -> None:
    """Three layers: pairs that share a value, others that share a word of one, all others."""
    sides = {each: compared.crowd.sides[each] for each in speaking}
    whole = {each: _values(side, kinds) for each, side in sides.items()}
    words = {each: _words(held) for each, held in whole.items()}
    everyone = len(speaking) * (len(speaking) - 1) / 2
    for pair, weight in _sharing(whole, apart=None):
        _add(found, compared, pair, weight / everyone)
    for pair, weight in _sharing(words, apart=whole):
        _add(found, compared, pair, weight / everyone)
    drawn = random.Random(3)
    for _ in range(RANDOM_PAIRS):
        pair = drawn.choice(speaking), drawn.choice(speaking)
        if not any(held[pair[0]] & held[pair[1]] for held in (whole, words)):
            _add(found, compared, pair, 1 / RANDOM_PAIRS)


def _add(found: dict[str, Rates], compared: _Compared, pair: Pair, weight: float) -> None:
    level = compared.of(pair) if compared.crowd.strangers(pair) else None
    if level is not None:
        found[level.level].chance += weight
        found[level.level].seen_chance += 1


def _values(side: Side, kinds: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(fact.value) for fact in side.of(*sorted(kinds)))


def _words(values: Iterable[str]) -> frozenset[str]:
    """The words of values, and how those begin: a handle is one word."""
    words = {word for value in values for word in re.findall(r"[^\W_]{2,}", value)}
    return frozenset(words | {f"{word[:START]}-" for word in words if len(word) > START})


def _sharing(
    keys: Mapping[int, frozenset[str]], *, apart: Mapping[int, frozenset[str]] | None
) -> Iterator[tuple[Pair, float]]:
    """Pairs that share a key, drawn evenly, with how many such pairs each stands for.

    Pairs that share a key of `apart` are left to another layer.
    """
    under: dict[str, list[int]] = defaultdict(list)
    for each, held in keys.items():
        for key in sorted(held):
            under[key].append(each)
    groups = [group for group in under.values() if len(group) > 1]
    counts = [math.comb(len(group), 2) for group in groups]
    total = sum(counts)
    drawn = _drawn(groups, counts, total)
    for pair in drawn:
        if apart is None or not apart[pair[0]] & apart[pair[1]]:
            yield pair, total / len(drawn) / len(keys[pair[0]] & keys[pair[1]])


def _drawn(groups: Sequence[Sequence[int]], counts: Sequence[int], total: int) -> list[Pair]:
    """All pairs where they are few, else a sample with repetition."""
    if total <= SHARING_PAIRS:
        return [pair for group in groups for pair in combinations(group, 2)]
    drawn = random.Random(2)
    chosen = drawn.choices(groups, counts, k=SHARING_PAIRS)
    return [_two(drawn.sample(group, 2)) for group in chosen]


def _two(pair: Sequence[int]) -> Pair:
    return pair[0], pair[1]
