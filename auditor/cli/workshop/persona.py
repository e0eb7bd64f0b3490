"""`auditor workshop persona`: a new fictional person as a case folder, with decoys and the truth."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.output import leave, refuse_taken
from auditor.cli.speech import speak, tell
from auditor.model.text import say


def persona(
    seed: Annotated[int, typer.Option(help="The number the person follows from.")],
    lang: Annotated[
        str, typer.Option(help="Whose language and country: fr, en (United Kingdom) or fr-CA.")
    ] = "fr",
    style: Annotated[
        str, typer.Option(help="The manner of the footprint: 2008 or today.")
    ] = "2008",
    hardness: Annotated[
        int, typer.Option(help="0 to 4: how near the decoys are, and how little pages tell.")
    ] = 1,
    to: Annotated[
        Path | None, typer.Option(help="The folder to make; persona-… here, unless given.")
    ] = None,
) -> None:
    """Make a new fictional person, as real files, with decoys and the truth."""
    from auditor.workshop.persona import invent, order

    speak(lang[:2] if lang in ("fr", "en", "fr-CA") else None)
    wanted = order(seed, lang, style, hardness)
    folder = to or Path(f"persona-{lang.lower()}-{style}-{seed}-{hardness}")
    refuse_taken(folder)
    files = invent(wanted)
    leave(folder, files, last="mandate.yml")
    tell(say("%(folder)s: %(files)s files; begin with README.md", folder=folder, files=len(files)))
    at = shlex.quote(str(folder))
    tell(say("To see what it gives away: auditor audit %(folder)s", folder=at))
    tell(say("To play it with a room: auditor workshop new --case %(folder)s", folder=at))
