"""From how rare somebody is to a range of how many there are."""

import math
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Rates = np.ndarray[Any, np.dtype[np.float64]]

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
    rates = expected * 2 ** (spread * _normal())
    tail, half = (1 - within) / 2, middle(expected)
    return Range(
        low=min(half, _rounded(1 + _quantile(rates, tail), up=False)),
        middle=half,
        high=max(half, _rounded(1 + _quantile(rates, 1 - tail), up=True)),
    )


def middle(expected: float) -> int:
    """As likely more people as fewer, the person concerned among them."""
    import numpy as np

    return 1 + _quantile(np.array([expected]), 0.5)


@cache
def _normal() -> "Rates":
    """The middles of steps of equal chance of the standard normal distribution."""
    import numpy as np

    steps = ((at + 0.5) / _STEPS for at in range(_STEPS))
    return np.array([NormalDist().inv_cdf(each) for each in steps])


def _quantile(rates: "Rates", share: float) -> int:
    """The smallest number that is not exceeded in `share` of cases: Poisson, over all the rates."""
    from scipy.special import pdtr

    def reached(number: int) -> bool:
        return bool(pdtr(number, rates).mean() >= share)

    low, high = -1, 1
    while not reached(high):
        low, high = high, 2 * high
    while high - low > 1:
        half = (low + high) // 2
        low, high = (low, half) if reached(half) else (half, high)
    return high


def _rounded(number: int, *, up: bool) -> int:
    """Two significant figures, outwards."""
    unit = int(10 ** max(0, len(str(number)) - _FIGURES))
    return (math.ceil if up else math.floor)(number / unit) * unit
