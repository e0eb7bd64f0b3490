"""What a viewer's panel would tell just as a narrower viewer's does: it is told there, once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.model.viewer import Viewer
from auditor.report.panels import Panel


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """For each part that is told elsewhere, the viewer it is told for."""

    remedies: Viewer | None = None
    doubts: Viewer | None = None
    """Namesakes, absences, impersonations and open pairs."""


def repeats(panels: Iterable[Panel]) -> Mapping[Viewer, Repeats]:
    """What each panel need not tell again."""
    by_viewer: dict[Viewer, Panel] = {}
    found: dict[Viewer, Repeats] = {}
    for panel in panels:
        below = by_viewer.get(panel.beyond) if panel.beyond else None
        first = found.get(panel.beyond, Repeats()) if panel.beyond else Repeats()
        by_viewer[panel.viewer] = panel
        found[panel.viewer] = _of(panel, below, first) if below else Repeats()
    return found


def _of(panel: Panel, below: Panel, first: Repeats) -> Repeats:
    same = panel.remedies == below.remedies
    alike = _doubts(panel) == _doubts(below)
    return Repeats(
        remedies=(first.remedies or below.viewer) if same and panel.remedies else None,
        doubts=(first.doubts or below.viewer) if alike and any(_doubts(panel)) else None,
    )


def _doubts(panel: Panel) -> tuple[object, ...]:
    return panel.impersonations, panel.absences, panel.namesakes, panel.unsure
