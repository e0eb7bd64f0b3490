"""Posts of an ActivityStreams timeline: from the usual shape quickly, from any other all the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from auditor.collect.addresses import resolve
from auditor.collect.dates import instant
from auditor.collect.exports import quick
from auditor.collect.exports.activity import Node, audience, author, ids, listed, text, urls
from auditor.collect.pages.snippet import plain
from auditor.collect.reading import Context
from auditor.collect.sight import sight
from auditor.model.profile import Media, Post, Tag
from auditor.model.visibility import Sight

Names = tuple[str, ...] | str | None
_MOST_AUDIENCES = 10_000
"""Audiences remembered: most notes are for one of three, but each mention makes a new one."""


class _Tagged(Struct, gc=False):
    type: str | None = None
    href: str | None = None
    name: str | None = None


class _Attached(Struct, gc=False):
    url: str | None = None
    name: str | None = None
    href: str | None = None


class _Place(Struct, gc=False):
    name: str | None = None


class Note(Struct, gc=False, rename={"attributed_to": "attributedTo"}):
    """A note as Mastodon writes it, in its order: fields that come as expected are found faster."""

    id: str | None = None
    summary: str | None = None
    published: str | None = None
    url: str | None = None
    attributed_to: str | None = None
    to: Names = None
    cc: Names = None
    content: str | None = None
    attachment: list[_Attached] | None = None
    tag: list[_Tagged] | None = None
    name: str | None = None
    location: _Place | None = None
    image: _Attached | list[_Attached] | None = None


class Activity(Struct, gc=False, kw_only=True):
    """An entry of an outbox as Mastodon writes it; what has another shape is no `Activity`."""

    type: Literal["Create", "Update", "Announce"]
    actor: str | None = None
    published: str | None = None
    to: Names = None
    cc: Names = None
    object: Note | str


Entry = Activity | tuple[Node, Node]
"""A note with the activity that carries it (the note itself where it stands alone)."""


@dataclass(slots=True, kw_only=True)
class Timeline:
    """What all posts of an account share."""

    actor: Node
    context: Context
    _sights: dict[tuple[Names, ...], Sight] = field(default_factory=dict)

    def post(self, name: str, entry: Entry) -> Post:
        """The post that an entry is; its text is empty where it says nothing."""
        if isinstance(entry, tuple):
            return self._any(name, *entry)
        if isinstance(entry.object, Note):
            return self._usual(name, entry.object, entry)
        return Post(id=name, text="")

    def _usual(self, name: str, note: Note, activity: Activity) -> Post:
        # Its author is an address, so nobody is named: `by` stays empty.
        shown_to = (note.to, note.cc, activity.to, activity.cc)
        seen = self._sights.get(shown_to) or self._sight(shown_to)
        text = (
            _text(note.name, note.summary, note.content)
            if note.name or note.summary
            else plain(note.content or "")
        )
        published_on, at = instant(note.published or activity.published or "")
        return quick.post(
            name,
            text,
            seen,
            published_on,
            place=note.location.name or None if note.location else None,
            tags=_tagged(note.tag, seen) if note.tag else (),
            media=tuple(_attached(note)) if note.attachment or note.image else (),
            url=resolve(None, note.url or "") or resolve(None, note.id or ""),
            at=at,
        )

    def _sight(self, shown_to: tuple[Names, ...]) -> Sight:
        to, cc, also_to, also_cc = (list(x) if isinstance(x, tuple) else x for x in shown_to)
        stated = audience({"to": to, "cc": cc}, {"to": also_to, "cc": also_cc}, self.actor)
        seen = sight("posts", self.context, stated)
        if len(self._sights) < _MOST_AUDIENCES:
            self._sights[shown_to] = seen
        return seen

    def _any(self, name: str, note: Node, activity: Node) -> Post:
        by = author(note, activity)
        named = text(by.get("name")) or text(by.get("preferredUsername"))
        own = ids(self.actor) & ids(by)
        location = note.get("location")
        seen = sight("posts", self.context, audience(note, activity, self.actor))
        published_on, at = instant(text(note.get("published") or activity.get("published")))
        return Post(
            id=name,
            text=_text(*(text(note.get(key)) for key in ("name", "summary", "content"))),
            sight=seen,
            published_on=published_on,
            at=at,
            place=text(location.get("name")) or None if isinstance(location, dict) else None,
            by=named if named and not own else None,
            tags=tuple(_tags(note, seen)),
            media=tuple(_media(note)),
            url=next(iter(urls(note.get("url"))), None) or next(iter(urls(note.get("id"))), None),
        )


def _text(*parts: str | None) -> str:
    return "\n".join(dict.fromkeys(filter(None, (plain(each) for each in parts if each))))


def _tagged(tags: list[_Tagged], seen: Sight) -> tuple[Tag, ...]:
    named = [each for each in tags if each.type == "Mention" and each.name]
    return (
        tuple(
            Tag(
                name=each.name or "", sight=seen, url=resolve(None, each.href or ""), url_sight=seen
            )
            for each in named
        )
        if named
        else ()
    )


def _attached(note: Note) -> Iterator[Media]:
    images = note.image if isinstance(note.image, list) else [note.image] if note.image else []
    for each in [*(note.attachment or ()), *images]:
        url = resolve(None, each.href or each.url or "")
        if url:
            yield Media(url=url, caption=each.name or "")


def _tags(note: Node, seen: Sight) -> Iterator[Tag]:
    for each in listed(note.get("tag")):
        if isinstance(each, dict) and each.get("type") == "Mention" and text(each.get("name")):
            url = next(iter(urls(each.get("href"))), None)
            yield Tag(name=text(each.get("name")), sight=seen, url=url, url_sight=seen)


def _media(note: Node) -> Iterator[Media]:
    for each in [*listed(note.get("attachment")), *listed(note.get("image"))]:
        caption = text(each.get("name")) if isinstance(each, dict) else ""
        yield from (Media(url=url, caption=caption) for url in urls(each)[:1])
