"""A calm summary for the terminal: the verdict, what to do first, who sees what, what was missed."""

import re
import textwrap
from collections.abc import Iterator

from auditor.model.redaction import Redaction
from auditor.model.report import Report
from auditor.model.text import say
from auditor.report import labels
from auditor.report import redact as redaction
from auditor.report.annex import failures, unproved
from auditor.report.digest import growth
from auditor.report.front import Front, front
from auditor.report.inert import visible
from auditor.report.lookup import Lookup, lookup
from auditor.report.plan import warning
from auditor.report.progress import Progress
from auditor.report.progress_terminal import told as progress_told
from auditor.report.remedies import remedies

NARROWEST, WIDEST = 40, 100
"""Columns of text: below, words no longer fit; above, lines are hard to follow."""
EDITS = 6
"""Edits told one by one; the report holds them all."""
FAILURES = 3
"""Failures told one by one; the report holds them all."""

_BEFORE_TEXT = re.compile(r" *(?:\d+\. |– |[^ ]+(?: [^ ]+)*  +)?(?=[^ ])|")
"""What stands before the text of a line: its indent, with a number or a first column."""


def summary(
    report: Report,
    *,
    language: str,
    redact: Redaction,
    where: str | None = None,
    progress: Progress | None = None,
    console_width: int = 80,
) -> str:
    """What a newcomer needs to know of the report, as plain text without colours or control signs.

    From the second audit on, what changed since comes first.
    """
    book = lookup(redaction.redact(report, redact), language)
    width = min(WIDEST, max(NARROWEST, console_width))
    lines = [
        *_head(book),
        *_since(book, progress),
        *_verdict(book),
        *_viewers(book),
        *_unchecked(book),
    ]
    if where is not None:
        lines += ["", book.words(say("The report: %(file)s", file=where))]
    return "".join(f"{wrapped(visible(line), width)}\n" for line in lines)


def _head(book: Lookup) -> Iterator[str]:
    yield visible(
        f"{book.report.mandate.subject.name} – {book.words.day(book.report.made_at.date())}"
    )
    yield ""


def _since(book: Lookup, progress: Progress | None) -> Iterator[str]:
    if progress:
        yield from progress_told(book, progress)
        yield ""


def _verdict(book: Lookup) -> Iterator[str]:
    shown: Front = front(book)
    yield shown.headline
    if shown.gravest:
        yield shown.gravest
    if told := warning(book):
        yield ""
        yield told
    if shown.actions:
        yield ""
        yield book.words(say("What to do first"))
    for number, each in enumerate(shown.actions, 1):
        yield f"  {number}. {each.step}"
        if each.taken:
            yield f"     {each.taken}"
        yield f"     {each.title} ({each.word}) – {each.where}"
    yield from _remedy(book)


def _remedy(book: Lookup) -> Iterator[str]:
    """What would break the chain of the first viewer for whom something does."""
    words = book.words
    found = ((viewer, remedies(book, viewer)) for viewer in labels.VIEWERS)
    viewer, shown = next(((who, each[0]) for who, each in found if each), (None, None))
    if viewer is None or shown is None:
        return
    yield ""
    title = words(say("What would break the chain"))
    yield f"{title} ({words(labels.VIEWERS[viewer])})"
    for action, fact, effort in shown.edits[:EDITS]:
        quote = f" {words.quoted(fact.quote)}" if fact.quote else ""
        yield f"  – {words(labels.ACTIONS[action])} {fact.kind}{quote} – {fact.source} ({effort})"
    if (rest := len(shown.edits) - EDITS) > 0:
        yield "  " + words.count("more", rest)
    freed = words.listing([f"{label} – {place}" for label, place in shown.breaks])
    yield "  " + words(say("then no longer tied to you:")) + f" {freed}"
    if not shown.alone:
        yield "  " + words(
            say("You cannot do this alone: whatever you change yourself, the tie remains.")
        )


def _viewers(book: Lookup) -> Iterator[str]:
    words = book.words
    yield ""
    yield words(say("What each viewer adds"))
    for viewer in labels.VIEWERS:
        if viewer not in book.report.views:
            continue
        grown = growth(book.report, viewer)
        parts = [
            words.count(noun, number)
            for noun, number in (
                ("facts", len(grown.facts)),
                ("places", len(grown.records)),
                ("findings", len(grown.findings)),
                ("namesakes", len(grown.namesakes)),
            )
            if number
        ]
        told = words.listing(parts) or words(say("Nothing more."))
        yield f"  {words(labels.VIEWERS[viewer]):<24}{told}"


def _unchecked(book: Lookup) -> Iterator[str]:
    words, failed, shown = book.words, failures(book), front(book)
    yield ""
    if failed or shown.unread:
        told = words.count("failures", len(failed))
        yield _begun(shown.unread or words(say("What could not be read: %(count)s", count=told)))
    else:
        yield words(say("Everything that the mandate names was read."))
    for each in failed[:FAILURES]:
        yield f"  – {each.source} – {each.reason} → {each.mend}"
    if len(failed) > FAILURES:
        rest = len(failed) - FAILURES
        yield "  " + words.count("more", rest)
    if told := unproved(book):
        yield told
    if shown.unknown:
        yield _begun(shown.unknown)


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def wrapped(line: str, width: int) -> str:
    """The line in as many lines as it takes, the later ones set in as far as the first one's text."""
    return textwrap.fill(
        line,
        width,
        subsequent_indent=" " * len(_BEFORE_TEXT.match(line)[0]),  # type: ignore[index]
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
