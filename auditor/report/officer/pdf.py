"""The officer's report on paper: the same words, laid out for A4 by the child that prints every report."""

from auditor.model.screening import Checked
from auditor.report.officer.html import page
from auditor.report.officer.trend import Before
from auditor.report.pdf import bounds, printed, refuse_missing


def render(found: Checked, *, language: str, before: Before | None = None) -> bytes:
    """The report as a tagged PDF.

    Raises:
        OutputError: WeasyPrint is missing, or the report is more than it can lay out.
        ResultError: the earlier result is of another place, or of a later day.
    """
    refuse_missing()
    styles = ("print.css", "officer.print.css")
    made = page(found, *styles, language=language, before=before, paper=True)
    return printed(made, bounds())
