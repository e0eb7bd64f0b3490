"""Where a recorded track begins: the first point of a GPX file, packed with gzip or not.

Nothing is parsed as XML and no more than the head of a file is read. A file that is damaged, cut before
its first point or of another form tells nothing.
"""

import re
import zlib

from auditor.collect.archive import Archive
from auditor.collect.unreadable import UnreadableError

HEAD = 65_536
"""Bytes that are read of a file, and that are unpacked of it: a header has some hundred."""
_NAME = re.compile(r"(?:[\w.-]{1,80}/){0,4}[\w.-]{1,120}\.gpx(\.gz)?", re.IGNORECASE)
_POINT = re.compile(rb"<trkpt\s([^<>]{1,300})>")
_DEGREES = re.compile(rb"""\b(lat|lon)\s{0,3}=\s{0,3}["'](-?\d{1,3}(?:\.\d{1,20})?)["']""")
_GZIP = 31
"""What zlib calls gzip with the largest window."""
Point = tuple[float, float]


def start(archive: Archive, name: str) -> Point | None:
    """Latitude and longitude of the first point of a track of the archive."""
    known = _NAME.fullmatch(name)
    if known is None:
        return None
    try:
        head = _head(archive, name)
        return first(_unpacked(head) if known[1] else head)
    except (UnreadableError, zlib.error):
        return None


def first(head: bytes) -> Point | None:
    """Latitude and longitude of the first point that the head of a GPX file holds."""
    found = _POINT.search(head)
    told = dict(_DEGREES.findall(found[1])) if found else {}
    if not told.keys() >= {b"lat", b"lon"}:
        return None
    latitude, longitude = float(told[b"lat"]), float(told[b"lon"])
    # A receiver without a signal writes zeros: an island that does not exist.
    placed = abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude or longitude)  # noqa: PLR2004
    return (latitude, longitude) if placed else None


def _head(archive: Archive, name: str) -> bytes:
    found = archive.find(name)
    if found is None:
        return b""
    with archive.stream(found) as file:
        return file.read(HEAD)


def _unpacked(data: bytes) -> bytes:
    return zlib.decompressobj(_GZIP).decompress(data, HEAD)
