"""The body of a kept answer as a browser had it: chunks put together, packed bytes unpacked, within limits."""

import re
import zlib

from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

LARGEST = 5_000_000
"""Bytes after unpacking: a page or feed of that size is read no further."""
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,100}\r\n")
_RAW = -zlib.MAX_WBITS
_WINDOWS: dict[str, tuple[int, ...]] = {
    "gzip": (16 + zlib.MAX_WBITS,),
    "x-gzip": (16 + zlib.MAX_WBITS,),
}
_WINDOWS |= {"deflate": (zlib.MAX_WBITS, _RAW)}  # some servers leave out the zlib header


def plain(payload: bytes, transfer: str, packing: str) -> bytes:
    """The body; headers that do not fit the bytes count for nothing, for archivers undo what they name.

    Raises:
        UnreadableError: packed in a way that is not read here.
    """
    data = joined(payload) if transfer == "chunked" else payload
    if packing in {"", "identity"}:
        return data[:LARGEST]
    if packing not in _WINDOWS:
        if b"<" in data[:2048] or data.lstrip()[:1] in {b"{", b"["}:
            return data[:LARGEST]
        raise UnreadableError(
            say("some pages of the web archive are packed in a way that is not read here"),
            say("save those pages as HTML, and give the files"),
        )
    return unpacked(data, packing)


def joined(payload: bytes) -> bytes:
    """The chunks put together; the payload itself where it has no chunks."""
    parts: list[bytes] = []
    at = 0
    while found := _SIZE.match(payload, at):
        size = int(found[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(payload[found.end() : found.end() + size])
        at = found.end() + size + 2  # the line end after a chunk
    return b"".join(parts) or payload


def unpacked(data: bytes, packing: str) -> bytes:
    """The first `LARGEST` bytes unpacked; the bytes themselves where they are not packed."""
    for window in _WINDOWS[packing]:
        try:
            found = zlib.decompressobj(window).decompress(data, LARGEST)
        except zlib.error:
            continue
        if found:
            return found
    return data[:LARGEST]
