"""Who sees what: kinds of fact against viewers, with how many different things of a kind each can learn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.model.fact import Fact
from auditor.model.rule import Sensitivity
from auditor.model.viewer import Viewer
from auditor.report import labels
from auditor.report.digest import subject_facts
from auditor.report.lookup import Lookup

OPEN = 14
"""Kinds shown at once, the most telling first; the others are folded."""
SOME, MANY = 2, 5
"""From how many on a cell's mark is half, and whole."""
_RANKS = {each: rank for rank, each in enumerate(reversed(Sensitivity))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one viewer learns of one kind."""

    count: int
    level: int
    """0 to 3: nothing, one, some, many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One kind of fact."""

    kind: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Kinds in falling order of how much they tell; viewers in their order."""

    viewers: tuple[Viewer, ...]
    rows: tuple[Row, ...]
    folded: tuple[Row, ...]


def matrix(book: Lookup) -> Matrix:
    """What each viewer of the report sees of the subject."""
    viewers = tuple(each for each in labels.VIEWERS if each in book.report.views)
    seen = {each: _counts(subject_facts(book.report, book.report.views[each])) for each in viewers}
    kinds = sorted(
        {kind for counts in seen.values() for kind in counts},
        key=lambda kind: (
            _rank(book, kind),
            -sum(kind in counts for counts in seen.values()),
            book.kind(kind),
        ),
    )
    rows = tuple(
        Row(
            kind=book.kind(kind),
            cells=tuple(_cell(seen[each].get(kind, 0)) for each in viewers),
        )
        for kind in kinds
    )
    return Matrix(viewers=viewers, rows=rows[:OPEN], folded=rows[OPEN:])


def _counts(facts: Iterable[Fact]) -> Mapping[str, int]:
    """Different values of each kind: what is said ten times is one thing learnt."""
    found: dict[str, set[str]] = {}
    for fact in facts:
        found.setdefault(fact.kind, set()).add(fact.value)
    return {kind: len(values) for kind, values in found.items()}


def _rank(book: Lookup, kind: str) -> int:
    known = book.report.kinds.get(kind)
    return _RANKS[Sensitivity(known.sensitivity)] if known else len(_RANKS)


def _cell(count: int) -> Cell:
    return Cell(count=count, level=0 if not count else 1 + (count >= SOME) + (count >= MANY))
