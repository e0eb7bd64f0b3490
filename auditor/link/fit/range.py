"""From how rare somebody is to a range of how many there are."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist

_STEPS = 201
"""Points at which the doubt about the share is taken: more change no figure a reader sees."""
_FIGURES = 2
"""Significant figures of a bound: the range is no more exact than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """People who fit, the person concerned among them: at least 1 each."""

    low: int
    middle: int
    high: int


def between(expected: float, spread: float, within: float) -> Range:
    """The range that holds the number of people who fit in `within` of cases, and its middle.

    `expected` others are thought to fit; the doubt about that is lognormal, `spread` bits wide (one
    standard deviation), and how many there really are is chance (Poisson) on top. Bounds are rounded
    outwards to two figures. The middle is that without the doubt, which has no side.
    """
    rates = [expected * 2 ** (spread * each) for each in (_normal() if spread else (0.0,))]
    tail, middle = (1 - within) / 2, 1 + _quantile([expected], 0.5)
    return Range(
        low=min(middle, _rounded(1 + _quantile(rates, tail), up=False)),
        middle=middle,
        high=max(middle, _rounded(1 + _quantile(rates, 1 - tail), up=True)),
    )


@cache
def _normal() -> tuple[float, ...]:
    """The middles of steps of equal chance of the standard normal distribution."""
    steps = ((at + 0.5) / _STEPS for at in range(_STEPS))
    return tuple(NormalDist().inv_cdf(each) for each in steps)


def _quantile(rates: Sequence[float], share: float) -> int:
    """The smallest number that is not exceeded in `share` of cases."""
    low, high = -1, 1
    while _reached(rates, high) < share:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _reached(rates, middle) >= share else (middle, high)
    return high


def _reached(rates: Sequence[float], number: int) -> float:
    """How often no more than `number` others fit: Poisson, over all the rates."""
    from scipy.special import pdtr

    return float(pdtr(number, rates).mean())


def _rounded(number: int, *, up: bool) -> int:
    """Two significant figures, outwards."""
    unit = int(10 ** max(0, len(str(number)) - _FIGURES))
    return (math.ceil if up else math.floor)(number / unit) * unit
