"""One pair of sides, judged: levels, bits, probability, guards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.link.comparisons import Comparison
from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.link import Band, Judgement, Level
from auditor.model.text import Text, say

LIMIT = 60.0
"""Bits beyond which odds are not told apart (2^60 is more than all people who ever lived)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What judging needs, handed in by `kits`."""

    comparisons: Mapping[str, Comparison]
    weights: Weights
    tables: Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the comparisons say of two sides."""

    levels: tuple[Level, ...]
    bits: float
    probability: float
    judgement: Judgement
    band: Band | None
    why: Text | None = None


def judge(left: Side, right: Side, kit: Kit) -> Verdict:
    """Compare two sides on everything both say something about."""
    levels = tuple(
        level
        for compare in kit.comparisons.values()
        if (level := compare(left, right, kit.weights, kit.tables)) is not None
    )
    return verdict(levels, kit.weights, matter_of_justice=_justice(left) or _justice(right))


def verdict(
    levels: Sequence[Level], weights: Weights, *, matter_of_justice: bool = False
) -> Verdict:
    """The judgement that levels give together (Fellegi–Sunter: prior plus match weights)."""
    bits = max(-LIMIT, min(LIMIT, weights.prior + total(levels, weights)))
    probability = 1 / (1 + 2**-bits)
    band = weights.band(probability)
    judgement, why = Judgement.UNSURE, None
    if band is Band.NEAR_CERTAIN:
        judgement, why = _guarded(levels, weights, matter_of_justice=matter_of_justice)
    elif band is None:
        judgement = Judgement.DIFFERENT
    if matter_of_justice and band is not None and judgement is Judgement.UNSURE:
        why = _JUSTICE
    return Verdict(
        levels=tuple(levels),
        bits=round(bits, 2),
        probability=round(probability, 4),
        judgement=judgement,
        band=band,
        why=why,
    )


_JUSTICE = say("a matter of justice is never attributed on a name and a place alone")


def total(levels: Sequence[Level], weights: Weights) -> float:
    """The bits of all levels; of clues that say one thing twice, the largest in full."""
    context = sorted(
        (each.bits for each in levels if each.comparison in weights.context and each.bits > 0),
        reverse=True,
    )
    others = sum(
        each.bits for each in levels if each.comparison not in weights.context or each.bits <= 0
    )
    dependent = sum(context[:1]) + weights.dependence.value * sum(context[1:])
    return others + dependent


_OWN_WORD = frozenset({("account", "same"), ("declared", "mutual")})


def _guarded(
    levels: Sequence[Level], weights: Weights, *, matter_of_justice: bool
) -> tuple[Judgement, Text | None]:
    """Reasons for which even near-certain is not *same*."""
    # Who declares an account as theirs, both ways, may call themself anything there.
    declared = any((each.comparison, each.level) in _OWN_WORD for each in levels)
    conflict = next(
        (each for each in levels if each.conflict and not (declared and each.comparison == "name")),
        None,
    )
    if conflict is not None:
        return Judgement.DIFFERENT, say(
            "they contradict each other in one thing that cannot change"
        )
    if matter_of_justice and _rare_keys(levels, weights) < weights.rare_keys.value:
        return Judgement.UNSURE, _JUSTICE
    kinds = {each.comparison for each in levels if each.bits > 0}
    if len(kinds) < 2 and not any(each.identifier for each in levels):  # noqa: PLR2004
        return Judgement.UNSURE, say("one clue alone never joins two profiles")
    return Judgement.SAME, None


def _rare_keys(levels: Sequence[Level], weights: Weights) -> int:
    """Independent keys that few people share; a name and the town it is common in are not."""
    return sum(
        each.identifier
        or (
            each.comparison not in {"name", "place", "birth"}
            and each.bits >= weights.rare_key_bits.value
        )
        for each in levels
    )


def _justice(side: Side) -> bool:
    return bool(side.of("criminal_record"))
