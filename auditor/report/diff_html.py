"""Two reports compared as one HTML page: two columns, the same policy as the report's, no script."""

from typing import Any

from auditor.report.diff import Diff
from auditor.report.diff_page import page
from auditor.report.html import asset, environment, policy
from auditor.report.lookup import Lookup
from auditor.report.progress import Progress


def render(diff: Diff, progress: Progress, book: Lookup) -> bytes:
    """The comparison as a self-contained page."""
    template = environment(book.words).get_template("diff.html")
    return template.render(**_content(diff, progress, book)).encode("utf-8", "replace")


def _content(diff: Diff, progress: Progress, book: Lookup) -> dict[str, Any]:
    from markupsafe import Markup

    style, found = asset("style.css") + asset("progress.css"), page(diff, progress, book)
    return {
        "policy": policy(style),
        "style": Markup(style),  # noqa: S704 - our own files
        "language": book.words.language,
        "page": found,
        "progress": found.progress,
        "linked": False,
        "fictional": book.report.mandate.fictional,
        "version": book.text(diff.after.version),
    }
