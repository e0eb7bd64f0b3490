"""Which reader reads a content: ours, then those that other packages offer.

What no reader of ours knows is offered to others (`collect.offered`). Each reader is imported when
its first file comes, and runs in the process that its kind is read in (`collect.modules`).
"""

import io
from collections.abc import Iterator
from pathlib import Path

from auditor import plugins
from auditor.collect import files, known, reading, stream
from auditor.collect.apis import answers
from auditor.collect.archive import Archive, opened, single, tarred
from auditor.collect.member import Member
from auditor.collect.modules import ANSWER, OFFERED, UNKNOWN, is_apart, module
from auditor.collect.offered import GROUP
from auditor.collect.reading import Context
from auditor.collect.tarball import is_tar
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.profile import Item
from auditor.model.text import say


def read_path(path: Path, context: Context) -> Iterator[Item]:
    """What a file of the case shows; an archive and a long timeline are read where they lie.

    Raises:
        UnreadableError: empty, too large, closed to us, or a damaged archive.
    """
    start = files.start(path)
    archive = opened(path) if reading.is_zip(start) else None
    kind = reading.of_archive(archive) if archive is not None else reading.of_stream(start)
    if archive is not None and kind is not None and not is_apart(kind):
        yield from _archive(kind, archive, context)
    elif is_tar(start):
        yield from read_archive(tarred(path), context)
    elif (found := known.lone(start)) is not None:
        yield from _archive(found.network, single(found.member, lambda: path.open("rb")), context)
    elif archive is None and kind is not None:
        with Member(path.name, lambda: path.open("rb")) as file:
            yield from module(kind).read_stream(file, context)
    else:
        yield from read_file(files.content(path), context)


def read_file(data: bytes, context: Context) -> Iterator[Item]:
    """What a file or a fetched page shows; for what no reader knows, why it cannot be read."""
    kind = reading.detect(data, reading.name_of(context))
    if kind is None and answers.detects(data):
        kind = ANSWER
    if kind is None:
        kind = OFFERED if plugins.offers(GROUP) else UNKNOWN
    yield from read_as(kind, data, context)


def read_as(kind: str, data: bytes, context: Context) -> Iterator[Item]:
    """What content of a known kind shows, read in the process that reads its kind.

    Raises:
        UnreadableError: reading it took more than it may, or broke the child that read it.
    """
    if is_apart(kind) and context.apart is not None:
        yield from context.apart(kind, data, context)
    elif reading.is_zip(data) and not is_apart(kind) and kind != UNKNOWN:
        yield from _archive(kind, opened(data), context)
    elif found := known.lone(data[: stream.WHOLE]):
        yield from _archive(kind, single(found.member, lambda: io.BytesIO(data)), context)
    else:
        yield from module(kind).read(data, context)


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """What an unpacked export shows.

    Raises:
        UnreadableError: the folder is no export that is read here.
    """
    kind = reading.of_archive(archive)
    if kind is None:
        raise UnreadableError(
            say("the folder is no export that is read here"),
            say("name a file, or the folder of an export; `auditor networks list` names them"),
        )
    yield from _archive(kind, archive, context)


def _archive(kind: str, archive: Archive, context: Context) -> Iterator[Item]:
    if kind in known.networks() and known.is_html(archive, kind):
        raise UnreadableError(
            say("the export is of the flavour made for reading (HTML), which is not read"),
            say("ask the network for the export again, and choose the format JSON"),
        )
    yield from module(kind).read_archive(archive, context)
    if kind in known.networks():
        for other in known.beside(archive, kind):
            yield failed(
                context.source.id,
                say(
                    "files of another export lie in it, and were not read: %(network)s",
                    network=other,
                ),
                say("give each export as a source of its own"),
            )
