"""`auditor letters RESULT.json|CASE --to FOLDER`: requests for erasure, access and objection, as text files."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.installed import OfCase, of_file, spoken
from auditor.cli.keeping import PassphraseFd, keeping
from auditor.cli.names import Model, tell_missing
from auditor.cli.output import write
from auditor.cli.progress import bar
from auditor.cli.speech import speak, tell
from auditor.errors import OutputError
from auditor.model.text import say

if TYPE_CHECKING:
    from auditor.model.report import Report
    from auditor.report.letters import Letter


def letters(
    result: Annotated[
        Path,
        typer.Argument(
            metavar="RESULT|CASE", help="A file of `audit --format json`, or a case to audit."
        ),
    ],
    to: Annotated[
        Path, typer.Option(help="The folder to write them to; it is made if it is not there.")
    ],
    lang: Annotated[
        Language | None, typer.Option(help="Language of the letters. Default: the result's.")
    ] = None,
    case: OfCase = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress and no last word.")] = False,
    model: Model = None,
    passphrase_fd: PassphraseFd = None,
) -> None:
    """Write letters to whoever answers for the places found. Exit 0: written, or none to write; 2: could not."""
    speak(lang)
    _refuse_file(to)
    of_case = result.is_dir()
    found = (
        _audited(result, model, passphrase_fd, quiet=quiet) if of_case else of_file(result, case)
    )
    language = spoken(lang, found)
    made, danger = _made(found, language)
    if made:
        _put(made, to)
    if not quiet:
        _tell(len(made), to, danger)


def _made(found: "Report", language: str) -> "tuple[tuple[Letter, ...], str]":
    """The letters, and what has to be read before any is sent; other people's names are masked."""
    from auditor.model.redaction import Redaction
    from auditor.report.letters import letters as written
    from auditor.report.lookup import lookup
    from auditor.report.plan import warning
    from auditor.report.redact import redact

    book = lookup(redact(found, Redaction.OTHERS), language)
    return written(book), warning(book)


def _put(made: "tuple[Letter, ...]", to: Path) -> None:
    """Leave them in the folder.

    Raises:
        OutputError: the folder cannot be made, or a letter not be written.
    """
    from auditor.report.letters import wrapped

    try:
        to.mkdir(mode=0o700, exist_ok=True)
    except OSError as failure:
        raise OutputError(
            "%(folder)s cannot be made (%(type)s); check the folder above it",
            folder=to.name,
            type=type(failure).__name__,
        ) from None
    for each in made:
        if (to / each.file).exists():  # it may have been filled in
            raise OutputError(
                "%(file)s is there already; name another folder, or move it", file=each.file
            )
    for each in made:
        write(wrapped(each.text).encode("utf-8", "replace"), to / each.file)


def _tell(count: int, to: Path, danger: str) -> None:
    if danger and count:
        typer.echo(danger)
    if count:
        tell(say("Letters written to %(folder)s: %(count)s", folder=to, count=count))
    else:
        tell(
            say(
                "No letter to write: nothing that carries a risk stands where somebody else answers for it."
            )
        )


def _refuse_file(to: Path) -> None:
    """Refuse what is no folder, before any work.

    Raises:
        OutputError: a file stands there.
    """
    if to.exists() and not to.is_dir():
        raise OutputError("%(folder)s is a file; name a folder for the letters", folder=to.name)


def _audited(case: Path, model: str | None, fd: int | None, *, quiet: bool) -> "Report":
    """The audit of a case; what its vault keeps is used, and no result is added to it."""
    from auditor import kits, pipeline

    now = datetime.now(tz=UTC)
    mandate, kit = kits.for_case(case, now.date(), model)
    tell_missing(model)
    with keeping(case, mandate, fd, now=now) as keep, bar(quiet=quiet) as shown:
        return pipeline.audit(mandate, kit, case=case, now=now, keep=keep, progress=shown)
