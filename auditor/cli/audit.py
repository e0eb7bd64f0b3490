"""`auditor audit CASE`: one case to one report."""

from datetime import UTC, datetime
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.forms import Format, beside, place, put
from auditor.cli.keeping import PassphraseFd, keeping
from auditor.cli.names import Model, tell_missing
from auditor.cli.progress import bar
from auditor.cli.since import Since, asked, earlier, progress
from auditor.cli.speech import speak, tell
from auditor.model.redaction import Redaction
from auditor.model.text import say
from auditor.model.viewer import Viewer

if TYPE_CHECKING:
    from auditor.model.report import Report
    from auditor.report.progress import Progress
    from auditor.store.keep import Reused


class Language(StrEnum):
    """Languages of the report."""

    FR = "fr"
    EN = "en"


Case = Annotated[Path, typer.Argument(help="The case: a folder with mandate.yml and its sources.")]


def audit(
    case: Case,
    viewer: Annotated[
        list[Viewer] | None, typer.Option(help="Who looks; may be repeated. Default: all.")
    ] = None,
    lang: Annotated[
        Language | None, typer.Option(help="Language of the report. Default: the mandate's.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="Form of the report.")] = Format.HTML,
    redact: Annotated[
        Redaction,
        typer.Option(
            help="Whose names are masked. Health, beliefs, justice and the like stand in JSON with none only."
        ),
    ] = Redaction.OTHERS,
    to: Annotated[
        Path | None,
        typer.Option(help="Where to write it; - for the terminal. Default: report-<case>.<form>."),
    ] = None,
    since: Since = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress and no summary.")] = False,
    model: Model = None,
    passphrase_fd: PassphraseFd = None,
) -> None:
    """Audit one case and write its report. Exit 0: nothing found, 1: findings, 2: could not audit."""
    from auditor import kits, pipeline
    from auditor.cli.own import refuse_own

    speak(lang)
    where = place(format_, to, f"report-{case.resolve().name}")
    now = datetime.now(tz=UTC)
    mandate, kit = kits.for_case(case, now.date(), model)
    language = speak(lang or mandate.language)
    tell_missing(model)
    for each in (where, beside(where)) if where is not None else ():
        refuse_own(each, case, mandate)
    wanted = asked(since, case, mandate, where)
    with keeping(case, mandate, passphrase_fd, now=now) as keep:
        with bar(quiet=quiet) as shown:
            report = pipeline.audit(
                mandate,
                kit,
                case=case,
                now=now,
                keep=keep,
                viewers=tuple(viewer or Viewer),
                language=language,
                progress=shown,
            )
        drawn = cache(partial(progress, earlier(wanted, keep, report), report, redact))
        told = drawn(shared=format_ is Format.JSON)
        beside_it = put(report, where, format_, redact=redact, language=language, progress=told)
        keep.finished(now, report.counts, lambda: _result(report, language))
    if not quiet and where is not None:
        _summarise(report, drawn(shared=False), where, redact, language)
        if beside_it is not None:
            tell(beside_it)
        _tell_reused(keep.reused, report)
    raise typer.Exit(code=1 if report.found else 0)


def _result(report: "Report", language: str) -> bytes:
    """The result as a vault keeps it: whole, and comparable with later ones."""
    from auditor.report import result

    return result.render(report, language=language, redact=Redaction.NONE)


def _tell_reused(reused: "Reused", report: "Report") -> None:
    """That nothing changed is an answer too: what was taken from the vault rather than made again."""
    if reused.dropped:
        tell(
            say(
                "Forgotten, since the mandate names them no more: sources %(count)s. Results of past "
                "audits still tell of them; see `auditor purge --source`.",
                count=reused.dropped,
            )
        )
    if reused.extraction:
        tell(
            say(
                "Taken from the vault, unchanged: %(sources)s of %(all)s sources, their facts, "
                "and %(views)s of %(viewers)s views.",
                sources=reused.sources,
                all=len(report.sources),
                views=reused.views,
                viewers=len(report.views),
            )
        )


def _summarise(
    report: "Report", drawn: "Progress | None", where: Path, redact: Redaction, language: str
) -> None:
    from auditor.report import terminal

    text = terminal.summary(
        report, language=language, redact=redact, where=str(where), progress=drawn
    )
    typer.echo(text, nl=False)
