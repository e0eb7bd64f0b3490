"""The text of a note or a document, and nothing more: no fact, no joining, no viewer."""

from collections.abc import Mapping
from datetime import datetime

from auditor.collect import reading, signs
from auditor.collect.apart.bounds import bounds
from auditor.collect.apart.process import Apart
from auditor.collect.encodings import START, encoding_of
from auditor.collect.modules import WRITTEN
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.errors import AuditorError
from auditor.model.failure import Failure
from auditor.model.mandate import Source
from auditor.model.network import Network
from auditor.model.profile import Page

TEXTS = (".txt", ".md", ".text")
"""Endings of files that are text whatever they begin with."""
_DOCUMENTS = frozenset({reading.HTML, signs.PDF, signs.OFFICE})


def text_of(data: bytes, name: str, *, networks: Mapping[str, Network], now: datetime) -> str:
    """The text of a file's content; a document is read in a limited child process.

    Raises:
        AuditorError: it is no text and no document, or cannot be read.
    """
    kind = None if name.casefold().endswith(TEXTS) else reading.detect(data, name)
    if kind not in _DOCUMENTS:
        return _decoded(data)
    source = Source(id="document", path=name, owner="other")
    with Apart(networks, bounds()) as apart:
        context = Context(source=source, network=None, networks=networks, observed_at=now)
        try:
            found = list(apart(WRITTEN, data, context))
        except UnreadableError as fault:
            raise _told(fault.failure(source.id)) from None
    pages = [each for each in found if isinstance(each, Page)]
    if not pages:
        raise _told(next(each for each in found if isinstance(each, Failure)))
    return "\n".join(post.text for page in pages for post in page.posts) + "\n"


def _told(failure: Failure) -> AuditorError:
    return AuditorError(failure.reason.id, **dict(failure.reason.details))


def _decoded(data: bytes) -> str:
    encoding = encoding_of(data[:START])
    if encoding is None or data.startswith((b"%PDF", b"PK\x03\x04")):
        raise AuditorError("the file is neither text, nor a page, a PDF or a text document")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise AuditorError("the text is not UTF-8; save it as UTF-8") from fault
