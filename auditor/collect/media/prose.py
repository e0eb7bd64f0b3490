"""The text of a document: what a PDF shows page by page, what an office document holds paragraph by paragraph."""

from collections.abc import Iterator
from typing import Any

from auditor.collect.archive import Archive, opened
from auditor.collect.media import pdf
from auditor.collect.media.markup import LARGEST, root
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

MOST_PAGES = 200
"""Pages of a PDF that are read: a curriculum has a few, a portfolio some dozen."""
_BODIES = ("word/document.xml", "content.xml")
_BESIDE = ("word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")
"""Names stand in headers as often as in the body."""
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}
_APART = frozenset({"p", "h", "Fallback", "instrText", "delText"})
"""What is no part of a paragraph's text: boxes, older copies, codes of fields, what was struck out."""
_DEEPEST = 100
"""Elements inside one another in a paragraph; a written document has a dozen."""
_AGAIN = say("open the document, save it again, and give that")


def of_pdf(data: bytes) -> Iterator[str]:
    """The text of each page.

    Raises:
        UnreadableError: no PDF, damaged, protected, too large, or without any text.
    """
    if len(data) > pdf.LARGEST:
        raise UnreadableError(say("the document is larger than 64 MB"), _AGAIN)
    pdf.hush()
    try:
        pages = [page.extract_text() for page in pdf.opened(data).pages[:MOST_PAGES]]
    except UnreadableError:
        raise
    except Exception:  # a damaged file leads its parser to errors of any kind
        raise UnreadableError(say("the PDF is damaged"), _AGAIN) from None
    if not any(map(str.strip, pages)):
        raise UnreadableError(
            say("the PDF holds pictures of text and no text"),
            say("ask for the document as text, or copy its words into a file"),
        )
    yield from pages


def of_office(data: bytes) -> Iterator[str]:
    """The paragraphs of a text document, those of its headers and notes after them.

    Raises:
        UnreadableError: damaged, too large, or no document of text.
    """
    archive = opened(data)
    bodies = [name for name in _BODIES if name in archive.names]
    if not bodies:
        raise UnreadableError(say("the document is no text"), _AGAIN)
    beside = sorted(name for name in archive.names if name.startswith(_BESIDE))
    for name in (*bodies, *beside):
        yield from _paragraphs(archive, name)


def _paragraphs(archive: Archive, name: str) -> Iterator[str]:
    with archive.stream(name) as member:
        tree = root(member.read(LARGEST + 1))
    if tree is None:
        raise UnreadableError(say("the text of the document is damaged or too large"), _AGAIN)
    for element in tree.iter("*"):
        if _local(element) in {"p", "h"} and not _is_fallback(element):
            yield "".join(_texts(element))


def _texts(element: Any, depth: int = 0) -> Iterator[str]:
    """The letters of a paragraph; paragraphs inside it (boxes) are read on their own."""
    local = _local(element)
    if depth and (local in _APART or depth > _DEEPEST):
        return
    yield _BREAKS.get(local, "") + (element.text or "")
    for child in element:
        yield from _texts(child, depth + 1)
        # Between the elements of a file laid out for reading there is nothing but layout.
        yield (child.tail or "") if (child.tail or "").strip(" ") != "\n" else ""


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_fallback(element: Any) -> bool:
    """Is it the older copy of what stands there in a newer form already?"""
    return any(_local(each) == "Fallback" for each in element.iterancestors())
