"""`auditor explain CASE LEFT RIGHT`: why two records are judged one person, two, or neither."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Case, Language
from auditor.cli.keeping import PassphraseFd, keeping
from auditor.cli.names import Model
from auditor.cli.output import TERMINAL, write
from auditor.cli.progress import bar
from auditor.cli.speech import speak
from auditor.model.redaction import Redaction
from auditor.model.viewer import Viewer
from auditor.store.files import refuse_unwritable

if TYPE_CHECKING:
    from auditor.model.report import Report
    from auditor.model.waterfall import Waterfall

Record = Annotated[
    str,
    typer.Argument(help="A record, by its id or as source#name: p1a#owner, 'p1c#Loïc T.'."),
]


class Form(StrEnum):
    """Forms of the answer."""

    HTML = "html"
    JSON = "json"
    TEXT = "text"


def explain(
    case: Case,
    left: Record,
    right: Record,
    viewer: Annotated[Viewer, typer.Option(help="Who judges: what they do not see counts not.")] = (
        Viewer.CONTACT
    ),
    lang: Annotated[
        Language | None, typer.Option(help="Language of the answer. Default: the mandate's.")
    ] = None,
    format_: Annotated[Form, typer.Option("--format", help="Form of the answer.")] = Form.TEXT,
    redact: Annotated[Redaction, typer.Option(help="Whose names are masked.")] = Redaction.OTHERS,
    to: Annotated[Path, typer.Option(help="Where to write it; - for the terminal.")] = TERMINAL,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
    model: Model = None,
    passphrase_fd: PassphraseFd = None,
) -> None:
    """Tell why two records are judged as they are, clue by clue. Exit 0: told, 2: could not tell."""
    from auditor import kits, pipeline
    from auditor.cli.own import refuse_own

    speak(lang)
    if to != TERMINAL:
        refuse_unwritable(to)
    now = datetime.now(tz=UTC)
    mandate, kit = kits.for_case(case, now.date(), model)
    language = speak(lang or mandate.language)
    if to != TERMINAL:
        refuse_own(to, case, mandate)
    with keeping(case, mandate, passphrase_fd, now=now) as keep, bar(quiet=quiet) as progress:
        report, waterfall = pipeline.explain(
            mandate,
            kit,
            case=case,
            now=now,
            viewer=viewer,
            pair=(left, right),
            keep=keep,
            language=language,
            progress=progress,
        )
    write(_rendered(report, waterfall, format_, redact, language), to)


def _rendered(
    report: "Report", waterfall: "Waterfall", form: Form, redact: Redaction, language: str
) -> bytes:
    from auditor.report import explanation_html, explanation_text
    from auditor.report.explanation import explanation

    shown = explanation(
        report, waterfall, language=language, redact=redact, shared=form is Form.JSON
    )
    if form is Form.HTML:
        return explanation_html.render(shown)
    if form is Form.JSON:
        return explanation_text.data(shown)
    return explanation_text.text(shown).encode("utf-8", "replace")
