"""Every fact as a row of a table: what is said, where, and who sees it (RFC 4180, UTF-8 with its mark).

A spreadsheet takes a cell that begins like a formula for one, wherever the text comes from; such a
cell begins with an apostrophe here, which every spreadsheet shows as text.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping

from auditor.model.fact import Fact
from auditor.model.redaction import Redaction
from auditor.model.report import Report
from auditor.model.text import Text, say
from auditor.model.viewer import Viewer
from auditor.report import labels
from auditor.report import redact as redaction
from auditor.report.choice import SHOWN
from auditor.report.inert import visible
from auditor.report.lookup import Lookup, lookup
from auditor.report.reading import POLARITIES, TIMES

LONG = SHOWN
"""Facts from which on a page may no longer show them all, and the table stands beside it."""

COLUMNS: tuple[Text, ...] = (
    say("fact number"),
    say("whose it is"),
    say("kind of fact"),
    say("normal form"),
    say("words as written"),
    say("person shown"),
    say("source of the fact"),
    say("page or file"),
    say("visibility of the fact"),
    say("how that is known"),
    say("who sees it"),
    say("said by whom"),
    say("how it is said"),
    say("when it holds"),
    say("published on"),
    say("confidence (0 to 1)"),
    say("found by"),
    say("risks it carries"),
)
"""Phrases, no single words: an id is translated wherever it stands, in people's words too."""
_BEGINNING = re.compile(r"[\s\"'`]*")
"""What a spreadsheet passes over before it looks for a formula; quotes go when a file is opened again."""
_FORMULA = frozenset("=+-−@")
"""Signs a formula begins with (OWASP, CSV injection); full-width forms are folded to these."""
LONGEST = 32_000
"""Signs of a cell: a spreadsheet holds 32 767 and breaks the row of a longer one."""
_MINE, _THEIRS = say("about you yourself"), say("about somebody else")


def render(report: Report, *, language: str, redact: Redaction) -> bytes:
    """The facts of a report as one table, the subject's and others'; names masked as asked."""
    book = lookup(redaction.redact(report, redact), language)
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow([book.words(each) for each in COLUMNS])
    writer.writerows(_rows(book))
    return table.getvalue().encode("utf-8-sig")


def rows(report: Report) -> int:
    """How many facts there are."""
    return len(report.facts) + len(_made(report))


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula, and nothing hidden in it.

    >>> safe("=1+1"), safe("\uff1dcmd"), safe("Nantes")
    ("'=1+1", "'\uff1dcmd", 'Nantes')
    """
    shown = visible(text)[:LONGEST]
    rest = shown[_BEGINNING.match(shown).end() :]  # type: ignore[union-attr]  # it matches nothing too
    begins = unicodedata.normalize("NFKC", rest[:1])
    return f"'{shown}" if begins[:1] in _FORMULA else shown


def _made(report: Report) -> Mapping[str, Fact]:
    """The facts that views made, each once."""
    return {fact.id: fact for view in report.views.values() for fact in view.made}


def _rows(book: Lookup) -> Iterator[list[str]]:
    report, seen, carried = book.report, _seen(book), _carried(book)
    mine = redaction.subjects_records(report)
    for fact in (*report.facts, *_made(report).values()):
        cells = _cells(book, fact, mine=fact.record in mine)
        who = "; ".join(seen.get(fact.id, ()))
        yield [safe(each) for each in (*cells[:10], who, *cells[10:], carried.get(fact.id, ""))]


def _cells(book: Lookup, fact: Fact, *, mine: bool) -> list[str]:
    """All that one fact says by itself; who sees it and what it carries is said by the views."""
    words, status = book.words, book.sources.get(fact.source)
    origin = fact.visibility_from
    return [
        fact.id,
        words(_MINE if mine else _THEIRS),
        book.kind(fact.kind),
        fact.value,
        fact.quote,
        book.records[fact.record].label if fact.record in book.records else fact.record,
        book.source(fact.source),
        status.place if status else "",
        words(labels.VISIBILITIES[fact.visibility]),
        words(labels.ORIGINS[origin]) if origin else "",
        words(labels.VOICES[fact.said_by]),
        words(POLARITIES[fact.polarity]) if fact.polarity in POLARITIES else "",
        fact.time.date.isoformat() if fact.time.date else _when(book, fact),
        fact.published_on.isoformat() if fact.published_on else "",
        words.number(round(fact.confidence, 2)),
        fact.recognizer,
    ]


def _when(book: Lookup, fact: Fact) -> str:
    return book.words(TIMES[fact.time.when]) if fact.time.when in TIMES else ""


def _seen(book: Lookup) -> dict[str, list[str]]:
    """Each fact with the viewers that see it, the subject aside, who sees all."""
    found: dict[str, list[str]] = {}
    for viewer, name in labels.VIEWERS.items():
        view = book.report.views.get(viewer) if viewer is not Viewer.ME else None
        for each in (*view.facts, *(one.id for one in view.made)) if view else ():
            found.setdefault(each, []).append(book.words(name))
    return found


def _carried(book: Lookup) -> dict[str, str]:
    """Each fact with the codes of the risks that rest on it, in any view."""
    found: dict[str, set[str]] = {}
    for view in book.report.views.values():
        for finding in view.findings:
            for each in finding.facts:
                found.setdefault(each, set()).add(finding.code)
    return {each: "; ".join(sorted(codes)) for each, codes in found.items()}
