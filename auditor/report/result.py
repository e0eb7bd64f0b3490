"""The report for other programs: JSON with a published schema (`reports/result.schema.json`).

It is made to be handed on: what only the subject is to see of it stands there with `--redact none`.
"""

import dataclasses
import datetime
import json
from typing import Any

import msgspec

from auditor.model.fact import Fact
from auditor.model.redaction import Redaction
from auditor.model.report import Report, SourceStatus
from auditor.report import advice as counsel
from auditor.report import progress_result
from auditor.report import redact as redaction
from auditor.report import result_shape as shape
from auditor.report.actions import actions
from auditor.report.annex import question
from auditor.report.digest import unchecked
from auditor.report.lookup import Lookup, lookup
from auditor.report.panels import advice
from auditor.report.progress import Progress
from auditor.report.result_views import fact, view


def render(
    report: Report, *, language: str, redact: Redaction, progress: Progress | None = None
) -> bytes:
    """The whole report as JSON: keys always in one order, UTF-8, dates as ISO 8601."""
    book = lookup(redaction.redact(report, redact, shared=True), language)
    try:  # json writes in C only what it need not indent
        return msgspec.json.format(_written(book, progress).encode(), indent=2) + b"\n"
    except UnicodeEncodeError:  # half a character survives as its escape, which msgspec refuses
        return _written(book, progress, indent=2).encode("utf-8", "backslashreplace") + b"\n"


def _written(book: Lookup, progress: Progress | None, indent: int | None = None) -> str:
    return json.dumps(
        result(book, progress), ensure_ascii=False, indent=indent, default=_plain, allow_nan=False
    )


def result(book: Lookup, progress: Progress | None = None) -> shape.Result:
    """The report in the shape that programs rely on."""
    report = book.report
    return shape.Result(
        auditor=report.version,
        made_at=report.made_at,
        language=book.words.language,
        progress=progress_result.result(book, progress) if progress else None,
        mandate=_mandate(report),
        sources=[_source(each) for each in report.sources],
        failures=[
            shape.FailureResult(
                stage=each.stage,
                source=each.source,
                reason=book.words(each.reason),
                mend=book.words(each.mend),
            )
            for each in report.failures
        ],
        records=[
            shape.RecordResult(
                id=each.id,
                source=each.source,
                role=each.role,
                account=each.account,
                label=each.label,
            )
            for each in report.records
        ],
        facts=[fact(each) for each in report.facts],
        views={viewer: view(book, each) for viewer, each in report.views.items()},
        advice=list(_advice(book)),
        fixes=list(report.fixes),
        without_protected=report.without_protected,
        unknown_visibility=[_question(book, each) for each in unchecked(report).unknown],
        counsel=[
            shape.CounselResult(
                id=each.id, code=each.code, title=each.title, why=each.why, steps=list(each.steps)
            )
            for each in counsel.advice(book)
        ],
    )


def _mandate(report: Report) -> shape.MandateResult:
    mandate = report.mandate
    return shape.MandateResult(
        subject=mandate.subject.name,
        aliases=list(mandate.subject.aliases),
        purpose=mandate.purpose,
        language=mandate.language,
        signed_on=mandate.signed_on,
        expires_on=mandate.expires_on,
        fictional=mandate.fictional,
        accounts=[each.id for each in mandate.accounts],
        unproved=[each.id for each in mandate.unproved],
        handles=list(mandate.handles),
        country=report.home.country if report.home else None,
        region=report.home.region if report.home else None,
    )


def _source(each: SourceStatus) -> shape.SourceResult:
    web = each.place.lower().startswith(("https://", "http://"))
    return shape.SourceResult(
        id=each.id,
        path=None if web else each.place,
        url=each.place if web else each.url,
        network=each.network,
        status=each.status,
        records=each.records,
        seen_by=each.seen_by,
    )


def _advice(book: Lookup) -> list[shape.AdviceResult]:
    return [
        shape.AdviceResult(
            rule=each.finding.rule,
            code=each.finding.code,
            severity=each.finding.severity,
            viewers=list(each.viewers),
            sources=list(each.sources),
            facts=[one.id for one in each.facts],
            steps=list(advice(book, each.finding.rule)),
            weakens=list(each.weakens),
        )
        for each in actions(book.report, limit=None)
    ]


def _question(book: Lookup, each: Fact) -> shape.QuestionResult:
    return shape.QuestionResult(fact=each.id, question=book.words(question(book, each)))


def _plain(value: Any) -> str | dict[str, Any]:
    """What JSON has no form for: days, and the shapes of the result, field by field; a TypeError for others."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
