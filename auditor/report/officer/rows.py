"""Row numbers as people read them: ``2–15, 18, 20–22`` and how many more."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from auditor.model.text import say
from auditor.report.officer import labels
from auditor.report.words import Words

STRETCHES = 12
"""Stretches of rows written out: one line of a table; the JSON result holds every row."""


def written(words: Words, rows: Sequence[int]) -> str:
    """The first stretches of rows, and how many rows follow.

    >>> from auditor.report.words import Words
    >>> written(Words(language="en"), (2, 3, 4, 9))
    '2–4, 9'
    """
    shown = list(islice(_stretches(rows), STRETCHES))
    told = ", ".join(_stretch(*each) for each in shown)
    left = len(rows) - sum(high - low + 1 for low, high in shown)
    if left <= 0:
        return told
    more = labels.count(words, "rows", left)
    return words(say("%(rows)s … and %(more)s more", rows=told, more=more))


def _stretches(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of rows that follow one another; `rows` rise."""
    low = high = None
    for row in rows:
        if low is None or high is None:
            low = high = row
        elif row == high + 1:
            high = row
        else:
            yield low, high
            low = high = row
    if low is not None and high is not None:
        yield low, high


def _stretch(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}" if high > low + 1 else f"{low}, {high}"
