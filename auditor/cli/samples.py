"""`auditor samples`: the fictional cases that come with the program."""

from pathlib import Path
from typing import Annotated

import typer

from auditor.errors import OutputError


def samples(
    copy: Annotated[
        str | None, typer.Option(help="Copy the sample of that name into the current folder.")
    ] = None,
) -> None:
    """List the fictional cases, or copy one to try things on."""
    from auditor.resources.folders import folder

    if copy is None:
        for each in sorted(folder("samples").iterdir()):
            if each.is_dir():
                typer.echo(each)
        return
    _copied(folder("samples") / Path(copy).name)


def _copied(source: Path) -> None:
    import shutil

    target = Path.cwd() / source.name
    if not (source / "README.md").is_file():
        raise OutputError("no sample is called %(name)s; see `auditor samples`", name=source.name)
    if target.exists():
        raise OutputError("%(file)s is already there; nothing was copied", file=target.name)
    shutil.copytree(source, target)
    typer.echo(target)
