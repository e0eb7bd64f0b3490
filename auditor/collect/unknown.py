"""Files of no kind that is read: each is named with what it is and what to do about it."""

from collections.abc import Iterator

from auditor.collect import jsontext, signs
from auditor.collect.archive import opened
from auditor.collect.pages.document import refuse
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.failure import Failure
from auditor.model.text import say

_HEIF = (
    say("the picture is HEIC or AVIF, which is not read here"),
    say("export it as JPEG with its metadata, and give that"),
)


def read(data: bytes, context: Context) -> Iterator[Failure]:
    """Why the file cannot be read: one failure."""
    if signs.is_heif(data):
        yield failed(context.source.id, *_HEIF)
        return
    try:
        if data.startswith(b"PK"):
            opened(data)
            what = say("the archive is no export that is read here")
        elif data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
            jsontext.parse(data)
            what = say("the JSON is no export that is read here")
        else:
            refuse(data)
            what = say("the file is of no kind that is read here")
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    yield failed(
        context.source.id,
        what,
        say("give a saved page, a feed, a picture, a web archive or an export"),
    )
