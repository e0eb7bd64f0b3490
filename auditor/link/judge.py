"""One pair of sides, judged: levels, bits, probability, guards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.link.comparisons import Comparison, silent
from auditor.link.decide import Chance, Matter, contradicts, decide, matter
from auditor.link.efforts import Efforts
from auditor.link.fit.numbers import Fitting
from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.link import Band, Judgement, Level, Link
from auditor.model.text import Text

LIMIT = 60.0
"""Bits beyond which odds are not told apart (2^60 is more than all people who ever lived)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What judging needs, handed in by `kits`."""

    comparisons: Mapping[str, Comparison]
    weights: Weights
    tables: Tables
    efforts: Efforts | None = None
    """What edits cost; without it no remedies are sought."""
    fit: Fitting | None = None
    """What a crowd is counted with; without it none is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the comparisons say of two sides."""

    levels: tuple[Level, ...]
    bits: float
    """Prior and levels together, the levels as far as they come true: log2 of the odds."""
    probability: float
    judgement: Judgement
    band: Band | None
    why: Text | None = None
    evidence: float = 0.0
    """The levels alone, in bits; below zero where they speak against it."""
    contradicted: bool = False
    """Does one thing that cannot change forbid *same*?"""


def judge(left: Side, right: Side, kit: Kit) -> Verdict:
    """Compare two sides on everything both say something about."""
    nothing = silent(left) | silent(right)
    levels = tuple(
        level
        for name, compare in kit.comparisons.items()
        if name not in nothing
        and (level := compare(left, right, kit.weights, kit.tables)) is not None
    )
    return verdict(levels, kit.weights, at_stake=matter(left, right, weights=kit.weights))


def verdict(
    levels: Sequence[Level], weights: Weights, *, at_stake: Matter = Matter.ORDINARY
) -> Verdict:
    """The judgement that levels give together (Fellegi–Sunter: prior plus match weights)."""
    evidence = total(levels, weights)
    bits = odds(evidence, weights)
    chance = Chance(all=probability(bits), solid=_solid(levels, bits, weights))
    decision = decide(levels, chance, weights, at_stake=at_stake)
    return Verdict(
        levels=tuple(levels),
        bits=round(bits, 2),
        probability=round(chance.all, 4),
        judgement=decision.judgement,
        band=weights.band(chance.all),
        why=decision.why,
        evidence=round(evidence, 2),
        contradicted=contradicts(levels),
    )


def odds(evidence: float, weights: Weights) -> float:
    """log2 of the odds: the prior and what the evidence is worth, within what can be told apart."""
    return max(-LIMIT, min(LIMIT, weights.prior + weights.worth(evidence)))


def probability(bits: float) -> float:
    """The probability that odds of so many bits are."""
    return 1 / (1 + 2**-bits)


def _solid(levels: Sequence[Level], bits: float, weights: Weights) -> float:
    """The probability without what merely suggests."""
    solid = [each for each in levels if each.bits <= 0 or each.comparison not in weights.suggestive]
    if len(solid) < len(levels):
        bits = odds(total(solid, weights), weights)
    return probability(bits)


def total(levels: Sequence[Level], weights: Weights) -> float:
    """The bits of all levels, each as far as it counts."""
    return sum(counted(levels, weights))


def counted(levels: Sequence[Level], weights: Weights) -> list[float]:
    """What each level adds: of clues that say one thing twice, the largest counts in full."""
    dependent = [each.comparison in weights.context and each.bits > 0 for each in levels]
    held = [each.bits for each, one in zip(levels, dependent, strict=True) if one]
    largest = held.index(max(held)) if held else 0
    shares = iter(1.0 if at == largest else weights.dependence.value for at in range(len(held)))
    return [
        each.bits * next(shares) if one else each.bits
        for each, one in zip(levels, dependent, strict=True)
    ]


def linked(left: str, right: str, found: Verdict) -> Link:
    """The pair with what was judged of it."""
    return Link(
        id=f"{left}~{right}",
        left=left,
        right=right,
        levels=found.levels,
        bits=found.bits,
        probability=found.probability,
        judgement=found.judgement,
        band=found.band,
        why=found.why,
    )
