"""A document read for its words alone: a saved page, a PDF, an office document; nothing is understood."""

from collections.abc import Iterator

from auditor.collect import reading, signs
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item, Page, Post
from auditor.model.visibility import UNKNOWN_SIGHT


def read(data: bytes, context: Context) -> Iterator[Item]:
    """The text, piece by piece, and what of it could not be read."""
    try:
        pieces = [each for each in _pieces(data, context) if each.strip()]
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    yield Page(
        source=context.source.id,
        network=None,
        url=None,
        collector="written",
        observed_at=context.observed_at,
        sight=UNKNOWN_SIGHT,
        posts=tuple(Post(id=f"block-{at}", text=each) for at, each in enumerate(pieces, 1)),
    )


def _pieces(data: bytes, context: Context) -> Iterator[str]:
    from auditor.collect.media import prose

    kind = reading.detect(data, reading.name_of(context))
    if kind == signs.PDF:
        return prose.of_pdf(data)
    if kind == signs.OFFICE:
        return prose.of_office(data)
    return _of_page(data, context)


def _of_page(data: bytes, context: Context) -> Iterator[str]:
    from auditor.collect.pages import text
    from auditor.collect.pages.document import parse

    return (each.text for each in text.blocks(parse(data, context).soup))
