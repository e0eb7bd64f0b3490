"""Bluesky: an account's repository, one CAR file of records. What it holds is public; only the bytes are odd.

Of other people it names addresses (whom one follows, likes, mentions): they are counted, not kept.
The handle is a name of the DNS and not in the file: the mandate's account tells it.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from auditor.collect.archive import Archive
from auditor.collect.dates import instant
from auditor.collect.exports.car import blocks
from auditor.collect.exports.shapes import Node, at, node, nodes, text
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item, Media, Post
from auditor.model.text import say

NETWORK = "bluesky"
_PROFILE, _POST, _FOLLOW = "app.bsky.actor.profile", "app.bsky.feed.post", "app.bsky.graph.follow"
_TYPES = frozenset((_PROFILE, _POST, _FOLLOW))
_COMMIT = frozenset(("did", "version", "rev"))
"""Keys of the block that signs the whole (atproto.com/specs/repository)."""


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of a repository."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    records = list(_records(export))
    commits = (each for each in records if each.keys() >= _COMMIT)
    did = next((text(each.get("did")) for each in commits), "")
    export.url = f"https://bsky.app/profile/{did}" if did else None
    posts = list(_profile(export, records))
    export.tell("contact_list", sum(_type(each) == _FOLLOW for each in records) or None)
    posts += _posts(export, (each for each in records if _type(each) == _POST))
    yield from export.items(posts)


def _records(export: Statement) -> Iterator[Node]:
    """What is read of the repository: records of three types, and the commit that names the account."""
    names = export.members("repository")
    if len(names) > 1:
        export.fail(
            say("the archive holds several repositories: whose is meant cannot be told"),
            say("give one export at a time"),
        )
        return
    for name in names:
        try:
            with export.archive.stream(name) as file:
                yield from (each for each in map(node, blocks(file)) if _is_read(each))
        except UnreadableError as fault:
            export.fault(fault)


def _is_read(block: Node) -> bool:
    return _type(block) in _TYPES or block.keys() >= _COMMIT


def _profile(export: Statement, records: Iterable[Node]) -> Iterator[Post]:
    for record in records:
        if _type(record) == _PROFILE:
            export.tell("full_name", record.get("displayName"))
            export.tell("pronouns", record.get("pronouns"))
            export.tell("account_created", text(record.get("createdAt"))[:10])
            export.link(text(record.get("website")) or None)
            if bio := text(record.get("description")):
                yield Post(id="bio", text=bio, sight=export.sight("bio"))


def _posts(export: Statement, records: Iterable[Node]) -> Iterator[Post]:
    seen, numbers = export.sight("posts"), count(1)
    for record in sorted(records, key=lambda each: text(each.get("createdAt"))):
        if said := text(record.get("text")):
            published_on, time = instant(text(record.get("createdAt")))
            yield Post(
                id=f"post-{next(numbers)}",
                text=said,
                sight=seen,
                published_on=published_on,
                at=time,
                media=tuple(_media(record)),
            )


def _media(record: Node) -> Iterator[Media]:
    """Pictures of a post: their captions; where they lie is not said."""
    embed = node(record.get("embed"))
    for each in nodes(at(embed, "images") or at(embed, "media", "images") or []):
        if caption := text(each.get("alt")):
            yield Media(url="", caption=caption)


def _type(record: Any) -> str:
    return text(node(record).get("$type"))
