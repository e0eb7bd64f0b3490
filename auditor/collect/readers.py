"""Which reader reads a kind of content: ours, then those that other packages offer.

Another package offers a reader under the entry-point group ``auditor.readers``: an object with
``detects(data, name)`` and ``read(data, context)``. It is asked only about what no reader of ours
knows. Each reader is imported when its first file comes.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import urlsplit

from auditor import plugins
from auditor.collect import files, reading
from auditor.collect.archive import Archive, opened
from auditor.collect.member import Member
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item
from auditor.model.text import say

GROUP = "auditor.readers"
_MODULES = {
    reading.HTML: "auditor.collect.pages.page",
    reading.FEED: "auditor.collect.feeds",
    reading.LINKEDIN: "auditor.collect.exports.linkedin",
    reading.MASTODON: "auditor.collect.exports.mastodon",
    "": "auditor.collect.unknown",
}
"""Kind of content → the module that reads it; the last says why a file of no kind is not read."""


class Offered(Protocol):
    """A reader of another package."""

    def detects(self, data: bytes, name: str) -> bool:
        """Is it content of its kind?"""

    def read(self, data: bytes, context: Context) -> Iterator[Item]:
        """Yield what the content shows."""


def read_path(path: Path, context: Context) -> Iterator[Item]:
    """What a file of the case shows; an archive and a long timeline are read where they lie.

    Raises:
        UnreadableError: empty, too large, closed to us, or a damaged archive.
    """
    start = files.start(path)
    archive = opened(path) if reading.is_zip(start) else None
    kind = reading.of_archive(archive) if archive is not None else reading.of_timeline(start)
    if archive is not None and kind is not None:
        yield from _module(kind).read_archive(archive, context)
    elif kind is not None:
        with Member(path.name, lambda: path.open("rb")) as file:
            yield from _module(kind).read_stream(file, context)
    else:
        yield from read_file(files.content(path), context)


def read_file(data: bytes, context: Context) -> Iterator[Item]:
    """What a file or a fetched page shows; for what no reader knows, why it cannot be read."""
    name = _name(context)
    kind = reading.detect(data, name)
    if kind is not None:
        yield from _module(kind).read(data, context)
        return
    for each in plugins.named(GROUP).values():
        offered = cast("Offered", each)
        if offered.detects(data, name):
            yield from offered.read(data, context)
            return
    yield from _module("").read(data, context)


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """What an unpacked export shows.

    Raises:
        UnreadableError: the folder is no export that is read here.
    """
    kind = reading.of_archive(archive)
    if kind is None:
        raise UnreadableError(
            say("the folder is no export that is read here"),
            say("name a file, or the folder of an export of LinkedIn or Mastodon"),
        )
    yield from _module(kind).read_archive(archive, context)


def _name(context: Context) -> str:
    """The last part of the path or address: a hint where the content cannot tell."""
    place = context.source.path or urlsplit(context.address or "").path
    return place.rpartition("/")[2]


def _module(kind: str) -> Any:
    return import_module(_MODULES[kind])
