"""Bluesky: an account's repository, one CAR file of records. What it holds is public; only the bytes are odd.

Of other people it names addresses (whom one follows, likes, mentions): they are counted, not kept.
The handle is a name of the DNS and not in the file: the mandate's account tells it.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from auditor.collect.archive import Archive
from auditor.collect.dates import day
from auditor.collect.exports.shapes import Node, at, node, nodes, text
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item, Media, Post
from auditor.model.text import say

NETWORK = "bluesky"
_PROFILE, _POST, _FOLLOW = "app.bsky.actor.profile", "app.bsky.feed.post", "app.bsky.graph.follow"


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of a repository."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    records = [record for name in export.members("repository") for record in _records(export, name)]
    did = next((text(each.get("did")) for each in records if "did" in each), "")
    export.url = f"https://bsky.app/profile/{did}" if did else None
    posts = list(_profile(export, records))
    export.tell("contact_list", sum(_type(each) == _FOLLOW for each in records) or None)
    posts += _posts(export, (each for each in records if _type(each) == _POST))
    yield from export.items(posts)


def _records(export: Statement, name: str) -> list[Node]:
    """The blocks of a file that are objects: records, and the commit that names the account."""
    import libipld

    try:
        _, blocks = libipld.decode_car(export.archive.read(name))
    except UnreadableError as fault:
        export.fault(fault)
        return []
    except Exception:  # the library raises what its decoder meets
        export.fail(
            say("%(file)s is cut or damaged", file="repo.car"),
            say("ask the network for the export again, and give it as it was downloaded"),
        )
        return []
    return nodes(list(blocks.values()))


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
            yield Post(
                id=f"post-{next(numbers)}",
                text=said,
                sight=seen,
                published_on=day(text(record.get("createdAt"))),
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
