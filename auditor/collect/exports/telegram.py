"""Telegram: the start of the full export, or the export of one channel. Chats are never read.

Of a full export only what it says of the account is taken apart, and contacts are counted. The export of
a channel is what the channel shows.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import time
from itertools import chain, count
from typing import Any

from msgspec import Struct

from auditor.collect import jsontext, stream
from auditor.collect.archive import Archive
from auditor.collect.dates import day, unix_instant
from auditor.collect.exports.loose import fitted
from auditor.collect.exports.shapes import Node, at, node, text
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item, Post
from auditor.model.text import say
from auditor.model.visibility import Sight, Visibility

NETWORK = "telegram"
_SITE = "https://t.me/"
_CHATS = ("chats", "left_chats", "messages")
"""What is never taken apart."""
_SEEN = {"public_channel": Visibility.ANYONE, "private_channel": Visibility.CONTACTS}
_DATED = len("2024-05-02")
_LONGEST_TIME = 10
"""Digits of seconds since 1970, until the year 2286."""


class _Piece(Struct, gc=False):
    text: str | None = None


class _Message(Struct, gc=False):
    id: int | None = None
    type: str | None = None
    date: str | None = None
    date_unixtime: str | None = None
    forwarded_from: str | None = None
    text: str | list[str | _Piece] = ""


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account, or the channel, of each document."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    found = {name: _head(export, name) for name in export.members("document")}
    told = (_read(export, name, head) for name, head in found.items())
    yield from export.items(chain.from_iterable(list(told)))


def _head(export: Statement, name: str) -> Node:
    """What the document says before its chats, as far as its first megabyte goes."""
    found: Node = {}
    try:
        with export.archive.stream(name) as file:
            start = file.read(stream.WHOLE)
    except UnreadableError as fault:
        export.fault(fault)
        return found
    with suppress(UnreadableError):
        for key, value in stream.members(start):
            if key in _CHATS:
                break
            with suppress(UnreadableError):
                found[key] = jsontext.parse(value)
    return found


def _read(export: Statement, name: str, head: Node) -> Iterator[Post]:
    kind = text(head.get("type"))
    if "personal_information" in head:
        return _account(export, head)
    if kind in _SEEN:
        export.tell("full_name", head.get("name"))
        return _channel(export, name, export.sight("posts", _SEEN[kind]))
    if kind:
        export.fail(
            say("the export is of private messages, which are not read"),
            say("export the account's own data, or a channel of your own"),
        )
    return iter(())


def _account(export: Statement, head: Node) -> Iterator[Post]:
    own = node(head["personal_information"])
    first, last = text(own.get("first_name")), text(own.get("last_name"))
    export.tell("full_name", f"{first} {last}".strip())
    export.tell("phone_mobile", own.get("phone_number"))
    export.handle = text(own.get("username")).lstrip("@") or None
    export.url = f"{_SITE}{export.handle}" if export.handle else None
    people = at(head, "contacts", "list")
    export.tell("contact_list", len(people) if isinstance(people, list) and people else None)
    if bio := text(own.get("bio")):
        yield Post(id="bio", text=bio, sight=export.sight("bio"))


def _channel(export: Statement, name: str, seen: Sight) -> Iterator[Post]:
    numbers = count(1)
    for batch in export.streamed(name, _Message, ("messages",)):
        for each in batch:
            message = fitted(each, _Message)
            said = _plain(message.text)
            if said and message.type != "service":
                yield Post(
                    id=f"post-{next(numbers)}",
                    text=said,
                    sight=seen,
                    published_on=day((message.date or "")[:_DATED]),
                    at=_time(message.date_unixtime or ""),
                    by=message.forwarded_from or None,
                )


def _time(written: str) -> time | None:
    """The time of day: `date` is of the zone of whoever exported, which is not told."""
    known = written.isascii() and written.isdecimal() and len(written) <= _LONGEST_TIME
    return unix_instant(int(written))[1] if known else None


def _plain(written: Any) -> str:
    """A text, whole or in pieces of which some are links, names or numbers."""
    pieces = [written] if isinstance(written, str) else written
    return "".join(each if isinstance(each, str) else each.text or "" for each in pieces)
