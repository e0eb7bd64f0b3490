"""`auditor screening template`: an empty log to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.output import leave, write
from auditor.cli.speech import speak, tell
from auditor.errors import OutputError
from auditor.model.text import say


def template(
    to: Annotated[
        Path, typer.Option(help="A workbook (log.xlsx), or a folder for CSV tables.")
    ] = Path("log.xlsx"),
    lang: Annotated[Language | None, typer.Option(help="Language of its explanations.")] = None,
) -> None:
    """Write an empty log: one row per look, one per candidate, the rules of the house."""
    from auditor.screening import template as made

    language = speak(lang)
    if to.exists():
        raise OutputError("%(file)s is there already; name another, or move it", file=to.name)
    if to.suffix.lower() == ".xlsx":
        write(made.workbook(language), to)
    else:
        _refuse_kind(to)
        leave(to, made.folder(language), last="looks.csv")
    tell(say("An empty log, ready to be filled in: %(file)s", file=to))
    tell(say("Then: auditor screening check %(file)s --place PLACE", file=to))


def _refuse_kind(to: Path) -> None:
    if to.suffix:
        raise OutputError(
            "%(file)s: a template is a workbook (.xlsx) or a folder; name one of these",
            file=to.name,
        )
