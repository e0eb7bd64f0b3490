"""Two reports compared, as Markdown: the same two columns as the page, for a note or a ticket."""

import re
from collections.abc import Iterator

from auditor.model.text import say
from auditor.report.diff import Diff
from auditor.report.diff_page import Page, Table, page
from auditor.report.inert import visible
from auditor.report.lookup import Lookup
from auditor.report.progress import Progress

_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:@/])")
"""What may begin a mark, a link, an address or HTML: of ASCII punctuation, a backslash makes any a mere sign."""


def render(diff: Diff, progress: Progress, book: Lookup) -> bytes:
    """The comparison as Markdown."""
    found = page(diff, progress, book)
    return "\n".join(_lines(found, book)).encode("utf-8", "replace") + b"\n"


def _lines(found: Page, book: Lookup) -> Iterator[str]:
    words = book.words
    yield f"# {_plain(found.subject)} – {_plain(found.before)} → {_plain(found.after)}"
    yield from ("", _plain(found.progress.headline))
    for note in found.progress.notes:
        yield from ("", _plain(note))
    yield ""
    for group in found.progress.groups:
        count = words.number(len(group.outcomes))
        text = say("%(standing)s: %(count)s", standing=group.title, count=count)
        yield f"- {_plain(words(text))}"
    for table in found.tables:
        yield from _table(table, book)
    if found.left_open:
        yield from ("", f"## {_plain(words(say('What could not be compared')))}", "")
        yield from (f"- {_plain(each)}" for each in found.left_open)
    for each in found.others:
        yield from ("", _plain(each))


def _table(table: Table, book: Lookup) -> Iterator[str]:
    before, after = book.words(say("Before")), book.words(say("After"))
    yield from ("", f"## {_plain(table.title)}", "")
    yield f"|   | {_plain(before)} | {_plain(after)} |"
    yield "|---|---|---|"
    for row in table.rows:
        what = f"{_plain(row.what)} – {_plain(row.note)}" if row.note else _plain(row.what)
        yield f"| {what} | {_plain(row.before)} | {_plain(row.after)} |"
    if table.more:
        yield from ("", _plain(table.more))


def _plain(text: str) -> str:
    """Text that no reader of Markdown takes for a mark; hidden signs are named."""
    return _SIGNS.sub(r"\\\1", visible(text))
