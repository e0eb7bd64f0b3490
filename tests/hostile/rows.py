"""A row of the hostile table: an input as real bytes, and how reading it must end.

To add one: a line in `archives`, `documents`, `pages`, `people` or `sites`. Every input holds the
canary's name or one of its signs where it can hold any; nothing but the result may.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.collect.site import Site

NAME, HANDLE, TOWN = "Zélie Canarivane", "zelcanari77", "Canaribourg"
SIGNS = ("Canarivane", "canarivane", HANDLE, TOWN)
SUBJECT = {"name": NAME, "aliases": [HANDLE], "town": TOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One input. It is refused with a reason, or read, or both: read in part, and said so."""

    name: str
    make: Callable[[Path], object] = lambda path: None
    """Writes the file, or fills the folder, at the path."""
    file: str = ""
    site: Callable[[Site], str] | None = None
    """Sets up a site on loopback instead, and says which of its addresses is read."""
    refused: str = ""
    """A pattern of the reason; none: there must be no failure."""
    reads: tuple[str, ...] = ()
    """Texts of fields, posts, people or titles that must be there."""
    hides: tuple[str, ...] = ()
    """Texts that must not be anywhere in what was read."""
    source: Mapping[str, object] = field(default_factory=dict)
    """What the mandate says of it."""


def row(name: str, file: str, content: bytes | str | Callable[[Path], object], **more) -> Row:
    """A row of given bytes, or of what a function writes."""
    data = content.encode() if isinstance(content, str) else content
    make = data if callable(data) else lambda path: path.write_bytes(data)
    return Row(name=name, file=file, make=make, **more)


def zipped(*members: tuple[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of members, in order, names as they are."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


PROFILE = "First Name,Last Name,Headline,Geo Location\nZélie,Canarivane,Relieuse,Canaribourg\n"


def page(body: str, head: str = "") -> bytes:
    """A page that names the canary."""
    return (
        f"<!doctype html><html lang=fr><head><meta charset=utf-8><title>{NAME}</title>{head}</head>"
        f"<body><h1>{NAME}</h1>{body}</body></html>"
    ).encode("utf-8", "surrogatepass")
