"""Threads: a folder within Instagram's export. Likes, saved posts and people are never opened."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count

from msgspec import Struct

from auditor.collect.archive import Archive
from auditor.collect.dates import unix_instant
from auditor.collect.exports import instagram_profile, meta
from auditor.collect.exports.meta import Picture
from auditor.collect.exports.quick import post
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.model.profile import Item, Post

NETWORK = "threads"
_POSTS, _FOLLOWERS = "text_post_app_text_posts", "text_post_app_text_post_app_followers"


class _Row(Struct, gc=False):
    media: list[Picture] = []
    title: str | None = None
    creation_timestamp: int | None = None


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account on Threads, which is another than that on Instagram."""
    export = Statement(network=NETWORK, archive=archive, context=_own(context))
    bio = list(instagram_profile.read(export))
    followers = export.elements("followers", under=(_FOLLOWERS,))
    export.tell("contact_list", sum(map(len, followers)) or None)
    yield from export.items(chain(bio, _posts(export)))


def _own(context: Context) -> Context:
    """The context without what the mandate says of the Instagram account."""
    card, owner = context.networks.get(NETWORK), context.source.owner or ""
    source = replace(
        context.source, network=NETWORK, owner=owner if owner.startswith("threads:") else None
    )
    return replace(context, network=card, source=source)


def _posts(export: Statement) -> Iterator[Post]:
    """Posts and answers: the text is the title of the first picture, or of an empty one."""
    seen, numbers = export.sight("posts", export.shown), count(1)
    for rows, repair in meta.batches(export, "posts", _Row, _POSTS):
        for row in rows:
            titles = (row.title, *(each.title for each in row.media))
            said = "\n".join(dict.fromkeys(repair.text(each) for each in titles if each))
            moment = row.creation_timestamp or next(
                (each.creation_timestamp for each in row.media if each.creation_timestamp), None
            )
            files = [each for each in row.media if each.uri]
            media = meta.shown(files, [""] * len(files))
            if said or media:
                day, at = unix_instant(moment)
                yield post(f"post-{next(numbers)}", said, seen, day, media=media, at=at)
