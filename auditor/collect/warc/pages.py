"""A web archive as a source: each page it kept is read as a page of its own, with its address and date."""

import io
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial

from auditor.collect import reading
from auditor.collect.accounts import network_of
from auditor.collect.archive import Archive
from auditor.collect.readers import read_as
from auditor.collect.reading import Context
from auditor.collect.stream import Readable
from auditor.collect.unreadable import UnreadableError, failed
from auditor.collect.warc.records import Record, records
from auditor.model.failure import Failure
from auditor.model.profile import Item, part
from auditor.model.text import Text, say

MOST_PAGES = 300
"""Pages that are read: at 30 ms each, what a person waits for; a saved session has ten or twenty."""
_KINDS = frozenset({reading.HTML, reading.FEED, reading.MASTODON})
_FILES = (".warc", ".warc.gz", ".arc", ".arc.gz")
_PAGES = "pages.jsonl"
_LARGEST_INDEX = 4_000_000


def read(data: bytes, context: Context) -> Iterator[Item]:
    """The pages of a WARC or ARC file."""
    yield from _read([lambda: io.BytesIO(data)], (), context)


def read_stream(file: Readable, context: Context) -> Iterator[Item]:
    """The pages of a WARC or ARC file that stays where it lies."""
    yield from _read([lambda: file], (), context)


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The pages of a WACZ, or of a folder of WARC files: those that its list of pages names, if it has one."""
    files = [name for name in archive.names if name.casefold().endswith(_FILES)]
    yield from _read(
        [partial(archive.stream, name) for name in sorted(files)], _visited(archive), context
    )


def _read(
    files: Iterable[Callable[[], Readable]], wanted: Collection[str], context: Context
) -> Iterator[Item]:
    session = _Session(context=context, wanted=wanted)
    for file in files:
        try:
            yield from session.pages(file())
        except UnreadableError as fault:
            yield from session.tell(fault.failure(context.source.id))
    if not session.count and not session.told:
        yield failed(context.source.id, *_NONE)


_NONE: tuple[Text, Text] = (
    say("the web archive holds no page"),
    say("check that the pages were open while the archive was made"),
)


class _Session:
    """What was read so far: each page once, each reason once."""

    def __init__(self, *, context: Context, wanted: Collection[str]) -> None:
        self.context = context
        self.wanted = wanted
        self.seen: set[str] = set()
        self.told: set[tuple[str, str]] = set()
        self.count = 0

    def pages(self, stream: Readable) -> Iterator[Item]:
        """The items of every page of one file."""
        for record in records(stream):
            if isinstance(record, UnreadableError):
                yield from self.tell(record.failure(self.context.source.id))
            elif self._is_new(record):
                yield from self._page(record)

    def tell(self, failure: Failure) -> Iterator[Failure]:
        """The failure, said of the archive as a whole, unless it was said before."""
        reason = (str(failure.reason), str(failure.mend))
        if reason not in self.told:
            self.told.add(reason)
            yield replace(failure, source=self.context.source.id)

    def _is_new(self, record: Record) -> bool:
        """Is it a page that was visited, of a kind that is read, and not yet seen?"""
        kind = reading.detect(record.data, "")
        if kind not in _KINDS or record.url in self.seen:
            return False
        if self.wanted and record.url not in self.wanted:
            return False
        self.seen.add(record.url)
        return True

    def _page(self, record: Record) -> Iterator[Item]:
        if self.count >= MOST_PAGES:
            yield from self.tell(failed(self.context.source.id, *_MANY))
            return
        self.count += 1
        kind = reading.detect(record.data, "") or reading.HTML
        for item in read_as(kind, record.data, self._context(record)):
            yield from self.tell(item) if isinstance(item, Failure) else (item,)

    def _context(self, record: Record) -> Context:
        """The page's own address, date and network; the archive's audience, and for the first its owner."""
        known = self.context
        owner = known.source.owner if self.count == 1 else None
        return replace(
            known,
            source=replace(known.source, id=part(known.source.id, self.count), owner=owner),
            network=known.network or network_of(record.url, known.networks),
            observed_at=record.kept_at or known.observed_at,
            address=record.url or None,
        )


_MANY: tuple[Text, Text] = (
    say("only the first %(count)s pages of the web archive were read", count=MOST_PAGES),
    say("give it in parts"),
)


def _visited(archive: Archive) -> Collection[str]:
    """The addresses that a WACZ lists as visited; none where it has no list that can be read."""
    found: set[str] = set()
    for name in archive.matching(_PAGES):
        with archive.stream(name) as member:
            text = member.read(_LARGEST_INDEX).decode("utf-8", "replace")
        for line in text.split("\n"):
            found |= _url(line)
    return found


def _url(line: str) -> set[str]:
    try:
        page = json.loads(line)
    except (ValueError, RecursionError):
        return set()
    url = page.get("url") if isinstance(page, dict) else None
    return {url} if isinstance(url, str) else set()
