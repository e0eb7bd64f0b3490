"""A folder or an archive of pictures as one source: one profile, a post for each picture."""

from collections.abc import Iterator
from dataclasses import replace

from auditor.collect import signs, unknown
from auditor.collect.archive import Archive
from auditor.collect.media.photo import profile, read
from auditor.collect.media.picture import LARGEST
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.failure import Failure
from auditor.model.profile import Batch, Item, Post, Profile
from auditor.model.text import Text, say

MOST = 20_000
"""Pictures of a folder that are read: at 20 ms each, what a person waits for."""
_PART = 200
"""Posts handed on at a time."""

_OTHER: tuple[Text, Text] = (
    say("some files of the folder are no pictures"),
    say("give what else is to be read as a source of its own"),
)


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The pictures of a folder; each reason why some could not be read is told once."""
    yield profile(context, ())
    faults: dict[tuple[str, str], Failure] = {}
    posts: list[Post] = []
    for number, name in enumerate(archive.names[:MOST], start=1):
        for item in _items(archive, name, context):
            if isinstance(item, Profile):
                posts += [replace(post, id=f"post-{number}") for post in item.posts]
            elif isinstance(item, Failure):
                faults.setdefault((str(item.reason), str(item.mend)), item)
        if len(posts) >= _PART:
            yield Batch(source=context.source.id, posts=tuple(posts))
            posts = []
    if posts:
        yield Batch(source=context.source.id, posts=tuple(posts))
    yield from faults.values()
    if len(archive.names) > MOST:
        yield failed(
            context.source.id,
            say("only the first %(count)s pictures of the folder were read", count=MOST),
            say("give the others as a source of their own"),
        )


def _items(archive: Archive, name: str, context: Context) -> Iterator[Item]:
    short = name.replace("\\", "/").rpartition("/")[2]
    here = replace(context, source=replace(context.source, path=short))
    try:
        with archive.stream(name) as member:
            start = member.read(signs.ENOUGH)
            is_picture = signs.sign(start) == signs.PICTURE
            data = start + (member.read(LARGEST + 1 - len(start)) if is_picture else b"")
        if is_picture:
            yield from _read(data, here)
        elif signs.is_heif(start):
            yield from unknown.read(start, here)
        else:
            yield failed(context.source.id, *_OTHER)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)


def _read(data: bytes, context: Context) -> Iterator[Item]:
    """One picture, in the process that pictures are read in."""
    if context.apart is None:
        return read(data, context)
    return context.apart(signs.PICTURE, data, context)
