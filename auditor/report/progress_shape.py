"""What the JSON result holds of the progress since an earlier audit."""

from dataclasses import dataclass

from auditor.model.viewer import Viewer
from auditor.report.diff_shape import DialChange, MadeResult
from auditor.report.progress import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeResult:
    """What became of a rule's finding, over the views of strangers."""

    standing: Standing
    rule: str
    code: str
    title: str
    severity: int
    before: list[Viewer]
    """Strangers it was open to."""
    after: list[Viewer]
    closed: list[Viewer]
    """Strangers it is surely closed to since."""
    opened: list[Viewer]
    looked: bool
    """Did both audits read all that it rests on?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressResult:
    """What changed since an earlier audit, for strangers; facts are counted."""

    since: MadeResult
    masked: bool
    settled: int
    still: int
    new: int
    unchecked: int
    """Found before and not now, where what it rests on was not read."""
    findings: list[OutcomeResult]
    viewer: Viewer | None
    """The stranger who sees most, of those in both audits."""
    dials: list[DialChange]
    """All dials of that viewer, then those of other strangers that moved otherwise."""
    facts_gone: int
    facts_narrowed: int
    facts_new: int
