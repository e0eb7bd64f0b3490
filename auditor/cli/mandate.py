"""`auditor mandate`: write a new mandate, check one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.speech import speak
from auditor.errors import OutputError

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Write or check a mandate.")


@app.command("new")
def new(
    case: Annotated[Path, typer.Argument(help="The folder of the case; made if it is not there.")],
    name: Annotated[str, typer.Option(prompt="Name of the person concerned", help="The subject.")],
    lang: Annotated[Language, typer.Option(help="Language of the mandate.")] = Language.EN,
) -> None:
    """Write a commented mandate.yml to fill in; an existing one is never overwritten."""
    from auditor import store
    from auditor.collect.mandate import draft

    speak(lang)
    path = case / "mandate.yml"
    if path.exists():
        raise OutputError(
            "%(file)s is already there; edit it, or name another folder", file=path.name
        )
    try:
        case.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise OutputError(
            "the folder %(file)s cannot be made (%(type)s)",
            file=case.name,
            type=type(failure).__name__,
        ) from failure
    text = draft(name, lang.value, datetime.now(tz=UTC).date())
    store.write_atomically(path, text.encode())
    typer.echo(path)


@app.command("check")
def check(
    case: Annotated[Path, typer.Argument(help="The folder of the case.")],
    lang: Annotated[Language | None, typer.Option(help="Language of the answer.")] = None,
) -> None:
    """Say whether the mandate allows an audit today, and what it covers."""
    from auditor.collect.mandate import load
    from auditor.model.text import say
    from auditor.report.words import translate

    language = speak(lang)
    mandate = load(case, datetime.now(tz=UTC).date())
    text = say(
        "the mandate holds until %(day)s and covers %(count)s sources",
        day=mandate.expires_on,
        count=len(mandate.sources),
    )
    typer.echo(translate(text, language))
