"""Instagram: a zip or folder of JSON files, with Threads where the person has that too.

Messages, likes, searches and what was looked at are never opened; followers and the telephone's
contacts are only counted. Labels
stand in the language of the account. What a person says of their account being private is the
visibility of their posts.
"""

from collections.abc import Callable, Iterator
from itertools import chain, count

from msgspec import Struct

from auditor.collect.archive import Archive
from auditor.collect.dates import unix_instant
from auditor.collect.exports import advertising, instagram_profile, meta, threads
from auditor.collect.exports.meta import Picture
from auditor.collect.exports.mojibake import Repair
from auditor.collect.exports.quick import media, post
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.model.profile import Item, Post
from auditor.model.text import Text, say
from auditor.model.visibility import Sight, Visibility

NETWORK = "instagram"
_REELS = ("ig_reels_media", "ig_igtv_media")
_ARCHIVED = ("ig_archived_post_media",)


class _Row(Struct, gc=False):
    media: list[Picture] = []
    title: str | None = None
    creation_timestamp: int | None = None


class _Value(Struct, gc=False):
    label: str | None = None
    value: str | None = None
    media: list[Picture] = []


class _Labelled(Struct, gc=False):
    timestamp: int | None = None
    label_values: list[_Value] = []


class _Said(Struct, gc=False):
    value: str | None = None
    timestamp: int | None = None


class _Comment(Struct, gc=False):
    string_map_data: dict[str, _Said] = {}


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of an archive, or of one of its files; then that on Threads."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    with_threads = archive.has(*export.layout.parts["threads"])
    bio = list(instagram_profile.read(export))
    followers = export.elements("followers", under=("relationships_followers",))
    export.tell("contact_list", sum(map(len, followers)) or None)
    advertising.of_instagram(export)
    yield from export.items(
        chain(
            bio,
            _posts(export),
            _rows(export, "reels", "reel", export.shown, *_REELS),
            _rows(export, "archived", "archived", Visibility.ME, *_ARCHIVED),
            _stories(export),
            _comments(export),
        ),
        alone=not with_threads,
    )
    if with_threads:
        yield from threads.read_archive(archive, context)


def _posts(export: Statement) -> Iterator[Post]:
    """Posts of both shapes: an export that has the newer one gives some of them in the older one too."""
    seen, numbers, told = export.sight("posts", export.shown), count(1), set[int]()
    captions = strange = 0
    for labelled, repair in meta.batches(export, "labelled_posts", _Labelled):
        told.update(each.timestamp for each in labelled if each.timestamp)
        named = meta.naming(export, repair)
        rows = [_plain(each, named) for each in labelled]
        captions += sum(each.title is not None for each in rows)
        strange += sum(any(said.value for said in each.label_values) for each in labelled)
        yield from _told(rows, repair, seen, "post", numbers)
    if strange and not captions:
        _unknown(
            export, say("%(count)s posts stand under labels that are not known", count=strange)
        )
    for rows, repair in meta.batches(export, "posts", _Row):
        new = [each for each in rows if _moment(each) not in told] if told else rows
        yield from _told(new, repair, seen, "post", numbers)


def _rows(
    export: Statement, part: str, head: str, stated: Visibility | None, *under: str
) -> Iterator[Post]:
    seen, numbers = export.sight("posts", stated), count(1)
    for rows, repair in meta.batches(export, part, _Row, *under):
        yield from _told(rows, repair, seen, head, numbers)


def _told(
    rows: list[_Row], repair: Repair, seen: Sight, head: str, numbers: Iterator[int]
) -> Iterator[Post]:
    """Each as a post, followed by what the files of its pictures say."""
    for row in rows:
        id_ = f"{head}-{next(numbers)}"
        if row.media or row.title:
            yield _post(row, repair, seen, id_)
            if found := meta.unseen(row.media, id_):
                yield found


def _post(row: _Row, repair: Repair, seen: Sight, id_: str) -> Post:
    """The caption stands on the post, or on its only picture."""
    pictures, title = row.media, row.title
    if len(pictures) == 1 and not title:
        (each,) = pictures
        caption = repair.text(each.title) if each.title else ""
        day, at = unix_instant(row.creation_timestamp or each.creation_timestamp)
        return post(id_, caption, seen, day, None, None, (), (media(each.uri or ""),), None, at)
    titles = [repair.text(each.title) if each.title else "" for each in pictures]
    if title:
        caption = repair.text(title)
    else:
        caption, titles = "\n".join(filter(None, titles)), [""] * len(titles)
    day, at = unix_instant(_moment(row))
    return post(id_, caption, seen, day, None, None, (), meta.shown(pictures, titles), None, at)


def _moment(row: _Row) -> int | None:
    return row.creation_timestamp or (row.media[0].creation_timestamp if row.media else None)


def _plain(row: _Labelled, named: Callable[[str], str | None]) -> _Row:
    """A post of the newer shape in the older one."""
    found = _Row(creation_timestamp=row.timestamp)
    for each in row.label_values:
        found.media = found.media or each.media
        if each.label and named(each.label) == "caption":
            found.title = found.title or each.value
    return found


def _stories(export: Statement) -> Iterator[Post]:
    """Stories: gone after a day unless they are kept on the profile, which the export does not say."""
    seen, numbers = export.sight("stories"), count(1)
    for pictures, repair in meta.batches(export, "stories", Picture, "ig_stories"):
        rows = [_Row(media=[each]) for each in pictures]
        yield from _told(rows, repair, seen, "story", numbers)


def _comments(export: Statement) -> Iterator[Post]:
    """What the owner wrote below posts of others: who sees it is not known."""
    seen, numbers, strange = export.sight("public_comment"), count(1), 0
    for rows, repair in meta.batches(export, "comments", _Comment, "comments_reels_comments"):
        named = meta.naming(export, repair)
        for row in rows:
            found = {named(label): each for label, each in row.string_map_data.items()}
            said, time = found.get("comment"), found.get("time")
            if said and said.value:
                day, at = unix_instant(time.timestamp if time else None)
                yield post(f"comment-{next(numbers)}", repair.text(said.value), seen, day, at=at)
            strange += not said
    if strange:
        _unknown(
            export, say("%(count)s comments stand under labels that are not known", count=strange)
        )


def _unknown(export: Statement, reason: Text) -> None:
    export.fail(
        reason,
        say("ask for the export again with the account's language set to English or French"),
    )
