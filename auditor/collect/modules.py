"""Which module reads a kind of content, and in which process.

What stands on a large parser (of pages, feeds, pictures, whatever another package reads) meets its
content apart, in a limited child. Readers of exports take JSON and CSV in pieces with parsers that
are strict and bounded themselves: they read here, fast, straight from the archive.
"""

from importlib import import_module
from typing import Any

from auditor.collect import reading, signs

OFFERED, UNKNOWN, ANSWER, WRITTEN = "offered", "", "answer", "written"
"""What a reader of another package may know; what nobody reads; an answer of a public API; a document for its text alone."""
_EXPORTS = "auditor.collect.exports."
_HERE = {
    UNKNOWN: "auditor.collect.unknown",
    signs.ALBUM: "auditor.collect.media.album",
    signs.WARC: "auditor.collect.warc.pages",
}
_APART = {
    reading.HTML: "auditor.collect.pages.page",
    reading.FEED: "auditor.collect.feeds",
    signs.OEMBED: "auditor.collect.oembed",
    signs.PICTURE: "auditor.collect.media.photo",
    signs.PDF: "auditor.collect.media.pdf",
    signs.OFFICE: "auditor.collect.media.office",
    OFFERED: "auditor.collect.offered",
    ANSWER: "auditor.collect.apis.answers",
    WRITTEN: "auditor.collect.written",
}
"""Kind of content → the module that reads it; an export is read by the module of
`collect/exports` that has the name of its network."""


def is_apart(kind: str) -> bool:
    """Is content of this kind read in a limited child process?"""
    return kind in _APART


def module(kind: str) -> Any:
    """The module that reads a kind, imported when its first content comes."""
    return import_module(_APART.get(kind) or _HERE.get(kind) or _EXPORTS + kind)
