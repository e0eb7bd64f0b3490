"""Two reports of one person: what was settled, what is new, how the dials moved, for each viewer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from auditor.errors import ResultError
from auditor.model.change import Became, Change, Changes, mirrored
from auditor.model.fact import Fact
from auditor.model.finding import Dial, Finding
from auditor.model.mandate import Mandate
from auditor.model.names import fold
from auditor.model.record import Record
from auditor.model.report import Report, SourceStatus, View
from auditor.model.viewer import Viewer
from auditor.report.digest import by_rule
from auditor.report.labels import DIALS
from auditor.report.mask import MASK
from auditor.report.redact import subjects_records

NOTHING = Dial(value=0, grade="A")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """When a result was made, and by which version of the program."""

    made_at: datetime
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What became of a rule's finding in one view; *disappeared* is settled."""

    viewer: Viewer
    change: Change[Finding]

    @property
    def is_regraded(self) -> bool:
        """Is it in both, and graver or less grave now?"""
        before, after = self.change.before, self.change.after
        return bool(before and after and before.severity != after.severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A dial of one view that moved."""

    viewer: Viewer
    dial: str
    before: Dial
    after: Dial


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """Everything that differs between two reports, and what could not be compared."""

    before: Made
    after: Made
    name: str
    """The subject's."""
    changes: Changes
    risks: tuple[Risk, ...]
    turns: tuple[Turn, ...]
    compared: tuple[Viewer, ...]
    uncompared: tuple[Viewer, ...]
    """Viewers that only one of the two was made for."""
    mine: tuple[str, ...]
    """Records that either report takes for the subject's."""
    masked: bool
    """Does either report mask names?"""

    @property
    def found(self) -> bool:
        """Does anything differ, be it only what could be read?"""
        became = {
            *(each.became for each in self.changes.records),
            *(each.became for each in self.changes.facts),
            *(each.change.became for each in self.risks),
        }
        regraded = any(each.is_regraded for each in self.risks)
        differs = any(map(_differs, self.changes.sources))
        return bool(self.turns) or regraded or differs or not became <= {Became.SAME}

    def alone(self, became: Became) -> list[Change[Fact]]:
        """Facts of the subject's that became so by themselves, not with their source."""
        mine = set(self.mine)
        found = self.changes.are(became).facts
        return [each for each in found if not each.with_source and each.either.record in mine]


def diff(before: Report, after: Report, changes: Changes) -> Diff:
    """What differs between two reports, given what became of all they collected.

    A finding that only one of them has is settled, or new, unless a fact it rests on stands in a
    source that the other could not read or does not name; where all its facts stand as they stood,
    the same is asked of the records taken for its person.

    Raises:
        ResultError: they are about two people.
    """
    refuse_another(before, after.mandate)
    both = [each for each in Viewer if each in before.views and each in after.views]
    return Diff(
        before=Made(made_at=before.made_at, version=before.version),
        after=Made(made_at=after.made_at, version=after.version),
        name=after.mandate.subject.name,
        changes=changes,
        risks=tuple(_risks(before, after, changes)),
        turns=tuple(
            turn for each in both for turn in _turns(before.views[each], after.views[each])
        ),
        compared=tuple(both),
        uncompared=tuple(
            each for each in Viewer if (each in before.views) is not (each in after.views)
        ),
        mine=tuple(sorted(subjects_records(before) | subjects_records(after))),
        masked=any(map(_is_masked, (before, after))),
    )


def refuse_another(before: Report, mandate: Mandate) -> None:
    """Refuse a result that is about somebody else than the mandate.

    Raises:
        ResultError: it is.
    """
    if fold(before.mandate.subject.name) != fold(mandate.subject.name):
        raise ResultError("the two results are not about the same person; nothing was compared")


def _is_masked(report: Report) -> bool:
    return any(MASK in each.label for each in report.records)


def _differs(change: Change[SourceStatus]) -> bool:
    before, after = change.before, change.after
    if before is None or after is None:
        return True
    return (before.status, before.seen_by) != (after.status, after.seen_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What the findings of one of the two reports rest on, and what became of it."""

    told: Mapping[str, Change[Fact]]
    shown: Mapping[str, Change[Record]]


def _ground(changes: Changes, *, new: bool) -> _Ground:
    facts = ((each, each.after if new else each.before) for each in changes.facts)
    records = ((each, each.after if new else each.before) for each in changes.records)
    return _Ground(
        told={fact.id: each for each, fact in facts if fact},
        shown={record.id: each for each, record in records if record},
    )


def _risks(before: Report, after: Report, changes: Changes) -> Iterator[Risk]:
    was, now = _ground(changes, new=False), _ground(changes, new=True)
    for viewer in (each for each in Viewer if each in before.views and each in after.views):
        old, new = before.views[viewer], after.views[viewer]
        gone, come = _findings(old), _findings(new)
        for rule in (each for each in gone if each in come):
            change = Change(became=Became.SAME, before=gone[rule], after=come[rule])
            yield Risk(viewer=viewer, change=change)
        for rule in (each for each in gone if each not in come):
            yield Risk(viewer=viewer, change=_gone(old, gone[rule], was))
        for rule in (each for each in come if each not in gone):
            yield Risk(viewer=viewer, change=mirrored(_gone(new, come[rule], now)))


def _findings(view: View) -> Mapping[str, Finding]:
    return {each.rule: each for each in by_rule(view.findings)}


def _gone(view: View, finding: Finding, ground: _Ground) -> Change[Finding]:
    """A finding that the other report does not have: why, as far as its facts and records tell."""
    facts = [ground.told[each] for each in _evidence(view, finding) if each in ground.told]
    joined = (each for one in view.identities if one.id == finding.identity for each in one.records)
    records = [ground.shown[each] for each in joined if each in ground.shown]
    # Where its facts all stand as they stood, it went with a join, and that rests on the records.
    rest = facts if any(each.became is not Became.SAME for each in facts) else records
    unread = any(each.became is Became.UNCOMPARED for each in rest)
    return Change(
        became=Became.UNCOMPARED if unread else Became.DISAPPEARED,
        before=finding,
        after=None,
        with_source=not unread and any(each.with_source for each in rest),
    )


def _evidence(view: View, finding: Finding) -> set[str]:
    """The ids of all facts that a finding rests on, be it by inference."""
    made = {each.id: each.inferred_from for each in view.made}
    waiting, found = list(finding.facts), set[str]()
    while waiting:
        fact = waiting.pop()
        if fact not in found:
            found.add(fact)
            waiting.extend(made.get(fact, ()))
    return found


def _turns(before: View, after: View) -> Iterator[Turn]:
    for name in DIALS:
        old, new = before.dials.get(name, NOTHING), after.dials.get(name, NOTHING)
        if old.value != new.value:
            yield Turn(viewer=before.viewer, dial=name, before=old, after=new)
