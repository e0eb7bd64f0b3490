"""What a file is by its first bytes, and an archive by its members, where it is no network's export."""

import zlib
from typing import Any

from auditor.collect.archive import Archive
from auditor.collect.unreadable import UnreadableError

PICTURE, PDF, OFFICE, ALBUM, WARC = "picture", "pdf", "office", "album", "warc"
OEMBED = "oembed"
ENOUGH = 64
"""Bytes that tell."""
_STARTS = {
    b"\xff\xd8\xff": PICTURE,
    b"\x89PNG\r\n\x1a\n": PICTURE,
    b"GIF87a": PICTURE,
    b"GIF89a": PICTURE,
    b"II*\x00": PICTURE,
    b"MM\x00*": PICTURE,
    b"%PDF-": PDF,
    b"WARC/": WARC,
    b"filedesc://": WARC,
}
_ANSWERS = frozenset({"photo", "video", "link", "rich"})
_GZIP, _UNPACKED_GZIP = b"\x1f\x8b", 31
_WEB = (".warc", ".warc.gz", ".arc", ".arc.gz")
_HEIF = frozenset((b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"))
_OPEN = frozenset({"mimetype", "META-INF/manifest.xml"})
_TRIED = 20
"""Members of a folder that are opened to tell whether most of them are pictures."""


def sign(start: bytes) -> str | None:
    """`picture`, `pdf` or `warc`; None for anything else."""
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return PICTURE
    if start[:2] == _GZIP:
        return (
            WARC if _unpacked(start[: ENOUGH * 8]).startswith((b"WARC/", b"filedesc://")) else None
        )
    return next((kind for each, kind in _STARTS.items() if start.startswith(each)), None)


def is_heif(start: bytes) -> bool:
    """Is it a picture in a format of films (HEIC, AVIF), which is not read here?"""
    return start[4:8] == b"ftyp" and start[8:12] in _HEIF


def of_archive(archive: Archive) -> str | None:
    """`office`, `warc` or `album`: what an archive or a folder is that is no network's export."""
    names = frozenset(archive.names)
    if "[Content_Types].xml" in names or names >= _OPEN:
        return OFFICE
    if any(name.casefold().endswith(_WEB) for name in names):
        return WARC
    tried = archive.names[:_TRIED]
    return ALBUM if 2 * sum(_is_picture(archive, name) for name in tried) > len(tried) else None


def is_oembed(document: Any) -> bool:
    """Is it an answer of an oEmbed provider: its version, and one of the four types?"""
    if not isinstance(document, dict) or str(document.get("type")) not in _ANSWERS:
        return False
    return str(document.get("version", "")).startswith("1.")


def _is_picture(archive: Archive, name: str) -> bool:
    try:
        with archive.stream(name) as member:
            start = member.read(ENOUGH)
            return sign(start) == PICTURE or is_heif(start)
    except UnreadableError:
        return False


def _unpacked(start: bytes) -> bytes:
    try:
        return zlib.decompressobj(_UNPACKED_GZIP).decompress(start, ENOUGH)
    except zlib.error:
        return b""
