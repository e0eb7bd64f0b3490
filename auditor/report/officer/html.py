"""The officer's report as one HTML page: the policy of the others, one style by hash, and no script at all."""

from typing import Any

from auditor import __version__
from auditor.model.screening import Checked
from auditor.report.html import asset, environment, policy
from auditor.report.officer.shown import shown
from auditor.report.officer.sizes import PAPER, SCREEN
from auditor.report.officer.trend import Before
from auditor.report.words import Words


def render(found: Checked, *, language: str, before: Before | None = None) -> bytes:
    """The report as a self-contained page.

    Raises:
        ResultError: the earlier result is of another place, or of a later day.
    """
    return page(found, "style.css", "officer.css", language=language, before=before, paper=False)


def page(found: Checked, *styles: str, language: str, before: Before | None, paper: bool) -> bytes:
    """The report laid out with these styles, for a screen or for paper."""
    words = Words(language=language)
    made = environment(words).get_template("officer/report.html")
    content = _content(found, styles)
    told = shown(words, found, before, PAPER if paper else SCREEN)
    text = made.render(**content, language=language, shown=told, paper=paper)
    return text.encode("utf-8", "replace")


def _content(found: Checked, styles: tuple[str, ...]) -> dict[str, Any]:
    from markupsafe import Markup

    style = "".join(asset(each) for each in styles)
    return {
        "policy": policy(style),
        "style": Markup(style),  # noqa: S704 - our own files
        "made_on": found.on.isoformat(),
        "version": __version__,
    }
