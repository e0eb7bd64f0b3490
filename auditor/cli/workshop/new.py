"""`auditor workshop new`: the folder of a session, slides, game and papers, on fictional cases."""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.output import leave, refuse_taken
from auditor.cli.speech import speak, tell
from auditor.errors import MandateError
from auditor.model.text import say

if TYPE_CHECKING:
    from auditor.workshop.cases import Case


class Minutes(StrEnum):
    """How long a session is."""

    SHORT = "45"
    LONG = "90"


def new(
    case: Annotated[
        list[str],
        typer.Option(help="Samples by name (`auditor samples`) or folders, commas between them."),
    ],
    minutes: Annotated[Minutes, typer.Option(help="How long the session is.")] = Minutes.SHORT,
    lang: Annotated[
        Language | None,
        typer.Option(help="Language of the session. Default: the cases', else the terminal's."),
    ] = None,
    to: Annotated[Path, typer.Option(help="The folder to make.")] = Path("workshop"),
) -> None:
    """Make the folder of a session: slides, a game, papers. Fictional cases only."""
    from auditor.workshop.cases import cases
    from auditor.workshop.room import INDEX, room

    language = speak(lang)
    refuse_taken(to)
    found = cases(_named(case), now=datetime.now(tz=UTC))
    if lang is None:
        language = _of_all(found) or language
    for each in found:
        tell(say("Auditing %(case)s …", case=each.name), err=True)
        each.audit()
    files = room(found, language=language, minutes=int(minutes))
    leave(to, files, last=INDEX)
    tell(
        say(
            "%(folder)s: %(files)s files; begin with %(first)s",
            folder=to,
            files=len(files),
            first=INDEX,
        )
    )


def _of_all(found: "Sequence[Case]") -> str:
    """The language of the cases' pages, where they have one and the program speaks it."""
    spoken = {each.mandate.language for each in found}
    (one, *more) = spoken
    return one if not more and one in set(Language) else ""


def _named(given: list[str]) -> list[str]:
    """The names and folders, whichever way they were told apart.

    Raises:
        MandateError: there is none.
    """
    named = [name.strip() for each in given for name in each.split(",") if name.strip()]
    if not named:
        raise MandateError("--case names nothing; give the name of a sample or a folder")
    return named
