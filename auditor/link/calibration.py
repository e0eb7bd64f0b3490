"""Bits as they come true: what the sum of weights is worth, measured on pairs whose truth is known.

Clues lean on one another, so their sum says too much. A monotone curve maps the sum to calibrated
evidence; the prior is added after it, so that the probability holds whatever the number of people.
"""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The curve of `rules/calibration.yml`; without knots evidence is taken as it is."""

    knots: tuple[tuple[float, float], ...] = ()
    """Sum of bits → bits of evidence, both rising."""
    source: str = ""
    people: float = 0.0
    """The most people among whom it holds: among more, what decides lies beyond what was counted."""

    def evidence(self, bits: float) -> float:
        """What a sum of bits is worth: between two knots on the line through them.

        Beyond the ends nothing was measured: there each further bit counts in full.

        >>> curve = Calibration(knots=((0.0, -2.0), (10.0, 8.0), (20.0, 14.0)))
        >>> [curve.evidence(bits) for bits in (-5, 0, 5, 15, 20, 22)]
        [-7.0, -2.0, 3.0, 11.0, 14.0, 16.0]
        """
        if not self.knots:
            return bits
        at = bisect_right(self.knots, (bits, float("inf")))
        if at in {0, len(self.knots)}:
            end, worth = self.knots[min(at, len(self.knots) - 1)]
            return worth + bits - end
        (left, low), (right, high) = self.knots[at - 1 : at + 1]
        return low + (high - low) * (bits - left) / (right - left)
