"""TikTok: one JSON document. Messages, what was watched or searched, and logins are never taken apart.

Sections were renamed over time; each is known by its own names. The settings say whether the account is
private, and newer exports who sees each video.
"""

import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, count
from typing import Any

from auditor.collect import jsontext, jsonwalk, stream
from auditor.collect.addresses import resolve
from auditor.collect.archive import Archive
from auditor.collect.dates import instant, span
from auditor.collect.exports.shapes import Node, node, text
from auditor.collect.exports.statement import Statement
from auditor.collect.labels import key
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item, Post
from auditor.model.visibility import Visibility

NETWORK = "tiktok"
_SITE = "https://www.tiktok.com/@"
_LISTS = ("VideoList", "CommentsList", "FansList")


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of the document."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    found = _sections(export)
    settings, profile = _map(found.get("settings", b"")), _map(found.get("profile", b""))
    for label, value in settings.items():
        _setting(export, label, value)
    bio = [post for label, value in profile.items() for post in _told(export, label, value)]
    followers = sum(1 for _ in _rows(found.get("followers", b"")))
    export.tell("contact_list", followers or None)
    posts = _videos(export, found.get("posts", b""))
    yield from export.items(chain(bio, posts, _comments(export, found.get("comments", b""))))


def _sections(export: Statement) -> dict[str, bytes]:
    """The sections that are read, by our names, as they are written."""
    found: dict[str, bytes] = {}
    words = export.layout.word
    for name in export.members("document"):
        try:
            with export.archive.stream(name) as file:
                for section, value in jsonwalk.values(file, lambda x: key(x) in words, depth=2):
                    found[words[key(section)]] = value
        except UnreadableError as fault:
            export.fault(fault)
    return found


def _map(section: bytes) -> Node:
    """The values of a section's object, as far as it goes: ``{"ProfileMap": {…}}``."""
    found: Node = {}
    with suppress(UnreadableError):
        for _, inside in stream.members(section):
            with suppress(UnreadableError):
                for name, value in stream.members(inside):
                    with suppress(UnreadableError):
                        found[name] = jsontext.parse(value)
    return found


def _rows(section: bytes) -> Iterator[Node]:
    """The objects of a section's list, keys folded; an empty list is written as null."""
    array = stream.opened(section, io.BytesIO(), *_LISTS)
    for batch in stream.elements(array) if array else ():
        if not isinstance(batch, UnreadableError):  # a cut document was told already
            yield from ({key(name): value for name, value in node(each).items()} for each in batch)


def _text(export: Statement, value: Any) -> str:
    """A text; the words that stand for nothing are none."""
    said = text(value)
    return "" if export.layout.word.get(key(said)) == "nothing" else said


def _setting(export: Statement, label: str, value: Any) -> None:
    word = export.layout.word.get(key(label))
    if word == "private":
        private = export.layout.word.get(key(text(value)))
        export.shown = {"on": Visibility.CONTACTS, "off": Visibility.ANYONE}.get(private or "")
    elif word == "kept":
        export.tell_labelled(label, _text(export, value))


def _told(export: Statement, label: str, value: Any) -> Iterator[Post]:
    word, said = export.layout.word.get(key(label)), _text(export, value)
    if word == "username" and said:
        export.handle, export.url = said, resolve(None, f"{_SITE}{said}")
    elif word == "bio" and said:
        yield Post(id="bio", text=said, sight=export.sight("bio"))
    elif word == "birth":
        export.tell("birth_date", _born(said))
    elif word == "link":
        export.link(resolve(None, said))
    elif word != "unread":
        export.tell_labelled(label, said)


def _born(said: str) -> str:
    """``10-Aug-2002`` in ISO form."""
    found = span(said) or span(said.replace("-", " "))
    return found[0].isoformat() if found and found[0] == found[1] else said


def _videos(export: Statement, section: bytes) -> Iterator[Post]:
    numbers = count(1)
    for row in _rows(section):
        title, link = _text(export, row.get("title")), _link(row)
        if title or link:
            published_on, at = instant(text(row.get("date")))
            yield Post(
                id=f"post-{next(numbers)}",
                text=title,
                sight=export.sight("posts", _seen(export, text(row.get("whocanview")))),
                published_on=published_on,
                at=at,
                place=_text(export, row.get("location")) or None,
                url=link,
            )


def _link(row: Node) -> str | None:
    """The address of the video's page: older exports give one to its file, which holds a key."""
    link = resolve(None, text(row.get("link")) or text(row.get("videolink")))
    return link if link and "/video/" in link else None


def _seen(export: Statement, word: str) -> Visibility | None:
    """Who sees a video: as it says itself, but no more than a private account shows."""
    own = export.stated(word)
    if own is None or (own is Visibility.ANYONE and export.shown is Visibility.CONTACTS):
        return export.shown
    return own


def _comments(export: Statement, section: bytes) -> Iterator[Post]:
    """What the owner wrote below videos, whoever's: who sees it is not known."""
    numbers, seen = count(1), export.sight("public_comment")
    for row in _rows(section):
        if said := _text(export, row.get("comment")):
            published_on, at = instant(text(row.get("date")))
            yield Post(
                id=f"comment-{next(numbers)}",
                text=said,
                sight=seen,
                published_on=published_on,
                at=at,
            )
