"""Facebook: a zip or folder of JSON files, of the layout up to 2023 or the later one.

Messages, searches and what was looked at are never opened; friends and address books are only
counted. The export does not say who sees what.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, count

from msgspec import Struct

from auditor.collect.archive import Archive
from auditor.collect.dates import unix_instant
from auditor.collect.exports import advertising, facebook_profile, facebook_wall, meta
from auditor.collect.exports.facebook_rows import Link, Person, Place, Row
from auditor.collect.exports.meta import Picture
from auditor.collect.exports.mojibake import Repair
from auditor.collect.exports.quick import post
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.model.profile import Item, Post, Tag
from auditor.model.visibility import Sight

NETWORK = "facebook"


class _Group(Struct, gc=False):
    timestamp: int | None = None
    data: list[Person] = []
    name: str | None = None


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of an archive, or of one of its files."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    bio = list(facebook_profile.read(export))
    _named(export, "groups", "group_membership", "groups_joined", "groups_admined")
    _named(export, "likes", "public_like", "page_likes")
    friends = (len(each) for each in export.elements("friends", under=meta.versions("friends")))
    export.tell("contact_list", sum(friends) or None)
    advertising.of_facebook(export)
    posts = (_posts(export, part) for part in ("posts", "group_posts"))
    yield from export.items(
        chain(bio, *posts, _comments(export), _album(export), facebook_wall.read(export))
    )


def _named(export: Statement, part: str, kind: str, *lists: str) -> None:
    """The names of groups and pages, of which the owner is a member or a follower."""
    names = (each for name in lists for each in meta.versions(name))
    for rows, repair in meta.batches(export, part, _Group, *names):
        for row in rows:
            for name in (row.name, *(each.name for each in row.data)):
                export.tell(kind, repair.text(name or ""))


def _posts(export: Statement, part: str) -> Iterator[Post]:
    """What was posted; what stands in groups is seen by their members, whoever these are."""
    seen, numbers, head = export.sight(part), count(1), part.removesuffix("s").replace("_", "-")
    for rows, repair in meta.batches(export, part, Row, *meta.versions(part)):
        mended = repair.text
        for row in rows:
            text = (row.data[0].post if row.data else None) or _later(row)
            if row.attachments or row.tags:
                yield from _rich(row, text, repair, seen, f"{head}-{next(numbers)}")
            elif text:
                day, at = unix_instant(row.timestamp)
                yield post(f"{head}-{next(numbers)}", mended(text), seen, day, at=at)


def _later(row: Row) -> str:
    """The text, where something else stands before it."""
    return next((each.post for each in row.data if each.post), "")


def _rich(row: Row, text: str, repair: Repair, seen: Sight, id_: str) -> Iterable[Post]:
    """A post with what hangs on it: an address, a place, pictures, people."""
    pictures, places, links = _hanging(row)
    day, at = unix_instant(row.timestamp)
    if not (pictures or places or row.tags):
        text = repair.text(text) if text else next((each.url for each in links if each.url), "")
        return (post(id_, text, seen, day, at=at),) if text else ()
    captions = [repair.text(each.description or "") for each in pictures]
    text = repair.text(text) if text else "\n".join(dict.fromkeys(filter(None, captions)))
    found = post(
        id_,
        text,
        seen,
        day,
        _place(places[0], repair) if places else None,
        None,
        tuple(_tags(row, repair, seen)),
        meta.shown(pictures, captions),
        at=at,
    )
    file = meta.unseen(pictures, id_)
    return (found, file) if file else (found,)


def _hanging(row: Row) -> tuple[list[Picture], list[Place], list[Link]]:
    pictures, places, links = [], [], []
    for all_ in row.attachments:
        for each in all_.data:
            if each.media:
                pictures.append(each.media)
            if each.place:
                places.append(each.place)
            if each.external_context:
                links.append(each.external_context)
    return pictures, places, links


def _place(place: Place, repair: Repair) -> str | None:
    if place.name:
        return repair.text(place.name)
    point = place.coordinate
    known = point and point.latitude is not None and point.longitude is not None
    return f"{point.latitude}, {point.longitude}" if point and known else None


def _tags(row: Row, repair: Repair, seen: Sight) -> Iterator[Tag]:
    for each in row.tags:
        name = each if isinstance(each, str) else each.name
        if name:
            yield Tag(name=repair.text(name), sight=seen)


def _comments(export: Statement) -> Iterator[Post]:
    """What the owner wrote below posts, nearly all of others: who sees them is not known."""
    seen, numbers = export.sight("public_comment"), count(1)
    names = (*meta.versions("comments"), *meta.versions("group_comments"))
    for rows, repair in meta.batches(export, "comments", Row, *names):
        for row in rows:
            day, at = unix_instant(row.timestamp)
            for each in row.data:
                if each.comment and each.comment.comment:
                    said = repair.text(each.comment.comment)
                    yield post(f"comment-{next(numbers)}", said, seen, day, at=at)


def _album(export: Statement) -> Iterator[Post]:
    """Pictures of albums and films, with what was written below them."""
    seen, numbers = export.sight("posts"), count(1)
    names = ("photos", *meta.versions("other_photos"), *meta.versions("videos"))
    for rows, repair in meta.batches(export, "albums", Picture, *names):
        for each in rows:
            id_ = f"photo-{next(numbers)}"
            if each.description:
                caption = repair.text(each.description)
                day, at = unix_instant(each.creation_timestamp)
                yield post(id_, caption, seen, day, media=meta.shown([each], [caption]), at=at)
            if found := meta.unseen([each], id_):
                yield found
