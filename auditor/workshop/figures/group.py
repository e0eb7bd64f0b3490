"""A group: in how many of its results each rule fired, and how many there are of each grade of each dial."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.assess.dials import NAMES
from auditor.model.report import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Counts of people; nothing of any one of them."""

    size: int
    rules: Mapping[str, int]
    """By id; a rule that fired for nobody is not there."""
    grades: Mapping[str, Sequence[int]]
    """By dial, how many people per letter, best letter first."""


def group(views: Iterable[View], letters: Sequence[str]) -> Group:
    """The counts over one view of each person."""
    held = tuple(views)
    fired = Counter(rule for view in held for rule in {each.rule for each in view.findings})
    return Group(
        size=len(held),
        rules=fired,
        grades={
            name: [sum(view.dials[name].grade == letter for view in held) for letter in letters]
            for name in NAMES
        },
    )
