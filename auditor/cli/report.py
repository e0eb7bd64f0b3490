"""`auditor report RESULT.json|CASE`: what an audit found, in another form and for other eyes."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.forms import Format, beside, place, put
from auditor.cli.installed import OfCase, of_file, spoken, worded
from auditor.cli.keeping import PassphraseFd, passphrase
from auditor.cli.names import Model, tell_missing
from auditor.cli.progress import bar
from auditor.cli.purge import stated_or_none
from auditor.cli.speech import speak, tell
from auditor.errors import OutputError, ResultError
from auditor.model.redaction import Redaction
from auditor.model.text import say
from auditor.model.viewer import Viewer

if TYPE_CHECKING:
    from auditor.model.report import Report

_BEGINS = "report-"
"""What the name of a report begins with, unless another is asked for."""


def report(
    result: Annotated[
        Path,
        typer.Argument(
            metavar="RESULT|CASE",
            help="A file of `audit --format json`; or a case: the last result its vault keeps, "
            "else it is audited again.",
        ),
    ],
    viewer: Annotated[
        list[Viewer] | None, typer.Option(help="Who looks; may be repeated. Default: all.")
    ] = None,
    lang: Annotated[
        Language | None, typer.Option(help="Language of the report. Default: the result's.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="Form of the report.")] = Format.HTML,
    redact: Annotated[
        Redaction,
        typer.Option(help="Whose names are masked; what the result masks already stays masked."),
    ] = Redaction.OTHERS,
    case: OfCase = None,
    to: Annotated[
        Path | None,
        typer.Option(help="Where to write it; - for the terminal. Default: report-<name>.<form>."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress and no last word.")] = False,
    model: Model = None,
    passphrase_fd: PassphraseFd = None,
) -> None:
    """Write what an audit found in another form, for sharing or keeping. Exit 0: written, 2: could not."""
    speak(lang)
    where = place(format_, to, _name(result))
    if where is not None:
        _refuse_own(where, result, case)
        _refuse_own(beside(where), result, case)
    again = partial(_of_case, result, viewer, lang, model, passphrase_fd, quiet=quiet)
    read = again() if result.is_dir() else of_file(result, case, comparable=False)
    found = _seen(read, viewer)
    language = spoken(lang, found)
    beside_it = put(found, where, format_, redact=redact, language=language)
    for each in (say("The report: %(file)s", file=where), beside_it):
        if where is not None and each is not None and not quiet:
            tell(each)


def _name(result: Path) -> str:
    """`report-marc.json` becomes `report-marc.pdf`, the case `marc` too."""
    name = result.resolve().name if result.is_dir() else result.stem
    return name if name.startswith(_BEGINS) else f"{_BEGINS}{name}"


def _refuse_own(to: Path, result: Path, case: Path | None) -> None:
    """Refuse to write over the result, or over what a case keeps or reads.

    Raises:
        OutputError: the path is one of those.
    """
    from auditor.cli.own import refuse_own

    if to.resolve() == result.resolve():
        raise OutputError(
            "%(file)s is the result that is read; name another file to write", file=to.name
        )
    for each in (result, case):
        mandate = stated_or_none(each) if each is not None and each.is_dir() else None
        if each is not None and mandate is not None:
            refuse_own(to, each, mandate)


def _of_case(
    case: Path,
    viewer: list[Viewer] | None,
    lang: Language | None,
    model: str | None,
    fd: int | None,
    *,
    quiet: bool,
) -> "Report":
    """The last result that the vault of a case keeps, or a new one where it has no vault."""
    from auditor import kits, pipeline
    from auditor.store.vault import has_vault

    if has_vault(case):
        return _kept(case, fd)
    now = datetime.now(tz=UTC)
    mandate, kit = kits.for_case(case, now.date(), model)
    language = speak(lang or mandate.language)
    tell_missing(model)
    with bar(quiet=quiet) as progress:
        return pipeline.audit(
            mandate,
            kit,
            case=case,
            now=now,
            viewers=tuple(viewer or Viewer),
            language=language,
            progress=progress,
        )


def _kept(case: Path, fd: int | None) -> "Report":
    """The last result in the vault of a case whose consent was not withdrawn.

    Raises:
        ResultError: there is none yet.
    """
    from auditor.report.reread import reread
    from auditor.store.consent import refuse_withdrawn
    from auditor.store.vault import door

    mandate = stated_or_none(case)
    if mandate is not None:
        refuse_withdrawn(case, mandate)
    with door.opened(case, passphrase(case, fd), now=datetime.now(tz=UTC)) as vault:
        dated = vault.dated()
        if not dated:
            raise ResultError("the vault keeps no result yet; audit the case first")
        data = vault.result(dated[-1][0])
    return worded(reread(data, file=case.name, comparable=False), case)


def _seen(found: "Report", viewer: list[Viewer] | None) -> "Report":
    """The report with the views asked for alone.

    Raises:
        ResultError: the result holds none of them.
    """
    if not viewer:
        return found
    views = {each: view for each, view in found.views.items() if each in viewer}
    if not views:
        raise ResultError(
            "the result holds no view of: %(viewers)s; audit the case for it",
            viewers=", ".join(dict.fromkeys(each.value for each in viewer)),
        )
    return replace(found, views=views)
