"""What a second audit shows first: what is settled, still there, new, or not checked again, and the dials.

Drawn from a comparison of the two results, over the views of strangers: what a contact sees is
inventory, in a first audit as in a second.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from auditor.model.change import Became, Change
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.report import Report, SourceStatus, Status
from auditor.model.viewer import Viewer
from auditor.report.diff import NOTHING, Diff, Made, Risk, Turn
from auditor.report.labels import DIALS


class Standing(StrEnum):
    """Where a risk stands at the second audit; in the order in which a reader is told."""

    SETTLED = "settled"
    STILL = "still"
    NEW = "new"
    UNCHECKED = "unchecked"
    """Found before and not now, where a source could not be read, or is named no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one rule's finding, over all strangers."""

    standing: Standing
    finding: Finding
    """As it is now, else as it was; the gravest of all views."""
    before: tuple[Viewer, ...]
    """Strangers it was open to."""
    after: tuple[Viewer, ...]
    closed: tuple[Viewer, ...]
    """Strangers it is surely closed to since."""
    opened: tuple[Viewer, ...]
    looked: bool
    """Did both audits read all that it rests on? Else a new one may have been there before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What changed since an earlier audit, for strangers."""

    before: Made
    after: Made
    masked: bool
    outcomes: tuple[Outcome, ...]
    viewer: Viewer | None
    """The stranger who sees most, of those in both audits; the dials are theirs."""
    dials: tuple[Turn, ...]
    """Every dial of that viewer, moved or not."""
    elsewhere: tuple[Turn, ...]
    """Dials of other strangers that moved by other steps."""
    gone: tuple[Fact, ...]
    """Facts about the subject that nobody reads any more, in sources that are still named."""
    narrowed: tuple[Change[Fact], ...]
    """Facts that fewer people see."""
    come: tuple[Fact, ...]
    """Facts that were not there."""
    lost: int
    """Sources of which less was read than before, or nothing; a dial may have fallen for that alone."""
    gained: int
    """Sources of which more was read; a dial may have risen for that alone."""

    def are(self, standing: Standing) -> tuple[Outcome, ...]:
        """The risks that stand so."""
        return tuple(each for each in self.outcomes if each.standing is standing)

    @property
    def eased(self) -> bool:
        """Did something get better, be it no whole risk?"""
        turns = (*self.dials, *self.elsewhere)
        fell = not self.lost and any(each.after.value < each.before.value for each in turns)
        closed = any(each.closed and not each.opened for each in self.are(Standing.STILL))
        return bool(fell or closed or self.gone or self.narrowed)

    @property
    def moved(self) -> bool:
        """Did anything change for a stranger?"""
        turned = any(each.before.value != each.after.value for each in self.dials)
        told = any(each.standing is not Standing.STILL for each in self.outcomes)
        seen = any(each.closed or each.opened for each in self.outcomes)
        facts = self.gone or self.narrowed or self.come
        return bool(turned or self.elsewhere or told or seen or facts)


def progress(found: Diff, before: Report, after: Report) -> Progress:
    """What a comparison of the two results says of the way from one to the other."""
    strangers = [each for each in found.compared if each.counts]
    widest = strangers[-1] if strangers else None
    return Progress(
        before=found.before,
        after=found.after,
        masked=found.masked,
        outcomes=tuple(_ranked(_outcomes(found.risks))),
        viewer=widest,
        dials=tuple(_dials(before, after, widest)) if widest else (),
        elsewhere=tuple(_elsewhere(found.turns, widest)),
        gone=tuple(each.either for each in found.alone(Became.DISAPPEARED)),
        narrowed=tuple(filter(_is_narrower, found.alone(Became.VISIBILITY))),
        come=tuple(each.either for each in found.alone(Became.APPEARED)),
        lost=sum(_readable(each.after) < _readable(each.before) for each in found.changes.sources),
        gained=sum(
            _readable(each.after) > _readable(each.before) for each in found.changes.sources
        ),
    )


def _readable(source: SourceStatus | None) -> int:
    """How far it was read: 0 where the mandate does not name it, or nothing could be read."""
    return [Status.FAILED, Status.PARTLY, Status.READ].index(source.status) if source else 0


def _ranked(outcomes: Iterable[Outcome]) -> list[Outcome]:
    order = list(Standing)
    return sorted(
        outcomes,
        key=lambda each: (
            order.index(each.standing),
            -each.finding.severity,
            each.finding.rule,
        ),
    )


def _outcomes(risks: Iterable[Risk]) -> Iterator[Outcome]:
    by_rule: dict[str, list[Risk]] = {}
    for each in risks:
        if each.viewer.counts:
            by_rule.setdefault(each.change.either.rule, []).append(each)
    return map(_outcome, by_rule.values())


def _outcome(risks: list[Risk]) -> Outcome:
    before = tuple(each.viewer for each in risks if each.change.before)
    after = tuple(each.viewer for each in risks if each.change.after)
    looked = not any(_is_unread(each) for each in risks)
    findings = [each.change.after for each in risks if each.change.after]
    findings = findings or [each.change.either for each in risks]
    return Outcome(
        standing=_standing(before, after, looked=looked),
        finding=max(findings, key=lambda each: each.severity),
        before=before,
        after=after,
        closed=tuple(_surely(risks, Became.DISAPPEARED)),
        opened=tuple(_surely(risks, Became.APPEARED)),
        looked=looked,
    )


def _standing(before: tuple[Viewer, ...], after: tuple[Viewer, ...], *, looked: bool) -> Standing:
    if before and after:
        return Standing.STILL
    if after:
        return Standing.NEW
    return Standing.SETTLED if looked else Standing.UNCHECKED


def _is_unread(risk: Risk) -> bool:
    return risk.change.became is Became.UNCOMPARED or risk.change.with_source


def _surely(risks: Iterable[Risk], became: Became) -> Iterator[Viewer]:
    return (
        each.viewer
        for each in risks
        if each.change.became is became and not each.change.with_source
    )


def _dials(before: Report, after: Report, viewer: Viewer) -> Iterator[Turn]:
    old, new = before.views[viewer].dials, after.views[viewer].dials
    for name in DIALS:
        was, now = old.get(name, NOTHING), new.get(name, NOTHING)
        yield Turn(viewer=viewer, dial=name, before=was, after=now)


def _elsewhere(turns: Iterable[Turn], widest: Viewer | None) -> Iterator[Turn]:
    """What the dials of the widest stranger do not tell already."""
    found = [each for each in turns if each.viewer.counts]
    told = {_step(each) for each in found if each.viewer is widest}
    return (each for each in found if each.viewer is not widest and _step(each) not in told)


def _step(turn: Turn) -> tuple[str, int, int]:
    return turn.dial, turn.before.value, turn.after.value


def _is_narrower(change: Change[Fact]) -> bool:
    before, after = change.before, change.after
    if before is None or after is None:
        return False
    # Where nobody could say who saw it, nothing is known to have narrowed.
    if before.visibility.level is None or after.visibility.level is None:
        return False
    return after.visibility.level < before.visibility.level
