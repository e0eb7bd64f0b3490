"""The drawings of one viewer's walk: the map of its joins, and the sum behind each."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.report import View
from auditor.model.viewer import Viewer
from auditor.report.chain import StepShown
from auditor.report.charts.joins import joins
from auditor.report.charts.layout import NARROW, WIDE, Map, Sheet, layout
from auditor.report.charts.waterfall import Fall, fall
from auditor.report.digest import narrower
from auditor.report.lookup import Lookup

LARGEST = 16
"""Boxes of a map that is drawn for a phone too: in two columns, more of them are a list, and that stands below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What is drawn of the steps."""

    maps: tuple[Map, ...]
    """Wide, and for a phone unless it is large; none where there is nothing to draw, or it is drawn elsewhere."""
    falls: tuple[Fall | None, ...]
    """The bars of each step; None where no clue is told here."""
    same: Viewer | None
    """The narrower viewer who comes by the same walk: it is drawn there."""


def walk(book: Lookup, view: View, steps: Sequence[StepShown]) -> Walk:
    """The drawings of a view's steps."""
    same = _same(book, view)
    nodes = () if same else joins(book, view, steps)
    return Walk(
        maps=tuple(layout(nodes, sheet) for sheet in _sheets(len(nodes))),
        falls=tuple(_fall(each) for each in steps),
        same=same,
    )


def _sheets(count: int) -> tuple[Sheet, ...]:
    return (WIDE, NARROW)[: 0 if not count else 1 if count > LARGEST else 2]


def _same(book: Lookup, view: View) -> Viewer | None:
    found, below = None, narrower(book.report, view.viewer)
    while below is not None:
        same = _way(book.report.views[below]) == _way(view)
        found, below = (below if same else found), narrower(book.report, below)
    return found


def _way(view: View) -> tuple[object, ...]:
    """What the map of a walk follows from."""
    walk = view.portrait
    steps = walk.steps if walk else ()
    return walk and walk.start, *((each.record, each.by, each.through) for each in steps)


def _fall(step: StepShown) -> Fall | None:
    return fall([each.weight for each in step.levels], step.weight) if step.levels else None
