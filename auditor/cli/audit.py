"""`auditor audit CASE`: one case to one report."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.progress import bar
from auditor.cli.speech import speak
from auditor.errors import OutputError
from auditor.model.viewer import Viewer
from auditor.report.redact import Redaction

if TYPE_CHECKING:
    from auditor.model.report import Report


class Language(StrEnum):
    """Languages of the report."""

    FR = "fr"
    EN = "en"


class Format(StrEnum):
    """Forms of the report."""

    HTML = "html"
    JSON = "json"
    TEXT = "text"


def audit(
    case: Annotated[
        Path, typer.Argument(help="The case: a folder with mandate.yml and its sources.")
    ],
    viewer: Annotated[
        list[Viewer] | None, typer.Option(help="Who looks; may be repeated. Default: all.")
    ] = None,
    lang: Annotated[
        Language | None, typer.Option(help="Language of the report. Default: the mandate's.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="Form of the report.")] = Format.HTML,
    redact: Annotated[Redaction, typer.Option(help="Whose names are masked.")] = Redaction.OTHERS,
    to: Annotated[
        Path | None,
        typer.Option(help="Where to write it; - for the terminal. Default: report-<case>.<form>."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress and no summary.")] = False,
) -> None:
    """Audit one case and write its report. Exit 0: nothing found, 1: findings, 2: could not audit."""
    from auditor import kits, pipeline

    speak(lang)
    where = _place(case, format_, to)
    now = datetime.now(tz=UTC)
    mandate, kit = kits.for_case(case, now.date())
    language = speak(lang or mandate.language)
    with bar(quiet=quiet) as progress:
        report = pipeline.audit(
            mandate,
            kit,
            case=case,
            now=now,
            viewers=tuple(viewer or Viewer),
            language=language,
            progress=progress,
        )
    _write(report, where, format_, redact, language)
    if not quiet:
        _summarise(report, where, redact, language)
    raise typer.Exit(code=1 if report.found else 0)


def _place(case: Path, form: Format, to: Path | None) -> Path | None:
    """The file to write, or None for the terminal; refused before any work if it cannot be."""
    if to == Path("-") or (to is None and form is Format.TEXT):
        return None
    suffix = "txt" if form is Format.TEXT else form.value
    path = to or Path(f"report-{case.resolve().name}.{suffix}")
    if path.is_dir():
        raise OutputError("%(file)s is a folder; name a file to write", file=path.resolve().name)
    return path


def _write(
    report: "Report", where: Path | None, form: Format, redact: Redaction, language: str
) -> None:
    from auditor import store
    from auditor.report import html, result, terminal

    if form is Format.TEXT:
        text = terminal.summary(report, language=language, redact=redact)
        data = text.encode("utf-8", "replace")
    else:
        render = html.render if form is Format.HTML else result.render
        data = render(report, language=language, redact=redact)
    if where is None:
        typer.echo(data.decode("utf-8"), nl=False)
    else:
        store.write_atomically(where, data)


def _summarise(report: "Report", where: Path | None, redact: Redaction, language: str) -> None:
    from auditor.report import terminal

    if where is not None:
        typer.echo(
            terminal.summary(report, language=language, redact=redact, where=str(where)), nl=False
        )
