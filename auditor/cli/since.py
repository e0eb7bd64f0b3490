"""The earlier result that a report begins with: one that is named, else the last of the case's vault."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.speech import sentence
from auditor.errors import OutputError, ResultError
from auditor.model.redaction import Redaction

if TYPE_CHECKING:
    from auditor.model.mandate import Mandate
    from auditor.model.report import Report
    from auditor.report.progress import Progress
    from auditor.store.keep import Keep

Since = Annotated[
    str | None,
    typer.Option(
        help="Begin with what changed since this result: a file of `audit --format json`, or a day "
        "of the case's vault, as in 2026-01-31. Default: the last result that the vault keeps."
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user named: a result, a day, or nothing."""

    report: "Report | None" = None
    day: date | None = None


def asked(since: str | None, case: Path, mandate: "Mandate", where: Path | None) -> Asked:
    """What `--since` names, refused before any work if it cannot be used.

    Raises:
        ResultError: it is no result, one about somebody else, or a day where no vault keeps results.
        OutputError: the report would be written over it.
    """
    if since is None:
        return Asked()
    day = None if Path(since).exists() else _day(since)
    if day is None:
        if where is not None and where.resolve() == Path(since).resolve():
            raise OutputError(
                "%(file)s is one of the two results; name another file to write", file=where.name
            )
        return Asked(report=_read(Path(since), mandate))
    from auditor.store.vault import has_vault

    if not has_vault(case):
        raise ResultError("--since names a day, and the case has no vault; name a result's file")
    return Asked(day=day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _read(path: Path, mandate: "Mandate") -> "Report":
    from auditor.report.diff import refuse_another
    from auditor.report.reread import content, reread

    before = reread(content(path), file=path.name)
    refuse_another(before, mandate)
    return before


def earlier(wanted: Asked, keep: "Keep", after: "Report") -> "Report | None":
    """The report to compare with; None in a first audit.

    What a vault keeps may be of a version that is read no more, or under another name: that is said,
    and the audit goes on.

    Raises:
        ResultError: a day was named, and nothing was kept by then.
    """
    if wanted.report is not None:
        return wanted.report
    data = keep.earlier(after.counts, wanted.day)
    if data is None and wanted.day is not None:
        raise ResultError("the vault keeps no earlier result of %(day)s or before", day=wanted.day)
    return _kept(data, after) if data is not None else None


def _kept(data: bytes, after: "Report") -> "Report | None":
    from auditor.report.diff import refuse_another
    from auditor.report.reread import reread

    try:
        before = reread(data, file="vault")
        refuse_another(before, after.mandate)
    except ResultError as error:
        typer.echo(sentence(error), err=True)
        return None
    return before


def progress(
    before: "Report | None", after: "Report", redact: Redaction, *, shared: bool
) -> "Progress | None":
    """What changed since, masked as the report is; None without an earlier result."""
    if before is None:
        return None
    from auditor.collect.diff import compare
    from auditor.report import protected
    from auditor.report.diff import diff
    from auditor.report.progress import progress as drawn
    from auditor.report.redact import redact_both

    both = protected.alike((before, after), after.kinds, redact, shared=shared)
    found = drawn(diff(*both, compare(*both)), *both)
    return redact_both(found, both, redact)
