"""`auditor workshop persona`: a new fictional person as a case folder, with decoys and the truth."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.speech import speak, tell
from auditor.errors import OutputError
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
    _refuse_taken(folder)
    files = invent(wanted)
    _leave(folder, files)
    tell(say("%(folder)s: %(files)s files; begin with README.md", folder=folder, files=len(files)))
    at = shlex.quote(str(folder))
    tell(say("To see what it gives away: auditor audit %(folder)s", folder=at))
    tell(say("To play it with a room: auditor workshop new --case %(folder)s", folder=at))


def _refuse_taken(folder: Path) -> None:
    """Nothing of anybody's is written over."""
    try:
        taken = folder.is_symlink() or (
            folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
        )
    except OSError as failure:
        raise _refused(folder, failure) from failure
    if taken:
        raise OutputError("%(file)s is already there; nothing was written", file=folder.name)


def _leave(folder: Path, files: dict[str, bytes]) -> None:
    """The files, the mandate last: a folder that has none is no case."""
    from auditor.store.files import write_atomically

    for path in sorted(files, key=lambda each: (each == "mandate.yml", each)):
        try:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise _refused(folder, failure) from failure
        write_atomically(folder / path, files[path])


def _refused(folder: Path, failure: OSError) -> OutputError:
    return OutputError(
        "%(file)s cannot be written (%(type)s); check the path and its permissions",
        file=folder.name,
        type=type(failure).__name__,
    )
