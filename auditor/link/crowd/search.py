"""Who of many is behind a profile: the likeliest few, and how likely it is that none of them is."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.link.calibration import Calibration
from auditor.link.crowd.features import features
from auditor.link.crowd.index import Index
from auditor.link.judge import Kit, Verdict, judge, probability
from auditor.link.profiles import side, text
from auditor.link.weights import Named

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """What a search supposes before it looks, with its source (`rules/crowd.yml`)."""

    present: Named
    """How likely it is that the person is among those searched."""
    compared: Named
    """How many of the nearest are compared in earnest."""
    shown: Named
    """How many of them the answer holds."""
    answers: Calibration
    """From the odds of an answer (log2) to those at which it comes true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One who may be the person."""

    id: str
    probability: float
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The candidates, the likeliest first; with `none` their probabilities add up to one at most."""

    candidates: tuple[Candidate, ...]
    none: float
    searched: int


def search(row: Row, among: Index, kit: Kit, chances: Chances) -> Answer:
    """Search the crowd for the person behind a profile.

    Each of N rows is the person with the same chance before anything is compared, ``present / N``. What
    the comparisons say of the nearest multiplies it (Bayes); who is not compared shares nothing that
    would make them likelier than they were, and counts in `none`.
    """
    wanted, weights = side(row), kit.weights.among(len(among.rows))
    places = among.nearest(features(wanted, kit.tables), int(chances.compared.value))
    found = among.rows.at(places)
    asked = replace(kit, weights=weights)
    verdicts = [judge(wanted, side(each), asked) for each in found]
    prior = chances.present.value / max(1, len(among.rows))
    likely = [prior * 2.0 ** weights.worth(each.evidence) for each in verdicts]
    rest = max(0.0, 1.0 - prior * len(verdicts))
    claims, none = _claims(likely, rest, chances.answers)
    candidates = [
        Candidate(id=text(each, "id"), probability=claim, verdict=verdict)
        for each, claim, verdict in zip(found, claims, verdicts, strict=True)
    ]
    candidates.sort(key=lambda each: (-each.probability, each.id))
    kept = tuple(candidates[: int(chances.shown.value)])
    return Answer(candidates=kept, none=none, searched=len(among.rows))


def _claims(
    likely: Sequence[float], rest: float, answers: Calibration
) -> tuple[Sequence[float], float]:
    """What each is worth as an answer, and what is left for none of them."""
    whole = rest + sum(likely)
    claims = [each / whole for each in likely]
    best = max(claims, default=0.0)
    true = _true(best, answers)
    # What the likeliest gains or loses is shared by the others and by none of them.
    share = (1 - true) / (1 - best) if best < 1 else 0.0
    claims = [true if each == best else min(true, each * share) for each in claims]
    excess = max(1.0, sum(claims))
    claims = [each / excess for each in claims]
    return claims, max(0.0, 1.0 - sum(claims))


def _true(claim: float, answers: Calibration) -> float:
    """A claim as it comes true: the likeliest of many is also the luckiest."""
    if not 0 < claim < 1:
        return claim
    return probability(answers.evidence(math.log2(claim / (1 - claim))))
