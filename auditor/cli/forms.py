"""The forms of a report, and where each is left: a file, or the terminal."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.output import TERMINAL, write
from auditor.errors import OutputError
from auditor.model.redaction import Redaction
from auditor.model.text import Text, say
from auditor.store.files import refuse_unwritable

if TYPE_CHECKING:
    from auditor.model.report import Report
    from auditor.report.progress import Progress


class Format(StrEnum):
    """Forms of the report."""

    HTML = "html"
    PDF = "pdf"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    TEXT = "text"


def place(form: Format, to: Path | None, default: str) -> Path | None:
    """The file to write, or None for the terminal; refused before any work if it cannot be.

    Raises:
        OutputError: nothing can be written there, or what the form needs is not installed.
    """
    if form is Format.PDF:
        from auditor.report.pdf import refuse_missing

        refuse_missing()
    if to == TERMINAL or (to is None and form is Format.TEXT):
        _refuse_terminal(form)
        return None
    path = to or Path(f"{default}.{'txt' if form is Format.TEXT else form.value}")
    refuse_unwritable(path)
    return path


def beside(where: Path) -> Path:
    """Where the table of all facts goes, next to a page that cannot show them all."""
    return where.with_name(f"{where.stem}-facts.csv")


def put(
    report: "Report",
    where: Path | None,
    form: Format,
    *,
    redact: Redaction,
    language: str,
    progress: "Progress | None" = None,
) -> Text | None:
    """Make the form of the report and leave it there; all of it is made before anything is written.

    Gives back what is left to tell: where the table of all facts is, if one was needed.
    """
    table = beside(where) if where and form is Format.HTML and _is_long(report) else None
    named = table.name if table else None
    data = _made(report, form, redact=redact, language=language, progress=progress, table=named)
    if table is not None:
        rows = _made(report, Format.CSV, redact=redact, language=language)
        refuse_unwritable(table)
        write(rows, table)
    write(data, where or TERMINAL)
    return say("All facts, as a table: %(file)s", file=table) if table else None


def _made(
    report: "Report",
    form: Format,
    *,
    redact: Redaction,
    language: str,
    progress: "Progress | None" = None,
    table: str | None = None,
) -> bytes:
    """The form itself; progress stands first in those that tell it."""
    from auditor.report import csv, html, markdown, pdf, result, terminal

    if form is Format.TEXT:
        text = terminal.summary(report, language=language, redact=redact, progress=progress)
        return text.encode("utf-8", "replace")
    if form is Format.HTML:
        return html.render(report, language=language, redact=redact, progress=progress, table=table)
    if form is Format.JSON:
        return result.render(report, language=language, redact=redact, progress=progress)
    flat = {Format.PDF: pdf.render, Format.MARKDOWN: markdown.render, Format.CSV: csv.render}
    return flat[form](report, language=language, redact=redact)


def _is_long(report: "Report") -> bool:
    from auditor.report import csv

    return csv.rows(report) > csv.LONG


def _refuse_terminal(form: Format) -> None:
    import sys

    if form is Format.PDF and sys.stdout.isatty():
        raise OutputError("a PDF cannot be shown in a terminal; name a file with --to")
