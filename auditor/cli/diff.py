"""`auditor diff OLD NEW`: what changed between two results, or two dates of a vault."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.installed import spoken, worded
from auditor.cli.keeping import PassphraseFd, passphrase
from auditor.cli.output import TERMINAL, write
from auditor.cli.purge import stated_or_none
from auditor.cli.speech import speak
from auditor.errors import OutputError, ResultError
from auditor.model.redaction import Redaction
from auditor.store.files import refuse_unwritable

if TYPE_CHECKING:
    from auditor.model.report import Report
    from auditor.report.diff import Diff
    from auditor.report.lookup import Lookup
    from auditor.report.progress import Progress
    from auditor.store.vault.vault import Vault


class Form(StrEnum):
    """Forms of the answer."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "md"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a result is: a file, or the vault of a case, there the last one of a day or before."""

    path: Path
    day: date | None = None

    @property
    def is_case(self) -> bool:
        """Is it a case, whose vault keeps the result?"""
        return self.path.is_dir()


Places = tuple[Place, Place]


def diff(
    old: Annotated[
        str,
        typer.Argument(
            help="The earlier result: a file of `audit --format json`, or CASE or CASE@2026-01-31: "
            "what the vault of a case kept last, that day or before. Of a single CASE: the last but one."
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(help="The later result, likewise. Default: the last of the CASE."),
    ] = None,
    lang: Annotated[
        Language | None, typer.Option(help="Language of the answer. Default: the later result's.")
    ] = None,
    format_: Annotated[Form, typer.Option("--format", help="Form of the answer.")] = Form.TEXT,
    redact: Annotated[Redaction, typer.Option(help="Whose names are masked.")] = Redaction.OTHERS,
    to: Annotated[Path, typer.Option(help="Where to write it; - for the terminal.")] = TERMINAL,
    passphrase_fd: PassphraseFd = None,
) -> None:
    """Tell what two audits differ in. Exit 0: nothing, 1: something, 2: could not compare."""
    speak(lang)
    places = (place(old), place(old, latest=True) if new is None else place(new))
    _refuse_own(to, places)
    before, after = _reports(places, passphrase_fd)
    language = spoken(lang, after)
    found, data = _compared(before, after, places, form=format_, redact=redact, language=language)
    write(data, to)
    raise typer.Exit(code=1 if found else 0)


def place(argument: str, *, latest: bool = False) -> Place:
    """What an argument names; with `latest`, the last that the vault of the same case keeps.

    Raises:
        ResultError: what stands after @ is no day, or a case should stand there and does not.
    """
    head, sign, tail = argument.rpartition("@")
    whole = os.path.lexists(argument) or not (sign and os.path.lexists(head))
    path = Path(argument if whole else head)
    if not path.is_dir() and latest:
        raise ResultError("name two results, or the case whose vault keeps them")
    if whole or latest:
        return Place(path=path)
    if not path.is_dir():
        raise ResultError("a day goes with the folder of a case, not with a file")
    try:
        return Place(path=path, day=date.fromisoformat(tail))
    except ValueError:
        raise ResultError("after @ stands a day, as in my-case@2026-01-31") from None


def _refuse_own(to: Path, places: Places) -> None:
    """Refuse to write over a result, over what a case keeps, or where nothing can be written."""
    from auditor.cli.own import refuse_own
    from auditor.collect.flaws import is_programs

    if to == TERMINAL:
        return
    refuse_unwritable(to)
    for each in places:
        mandate = stated_or_none(each.path) if each.is_case else None
        if mandate is not None:
            refuse_own(to, each.path, mandate)
        if to.resolve() == each.path.resolve():
            raise OutputError(
                "%(file)s is one of the two results; name another file to write", file=to.name
            )
        if each.is_case and is_programs(to, each.path):
            raise OutputError(
                "%(file)s belongs to the case; name another file to write", file=to.name
            )


def _reports(places: Places, fd: int | None) -> "tuple[Report, Report]":
    """The two results, read again; a vault that keeps both is opened once."""
    from auditor.report.reread import content, reread

    old, new = places
    found: list[bytes] = []
    if old.is_case and new.is_case and old.path.samefile(new.path):
        with _opened(old.path, fd) as vault:
            last = _number(vault, new)
            first = _number(vault, old, before=last if old.day is None else None)
            found = [vault.result(first), vault.result(last)]
    else:
        for each in places:
            if each.is_case:
                with _opened(each.path, fd) as vault:
                    found.append(vault.result(_number(vault, each)))
            else:
                found.append(content(each.path))
    before, after = (
        reread(data, file=each.path.name or "-") for data, each in zip(found, places, strict=True)
    )
    return before, after


@contextmanager
def _opened(case: Path, fd: int | None) -> "Iterator[Vault]":
    """The vault of a case whose consent was not withdrawn."""
    from auditor.store.consent import refuse_withdrawn
    from auditor.store.vault import door, refuse_missing

    refuse_missing(case)
    mandate = stated_or_none(case)
    if mandate is not None:
        refuse_withdrawn(case, mandate)
    with door.opened(case, passphrase(case, fd), now=datetime.now(tz=UTC)) as vault:
        yield vault


def _number(vault: "Vault", wanted: Place, *, before: int | None = None) -> int:
    """The last result kept that day or earlier, and before another one where that is asked.

    Raises:
        ResultError: there is none.
    """
    dated = vault.dated()
    held = [number for number, at in dated if wanted.day is None or at.date() <= wanted.day]
    held = [number for number in held if before is None or number < before]
    if held:
        return held[-1]
    if before is not None:
        raise ResultError("the vault keeps no earlier result; audit again when something changed")
    if not dated:
        raise ResultError("the vault keeps no result yet; audit the case first")
    raise ResultError(
        "the vault keeps no result of %(day)s or before; its first is of %(first)s",
        day=wanted.day,
        first=dated[0][1].date(),
    )


def _compared(
    before: "Report",
    after: "Report",
    places: Places,
    *,
    form: Form,
    redact: Redaction,
    language: str,
) -> tuple[bool, bytes]:
    """Does anything differ, and the answer in the form asked for."""
    from auditor.collect.diff import compare
    from auditor.report import protected
    from auditor.report.diff import diff as differences
    from auditor.report.lookup import lookup
    from auditor.report.progress import progress
    from auditor.report.redact import joint, redact_both

    after = worded(after, next((each.path for each in places if each.is_case), None))
    before, after = protected.alike((before, after), after.kinds, redact, shared=form is Form.JSON)
    found = differences(before, after, compare(before, after))
    drawn = (found, progress(found, before, after), joint(before, after))
    found, steps, whole = redact_both(drawn, (before, after), redact)
    return found.found, _rendered(found, steps, lookup(whole, language), form)


def _rendered(found: "Diff", steps: "Progress", book: "Lookup", form: Form) -> bytes:
    from auditor.report import diff_html, diff_markdown, diff_result, diff_terminal

    if form is Form.TEXT:
        return diff_terminal.summary(found, book).encode("utf-8", "replace")
    if form is Form.JSON:
        return diff_result.render(found, book)
    render = diff_html.render if form is Form.HTML else diff_markdown.render
    return render(found, steps, book)
