"""Documents of office programs (OOXML, OpenDocument): the properties that lie beside their text."""

from collections.abc import Iterator
from typing import Any

from auditor.collect.archive import Archive, opened
from auditor.collect.dates import day
from auditor.collect.media import document
from auditor.collect.media.document import Document
from auditor.collect.media.markup import LARGEST, root
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.profile import Item
from auditor.model.text import say

_CORE, _APP, _META = "docProps/core.xml", "docProps/app.xml", "meta.xml"
_LONGEST = 500
"""Characters of a property: a title, a name."""


def read(data: bytes, context: Context) -> Iterator[Item]:
    """What a document's properties say."""
    try:
        yield from read_archive(opened(data), context)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """What a document's properties say, the document being an archive.

    Raises:
        UnreadableError: a part of it is damaged or larger than a part can be.
    """
    parts = [_texts(archive, name) for name in (_CORE, _APP, _META) if name in archive.names]
    if not parts:
        yield failed(
            context.source.id,
            say("the document carries no properties"),
            say("nothing to do: it says nothing of who wrote it"),
        )
        return
    core = {key: text for part in reversed(parts) for key, text in part.items()}
    yield from document.items(_document(core), context, _file(context))


def _document(texts: dict[str, str]) -> Document:
    """From the local names of both formats: Dublin Core, Office's own, OpenDocument's."""
    first = texts.get("initial-creator") or texts.get("creator", "")
    return Document(
        author=first,
        editor=texts.get("lastModifiedBy")
        or (texts.get("creator", "") if "initial-creator" in texts else ""),
        manager=texts.get("Manager", ""),
        company=texts.get("Company", ""),
        title=texts.get("title", ""),
        subject=texts.get("subject", "") or texts.get("description", ""),
        program=texts.get("Application") or texts.get("generator", ""),
        created_on=day(texts.get("created") or texts.get("creation-date", "")),
        changed_on=day(texts.get("modified") or texts.get("date", "")),
    )


def _texts(archive: Archive, name: str) -> dict[str, str]:
    """Local name → text of the elements that hold nothing but text; the first of each."""
    with archive.stream(name) as member:
        tree = root(member.read(LARGEST + 1))
    if tree is None:
        raise UnreadableError(
            say("the properties of the document are damaged"),
            say("open the document, save it again, and give that"),
        )
    found: dict[str, str] = {}
    for element in tree.iter("*"):
        _keep(element, found)
    return found


def _keep(element: Any, found: dict[str, str]) -> None:
    text = " ".join((element.text or "").split())[:_LONGEST]
    if text and len(element) == 0:
        found.setdefault(element.tag.rpartition("}")[2], text)


def _file(context: Context) -> str:
    return context.address or (context.source.path or "").rpartition("/")[2]
