"""Mastodon: the archive of an account, or a lone ActivityStreams 2 document."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from auditor.collect import jsontext
from auditor.collect.accounts import account_of, network_of
from auditor.collect.archive import Archive, opened
from auditor.collect.dates import day
from auditor.collect.exports.activity import Node, audience, listed, names, text, urls
from auditor.collect.labels import kind
from auditor.collect.pages.element import resolve, same_address
from auditor.collect.pages.text import plain
from auditor.collect.reading import Context
from auditor.collect.sight import sight, whole
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.failure import Failure
from auditor.model.profile import Field, Media, Page, Post, Profile, Tag
from auditor.model.text import say

COLLECTOR = "exports.mastodon"
MOST = 100_000
_ACTORS = frozenset("Person Organization Group Service Application".split())
_ACTIVITIES = frozenset("Create Update".split())
_COLLECTIONS = frozenset(
    "OrderedCollection Collection OrderedCollectionPage CollectionPage".split()
)
_NOTES = frozenset("Note Article Question Image Video Audio Page Event".split())


def read(data: bytes, context: Context) -> Iterator[Profile | Page | Failure]:
    """The account of a zip, or of one JSON document."""
    try:
        if data[:2] == b"PK":
            yield from read_archive(opened(data), context)
            return
        document = jsontext.parse(data)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    yield from _read([document], context)


def read_archive(archive: Archive, context: Context) -> Iterator[Profile | Page | Failure]:
    """The account of a zip or of a folder; a part that is missing or damaged is a failure."""
    found: list[Any] = []
    for name in ("actor.json", "outbox.json"):
        try:
            member = archive.find(name)
            if member is None:
                yield failed(
                    context.source.id,
                    say("%(file)s is missing from the archive", file=name),
                    say("give the archive as the server made it"),
                )
            else:
                found.append(jsontext.parse(archive.read(member)))
        except UnreadableError as fault:
            yield fault.failure(context.source.id)
    if found:
        yield from _read(found, context)


@dataclass(slots=True, kw_only=True)
class _Found:
    """The actor and the notes of one or two documents."""

    actor: Node = field(default_factory=dict)
    notes: list[tuple[Node, Node]] = field(default_factory=list)
    """Notes, each with the activity that carries it (the note itself where it stands alone)."""


def _read(documents: list[Any], context: Context) -> Iterator[Profile | Failure]:
    found = _Found()
    for document in documents:
        _sort(document, found)
    if not found.actor and found.notes:
        found.actor = _author(found.notes[0])
    profile = _profile(found, context)
    if profile.fields or profile.posts or profile.links:
        yield profile
    else:
        yield failed(
            context.source.id,
            say("the document shows neither an account nor a post"),
            say("give the archive as the server made it"),
        )


def _sort(document: Any, found: _Found) -> None:
    waiting = [document]
    while waiting and len(found.notes) < MOST:
        node = waiting.pop()
        if not isinstance(node, dict):
            continue
        kinds = {each for each in listed(node.get("type")) if isinstance(each, str)}
        if kinds & _COLLECTIONS:
            waiting.extend(reversed(listed(node.get("orderedItems") or node.get("items"))))
        elif kinds & _ACTIVITIES and isinstance(node.get("object"), dict):
            found.notes.append((node["object"], node))
            if isinstance(node.get("actor"), dict) and not found.actor:
                found.actor = node["actor"]
        elif kinds & _ACTORS:
            found.actor = node
        elif kinds & _NOTES:
            found.notes.append((node, node))


def _author(pair: tuple[Node, Node]) -> Node:
    note, activity = pair
    author = note.get("attributedTo") or activity.get("actor")
    author = author[0] if isinstance(author, list) and author else author
    return author if isinstance(author, dict) else {"id": author, "url": author} if author else {}


def _profile(found: _Found, context: Context) -> Profile:
    actor = found.actor
    url = next(iter(urls(actor.get("url"))), None) or next(iter(urls(actor.get("id"))), None)
    card = context.network or (network_of(url, context.networks) if url else None)
    context = replace(context, network=card or context.networks.get("mastodon"))
    account, handle = account_of(context, url)
    name = text(actor.get("preferredUsername")) or (handle or "")
    host = urlsplit(url).netloc if url else ""
    network = context.network.id if context.network else context.source.network
    if account is None and name and network:
        account = f"{network}:{name}" if card or not host else f"{network}:{name}@{host}"
    fields = _fields(actor, name, context)
    posts = [
        post
        for number, (note, activity) in enumerate(found.notes, start=1)
        if (post := _post(f"post-{number}", note, activity, found, context)).text
    ]
    bio = plain(text(actor.get("summary")))
    return Profile(
        source=context.source.id,
        account=account,
        network=network or host or None,
        url=url,
        collector=COLLECTOR,
        observed_at=context.observed_at,
        sight=whole(context),
        fields=tuple(fields),
        posts=(*((Post(id="bio", text=bio, sight=sight("bio", context)),) if bio else ()), *posts),
        links=tuple(_links(actor, url, context)),
    )


def _fields(actor: Node, username: str, context: Context) -> Iterator[Field]:
    icon = listed(actor.get("icon"))
    pairs = [
        ("username", username),
        ("full_name", text(actor.get("name"))),
        ("photo_face", next((url for each in icon for url in urls(each)), "")),
        ("account_created", text(actor.get("published"))[:10]),
    ]
    for each in _properties(actor):
        label = plain(text(each.get("name")))
        if not _reference(each) and label:
            pairs.append((kind(label) or f"label:{label[:60]}", plain(text(each.get("value")))))
    for name, said in pairs:
        if said and (name != "full_name" or said != username):
            yield Field(name=name, text=said, sight=sight(name, context))


def _links(actor: Node, own: str | None, context: Context) -> Iterator[Field]:
    """What the actor declares as theirs: addresses in fields, other accounts, where they moved."""
    found = [url for each in _properties(actor) if (url := _reference(each))]
    found += urls(actor.get("url"))[1:]
    found += [url for key in ("alsoKnownAs", "movedTo") for url in urls(actor.get(key))]
    for url in dict.fromkeys(found):
        if not same_address(url, own):
            yield Field(name="bio_crosslink", text=url, sight=sight("bio_crosslink", context))


def _properties(actor: Node) -> list[Node]:
    return [
        each
        for each in listed(actor.get("attachment"))
        if isinstance(each, dict) and each.get("type") == "PropertyValue"
    ]


def _reference(each: Node) -> str | None:
    """The address in a profile field, which is HTML."""
    from bs4 import BeautifulSoup

    written = text(each.get("value"))
    if "<a" not in written:
        return resolve(None, written)
    link = BeautifulSoup(f"<div>{written}".encode("utf-8", "replace"), "lxml").find("a", href=True)
    return resolve(None, str(link["href"])) if link is not None else None


def _post(name: str, note: Node, activity: Node, found: _Found, context: Context) -> Post:
    lines = [plain(text(note.get(key))) for key in ("name", "summary", "content")]
    author = _author((note, activity))
    by = text(author.get("name")) or text(author.get("preferredUsername"))
    own = _ids(found.actor) & _ids(author)
    location = note.get("location")
    seen = sight("posts", context, audience(note, activity, found.actor))
    return Post(
        id=name,
        text="\n".join(dict.fromkeys(filter(None, lines))),
        sight=seen,
        published_on=day(text(note.get("published") or activity.get("published"))),
        place=text(location.get("name")) or None if isinstance(location, dict) else None,
        by=by if by and not own else None,
        tags=tuple(
            Tag(
                name=text(each.get("name")),
                sight=seen,
                url=next(iter(urls(each.get("href"))), None),
                url_sight=seen,
            )
            for each in listed(note.get("tag"))
            if isinstance(each, dict) and each.get("type") == "Mention" and text(each.get("name"))
        ),
        media=tuple(_media(note)),
        url=next(iter(urls(note.get("url"))), None) or next(iter(urls(note.get("id"))), None),
    )


def _ids(actor: Node) -> set[str]:
    return names(actor.get("id")) | set(urls(actor.get("url")))


def _media(note: Node) -> Iterator[Media]:
    for each in [*listed(note.get("attachment")), *listed(note.get("image"))]:
        caption = text(each.get("name")) if isinstance(each, dict) else ""
        yield from (Media(url=url, caption=caption) for url in urls(each)[:1])
