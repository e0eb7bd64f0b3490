"""The user's own files: listed, removed when that is asked, never written over."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import typer

from auditor.cli.speech import tell
from auditor.collect.flaws import is_inside, is_programs
from auditor.errors import OutputError
from auditor.model.mandate import Mandate
from auditor.model.text import say


def refuse_own(path: Path, case: Path, mandate: Mandate) -> None:
    """Refuse to write over a source, or over what the case keeps.

    Raises:
        OutputError: the path is one of those.
    """
    full = path.resolve()
    sources = {each.resolve() for each in _paths(case, mandate, None)}
    if is_programs(full, case) or sources & {full, *full.parents}:
        raise OutputError(
            "%(file)s belongs to the case; name another file to write", file=path.name
        )


def listed(case: Path, mandate: Mandate, source: str | None) -> None:
    """Tell which files of the user's own are there still."""
    found = list(_paths(case, mandate, source))
    if found:
        tell(say("Your own files, untouched:"))
    for path in found:
        typer.echo(f"  {path}")


def removed(case: Path, mandate: Mandate, source: str | None) -> None:
    """Remove them, and tell each that is gone.

    Raises:
        OutputError: one of them cannot be removed; those told before are gone.
    """
    found = list(_paths(case, mandate, source))
    if found:
        tell(say("Your own files, removed:"))
    for path in found:
        _remove(path)
        typer.echo(f"  {path}")


def _paths(case: Path, mandate: Mandate, source: str | None) -> Iterator[Path]:
    """The files and folders that the mandate names, each once, none inside another."""
    named = (
        case / each.path
        for each in mandate.sources
        if each.path is not None and source in {None, each.id}
    )
    there = {
        path.resolve(): path
        for path in named
        if path.exists() and is_inside(path, case) and not is_programs(path, case)
    }
    for full, path in there.items():
        if not there.keys() & set(full.parents):
            yield path


def _remove(path: Path) -> None:
    """Remove a file or folder, and what a link leads to with the link."""
    full = path.resolve()
    try:
        shutil.rmtree(full) if full.is_dir() else full.unlink()
        if path.is_symlink():
            path.unlink()
    except OSError as failure:
        raise OutputError(
            "%(file)s cannot be removed (%(type)s); check its permissions",
            file=path.name,
            type=type(failure).__name__,
        ) from None
