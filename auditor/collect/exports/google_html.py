"""The histories of Google Takeout as pages (``watch-history.html``, ``MyActivity.html``): in pieces, at flat memory.

Each entry stands in a cell of its own, and all but a few cells have one form: what was done, a link,
a channel, the moment. That form is read at once for a whole window; where one cell has another, each
is looked at by itself, and of an odd one the first line and the moment are taken.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from auditor.collect.dates import moment
from auditor.collect.exports.markup import plain
from auditor.collect.jsontext import refused
from auditor.collect.stream import Readable
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

WINDOW = 256 * 1024
LARGEST = 1_000_000
"""Bytes of a cell, and of the page's head before the first (0.14 MB in exports)."""
_OPEN = b'<div class="outer-cell'
_REST = (
    rb'[^<]*+<div class="mdl-grid"><div class="header-cell[^"<>]*+">'
    rb'<p class="mdl-typography--title">([^<]*+)<br></p></div><div class="content-cell[^"<>]*+">'
    rb'([^<]*+)(?:<a href="([^"<>]*+)">([^<]*+)</a>)?+([^<]*+)'  # what was done, and with what
    rb'(?:<br>(?:<a href="[^"<>]*+">[^<]*+</a>)?+)?+'  # whose it is
    rb"(?:<br>)?+([^<]*+)(?:<br>)?+</div>"  # when
)
_CELL = re.compile(_OPEN + _REST)
_PRODUCT = re.compile(r'class="mdl-typography--title">([^<]{0,200})')
_CONTENT = '<div class="content-cell'
_SHORT = 60
"""Bytes of what is kept at hand: verbs, names of products, days."""
Cell = tuple[bytes, bytes, bytes, bytes, bytes, bytes]


Entry = tuple[str, str, str | None, date | None]
"""One thing that an account did: the product, what Google says of it, with what, and when."""


def entries(file: Readable) -> Iterator[list[Entry] | UnreadableError]:
    """The entries in order, some at a time, and last why some are missing."""
    walk = _Walk(file)
    for cells in walk.windows():
        if found := walk.read(cells):
            yield found
    yield from walk.faults()


def _entry(cell: Cell) -> Entry:
    product, before, link, title, after, written = cell
    text = _said(before)
    if title:
        text = f"{text} {_meant(title)}" if text else _meant(title)
    if after:
        text = f"{text} {_said(after)}".strip()
    return _said(product), text, _meant(link) or None, _day(written)


def _meant(written: bytes) -> str:
    text = written.decode("utf-8", errors="replace").strip()
    return html.unescape(text) if b"&" in written else text


def _said(written: bytes) -> str:
    return _often(written) if len(written) <= _SHORT else _meant(written)


def _day(written: bytes) -> date | None:
    """``Jan 5, 2012, 3:04:05 PM CET``: what stands before the last comma is the day, in most languages."""
    head = written.rpartition(b",")[0] or written
    return _of(head) if len(head) <= _SHORT else None


@lru_cache(maxsize=1024)
def _of(written: bytes) -> date | None:
    """Neighbours in a history have their day in common."""
    return moment(_meant(written))


_often = lru_cache(maxsize=1024)(_meant)


def _one(rest: bytes) -> Entry:
    found = _CELL.match(_OPEN + rest)
    return _entry(found.groups(b"")) if found else _odd(rest)  # type: ignore[arg-type]


def _odd(data: bytes) -> Entry:
    """A cell of another form: its first line is what was done, a line that is a moment says when.

    The text is empty where the cell shows none.
    """
    cell = data.decode("utf-8", errors="replace")
    opened = cell.find(_CONTENT)
    at = cell.find(">", opened) + 1
    if opened < 0 or not at:
        return "", "", None, None
    end = cell.find(_CONTENT, at)
    lines = plain(cell[at : end if end > 0 else None]).split("\n")
    product = _PRODUCT.search(cell)
    days = (found for line in lines[1:] if (found := moment(line)))
    name = html.unescape(product[1]).strip() if product else ""
    return name, lines[0], None, next(days, None)


@dataclass(slots=True)
class _Walk:
    """The file, and what of it is still to be read."""

    file: Readable
    data: bytes = b""
    count: int = 0
    odd: int = 0
    large: int = 0
    broken: UnreadableError | None = None
    cut: bool = False

    def windows(self) -> Iterator[bytes]:
        """Whole cells, as many as a window holds."""
        while self._fill():
            end = self.data.rfind(_OPEN)
            if end > 0:
                yield self.data[:end]
                self.data = self.data[end:]
            if len(self.data) > LARGEST:
                self._skip()
        end = max(self.data.rfind(_OPEN), 0)
        last = self.data[end:]
        self.cut = b"</html" not in last
        yield self.data if _is_closed(last) else self.data[:end]

    def read(self, cells: bytes) -> list[Entry]:
        """The entries of whole cells; where one has another form, each is looked at by itself."""
        count = cells.count(_OPEN)
        self.count += count
        found: list[Cell] = _CELL.findall(cells)
        usual = len(found) == count
        made = map(_entry, found) if usual else map(_one, cells.split(_OPEN)[1:])
        told = [each for each in made if each[1]]
        self.odd += count - len(told)
        return told

    def faults(self) -> Iterator[UnreadableError]:
        """Why entries are missing."""
        if self.odd:
            yield refused(say("%(count)s damaged items are left out", count=self.odd))
        if self.large:
            yield refused(say("%(count)s items larger than 1 MB are left out", count=self.large))
        if self.broken is not None:
            yield self.broken
        elif self.cut:
            yield refused(say("the page is cut or damaged"))
        elif not self.count:
            yield refused(say("the page has another form than was expected"))

    def _fill(self) -> bool:
        try:
            more = self.file.read(WINDOW)
        except UnreadableError as fault:
            self.broken = fault
            return False
        self.data += more
        return bool(more)

    def _skip(self) -> None:
        """Leave out what is larger than any cell; the start of a mark may stand at its end."""
        self.large += self.data.startswith(_OPEN)
        self.data = self.data[-len(_OPEN) :]


def _is_closed(cell: bytes) -> bool:
    """Is the last cell whole, whatever stands cut after it?"""
    cell = cell[: cell.rfind(b">") + 1]
    return cell.count(b"</div") >= cell.count(b"<div")
