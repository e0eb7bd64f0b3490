"""`auditor screening check LOG --place FR`: was what our recruiters looked at lawful?"""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.output import TERMINAL, write
from auditor.cli.screening.law import under
from auditor.cli.speech import speak, tell
from auditor.errors import ScreeningError
from auditor.model.screening_rule import Place
from auditor.model.text import say
from auditor.store.files import refuse_unwritable

if TYPE_CHECKING:
    from auditor.model.screening import Checked
    from auditor.report.officer.trend import Before


class Form(StrEnum):
    """Forms of the officer's report."""

    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    TEXT = "text"


def check(
    log: Annotated[
        Path, typer.Argument(help="A workbook, a folder of tables, or a CSV file of looks.")
    ],
    place: Annotated[
        Place | None, typer.Option(help="Whose law. Default: the place that the log names.")
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The day of the check. Default: today."
        ),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of the report.")] = None,
    format_: Annotated[Form, typer.Option("--format", help="Form of the report.")] = Form.HTML,
    to: Annotated[
        Path | None,
        typer.Option(
            help="Where to write it; - for the terminal. Default: screening-<log>.<form>."
        ),
    ] = None,
    since: Annotated[
        Path | None, typer.Option(help="An earlier result (--format json), to see the change.")
    ] = None,
    ics: Annotated[
        Path | None, typer.Option(help="Also write the days of purging as a calendar (.ics).")
    ] = None,
    fail_on: Annotated[
        int, typer.Option(min=1, max=5, help="Exit 1 from this severity on; lesser ones exit 0.")
    ] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", help="No summary in the terminal.")] = False,
) -> None:
    """Hold a log of looks against the law of a place: points to verify, no legal advice.

    Exit 0: nothing broken, 1: something is, 2: could not check.
    """
    language = speak(lang)
    where = _where(format_, to, log)
    for each in filter(None, (where, ics)):
        refuse_unwritable(each)
    found = _checked(log, place, on.date() if on else datetime.now(tz=UTC).date())
    before = _before(since, found)
    write(_made(found, format_, language, before), where or TERMINAL)
    if ics is not None:
        _put_calendar(found, ics, language, quiet=quiet or where is None)
    if not quiet and where is not None:
        _summarise(found, language, before, where)
    raise typer.Exit(code=1 if any(each.severity >= fail_on for each in found.broken) else 0)


def _where(form: Form, to: Path | None, log: Path) -> Path | None:
    if form is Form.PDF:
        from auditor.report.pdf import refuse_missing

        refuse_missing()
    if to == TERMINAL or (to is None and form is Form.TEXT):
        return None
    return to or Path(f"screening-{log.resolve().stem}.{'txt' if form is Form.TEXT else form}")


def _checked(log: Path, place: Place | None, on: date) -> "Checked":
    """The log held against the law of the place asked for, or of the one that it names.

    Raises:
        ScreeningError: it cannot be read, or no place is known.
    """
    from auditor.screening.check import checked
    from auditor.screening.read import log as read
    from auditor.screening.read import place_of

    law = under(place or _named(place_of(log)))
    return checked(read(log, day_first=law.card.day_first), law, on)


def _named(written: str | None) -> Place:
    """The place that a log names."""
    said = (written or "").strip().upper()
    if said not in set(Place):
        raise ScreeningError(
            "the log does not say which law holds; name it with --place (%(places)s)",
            places=", ".join(Place),
        )
    return Place(said)


def _before(since: Path | None, found: "Checked") -> "Before | None":
    if since is None:
        return None
    from auditor.report.officer import trend

    return trend.read(since, found)


def _made(found: "Checked", form: Form, language: str, before: "Before | None") -> bytes:
    from auditor.report.officer import html, pdf, result, text

    if form is Form.JSON:
        return result.render(found, language=language)
    if form is Form.TEXT:
        return text.summary(found, language=language, before=before).encode("utf-8", "replace")
    made = html.render if form is Form.HTML else pdf.render
    return made(found, language=language, before=before)


def _put_calendar(found: "Checked", to: Path, language: str, *, quiet: bool) -> None:
    """Write the days of purging, if there are any."""
    made = _calendar(found, language)
    if made is not None:
        write(made, to)
    if not quiet and made is not None:
        tell(say("The calendar: %(file)s", file=to))
    elif not quiet:
        tell(say("No calendar: no file of this log has a day on which it is to be purged."))


def _calendar(found: "Checked", language: str) -> bytes | None:
    from auditor.report.words import translate
    from auditor.screening.calendar import calendar

    title = translate(say("Purge candidates' files"), language)
    detail = translate(say("Rows of the table of candidates: %(rows)s"), language)
    return calendar(found, title, detail, datetime.now(tz=UTC))


def _summarise(found: "Checked", language: str, before: "Before | None", where: Path) -> None:
    from auditor.report.officer import text

    typer.echo(text.brief(found, language=language, before=before), nl=False)
    tell(say("The report: %(file)s", file=where))
