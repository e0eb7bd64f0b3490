"""The numbers of the assessment, each with where it comes from: `rules/dials.yml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from auditor.errors import PackError
from auditor.model.viewer import Viewer
from auditor.resources.read import load

FILE = "dials.yml"
SEVERITIES = range(1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number and its source."""

    value: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grades:
    """The lowest dial value of each letter, best letter first."""

    value: Mapping[str, int]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How sure a fact must be to count, how much a finding weighs, where a letter begins."""

    floor: Number
    weights: Mapping[int, Number]
    """By severity: how far one certain finding moves its dial, from 0 to 1."""
    grades: Grades
    viewers: Mapping[Viewer, Number]
    """How much it counts that a stranger is told less, from 0 to 1."""

    def grade(self, value: int) -> str:
        """The letter of a dial's value."""
        reached = [letter for letter, low in self.grades.value.items() if value >= low]
        return reached[-1]


def scale(folder: Path) -> Scale:
    """The numbers of the rules folder.

    Raises:
        PackError: the file cannot be used, or its numbers are not in order.
    """
    found = load(folder / FILE, Scale)
    if not 0 < found.floor.value <= 1:
        raise PackError("%(file)s: floor: keep it above 0 and at most 1", file=FILE)
    weights = [found.weights[each].value for each in sorted(found.weights)]
    if sorted(found.weights) != list(SEVERITIES) or not _rising([0.0, *weights, 1.0]):
        raise PackError(
            "%(file)s: weights: give one for each severity 1 to 5, rising from 0 to 1", file=FILE
        )
    lows = list(found.grades.value.values())
    if not lows or lows[0] != 0 or not _rising(lows):
        raise PackError("%(file)s: grades: begin at 0 and rise", file=FILE)
    if not {each for each in Viewer if each.counts} <= set(found.viewers):
        raise PackError("%(file)s: viewers: give a weight to each stranger", file=FILE)
    return found


def _rising(numbers: Sequence[float]) -> bool:
    return all(low < high for low, high in pairwise(numbers))
