"""YouTube, as Google Takeout keeps it: the channel, its comments and chats, the titles of its videos.

Comments stand in a table whose text is JSON objects one after the other, without brackets around them.
Subscriptions are only counted; who may see a video is stated in its row.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from auditor.collect import jsontext
from auditor.collect.blanks import collapse
from auditor.collect.dates import Instant, instant
from auditor.collect.exports.shapes import node, nodes, text
from auditor.collect.exports.statement import Statement
from auditor.collect.exports.table import Row
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item, Post, Tag
from auditor.model.text import say
from auditor.model.visibility import UNKNOWN_SIGHT, Sight, Visibility

NETWORK = "youtube"
_SITE = "https://www.youtube.com/"
_TEXT = '{"'
_BETWEEN = re.compile(r"\}\s*,?\s*\{")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d")
_ID = re.compile(r"[\w-]{1,64}")


def items(export: Statement, numbers: Iterator[int]) -> Iterator[Item]:
    """The channel with what it wrote; nothing where the export holds none of it."""
    about = list(_channel(export))
    subscribed = sum(1 for _ in export.rows("subscriptions"))
    export.tell("contact_list", subscribed or None)
    if export.members("old_comments"):
        export.fail(
            say("comments are in an old form (HTML), which is not read"),
            say("ask Google for the export of YouTube again"),
        )
    yield from export.items(
        chain(about, _written(export, numbers), _videos(export, numbers)), alone=False
    )


def _channel(export: Statement) -> Iterator[Post]:
    for number, row in enumerate(export.rows("channel"), start=1):
        export.tell("alias", row.get("channel_title"))
        if _ID.fullmatch(row.get("channel_id", "")):
            export.url = export.url or f"{_SITE}channel/{row['channel_id']}"
        if said := collapse(row.get("channel_about", "")):
            yield Post(id=f"bio-{number}", text=said, sight=export.sight("bio"))
    for row in export.rows("addresses"):
        handle = row.get("channel_name", "").lstrip("@")
        if _ID.fullmatch(handle):
            export.url = f"{_SITE}@{handle}"


def _written(export: Statement, numbers: Iterator[int]) -> Iterator[Post]:
    seen = export.sight("posts")
    for part in ("comments", "chats", "community"):
        for row in export.rows(part):
            said, tags = _text(_cell(row), seen)
            if said:
                published_on, at = _when(row)
                yield Post(
                    id=f"post-{next(numbers)}",
                    text=said,
                    sight=seen,
                    published_on=published_on,
                    at=at,
                    tags=tags,
                    url=_video(row),
                )


def _cell(row: Row) -> str:
    """The cell of the text, known by its heading or else by its form."""
    return row.get("text") or next((each for each in row.values() if each.startswith(_TEXT)), "")


def _when(row: Row) -> Instant:
    """Its moment, known by its heading or else by its form."""
    given = row.get("created") or next(filter(_MOMENT.match, row.values()), "")
    return instant(given)


def _text(cell: str, seen: Sight) -> tuple[str, tuple[Tag, ...]]:
    if not cell.startswith(_TEXT):
        return collapse(cell), ()
    try:
        found = jsontext.parse(f"[{_BETWEEN.sub('},{', cell)}]".encode())
    except UnreadableError:
        return collapse(cell), ()
    pieces = [piece for each in nodes(found) for piece in _pieces(each)]
    said = "".join(each["text"] for each in pieces if isinstance(each.get("text"), str))
    return collapse(said), tuple(_tags(pieces, seen))


def _pieces(each: dict[str, Any]) -> list[dict[str, Any]]:
    return nodes(each["takeoutSegments"]) if "takeoutSegments" in each else [each]


def _tags(pieces: list[dict[str, Any]], seen: Sight) -> Iterator[Tag]:
    """People who are mentioned with their channel."""
    for each in pieces:
        channel = text(node(each.get("mention")).get("externalChannelId"))
        name = text(each.get("text"))
        if name and _ID.fullmatch(channel):
            yield Tag(name=name, sight=seen, url=f"{_SITE}channel/{channel}", url_sight=seen)


def _video(row: Row) -> str | None:
    video, comment = row.get("video_id", ""), row.get("comment_id", "")
    if not _ID.fullmatch(video):
        return None
    return f"{_SITE}watch?v={video}" + (f"&lc={comment}" if comment else "")


def _videos(export: Statement, numbers: Iterator[int]) -> Iterator[Post]:
    for row in export.rows("videos"):
        if said := collapse(f"{row.get('title', '')}\n{row.get('about', '')}"):
            told = instant(row.get("published", ""))
            published_on, at = told if told[0] else _when(row)
            yield Post(
                id=f"post-{next(numbers)}",
                text=said,
                sight=_open_to(export, row.get("privacy")),
                published_on=published_on,
                at=at,
                url=_video({"video_id": row.get("video_id", "")}),
            )


def _open_to(export: Statement, word: str | None) -> Sight:
    """As its row states; of a video that is not listed, whoever was given the address: unknown."""
    stated = export.stated(word)
    return UNKNOWN_SIGHT if stated is Visibility.UNKNOWN else export.sight("posts", stated)
