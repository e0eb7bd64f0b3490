"""The pages of a web archive, record by record (warcio); what is damaged ends the reading and is told."""

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from auditor.collect.stream import Readable
from auditor.collect.unreadable import UnreadableError
from auditor.collect.warc import body
from auditor.collect.warc.stream import Unpacked
from auditor.model.text import Text, say

MOST_RECORDS = 200_000
"""Records: a crawl of a day on one site has some ten thousand."""
LARGEST = 8_000_000
"""Bytes of a record as it stands in the archive; pages over 2 MB are cut by their reader."""
LONGEST_HEAD = 1_000_000
"""Bytes of a record's two heads: browsers give up at 256 kB."""
_READ = frozenset({"response", "resource"})
_TYPES = re.compile(
    r"text/html|application/xhtml\+xml|(?:text|application)/(?:[\w.]+\+)?(?:xml|json)", re.I
)
_INSIDE = re.compile(rb"\r\n\r\nWARC/\d\.\d\r\nWARC-|\r\nWARC-(?:Record-ID|Type): ")
_BLOCK = 65_536
_OVERLAP = 64
_GOOD = "2"
_AGAIN: Text = say("export the web archive again from the program that made it")
_CUT = (say("the web archive is cut or damaged: only its whole records were read"), _AGAIN)
_LYING = (
    say("a record of the web archive is not as long as it says: only those before it were read"),
    _AGAIN,
)

_MANY = (
    say("only the first %(count)s records of the web archive were read", count=MOST_RECORDS),
    say("give it in parts"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A page that was kept: its address, when it was fetched, its bytes as the browser had them."""

    url: str
    kept_at: datetime | None
    data: bytes


def records(file: Readable) -> Iterator[Record | UnreadableError]:
    """The pages, feeds and JSON answers of an archive, in order; last, what could not be read.

    Raises:
        UnreadableError: no web archive, or more than one can hold.
    """
    stream = Unpacked(file)
    for number, record in enumerate(_parsed(stream)):
        whole = record if isinstance(record, UnreadableError) else _payload(record)
        if number == MOST_RECORDS:
            whole = UnreadableError(*_MANY)
        if isinstance(whole, UnreadableError):
            yield whole
            return
        yield from _page(record, whole)
    if stream.is_cut:
        yield UnreadableError(*_CUT)


def _parsed(stream: Unpacked) -> Iterator[Any]:
    """Records as warcio makes them; an error where it can make no more."""
    from warcio.archiveiterator import ArchiveIterator

    found = ArchiveIterator(stream, arc2warc=True)
    found.reader = lines = _lines(stream)
    while True:
        lines.begin()
        try:
            # warcio writes what it stumbles on, addresses among it, to the standard error.
            with redirect_stderr(io.StringIO()):
                record = next(found)
        except StopIteration:
            break
        except UnreadableError as fault:
            yield fault
            return
        except Exception:  # a damaged archive leads it to errors of many kinds
            yield UnreadableError(*_CUT)
            return
        if found.err_count:
            yield UnreadableError(*_LYING)
            return
        yield record
    if found.err_count:
        yield UnreadableError(*_LYING)


def _lines(stream: Unpacked) -> Any:
    """What warcio reads lines from, without end in its own version: here a head has one."""
    from warcio.bufferedreaders import BufferedReader

    class Lines(BufferedReader):  # type: ignore[misc]
        """Lines of at most a head's length, and no more of them than a head has."""

        def begin(self) -> None:
            self.left = LONGEST_HEAD

        def readline(self, length: int | None = None) -> bytes:
            line: bytes = super().readline(LONGEST_HEAD if length is None else length)
            self.left -= len(line)
            if self.left < 0:
                raise UnreadableError(*_CUT)
            return line

    return Lines(stream)


def _payload(record: Any) -> bytes | UnreadableError:
    """The bytes of a record; an error where they are fewer than it says, or hold other records."""
    stream = record.raw_stream
    kept, last = [], b""
    size = 0
    while block := stream.read(_BLOCK):
        if size < LARGEST:
            kept.append(block)
        size += len(block)
        if _INSIDE.search(last + block):
            return UnreadableError(*_LYING)
        last = block[-_OVERLAP:]
    if getattr(stream, "limit", 0):
        return UnreadableError(*_CUT)
    return b"".join(kept)[:LARGEST]


def _page(record: Any, payload: bytes) -> Iterator[Record | UnreadableError]:
    http = record.http_headers
    if record.rec_type not in _READ or not _is_good(record, http):
        return
    told = http.get_header("content-type") if http else record.content_type
    if not _TYPES.match(told or ""):
        return
    try:
        data = body.plain(
            payload, _header(http, "transfer-encoding"), _header(http, "content-encoding")
        )
    except UnreadableError as fault:
        yield fault
        return
    if data.strip():
        yield Record(url=_url(record), kept_at=_moment(record), data=data)


def _is_good(record: Any, http: Any) -> bool:
    """Is it an answer that a browser would show?"""
    if record.rec_type == "resource":
        return True
    return http is not None and (http.get_statuscode() or "").startswith(_GOOD)


def _header(http: Any, name: str) -> str:
    return (http.get_header(name) or "").strip().casefold() if http else ""


def _url(record: Any) -> str:
    return (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")


def _moment(record: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return None
    return found if found.tzinfo else None
