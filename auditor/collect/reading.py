"""What every reader of a source is given, and how the kind of a file is told by its content.

A reader is ``read(data, context)``: it yields profiles, pages and failures, and never raises
for what it is given to read.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from auditor.collect import known, signs, stream
from auditor.collect.archive import Archive, opened
from auditor.collect.jsontext import parse
from auditor.collect.unreadable import UnreadableError
from auditor.model.mandate import Source
from auditor.model.network import Network
from auditor.model.profile import Item

HTML, FEED, MASTODON = "html", "feed", "mastodon"
"""Kinds of content; the kind of an export is the network whose it is (`rules/exports/`)."""
_HEAD = 4096
"""Bytes at the start that tell what a text is; the longest prologue met was under 1 kB."""
_SIGNATURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK", b"\x1f\x8b", b"RIFF", b"MZ")
_PAGES = (".html", ".htm", ".xhtml")
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|div|span|section|main|p|h[1-6]|a|ul|ol|dl|table|article)\b",
    re.I,
)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.I)
_BLANK_OR_COMMENT = re.compile(r"(?:\s+|<\?[^>]*>|<!--.*?-->)*", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reader knows beside the bytes."""

    source: Source
    network: Network | None
    networks: Mapping[str, Network]
    """All cards: they tell which addresses are accounts."""
    observed_at: datetime
    fetched: bool = False
    """Was it fetched without login?"""
    indexed: bool | None = None
    """May search engines index it, as far as robots and headers say?"""
    address: str | None = None
    """The address it was fetched from."""
    apart: "Elsewhere | None" = None
    """Reads in a limited child process what is read so; None: this is the child, or a test."""


class Elsewhere(Protocol):
    """A function that reads content of a kind in another process."""

    def __call__(self, kind: str, content: bytes | Path, context: Context) -> Iterator[Item]:
        """Yield what the content shows; raise `UnreadableError` where reading it must be ended."""


class Reader(Protocol):
    """A function that reads one kind of file."""

    def __call__(self, data: bytes, context: Context) -> Iterator[Item]:
        """Yield what the bytes show, and what of them could not be read."""


def detect(data: bytes, name: str) -> str | None:
    """`html`, `feed`, or the network whose export it is, by content; None for anything else.

    The name is asked only where the content cannot tell, a cut archive; and where it was meant to be
    a page, and is a picture or a document.
    """
    if is_zip(data):
        return _of_zip(data, name)
    sign = None if name.casefold().endswith(_PAGES) else signs.sign(data)
    if sign is not None or data.startswith(_SIGNATURES) or not data.strip():
        return sign
    if found := known.lone(data[: stream.WHOLE]):
        return found.network
    head = text_of(data[:_HEAD]).lstrip()
    if head[:1] in {"{", "["}:
        return _of_json(data)
    start = _BLANK_OR_COMMENT.sub("", head, count=1)
    feed = _FEED.search(start)
    page = _TAG.search(start)
    if feed and (page is None or feed.start() < page.start()):
        return FEED
    return HTML if page else None


def name_of(context: Context) -> str:
    """The last part of the path or address: a hint where the content cannot tell."""
    place = context.source.path or urlsplit(context.address or "").path
    return place.rpartition("/")[2]


def is_zip(start: bytes) -> bool:
    """Does a file that begins so hold an archive?"""
    return start[:4] in {b"PK\x03\x04", b"PK\x05\x06"}


def of_timeline(start: bytes) -> str | None:
    """`mastodon` where a document begins as a timeline does, whatever comes after."""
    array = stream.opened(start, io.BytesIO(), "orderedItems")
    return MASTODON if array is not None and _is_activity(array.before()) else None


def of_stream(start: bytes) -> str | None:
    """The kind of a file that is read where it lies: a timeline, a web archive."""
    return signs.WARC if signs.sign(start) == signs.WARC else of_timeline(start)


def of_archive(archive: Archive) -> str | None:
    """The network whose export it is, by its files, else what else it is; None for any other archive."""
    return known.of_archive(archive) or signs.of_archive(archive)


def text_of(data: bytes) -> str:
    """The start of a file as text, to look at only."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="replace")


def _of_zip(data: bytes, name: str) -> str | None:
    try:
        return of_archive(opened(data))
    except UnreadableError:
        return next((each for each in known.networks() if each in name.casefold()), None)


def _of_json(data: bytes) -> str | None:
    timeline = of_timeline(data[: stream.WHOLE])
    if timeline is not None:
        return timeline
    try:
        document = parse(data)
    except UnreadableError:
        return None
    if isinstance(document, dict) and str(document.get("version", "")).startswith(
        "https://jsonfeed.org/"
    ):
        return FEED
    if signs.is_oembed(document):
        return signs.OEMBED
    return MASTODON if _is_activity(document) else None


def _is_activity(document: Any) -> bool:
    """An ActivityStreams 2 object: it has a type, and its vocabulary or its usual keys."""
    if not isinstance(document, dict) or not isinstance(document.get("type"), str):
        return False
    context = str(document.get("@context", ""))
    usual = {"preferredUsername", "attributedTo", "orderedItems", "actor", "inbox"}
    return "activitystreams" in context or bool(usual & set(document))
