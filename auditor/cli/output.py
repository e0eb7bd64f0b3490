"""Where a command leaves what it made: a file, or the terminal."""

from pathlib import Path

import typer

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
