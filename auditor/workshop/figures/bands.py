"""The grades of a dial, merged until each band that is told holds five people.

Grades add up to the group: one that is left out could be computed. So neighbours are merged, best
letter first, as soon as they hold enough; what is left at the end goes with the band before it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from auditor.workshop.figures.cell import LEAST, SMALLEST_TOLD, Cell, Told

Enough = Callable[[int, int], bool]
"""May the grades from one place to before another be a band of their own?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Neighbouring grades, and how many people have one of them."""

    first: int
    last: int
    people: int


def bands(counts: Sequence[int]) -> tuple[Band, ...]:
    """The bands of one group; a single one where nothing may be told apart."""
    return _of(counts, _merged(len(counts), _holds(counts) if _is_told(counts) else _never))


def later_bands(before: Sequence[int], now: Sequence[int]) -> tuple[Band, ...]:
    """The bands of the second of two groups: five people or more must make the difference in each."""
    told = _is_told(before) and _is_told(now)
    held = (_holds(before), _holds(now), _differ(before, now))
    return _of(
        now,
        _merged(len(now), (lambda low, high: all(each(low, high) for each in held)) if told else _never),
    )  # fmt: skip


def gives_away(found: Sequence[Band], least: Sequence[int], rules: Mapping[str, Cell]) -> bool:
    """Would the bands tell something of a rule of this dial for which only a word stands?

    Whoever has a grade has at least some risks (`least`, by grade). If these could not all be had
    with one of the untold rules at its least, that rule would be told after all.
    """
    wanted = sum(each.people * least[each.first] for each in found)
    most = sum(each.most for each in rules.values())
    open_ = [each.most - each.least for each in rules.values() if each.told is not Told.COUNT]
    return bool(open_) and most - max(open_) < wanted and len(found) > 1


def whole(counts: Sequence[int]) -> tuple[Band, ...]:
    """All grades in one band, which tells nothing but the size of the group."""
    return _of(counts, [len(counts)])


def _is_told(counts: Sequence[int]) -> bool:
    return sum(counts) >= SMALLEST_TOLD


def _never(_low: int, _high: int) -> bool:
    return False


def _holds(counts: Sequence[int]) -> Enough:
    return lambda low, high: sum(counts[low:high]) >= LEAST


def _differ(before: Sequence[int], now: Sequence[int]) -> Enough:
    return lambda low, high: abs(sum(now[low:high]) - sum(before[low:high])) >= LEAST


def _merged(grades: int, enough: Enough) -> list[int]:
    """How many neighbours go together, band by band."""
    widths: list[int] = []
    low = 0
    for high in range(1, grades + 1):
        if enough(low, high):
            widths.append(high - low)
            low = high
    while (
        widths and low < grades
    ):  # what is left goes with the band before it, while that is enough
        low -= widths.pop()
        if enough(low, grades):
            widths.append(grades - low)
            return widths
    return widths or [grades]


def _of(counts: Sequence[int], widths: Sequence[int]) -> tuple[Band, ...]:
    ends = list(accumulate(widths))
    return tuple(
        Band(first=high - width, last=high - 1, people=sum(counts[high - width : high]))
        for width, high in zip(widths, ends, strict=True)
    )
