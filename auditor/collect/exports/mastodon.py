"""Mastodon: the archive of an account, or a lone ActivityStreams 2 document, however long."""

import io
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, islice

from auditor.collect.archive import Archive, opened
from auditor.collect.exports import outbox
from auditor.collect.exports.activity import Node, author
from auditor.collect.exports.actor import placed, profile
from auditor.collect.exports.handed import MOST, PART, part
from auditor.collect.exports.notes import Entry, Note, Timeline
from auditor.collect.exports.outbox import Found
from auditor.collect.reading import Context
from auditor.collect.stream import Readable
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Batch, Item, Post
from auditor.model.text import Text, say


def read(data: bytes, context: Context) -> Iterator[Item]:
    """The account of a zip, or of one JSON document."""
    if data[:2] != b"PK":
        yield from read_stream(io.BytesIO(data), context)
        return
    try:
        yield from read_archive(opened(data), context)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)


def read_stream(file: Readable, context: Context) -> Iterator[Item]:
    """The account of one JSON document."""
    yield from _read([file], context)


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of a zip or of a folder; a part that is missing or damaged is a failure."""
    with ExitStack() as files:
        found: list[Readable] = []
        for name in ("actor.json", "outbox.json"):
            try:
                found.append(files.enter_context(archive.stream(_member(archive, name))))
            except UnreadableError as fault:
                yield fault.failure(context.source.id)
        if found:
            yield from _read(found, context)


def _member(archive: Archive, name: str) -> str:
    member = archive.find(name)
    if member is None:
        raise _left_out(say("%(file)s is missing from the archive", file=name))
    return member


def _read(files: list[Readable], context: Context) -> Iterator[Item]:
    found = Found()
    entries = chain.from_iterable(
        chain.from_iterable(outbox.entries(file, found) for file in files)
    )
    head = list(islice(entries, PART))
    actor = found.actor or (_author(head[0]) if head else {})
    posts = _posts(
        chain(head, entries), found, Timeline(actor=actor, context=placed(actor, context))
    )
    shown = profile(actor, part(posts), context)
    if shown.fields or shown.posts or shown.links:
        yield shown
    elif not found.faults:
        found.faults.append(_left_out(say("the document shows neither an account nor a post")))
    while more := part(posts):
        yield Batch(source=context.source.id, posts=more)
    yield from (fault.failure(context.source.id) for fault in found.faults)


def _posts(entries: Iterable[Entry], found: Found, timeline: Timeline) -> Iterator[Post]:
    for number, entry in enumerate(entries, start=1):
        if number > MOST:
            found.faults.append(_left_out(say("posts beyond %(count)s are left out", count=MOST)))
            return
        post = timeline.post(f"post-{number}", entry)
        if post.text:
            yield post


def _author(entry: Entry) -> Node:
    if isinstance(entry, tuple):
        return author(*entry)
    by = entry.object.attributed_to if isinstance(entry.object, Note) else None
    return author({"attributedTo": by}, {"actor": entry.actor})


def _left_out(reason: Text) -> UnreadableError:
    return UnreadableError(reason, say("give the archive as the server made it"))
