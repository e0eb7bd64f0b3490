"""A count that may be told, or the word that stands for it.

A count is told where it and its complement are at least five. Else a word stands for it that five
counts or more would have had; where the group is so small that no word could, nothing is told.
"""

from dataclasses import dataclass
from enum import StrEnum

LEAST = 5
"""People in any count that is told, and in its complement."""
SMALLEST_TOLD = 2 * LEAST - 1
"""People in a group whose counts are told of at all: below, “nearly all” would mean fewer than five counts."""


class Told(StrEnum):
    """What is said of a count."""

    COUNT = "count"
    FEW = "fewer_than_five"
    NEARLY = "nearly_all"
    CLOSE = "close_to_a_wider_risk"
    """Fewer than five people less than a risk that comes with it wherever it comes."""
    SAME = "no_change_told"
    """At the second time: with the risk or without, fewer than five people more or fewer than at the first."""
    NOTHING = "too_small_a_group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is told, and between which counts the true one lies for whoever reads it."""

    told: Told
    people: int | None
    least: int
    most: int


def cell(people: int, size: int) -> Cell:
    """What may be told of a count in a group."""
    if size < SMALLEST_TOLD:
        return Cell(told=Told.NOTHING, people=None, least=0, most=size)
    if people < LEAST:
        return Cell(told=Told.FEW, people=None, least=0, most=LEAST - 1)
    if size - people < LEAST:
        return Cell(told=Told.NEARLY, people=None, least=size - LEAST + 1, most=size)
    return Cell(told=Told.COUNT, people=people, least=people, most=people)


def close(wider: int) -> Cell:
    """What is told of a count that the count of a wider risk nearly gives away."""
    return Cell(told=Told.CLOSE, people=None, least=max(0, wider - LEAST + 1), most=wider)


def later(before: tuple[int, int], now: tuple[int, int]) -> Cell:
    """What may be told of the second of two counts (people, size).

    Where five people or more make the difference, in the count and in its complement; else whoever
    knows that one person came or left would read off the change what that one had.
    """
    (then, size_then), (people, size) = before, now
    if min(size, size_then) < SMALLEST_TOLD:
        return cell(people, min(size, size_then))
    with_it, without = abs(people - then), abs((size - people) - (size_then - then))
    if with_it >= LEAST and without >= LEAST:
        return cell(people, size)
    shown, grown = cell(then, size_then), size - size_then
    least = max(0, shown.least + min(0, grown) - LEAST + 1)
    most = min(size, shown.most + max(0, grown) + LEAST - 1)
    return Cell(told=Told.SAME, people=None, least=least, most=most)
