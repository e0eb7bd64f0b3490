"""The language in which the terminal speaks."""

import os

from auditor.errors import AuditorError

_asked: list[str] = []


def speak(language: str | None) -> str:
    """The language asked for, else that of the environment, else English; kept for errors."""
    chosen = language or ("fr" if _environment().startswith("fr") else "en")
    _asked[:] = [chosen]
    return chosen


def sentence(error: AuditorError) -> str:
    """The error in the language of this run."""
    from auditor.report.words import translate_error

    return translate_error(error, _asked[0] if _asked else speak(None))


def _environment() -> str:
    return os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
