"""The language in which the terminal speaks."""

import os
import traceback
from pathlib import Path

import typer

from auditor.errors import AuditorError
from auditor.model.text import Text, say

_PACKAGE = Path(__file__).parents[1]
_asked: list[str] = []


def speak(language: str | None) -> str:
    """The language asked for, else that of the environment, else English; kept for errors."""
    chosen = language or ("fr" if _environment().startswith("fr") else "en")
    _asked[:] = [chosen]
    return chosen


def spoken() -> str:
    """The language of this run."""
    return _asked[0] if _asked else speak(None)


def sentence(error: AuditorError) -> str:
    """The error in the language of this run."""
    from auditor.report.words import translate_error

    return translate_error(error, spoken())


def sentence_of(fault: Exception) -> str:
    """An error nobody foresaw: its type and the deepest line of ours, no word of what it says."""
    from auditor.report.words import told

    frames = traceback.extract_tb(fault.__traceback__)
    ours = [each for each in frames if Path(each.filename).is_relative_to(_PACKAGE)]
    last = ours[-1] if ours else frames[-1]
    text = say(
        "the program broke off (%(type)s at %(file)s:%(line)s); nothing half-written was left; "
        "tell the project of it, without your files",
        type=type(fault).__name__,
        file=Path(last.filename).name,
        line=last.lineno,
    )
    return told(text, spoken())


def tell(text: Text, *, err: bool = False) -> None:
    """Print a sentence in the language of this run; beside the result, where that goes to the terminal."""
    from auditor.report.words import translate

    typer.echo(translate(text, spoken()), err=err)


def _environment() -> str:
    return os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
