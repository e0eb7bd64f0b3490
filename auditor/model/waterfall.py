"""One judged pair, clue by clue: from how seldom two records are one person to what was judged."""

from dataclasses import dataclass

from auditor.model.link import Band, Judgement, Link
from auditor.model.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What would be judged were one clue not there."""

    level: int
    """Which of the pair's levels, counted from 0."""
    judgement: Judgement
    band: Band | None
    bits: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """The sum behind a judgement, in bits (log2 of odds): the prior, what each level adds, the correction."""

    viewer: Viewer
    link: Link
    """The pair, with its levels in the order of the sum."""
    prior: float
    population: int
    """People among whom the prior draws two."""
    counted: tuple[float, ...]
    """What each level adds; less than its own bits where another says much the same."""
    needed: float
    """Bits from which the two are joined, no guard forbidding it."""
    correction: float = 0.0
    """What the sum of the levels is worth more or less than it says, as measured."""
    whole: bool = False
    """Was the pair judged together with records already joined to either?"""
    together: bool = False
    """Are the two records in one identity, be it by way of others?"""
    changes: tuple[Change, ...] = ()

    @property
    def running(self) -> tuple[float, ...]:
        """The sum after the prior, after each level, and after the correction."""
        found = [self.prior]
        for each in (*self.counted, self.correction):
            found.append(found[-1] + each)
        return tuple(round(each, 2) for each in found)

    @property
    def missing(self) -> float:
        """Bits that are lacking to the join; 0 where there are enough."""
        return max(0.0, round(self.needed - self.running[-1], 2))
