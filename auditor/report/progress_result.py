"""The progress since an earlier audit, for other programs: a part of the JSON result."""

from auditor.report.diff_lines import rule_title
from auditor.report.diff_result import dial, made
from auditor.report.lookup import Lookup
from auditor.report.progress import Outcome, Progress, Standing
from auditor.report.progress_shape import OutcomeResult, ProgressResult


def result(book: Lookup, found: Progress) -> ProgressResult:
    """The progress in the shape that programs rely on."""
    return ProgressResult(
        since=made(found.before),
        masked=found.masked,
        settled=len(found.are(Standing.SETTLED)),
        still=len(found.are(Standing.STILL)),
        new=len(found.are(Standing.NEW)),
        unchecked=len(found.are(Standing.UNCHECKED)),
        findings=[_outcome(book, each) for each in found.outcomes],
        viewer=found.viewer,
        dials=[dial(each) for each in (*found.dials, *found.elsewhere)],
        facts_gone=len(found.gone),
        facts_narrowed=len(found.narrowed),
        facts_new=len(found.come),
    )


def _outcome(book: Lookup, each: Outcome) -> OutcomeResult:
    return OutcomeResult(
        standing=each.standing,
        rule=each.finding.rule,
        code=each.finding.code,
        title=rule_title(book, each.finding.rule),
        severity=each.finding.severity,
        before=list(each.before),
        after=list(each.after),
        closed=list(each.closed),
        opened=list(each.opened),
        looked=each.looked,
    )
