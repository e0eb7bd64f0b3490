"""Two reports compared, for other programs: JSON with a published schema (`reports/diff.schema.json`)."""

import dataclasses
import datetime
import json
from collections.abc import Iterable
from typing import TypeVar

from auditor.model.change import Became, Change
from auditor.model.fact import Fact
from auditor.model.record import Record
from auditor.model.report import SourceStatus
from auditor.report import diff_shape as shape
from auditor.report.diff import Diff, Made, Risk, Turn
from auditor.report.diff_lines import title
from auditor.report.lookup import Lookup
from auditor.report.result_view_shape import DialResult

T = TypeVar("T")

_ORDER = (
    Became.DISAPPEARED,
    Became.APPEARED,
    Became.VISIBILITY,
    Became.SAME,  # a finding of another severity
    Became.UNCOMPARED,
)
"""What got better first, then what is new, then what changed."""


def render(diff: Diff, book: Lookup) -> bytes:
    """The comparison as JSON: keys always in one order, UTF-8, dates as ISO 8601."""
    plain = dataclasses.asdict(result(diff, book))
    text = json.dumps(plain, ensure_ascii=False, indent=2, default=_date, allow_nan=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def result(diff: Diff, book: Lookup) -> shape.DiffResult:
    """The comparison in the shape that programs rely on."""
    changes, mine = diff.changes, set(diff.mine)
    same = changes.are(Became.SAME)
    return shape.DiffResult(
        before=made(diff.before),
        after=made(diff.after),
        subject=diff.name,
        changed=diff.found,
        masked=diff.masked,
        findings=[
            _finding(book, each) for each in sorted(diff.risks, key=_place) if not _is_same(each)
        ],
        dials=[dial(each) for each in diff.turns],
        facts=[_fact(each, mine) for each in _differing(changes.facts)],
        records=[_record(each) for each in _differing(changes.records)],
        sources=[_source(each) for each in _differing(changes.sources)],
        viewers=list(diff.compared),
        viewers_uncompared=list(diff.uncompared),
        same=shape.Same(
            sources=len(same.sources),
            records=len(same.records),
            facts=len(same.facts),
            findings=sum(map(_is_same, diff.risks)),
        ),
    )


def _is_same(risk: Risk) -> bool:
    return risk.change.became is Became.SAME and not risk.is_regraded


def _place(risk: Risk) -> int:
    return _ORDER.index(risk.change.became)


def _differing(changes: Iterable[Change[T]]) -> list[Change[T]]:
    found = (each for each in changes if each.became is not Became.SAME)
    return sorted(found, key=lambda each: _ORDER.index(each.became))


def made(of: Made) -> shape.MadeResult:
    """Which result it was."""
    return shape.MadeResult(auditor=of.version, made_at=of.made_at)


def _finding(book: Lookup, risk: Risk) -> shape.FindingChange:
    before, after, finding = risk.change.before, risk.change.after, risk.change.either
    return shape.FindingChange(
        became=risk.change.became,
        with_source=risk.change.with_source,
        viewer=risk.viewer,
        rule=finding.rule,
        code=finding.code,
        title=title(book, risk),
        severity_before=before.severity if before else None,
        severity_after=after.severity if after else None,
    )


def dial(turn: Turn) -> shape.DialChange:
    """A dial before and after."""
    return shape.DialChange(
        viewer=turn.viewer,
        dial=turn.dial,
        before=DialResult(value=turn.before.value, grade=turn.before.grade),
        after=DialResult(value=turn.after.value, grade=turn.after.grade),
    )


def _fact(change: Change[Fact], mine: set[str]) -> shape.FactChange:
    before, after, fact = change.before, change.after, change.either
    return shape.FactChange(
        became=change.became,
        with_source=change.with_source,
        kind=fact.kind,
        value=fact.value,
        quote=fact.quote,
        record=fact.record,
        source=fact.source,
        is_subject=fact.record in mine,
        visibility_before=before.visibility if before else None,
        visibility_after=after.visibility if after else None,
    )


def _record(change: Change[Record]) -> shape.RecordChange:
    record = change.either
    return shape.RecordChange(
        became=change.became,
        with_source=change.with_source,
        id=record.id,
        source=record.source,
        role=record.role,
        label=record.label,
    )


def _source(change: Change[SourceStatus]) -> shape.SourceChange:
    before, after = change.before, change.after
    return shape.SourceChange(
        became=change.became,
        id=change.either.id,
        network=change.either.network,
        status_before=before.status if before else None,
        status_after=after.status if after else None,
        seen_by_before=before.seen_by if before else None,
        seen_by_after=after.seen_by if after else None,
    )


def _date(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
