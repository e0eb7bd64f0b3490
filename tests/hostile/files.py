"""Pictures, documents and web archives that lie about what they hold."""

# ruff: noqa: E501 (a row of a table is a line)

import gzip
import struct
import zlib

from tests.hostile.rows import NAME, Row, page, row, zipped


def _png(width: int, height: int, pixels: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    text = b"Author\0" + NAME.encode("latin-1", "replace")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"tEXt", text)
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND", b"")
    )


def _pdf_bomb(path) -> None:
    data = zlib.compress(b"0" * 200_000_000)
    path.write_bytes(_OBJECTS + str(len(data)).encode() + b">>stream\n" + data + _END)


def _office_bomb(path) -> None:
    core = b"<a>" + b" " * 200_000_000
    path.write_bytes(zipped(_TYPES, ("docProps/core.xml", core), ("word/document.xml", "<w/>")))


def _jpeg(exif: bytes) -> bytes:
    body = b"Exif\0\0" + exif
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"


_LOOP = b"II*\0" + struct.pack("<I", 8) + struct.pack("<HHHIII", 1, 0x8769, 4, 1, 8, 8)
"""A directory whose only entry, and whose next directory, is itself."""
_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Parent 1 0 R>>endobj\ntrailer<</Root 1 0 R/Info 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
_OBJECTS = b"%PDF-1.5\n1 0 obj<</Type/ObjStm/N 100000/First 10/Filter/FlateDecode/Length "
_END = b"\nendstream endobj\ntrailer<</Root 1 0 R/Info 1 0 R>>\nstartxref\n9\n%%EOF"
_TYPES = ("[Content_Types].xml", "<Types/>")
_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{(f"&{chr(97 + n)};") * 10}">' for n in range(9))
    + "]><cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'><x>&j;</x></cp:coreProperties>"
)
_BODY = page(f"<p>{NAME} écrit.</p>")
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _BODY


def _warc(body: bytes = _HTTP, declared: int | None = None) -> bytes:
    length = len(body) if declared is None else declared
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://zelie.example/\r\nWARC-Date: 2026-01-05T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


ROWS: tuple[Row, ...] = (
    row("picture: 60,000 by 60,000 declared", "a.png", _png(60_000, 60_000), refused="too many dots"),
    row("picture: 20,000 by 20,000 of one colour", "a.png", lambda path: path.write_bytes(_png(20_000, 20_000, b"\0" * 400_000_000)), refused="too many dots"),
    row("picture: cut", "a.png", _png(100, 100, b"\0" * 30_100)[:-40]),
    row("picture: metadata in a circle", "a.jpg", _jpeg(_LOOP), refused="damaged"),
    row("picture: metadata of nothing", "a.jpg", _jpeg(b"II*\0\xff\xff\xff\xff"), refused="damaged"),
    row("pdf: objects in a circle", "a.pdf", _PDF, refused="damaged"),
    row("pdf: bomb, 200 MB in 0.2 MB", "a.pdf", _pdf_bomb, refused="damaged"),
    row("pdf: cut", "a.pdf", _PDF[:60], refused="damaged"),
    row("pdf: a million openings", "a.pdf", b"%PDF-1.4\n" + b"<<" * 500_000, refused="damaged"),
    row("office: billion laughs", "a.docx", zipped(_TYPES, ("docProps/core.xml", _LAUGHS), ("word/document.xml", "<w/>")), refused="damaged"),
    row("office: bomb", "a.docx", _office_bomb, refused="larger than"),
    row("warc: one page", "a.warc", _warc(), reads=("écrit",)),
    row("warc: cut", "a.warc", _warc()[:-60], refused="."),
    row("warc: declares more than it holds", "a.warc", _warc(declared=10_000_000), refused="."),
    row("warc: declares less than nothing", "a.warc", _warc(declared=-5), refused="."),
    row("warc: words alone", "a.warc", b"WARC/1.0\r\n" + NAME.encode() * 1000, refused="."),
    row("warc: bomb, 500 MB in 0.5 MB", "a.warc.gz", lambda path: path.write_bytes(gzip.compress(_warc(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b" " * 500_000_000))), refused="holds no page"),
    row("warc: 20,000 records", "a.warc", lambda path: path.write_bytes(_warc(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x") * 20_000)),
    row("warc: a page of 29,000 nested h-cards", "a.warc", _warc(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page('<div class="h-card">' * 29_000)), refused="too deep"),
)  # fmt: skip
