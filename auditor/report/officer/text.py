"""The officer's summary for the terminal: the headline, each point with its day, what is open, what to purge."""

from collections.abc import Iterator

from auditor.model.screening import Checked
from auditor.model.text import say
from auditor.report.inert import visible
from auditor.report.officer.gaps import Gaps
from auditor.report.officer.points import Point
from auditor.report.officer.retention import Shelf
from auditor.report.officer.shown import Shown, shown
from auditor.report.officer.trend import Before
from auditor.report.officer.trend_shown import TrendShown
from auditor.report.terminal import NARROWEST, WIDEST, wrapped
from auditor.report.words import Words

FEW = 6
"""Columns, rows or files told one by one; the other forms tell more, the JSON result all."""


def summary(
    found: Checked, *, language: str, before: Before | None = None, console_width: int = WIDEST
) -> str:
    """What an officer needs to know, as plain text without colours or control signs.

    Raises:
        ResultError: the earlier result is of another place, or of a later day.
    """
    words, width = Words(language=language), min(WIDEST, max(NARROWEST, console_width))
    told = shown(words, found, before)
    lines = [*_head(words, told), *_trend(told.trend), *_points(words, told.points)]
    lines += [*_open(words, told.gaps), *_files(words, told.purge), "", told.no_advice]
    return "".join(f"{wrapped(visible(line), width)}\n" for line in lines)


def brief(found: Checked, *, language: str, before: Before | None = None) -> str:
    """The headline and what to begin with, beside a report that tells the rest."""
    words = Words(language=language)
    told = shown(words, found, before)
    lines = [*_head(words, told), *((told.trend.headline,) if told.trend else ())]
    lines += [
        f"  {number}. {each.step} ({each.point.code}, {each.due})"
        for number, each in enumerate(told.front.first, 1)
    ]
    lines += filter(None, (told.front.purge,))
    return "".join(f"{wrapped(visible(line), WIDEST)}\n" for line in lines)


def _head(words: Words, told: Shown) -> Iterator[str]:
    employer = told.employer or words(say("employer not named"))
    yield f"{employer} – {told.place} – {told.on}"
    yield from ("", f"{told.front.headline}.", told.front.told)


def _trend(found: TrendShown | None) -> Iterator[str]:
    if found is None:
        return
    yield from ("", found.headline)
    for each in found.turns:
        change = f"{each.then} → {each.now}"
        note = f" – {each.note}" if each.note else ""
        yield f"  – {each.title or each.code} ({each.word}, {change}){note}"


def _points(words: Words, points: tuple[Point, ...]) -> Iterator[str]:
    for number, each in enumerate(points, 1):
        yield ""
        yield f"{number}. {each.title} ({each.code}) – {each.word}, {each.standing}"
        rows = f" ({each.rows})" if each.rows else ""
        yield f"   {each.found}{rows}{f', {each.candidates}' if each.candidates else ''}"
        yield from (f"   – {step}" for step in each.steps)
        due = " ".join(filter(None, (each.due, f"{each.overdue}." if each.overdue else "")))
        if due:
            yield f"   {due}"
        articles = " · ".join(f"{law.article} ({law.where})" for law in each.laws)
        yield "   " + words(say("What it rests on: %(articles)s", articles=articles))


def _open(words: Words, gaps: Gaps) -> Iterator[str]:
    if gaps.untold or gaps.columns or gaps.absent or gaps.notes:
        yield from ("", words(say("What cannot be told")))
    if gaps.absent:
        tables = words.listing(list(gaps.absent))
        yield "  " + words(say("Not in the log at all: %(tables)s", tables=tables))
    yield from (
        f"  – {f'{each.title} ({each.code})' if each.title else each.code}" for each in gaps.untold
    )
    for each in gaps.columns[:FEW]:
        yield f"  – {each.column} – {each.rows}"
        yield "    " + words(say("Would tell about")) + f" {each.rules}"
    yield from _more(words, len(gaps.columns) - FEW)
    yield from (f"  – {each}" for each in gaps.notes)
    if gaps.unread:
        yield from ("", words(say("Rows that could not be read")))
    for one in gaps.unread[:FEW]:
        row = words(say("row %(row)s", row=one.row))
        yield "  – " + " – ".join(filter(None, (f"{one.table}, {row}", one.column, one.why)))
    yield from _more(words, len(gaps.unread) - FEW, gaps.more_unread)


def _files(words: Words, shelf: Shelf) -> Iterator[str]:
    if not shelf.files:
        return
    yield from ("", words(say("To purge now")) + f" ({words.number(shelf.count)})")
    for each in shelf.files[:FEW]:
        row = words(say("row %(row)s", row=each.row))
        yield f"  – {row}, {each.candidate}, {each.post} – {each.day} – {each.why}"
    yield from _more(words, shelf.count - FEW)


def _more(words: Words, left: int, beyond: str = "") -> Iterator[str]:
    """How many are not told here; `beyond` where more are not even counted among them."""
    if beyond:
        yield "  " + words(say("and more, in the JSON result"))
    elif left > 0:
        yield f"  {words.count('more', left)}"
