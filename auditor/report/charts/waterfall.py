"""The sum of a join, bar by bar: what stands before any clue, what each clue adds or takes, the total.

Two scales say the same: bits, and how likely it is that the two are one person.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ROOM = 2.0
"""Bits left free at either end of the bars."""
APART = 23.0
"""Hundredths of the width between two marks of the scale, so that their words do not touch."""
MARKS = (0, 10, -10, 20, -20, 40, -40)
"""Bits where a mark may stand, the most telling first."""
EDGE = 8.0
"""Hundredths of the width beside an end, where a mark's words are set inwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Where a bar begins and how wide it is, in hundredths of the width; where the sum stands after it."""

    start: float
    width: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place on both scales."""

    at: float
    bits: int
    chance: float
    anchor: str
    """How its words are set: start, middle or end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The bits at the left and at the right end."""

    low: float
    high: float

    def at(self, bits: float) -> float:
        """Where so many bits stand, in hundredths of the width."""
        return round(100 * (bits - self.low) / (self.high - self.low), 2)

    def bar(self, before: float, after: float) -> Bar:
        """From one sum to the next."""
        start, end = self.at(before), self.at(after)
        return Bar(start=min(start, end), width=round(abs(end - start), 2), end=end)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that fit side by side, from the left; nought is always one of them."""
        chosen: list[int] = []
        for bits in MARKS:
            inside = self.low <= bits <= self.high
            if inside and all(abs(self.at(bits) - self.at(each)) >= APART for each in chosen):
                chosen.append(bits)
        return tuple(self._mark(bits) for bits in sorted(chosen))

    def _mark(self, bits: int) -> Mark:
        at = self.at(bits)
        anchor = "start" if at < EDGE else "end" if at > 100 - EDGE else "middle"
        return Mark(at=at, bits=bits, chance=chance(bits), anchor=anchor)


def scale(reached: Sequence[float]) -> Scale:
    """A scale that holds all of these, and nought."""
    return Scale(low=min((*reached, 0.0)) - ROOM, high=max((*reached, 0.0)) + ROOM)


def chance(bits: float) -> float:
    """How likely what so many bits speak for is: odds of two to that power."""
    return 1 / (1 + math.pow(2, -max(-1000.0, min(1000.0, bits))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """The bars of one join."""

    before: float
    """Bits before any clue."""
    first: Bar
    bars: tuple[Bar, ...]
    total: Bar
    zero: float
    marks: tuple[Mark, ...]


def fall(added: Sequence[float], total: float) -> Fall:
    """The bars of clues that add so much to reach a total.

    What the total lacks beside the clues stands before them: how seldom two pages are one person's, and
    what clues that say much the same are counted less for.
    """
    before = round(total - sum(added), 2)
    sums = tuple(_running(before, added))
    drawn = scale((before, *sums, total))
    starts = (before, *sums[:-1])
    return Fall(
        before=before,
        first=drawn.bar(0.0, before),
        bars=tuple(drawn.bar(*each) for each in zip(starts, sums, strict=True)) if added else (),
        total=drawn.bar(0.0, total),
        zero=drawn.at(0.0),
        marks=drawn.marks,
    )


def _running(before: float, added: Sequence[float]) -> Iterator[float]:
    for each in added:
        before += each
        yield before
