"""A judged pair as one HTML page: a table that reads as a sum, each line with its bar.

The same policy as the report's: one style by hash, no script, nothing fetched. The bars are drawn in the
page and say nothing that the table does not.
"""

from dataclasses import dataclass
from typing import Any

from auditor.model.text import say
from auditor.report import labels
from auditor.report.explanation import Explanation, Row, signed
from auditor.report.html import asset, environment, policy

ROOM = 2.0
"""Bits left free at either end of the bars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Where a line's bar begins and ends, in hundredths of the width."""

    start: float
    width: float
    end: float
    """Where the sum stands after it."""


def render(shown: Explanation) -> bytes:
    """The whole explanation as a self-contained page."""
    page = environment(shown.book.words).get_template("explain.html").render(**_content(shown))
    return page.encode("utf-8", "replace")


def _content(shown: Explanation) -> dict[str, Any]:
    from markupsafe import Markup

    book, waterfall = shown.book, shown.waterfall
    style = asset("style.css") + asset("explain.css")
    scale = _scale(shown)
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
        "rows": [(row, _bar(row, scale), signed(book, row.counted)) for row in shown.rows],
        "total": signed(book, waterfall.running[-1]),
        "needed": book.words.number(round(waterfall.needed, 1)),
        "zero": _at(0.0, scale),
        "need_at": _at(waterfall.needed, scale),
        "signed": lambda bits: signed(book, bits),
        "shared": book.words(say("counted in part")),
        "version": book.report.version,
        "made_on": book.words.day(book.report.made_at.date()),
        "fictional": book.report.mandate.fictional,
    }


def _scale(shown: Explanation) -> tuple[float, float]:
    """The bits at the left and at the right end."""
    reached = (*shown.waterfall.running, 0.0, shown.waterfall.needed)
    return min(reached) - ROOM, max(reached) + ROOM


def _at(bits: float, scale: tuple[float, float]) -> float:
    low, high = scale
    return round(100 * (bits - low) / (high - low), 2)


def _bar(row: Row, scale: tuple[float, float]) -> Bar:
    before, after = _at(row.total - row.counted, scale), _at(row.total, scale)
    return Bar(start=min(before, after), width=round(abs(after - before), 2), end=after)
