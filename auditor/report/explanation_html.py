"""A judged pair as one HTML page: a table that reads as a sum, each line with its bar.

The same policy as the report's: one style by hash, no script, nothing fetched. The bars are drawn in the
page and say nothing that the table does not.
"""

from typing import Any

from auditor.model.text import say
from auditor.report import labels
from auditor.report.charts.waterfall import scale
from auditor.report.explanation import Explanation, signed
from auditor.report.html import asset, environment, policy


def render(shown: Explanation) -> bytes:
    """The whole explanation as a self-contained page."""
    page = environment(shown.book.words).get_template("explain.html").render(**_content(shown))
    return page.encode("utf-8", "replace")


def _content(shown: Explanation) -> dict[str, Any]:
    from markupsafe import Markup

    book, waterfall = shown.book, shown.waterfall
    style = asset("style.css") + asset("explain.css")
    drawn = scale((*shown.waterfall.running, shown.waterfall.needed))
    return {
        "policy": policy(style),
        "style": Markup(style),  # noqa: S704 - our own files
        "language": book.words.language,
        "shown": shown,
        "link": waterfall.link,
        "sides": [
            (book.label(each), book.where(each))
            for each in (waterfall.link.left, waterfall.link.right)
        ],
        "viewer": book.words(labels.VIEWERS[waterfall.viewer]),
        "rows": [
            (row, drawn.bar(row.total - row.counted, row.total), signed(book, row.counted))
            for row in shown.rows
        ],
        "total": signed(book, waterfall.running[-1]),
        "needed": book.words.number(round(waterfall.needed, 1)),
        "zero": drawn.at(0.0),
        "need_at": drawn.at(waterfall.needed),
        "signed": lambda bits: signed(book, bits),
        "shared": book.words(say("counted in part")),
        "version": book.report.version,
        "made_on": book.words.day(book.report.made_at.date()),
        "fictional": book.report.mandate.fictional,
    }
