"""`auditor extract`: the facts of one text, page or export, offline and without a mandate."""

import datetime
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.names import Model, tell_missing
from auditor.cli.speech import speak
from auditor.errors import AuditorError

if TYPE_CHECKING:
    from auditor.extract.kit import Tools
    from auditor.pipeline.facts import Read

LARGEST = 5_000_000
"""Bytes of a text: longer ones are exports, which are read as such."""

TEXTS = frozenset({".txt", ".md", ".text", ""})
"""Endings of files that are plain text."""


class Shape(StrEnum):
    """How the facts are written."""

    TEXT = "text"
    JSON = "json"


def extract(
    file: Annotated[
        str, typer.Argument(help="A text, saved page or export; - reads the text piped in.")
    ],
    explain: Annotated[
        bool, typer.Option("--explain", help="Show recognizer, cue, context and checks.")
    ] = False,
    others: Annotated[
        bool,
        typer.Option("--others", help="The text is about others: I is not the person looked at."),
    ] = False,
    on: Annotated[
        str | None, typer.Option(help="The day it was written, as 2026-05-31; today unless given.")
    ] = None,
    model: Model = None,
    lang: Annotated[
        Language | None,
        typer.Option(help="Language of the answer, and whose forms are read first."),
    ] = None,
    format_: Annotated[
        Shape, typer.Option("--format", help="A text to read, or JSON.")
    ] = Shape.TEXT,
) -> None:
    """Print the facts that a text, a page or an export of yours holds. Nothing is joined or looked up.

    Exit codes: 0 no fact, 1 facts, 2 it could not be read.
    """
    from auditor import kits
    from auditor.assess.kinds import kinds
    from auditor.report import reading
    from auditor.report.words import Words
    from auditor.resources.folders import folder

    language = speak(lang)
    day, given = _day(on), _given(file)
    tools = kits.for_text(language, model)
    tell_missing(model)
    read = _read(given, tools, day, own=not others)
    words = Words(language=language)
    if format_ is Shape.JSON:
        typer.echo(reading.as_json(read.extraction, read.failures, words))
    else:
        reads = kits.reads(tools)
        text = reading.sheet(
            read.extraction,
            read.failures,
            kinds(folder("rules")),
            reads,
            words,
            explain=explain,
        )
        typer.echo(text, nl=False)
    if not read.extraction.facts and read.failures:
        raise typer.Exit(2)
    raise typer.Exit(1 if read.extraction.facts else 0)


def _given(file: str) -> str | Path:
    """The text, or the path of a page or export."""
    if file == "-":
        return _decoded(sys.stdin.buffer.read(LARGEST + 1))
    path = Path(file)
    if not path.exists():
        raise AuditorError(
            "there is no such file; check the path, or give - to read what is piped in"
        )
    is_text = path.suffix.casefold() in TEXTS and path.is_file()
    return _decoded(_bytes(path)) if is_text else path.resolve()


def _read(given: str | Path, tools: "Tools", on: datetime.date, *, own: bool) -> "Read":
    from auditor import kits
    from auditor.pipeline import facts

    now = datetime.datetime.now(datetime.UTC)
    if isinstance(given, str):
        return facts.of_text(given, tools, now=now, on=on, own=own)
    return facts.of_file(given, tools, networks=kits.networks(), now=now)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as text:
            return text.read(LARGEST + 1)
    except OSError as fault:
        raise AuditorError(
            "the file cannot be read (%(type)s); check its permissions", type=type(fault).__name__
        ) from fault


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST:
        raise AuditorError(
            "the text is larger than %(limit)s MB; split it", limit=LARGEST // 1_000_000
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise AuditorError("the text is not UTF-8; save it as UTF-8") from fault


def _day(on: str | None) -> datetime.date:
    if on is None:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.date.fromisoformat(on)
    except ValueError as fault:
        raise AuditorError("--on takes a day such as 2026-05-31") from fault
