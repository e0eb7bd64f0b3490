"""A PDF's own account of who made it, with what and when; its text is not read."""

import io
import logging
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from auditor.collect.dates import day
from auditor.collect.media import document, xmp
from auditor.collect.media.document import Document
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item
from auditor.model.text import say

if TYPE_CHECKING:
    from pypdf import PdfReader

LARGEST = 64_000_000
"""Bytes of a file that is read: as large as a member of an archive may be."""
_DATE = re.compile(r"\s*(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_LONGEST = 500


def read(data: bytes, context: Context) -> Iterator[Item]:
    """What the document says of itself."""
    try:
        found = describe(data)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    file = context.address or (context.source.path or "").rpartition("/")[2]
    yield from document.items(found, context, file)


def describe(data: bytes) -> Document:
    """The properties of a PDF: its information dictionary, else its XMP.

    Raises:
        UnreadableError: no PDF, damaged, protected by a password, or too large.
    """
    if len(data) > LARGEST:
        raise UnreadableError(say("the document is larger than 64 MB"), _AGAIN)
    hush()
    try:
        reader = opened(data)
        info, packet = _info(reader), xmp.read(_packet(reader))
    except UnreadableError:
        raise
    except Exception:  # a damaged file leads its parser to errors of any kind
        raise UnreadableError(say("the PDF is damaged"), _AGAIN) from None
    return Document(
        author=info.get("/Author") or xmp.first(packet, "dc:creator"),
        company=info.get("/Company", ""),
        title=info.get("/Title") or xmp.first(packet, "dc:title"),
        subject=info.get("/Subject") or xmp.first(packet, "dc:description"),
        program=info.get("/Creator")
        or info.get("/Producer")
        or xmp.first(packet, "xmp:CreatorTool", "pdf:Producer"),
        created_on=_day(info.get("/CreationDate", "")) or day(xmp.first(packet, "xmp:CreateDate")),
        changed_on=_day(info.get("/ModDate", "")) or day(xmp.first(packet, "xmp:ModifyDate")),
    )


_AGAIN = say("open the document, print it into a new PDF, and give that")


def opened(data: bytes) -> "PdfReader":
    """The PDF, its password empty or none.

    Raises:
        UnreadableError: it asks for a password.
    """
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError(
            say("the PDF is protected by a password, which is not asked for"),
            say("save it without the password, and give that"),
        )
    return reader


def _info(reader: "PdfReader") -> dict[str, str]:
    """The texts of the information dictionary; what is no text is left out."""
    found: Mapping[str, Any] = reader.metadata or {}
    return {
        str(key): " ".join(text.split())[:_LONGEST]
        for key in found
        if (text := _text(found.get(key)))
    }


def _text(value: Any) -> str:
    value = value.get_object() if hasattr(value, "get_object") else value
    return value if isinstance(value, str) else ""


def _packet(reader: "PdfReader") -> bytes:
    """The XMP packet; none where there is none or it cannot be unpacked."""
    try:
        found = reader.root_object.get("/Metadata")
        return bytes(found.get_object().get_data()) if found is not None else b""
    except Exception:  # it is read beside the dictionary, and may be damaged alone
        return b""


def _day(written: str) -> date | None:
    """The day of ``D:20080614101112+02'00'``."""
    found = _DATE.match(written)
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
    except ValueError:
        return None


def hush() -> None:
    """The parser's warnings quote the file; nothing of a file goes into a log."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
