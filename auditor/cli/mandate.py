"""`auditor mandate`: write a new mandate, check one, withdraw the consent it states."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import proof
from auditor.cli.audit import Language
from auditor.cli.keeping import PassphraseFd
from auditor.cli.speech import speak, tell
from auditor.errors import OutputError
from auditor.model.text import say

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Write, check, prove or withdraw a mandate."
)
app.command("proof")(proof.proof)
app.command("prove")(proof.prove)


@app.command("new")
def new(
    case: Annotated[Path, typer.Argument(help="The folder of the case; made if it is not there.")],
    name: Annotated[str, typer.Option(prompt="Name of the person concerned", help="The subject.")],
    lang: Annotated[Language, typer.Option(help="Language of the mandate.")] = Language.EN,
) -> None:
    """Write a commented mandate.yml to fill in; an existing one is never overwritten."""
    from auditor.collect.mandate import draft
    from auditor.store.files import write_atomically

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
    write_atomically(path, text.encode())
    typer.echo(path)


@app.command("check")
def check(
    case: Annotated[Path, typer.Argument(help="The folder of the case.")],
    lang: Annotated[Language | None, typer.Option(help="Language of the answer.")] = None,
) -> None:
    """Say whether the mandate allows an audit today, and what it covers."""
    from auditor.collect.mandate import load
    from auditor.store.consent import refuse_withdrawn

    speak(lang)
    mandate = load(case, datetime.now(tz=UTC).date())
    refuse_withdrawn(case, mandate)
    tell(
        say(
            "the mandate holds until %(day)s and covers %(count)s sources",
            day=mandate.expires_on,
            count=len(mandate.sources),
        )
    )
    for each in mandate.unproved:
        tell(say("%(account)s: declared, not proved; it is not fetched", account=each.id))


@app.command("notice")
def notice(
    lang: Annotated[Language | None, typer.Option(help="Language of the notice.")] = None,
) -> None:
    """Print the words that the person concerned agrees to."""
    from auditor.store.consent import notice as words

    typer.echo(words(speak(lang)), nl=False)


@app.command("withdraw")
def withdraw(
    case: Annotated[Path, typer.Argument(help="The folder of the case.")],
    passphrase_fd: PassphraseFd = None,
    lang: Annotated[Language | None, typer.Option(help="Language of the answer.")] = None,
) -> None:
    """Withdraw the consent: no audit any more, and what was derived is forgotten."""
    from auditor.cli.purge import forget, stated_or_none
    from auditor.model.consent import State
    from auditor.store import consent

    speak(lang)
    now = datetime.now(tz=UTC)
    mandate = stated_or_none(case)
    speak(lang or (mandate.language if mandate else None))
    # Recorded before anything else: a lost passphrase does not keep a person from withdrawing,
    # nor does a record that cannot be written keep the rest from being forgotten.
    try:
        consent.ended(case, mandate, State.WITHDRAWN, now)
        tell(
            say("The consent is withdrawn; %(file)s records it, without a name.", file=consent.FILE)
        )
    finally:
        forget(case, None, passphrase_fd, now=now)
