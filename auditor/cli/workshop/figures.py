"""`auditor workshop figures REPORT.json…`: what a group has in common, and nothing of anybody."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from auditor.cli.audit import Language
from auditor.cli.output import TERMINAL, write
from auditor.cli.speech import speak, tell
from auditor.errors import OutputError
from auditor.model.text import say
from auditor.model.viewer import Viewer

if TYPE_CHECKING:
    from auditor.model.report import Report
    from auditor.workshop.figures.figures import Figures
    from auditor.workshop.figures.follows import Rulebook
    from auditor.workshop.figures.group import Group

BEFORE = "--before"


class Form(StrEnum):
    """Forms of the figures."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


class SeveralBefore(TyperCommand):
    """Every file after --before, up to the next option, is one of before: `--before then/*.json`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments, with --before in front of each of its files."""
        return super().parse_args(ctx, list(_repeated(args)))


def _repeated(args: list[str]) -> Iterator[str]:
    inside = False
    for each, following in zip(args, [*args[1:], "-"], strict=False):
        if each == BEFORE:
            inside = True
            if following.startswith("-"):
                yield each  # without a file: that is told, as for any option
            continue
        inside = inside and not each.startswith("-")
        yield from (BEFORE, each) if inside else (each,)


def figures(
    reports: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="REPORT.json…",
            help="What the people of the group hand in, each a file of "
            "`auditor audit CASE --format json --redact all`. Nine people at least: of five to eight no number "
            "is told, and fewer than five are refused. One file per person: two different results of one "
            "person cannot be told apart. A refusal counts the files in the order given.",
            show_default=False,
        ),
    ] = None,
    before: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="OLD.json…",
            help="The same of the first time, to tell what changed; all files up to the next option.",
        ),
    ] = None,
    viewer: Annotated[
        Viewer, typer.Option(help="Through whose eyes is counted.")
    ] = Viewer.FRIEND_OF_FRIEND,
    lang: Annotated[Language | None, typer.Option(help="Language of the figures.")] = None,
    format_: Annotated[
        Form | None,
        typer.Option(
            "--format", help="Form of the figures. Default: what --to ends in, else text."
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            help="Where to write them; - for the terminal. "
            "Default: the terminal for text, else figures.html or figures.json."
        ),
    ] = None,
) -> None:
    """Count over a group what its members' results have in common. Exit 0: told, 2: could not be."""
    language = speak(lang)
    now, then = reports or [], before or []
    form = format_ or _form_of(to)
    where = to or (TERMINAL if form is Form.TEXT else Path(f"figures.{form}"))
    _refuse_own(where, [*now, *then])
    found = _counted(now, then, viewer, language)
    write(_rendered(found, form, language), where)
    if where != TERMINAL:
        _tell_written(found, where)


def _form_of(to: Path | None) -> Form:
    ending = to.suffix.removeprefix(".") if to else ""
    return Form(ending) if ending in {Form.HTML, Form.JSON} else Form.TEXT


def _tell_written(found: "Figures", where: Path) -> None:
    from auditor.workshop.figures.phrases import too_small

    small = too_small(found)
    if small is not None:
        tell(small, err=True)
    tell(say("The figures: %(file)s", file=where))


def _refuse_own(to: Path, files: list[Path]) -> None:
    from auditor.store.files import refuse_unwritable

    if to == TERMINAL:
        return
    refuse_unwritable(to)
    if to.resolve() in {each.resolve() for each in files}:
        raise OutputError("the figures would be written over one of the results; name another file")


def _counted(reports: list[Path], before: list[Path], viewer: Viewer, language: str) -> "Figures":
    from auditor.report.words import Words
    from auditor.workshop.figures.figures import figures as told
    from auditor.workshop.figures.group import group
    from auditor.workshop.figures.read import Reader, two_groups

    book = _rulebook()
    letters = tuple(book.scale.grades.value)
    now, then = two_groups(Reader(book, viewer, Words(language=language)), reports, before)

    def counted(people: "Sequence[Report]") -> "Group":
        return group([each.views[viewer] for each in people], letters)

    return told(counted(now), counted(then) if then else None, book, viewer)


def _rulebook() -> "Rulebook":
    """The rules of the program, without those of any case: everybody's results rest on the same."""
    from auditor.assess.kinds import kinds
    from auditor.assess.load import load
    from auditor.assess.scale import scale
    from auditor.resources.folders import folder
    from auditor.workshop.figures.follows import Rulebook

    rules = folder("rules")
    known = kinds(rules)
    return Rulebook(
        rules={each.id: each for each in load(rules, known)}, kinds=known, scale=scale(rules)
    )


def _rendered(found: "Figures", form: Form, language: str) -> bytes:
    from auditor.report.words import Words
    from auditor.workshop.figures import html, result, text

    words, today = Words(language=language), datetime.now(tz=UTC).date()
    if form is Form.TEXT:
        return text.render(found, words)
    if form is Form.HTML:
        return html.render(found, words, today)
    return result.render(found, words, today)
