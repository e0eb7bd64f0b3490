"""The bytes of a page into a tree: decoded, capped, and refused with a reason where it is none."""

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect.addresses import resolve
from auditor.collect.pages.element import attribute
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.failure import Failure
from auditor.model.text import Text, say

LARGEST = 2_000_000
"""Bytes that are read (knowledge/sources.md §0.5); a saved profile is seldom over 1 MB."""
MOST_TAGS = 30_000
"""Tags that are read: a page of 400 posts has about 6,000; the parser's time grows with them."""
DEEPEST = 128
"""Levels that are kept: what lies deeper becomes plain text. Pages made by hand or by the large
sites stay under 100; without a floor, questions to nested elements take quadratic time."""
_SAMPLE = 2048
_MOST_CONTROL = 0.02
"""Share of control characters above which bytes are no text."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,300}>")
_NOT_HTML = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"PK\x03\x04": "ZIP",
    b"RIFF": "WEBP",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page that can be read, and what of it could not."""

    soup: BeautifulSoup
    address: str | None
    """Where it stands: fetched from, or as it says itself."""
    base: str | None
    """What its references start from."""
    failures: tuple[Failure, ...]

    @property
    def title(self) -> str:
        """The page's title."""
        found = self.soup.title
        return " ".join(found.get_text().split())[:300] if found else ""


def parse(data: bytes, context: Context) -> Document:
    """The page of the bytes.

    Raises:
        UnreadableError: empty, or no web page.
    """
    refuse(data)
    failures: list[Failure] = []
    name = context.source.id
    if len(data) > LARGEST or data.count(b"<") > MOST_TAGS:
        data = _cut(data)
        failures.append(failed(name, *_LONG))
    text, sure = _decode(data)
    if not sure:
        failures.append(failed(name, *_MISENCODED))
    try:
        soup = BeautifulSoup(_markup(text), "lxml", from_encoding="utf-8")
    except (RecursionError, ValueError, AssertionError):
        raise UnreadableError(say("the page cannot be parsed"), _SAVE_AGAIN) from None
    if _flattened(soup):
        failures.append(failed(name, *_DEEP))
    address = context.address or context.source.url or _own_address(soup)
    base = soup.find("base", href=True)
    start = attribute(base, "href") if isinstance(base, Element) else ""
    return Document(
        soup=soup,
        address=address,
        base=resolve(address, start) or address,
        failures=tuple(failures),
    )


_SAVE_AGAIN = say("open the page without being logged in, and save it as HTML")
_LONG: tuple[Text, Text] = (
    say("the page is too long: only its first part was read"),
    say("save the profile itself, not its whole history"),
)
_MISENCODED: tuple[Text, Text] = (
    say("the page is not in the encoding it declares; it was read as windows-1252"),
    say("check the accents in what was read, or save the page as UTF-8"),
)
_DEEP: tuple[Text, Text] = (
    say("the page is nested too deep: its depths were read as plain text"),
    say("check that the file is the page as your browser saved it"),
)


def refuse(data: bytes) -> None:
    """Let only what may be a web page pass.

    Raises:
        UnreadableError: empty, of another kind, binary.
    """
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        raise UnreadableError(say("the file is empty"), _SAVE_AGAIN)
    for signature, kind in _NOT_HTML.items():
        if data.lstrip().startswith(signature):
            raise UnreadableError(
                say("the file is %(kind)s, not a web page", kind=kind), _SAVE_AGAIN
            )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    sample = data[:_SAMPLE]
    control = sum(byte < 9 or 13 < byte < 32 for byte in sample)  # noqa: PLR2004 (ASCII)
    if control / len(sample) > _MOST_CONTROL:
        raise UnreadableError(say("the file is binary, not a web page"), _SAVE_AGAIN)
    if b"<" not in data:
        raise UnreadableError(say("the file is not a web page"), _SAVE_AGAIN)


def _markup(text: str) -> bytes:
    """The text without the prologue of XHTML: the parser warns of it, and needs none."""
    return _PROLOGUE.sub("", text, count=1).encode("utf-8", "replace")


def _cut(data: bytes) -> bytes:
    """The first part of a page: at most `LARGEST` bytes and `MOST_TAGS` tags."""
    data = data[:LARGEST]
    last = next(islice(re.finditer(b"<", data), MOST_TAGS, None), None)
    return data[: last.start()] if last else data


def text_of(data: bytes) -> str:
    """The text of a page, in the encoding that it declares, else UTF-8, else windows-1252."""
    return _decode(data)[0]


def _decode(data: bytes) -> tuple[str, bool]:
    """The text, and whether it is in the encoding the page declares (or in UTF-8)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), True
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", errors="replace"), True
    declared = _CHARSET.search(data[:_SAMPLE])
    names = [declared[1].decode("ascii", "replace")] if declared else []
    for name in [*names, "utf-8"]:
        try:
            # Not final: a cut may fall inside a character, which is not held against the page.
            b"a".decode(_known(name))  # refuses codecs that are no encoding of text, as "hex"
            return codecs.getincrementaldecoder(_known(name))().decode(data), True
        except (ValueError, LookupError):
            continue
    return data.decode("windows-1252", errors="replace"), not names


def _known(name: str) -> str:
    """Browsers read Latin-1 as windows-1252, and so does everybody who writes it."""
    plain = name.casefold()
    return "windows-1252" if plain in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else plain


def _flattened(soup: BeautifulSoup) -> bool:
    """Make plain text of what is nested too deep; say whether anything was."""
    found = False
    waiting: list[tuple[Element, int]] = [(soup, 0)]
    while waiting:
        element, level = waiting.pop()
        children = [each for each in element.contents if isinstance(each, Element)]
        if level < DEEPEST:
            waiting.extend((each, level + 1) for each in children)
        elif children:
            text = element.get_text(" ")
            element.clear()
            element.append(text)
            found = True
    return found


def _own_address(soup: BeautifulSoup) -> str | None:
    """The address the page gives itself."""
    canonical = soup.find("link", rel="canonical")
    shared = soup.find("meta", property="og:url")
    for found, key in ((canonical, "href"), (shared, "content")):
        if isinstance(found, Element) and resolve(None, attribute(found, key)):
            return attribute(found, key)
    return None
