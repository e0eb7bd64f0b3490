"""Where a command leaves what it made: a file, or the terminal."""

from collections.abc import Mapping
from pathlib import Path

import typer

from auditor.errors import OutputError

TERMINAL = Path("-")
"""What stands for the terminal where a file is asked for."""


def write(data: bytes, to: Path) -> None:
    """Write to the terminal or to a file, whole or not at all.

    Raises:
        OutputError: it cannot be written.
    """
    from auditor.store.files import write_atomically

    if to == TERMINAL:
        # Text is said in the alphabet of the terminal; a PDF piped on stays as it is.
        typer.echo(data if data.startswith(b"%PDF-") else data.decode("utf-8"), nl=False)
    else:
        write_atomically(to, data)


def refuse_taken(folder: Path) -> None:
    """Nothing of anybody's is written over, and no work is done for nothing: an empty folder will do.

    Raises:
        OutputError: something is there, or it cannot be looked at.
    """
    try:
        empty = folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())
        taken = (folder.exists() or folder.is_symlink()) and not empty
    except OSError as failure:
        raise _refused(folder, failure) from failure
    if taken:
        raise OutputError("%(file)s is already there; nothing was written", file=folder.name)


def leave(folder: Path, files: Mapping[str, bytes], *, last: str) -> None:
    """The files of a folder, by their paths in it; where the one named `last` is, all the others are.

    Raises:
        OutputError: the folder cannot be made, or a file not be written.
    """
    from auditor.store.files import write_atomically

    for path in sorted(files, key=lambda each: (each == last, each)):
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
