"""A judged pair for the terminal and for other programs: lines of a sum, or JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from auditor.model.text import say
from auditor.report import labels
from auditor.report.explanation import Explanation, Row, signed
from auditor.report.inert import visible
from auditor.report.terminal import wrapped
from auditor.report.words import Words

WIDTH = 80
"""Columns of text."""


def text(shown: Explanation, *, width: int = WIDTH) -> str:
    """The sum line by line, without colours or control signs."""
    return "".join(f"{wrapped(visible(line), width)}\n" for line in _lines(shown))


def _lines(shown: Explanation) -> Iterator[str]:
    words, link = shown.book.words, shown.waterfall.link
    yield from sides(shown)
    yield ""
    sure = f" ({shown.sure})" if shown.sure else ""
    viewer = words(labels.VIEWERS[shown.waterfall.viewer])
    yield f"{viewer} – {shown.judged}{sure}"
    if shown.why:
        yield f"  {shown.why}"
    yield ""
    yield from table(shown)
    if link.levels:
        needed = words.number(round(shown.waterfall.needed, 1))
        yield words(
            say(
                "Each bit doubles the odds or halves them. To be one person, a pair needs %(bits)s bits.",
                bits=needed,
            )
        )
    yield from shown.notes
    if shown.changes:
        yield ""
        yield words(say("What would change the judgement"))
        yield from (f"  – {each}" for each in shown.changes)


def sides(shown: Explanation) -> Iterator[str]:
    """The two records: id, name and place."""
    for record in (shown.waterfall.link.left, shown.waterfall.link.right):
        yield f"{record} – {shown.book.label(record)} ({shown.book.where(record)})"


def table(shown: Explanation) -> Iterator[str]:
    """Clue by clue: what it adds, the sum so far, what it says in whose words."""
    words = shown.book.words
    bits, total, clue = words(say("Bits")), words(say("Sum")), words(say("Clue"))
    yield f"  {bits:>7} {total:>7}  {clue}"
    for row in shown.rows:
        added, so_far = (signed(shown.book, each) for each in (row.counted, row.total))
        yield f"  {added:>7} {so_far:>7}  {row.sentence}"
        if row.left or row.right:
            sides = (row.left, row.left_place), (row.right, row.right_place)
            yield f"{'':>18}  {quotes(words, sides)}"


def quotes(words: Words, sides: Iterable[tuple[str, str]]) -> str:
    """The words of both sides that decided, and where they stand."""
    return " ↔ ".join(f"{words.quoted(said)} {place}".rstrip() for said, place in sides if said)


def data(shown: Explanation) -> bytes:
    """The same for other programs; what only the subject is to see stands there with nothing masked."""
    made = json.dumps(_plain(shown), ensure_ascii=False, indent=2, allow_nan=False)
    return made.encode("utf-8", "backslashreplace") + b"\n"


def _plain(shown: Explanation) -> dict[str, Any]:
    waterfall, link = shown.waterfall, shown.waterfall.link
    return {
        "left": link.left,
        "right": link.right,
        "viewer": waterfall.viewer.value,
        "language": shown.book.words.language,
        "population": waterfall.population,
        "prior": waterfall.prior,
        "levels": [_level(each) for each in shown.rows[1:]],
        "bits": waterfall.running[-1],
        "needed": waterfall.needed,
        "probability": link.probability,
        "band": link.band.value if link.band else None,
        "judgement": link.judgement.value,
        "human": link.human,
        "why": shown.why or None,
        "together": waterfall.together,
        "whole": waterfall.whole,
        "notes": list(shown.notes),
        "changes": list(shown.changes),
    }


def _level(row: Row) -> dict[str, Any]:
    return {
        "comparison": row.comparison,
        "level": row.level,
        "says": row.sentence,
        "bits": row.bits,
        "counted": row.counted,
        "sum": row.total,
        "left": {"quote": row.left, "place": row.left_place},
        "right": {"quote": row.right, "place": row.right_place},
    }
