"""From bits to a judgement: what being wrong costs, and the guards that stand above the odds.

Records are joined where the odds beat what a wrong join costs against a missed one (`costs` in
`rules/linking.yml`); where the matter is grave a wrong join costs more. No odds, however long, join two
records that contradict each other, that one clue alone brings together, or that only tastes and turns of
phrase do; and a matter of justice needs two independent rare keys besides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.link.compare.identity import COMPARISON
from auditor.link.side import Side
from auditor.link.weights import Weights
from auditor.model.link import Judgement, Level
from auditor.model.text import Text, say


class Matter(StrEnum):
    """What is at stake where two records are joined."""

    ORDINARY = "ordinary"
    GRAVE = "grave"
    """Health: somebody else's would do harm."""
    JUSTICE = "justice"
    """An offence or a conviction."""


CONTRADICTION = say("they contradict each other in one thing that cannot change")
JUSTICE = say("a matter of justice is never attributed on a name and a place alone")
ONE_CLUE = say("one clue alone never joins two profiles")
SUGGESTED = say("tastes and turns of phrase point to somebody; they never settle who it is")
GRAVE = say("the matter is grave, so more is asked for before two profiles are joined")

_OWN_WORD = frozenset({("account", "same"), ("declared", "mutual")})
"""Levels by which somebody says themself that both accounts are theirs."""
NAMING = frozenset({COMPARISON})
"""Comparisons of names: who declares an account as theirs may call themself anything there."""
_COMMON = NAMING | {"place", "birth"}
"""Comparisons that are no rare key: a namesake of the same town and age agrees in all three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How likely the two are one."""

    all: float
    """By everything compared."""
    solid: float
    """Without what merely suggests (tastes, turns of phrase)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The judgement, and the guard that made it where one did."""

    judgement: Judgement
    why: Text | None = None


def matter(*sides: Side, weights: Weights) -> Matter:
    """The gravest matter that any of the sides tells of."""
    for name in (Matter.JUSTICE, Matter.GRAVE):
        kinds = weights.matters[name.value]
        if any(side.of(*kinds) for side in sides):
            return name
    return Matter.ORDINARY


def decide(
    levels: Sequence[Level], chance: Chance, weights: Weights, *, at_stake: Matter
) -> Decision:
    """Same, different or unsure; *unsure* wherever being wrong would cost more than leaving it open."""
    if contradicts(levels):
        return Decision(judgement=Judgement.DIFFERENT, why=CONTRADICTION)
    if weights.band(chance.all) is None:
        return Decision(judgement=Judgement.DIFFERENT)
    why = _doubt(levels, chance, weights, at_stake)
    if why is None and chance.all >= weights.needed(at_stake.value):
        return Decision(judgement=Judgement.SAME)
    return Decision(judgement=Judgement.UNSURE, why=why)


def _doubt(
    levels: Sequence[Level], chance: Chance, weights: Weights, at_stake: Matter
) -> Text | None:
    """The guard that forbids *same*, where one does."""
    if at_stake is Matter.JUSTICE and rare_keys(levels, weights) < weights.rare_keys.value:
        return JUSTICE
    if chance.all < weights.needed(Matter.ORDINARY.value):
        return None
    if chance.all < weights.needed(at_stake.value):
        return GRAVE
    for_ = [each for each in levels if each.bits > 0]
    if chance.solid < weights.needed(at_stake.value):
        return SUGGESTED
    if len({each.comparison for each in for_}) < 2 and not any(  # noqa: PLR2004
        each.identifier for each in for_
    ):
        return ONE_CLUE
    return None


def contradicts(levels: Sequence[Level]) -> bool:
    """Is there a contradiction that cannot change, and that nobody's own word explains?"""
    own = owned(levels)
    return any(each.conflict and not (own and each.comparison in NAMING) for each in levels)


def owned(levels: Iterable[Level]) -> bool:
    """Does somebody say themself that both are theirs?"""
    return any((each.comparison, each.level) in _OWN_WORD for each in levels)


def rare_keys(levels: Iterable[Level], weights: Weights) -> int:
    """Independent keys that few people share; what says one thing twice counts once."""
    found = {
        "context" if each.comparison in weights.context else each.comparison
        for each in levels
        if each.identifier
        or (each.comparison not in _COMMON and each.bits >= weights.rare_key_bits.value)
    }
    return len(found - set(weights.suggestive))
