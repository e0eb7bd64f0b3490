"""`auditor screening policy | notice`: one page each, written for a place, with blanks to fill."""

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.output import TERMINAL, write
from auditor.cli.screening.law import under
from auditor.cli.speech import speak, tell
from auditor.errors import OutputError
from auditor.model.screening_rule import Place
from auditor.model.text import say
from auditor.store.files import refuse_unwritable

_SUFFIXES = (".html", ".md", ".txt")
PlaceOf = Annotated[Place, typer.Option(help="Whose law.")]
Employer = Annotated[str, typer.Option(help="The employer's name; a blank without it.")]
To = Annotated[
    Path | None,
    typer.Option(help="A page (.html) or a text (.md); - for the terminal, as a text."),
]
Lang = Annotated[Language | None, typer.Option(help="Language of the page.")]


def policy(place: PlaceOf, to: To = None, employer: Employer = "", lang: Lang = None) -> None:
    """Write the draft of a rule of the house: what may be looked at, by whom, when, how long. No legal advice."""
    _write("policy", place, to or Path(f"policy-{place}.html"), employer, speak(lang))


def notice(place: PlaceOf, to: To = None, employer: Employer = "", lang: Lang = None) -> None:
    """Write the draft of what candidates are told before anything is looked at. No legal advice."""
    _write("notice", place, to or Path(f"notice-{place}.html"), employer, speak(lang))


def _write(name: str, place: Place, to: Path, employer: str, language: str) -> None:
    from auditor.report.officer.draft import Subject
    from auditor.report.officer.leaf import Form, render

    if to != TERMINAL and to.suffix.lower() not in _SUFFIXES:
        raise OutputError(
            "%(file)s: this page is written as .html, .md or .txt; name one of these", file=to.name
        )
    refuse_unwritable(to)
    law = under(place)
    form = {".html": Form.HTML, ".md": Form.MARKDOWN}.get(to.suffix.lower(), Form.TEXT)
    subject = Subject(place=place, card=law.card, rules=law.rules, employer=employer)
    write(render(name, subject, language=language, form=form), to)
    if to != TERMINAL:
        tell(say("Fill in what stands in [brackets], and have it read: %(file)s", file=to))
