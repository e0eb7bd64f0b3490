"""Mastodon: the archive of an account, or a lone ActivityStreams 2 document."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from auditor.collect import jsontext
from auditor.collect.accounts import account_of, network_of
from auditor.collect.archive import Archive, opened
from auditor.collect.dates import day
from auditor.collect.labels import kind
from auditor.collect.pages.element import resolve, same_address
from auditor.collect.pages.text import plain
from auditor.collect.reading import Context
from auditor.collect.sight import sight, whole
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.failure import Failure
from auditor.model.profile import Field, Media, Page, Post, Profile, Tag
from auditor.model.text import say
from auditor.model.visibility import Visibility

COLLECTOR = "exports.mastodon"
MOST = 100_000
_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
_ACTORS = frozenset("Person Organization Group Service Application".split())
_ACTIVITIES = frozenset("Create Update".split())
_COLLECTIONS = frozenset(
    "OrderedCollection Collection OrderedCollectionPage CollectionPage".split()
)
_NOTES = frozenset("Note Article Question Image Video Audio Page Event".split())

Node = dict[str, Any]


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
        kinds = {each for each in _list(node.get("type")) if isinstance(each, str)}
        if kinds & _COLLECTIONS:
            waiting.extend(reversed(_list(node.get("orderedItems") or node.get("items"))))
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
    url = next(iter(_urls(actor.get("url"))), None) or next(iter(_urls(actor.get("id"))), None)
    card = context.network or (network_of(url, context.networks) if url else None)
    context = replace(context, network=card or context.networks.get("mastodon"))
    account, handle = account_of(context, url)
    name = _text(actor.get("preferredUsername")) or (handle or "")
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
    bio = plain(_text(actor.get("summary")))
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
    icon = _list(actor.get("icon"))
    pairs = [
        ("username", username),
        ("full_name", _text(actor.get("name"))),
        ("photo_face", next((url for each in icon for url in _urls(each)), "")),
        ("account_created", _text(actor.get("published"))[:10]),
    ]
    for each in _properties(actor):
        label, text = plain(_text(each.get("name"))), plain(_text(each.get("value")))
        if not _reference(each) and label:
            pairs.append((kind(label) or f"label:{label[:60]}", text))
    for name, text in pairs:
        if text and (name != "full_name" or text != username):
            yield Field(name=name, text=text, sight=sight(name, context))


def _links(actor: Node, own: str | None, context: Context) -> Iterator[Field]:
    """What the actor declares as theirs: addresses in fields, other accounts, where they moved."""
    urls = [url for each in _properties(actor) if (url := _reference(each))]
    urls += _urls(actor.get("url"))[1:]
    urls += [url for key in ("alsoKnownAs", "movedTo") for url in _urls(actor.get(key))]
    for url in dict.fromkeys(urls):
        if not same_address(url, own):
            yield Field(name="bio_crosslink", text=url, sight=sight("bio_crosslink", context))


def _properties(actor: Node) -> list[Node]:
    return [
        each
        for each in _list(actor.get("attachment"))
        if isinstance(each, dict) and each.get("type") == "PropertyValue"
    ]


def _reference(each: Node) -> str | None:
    """The address in a profile field, which is HTML."""
    from bs4 import BeautifulSoup

    text = _text(each.get("value"))
    if "<a" not in text:
        return resolve(None, text)
    link = BeautifulSoup(text.encode("utf-8", "replace"), "lxml").find("a", href=True)
    return resolve(None, str(link["href"])) if link is not None else None


def _post(name: str, note: Node, activity: Node, found: _Found, context: Context) -> Post:
    lines = [plain(_text(note.get(key))) for key in ("name", "summary", "content")]
    author = _author((note, activity))
    by = _text(author.get("name")) or _text(author.get("preferredUsername"))
    own = {found.actor.get("id"), found.actor.get("url")} & {author.get("id"), author.get("url")}
    location = note.get("location")
    seen = sight("posts", context, _stated(note, activity, found.actor))
    return Post(
        id=name,
        text="\n".join(dict.fromkeys(filter(None, lines))),
        sight=seen,
        published_on=day(_text(note.get("published") or activity.get("published"))),
        place=_text(location.get("name")) or None if isinstance(location, dict) else None,
        by=by if by and not own - {None} else None,
        tags=tuple(
            Tag(
                name=_text(each.get("name")),
                sight=seen,
                url=next(iter(_urls(each.get("href"))), None),
                url_sight=seen,
            )
            for each in _list(note.get("tag"))
            if isinstance(each, dict) and each.get("type") == "Mention" and each.get("name")
        ),
        media=tuple(_media(note)),
        url=next(iter(_urls(note.get("url"))), None) or next(iter(_urls(note.get("id"))), None),
    )


def _stated(note: Node, activity: Node, actor: Node) -> Visibility | None:
    """Who a note is addressed to; None where it does not say."""
    to = {*_names(note.get("to")), *_names(activity.get("to"))}
    cc = {*_names(note.get("cc")), *_names(activity.get("cc"))}
    if to & _PUBLIC:
        # "indexable" says that posts may be found in searches; without it they are merely public.
        found = actor.get("indexable") or ("indexable" not in actor and actor.get("discoverable"))
        return Visibility.INDEXED if found is True else Visibility.ANYONE
    if cc & _PUBLIC:
        return Visibility.ANYONE
    followers = actor.get("followers")
    if any(each == followers or each.rstrip("/").endswith("/followers") for each in to | cc):
        return Visibility.CONTACTS
    return Visibility.ME if to or cc else None


def _media(note: Node) -> Iterator[Media]:
    for each in [*_list(note.get("attachment")), *_list(note.get("image"))]:
        urls = _urls(each)
        if urls:
            yield Media(
                url=urls[0], caption=_text(each.get("name")) if isinstance(each, dict) else ""
            )


def _urls(value: Any) -> list[str]:
    """The web addresses of a value: a string, a link object, a list of them."""
    found: list[str] = []
    for each in _list(value):
        text = (each.get("href") or each.get("url")) if isinstance(each, dict) else each
        url = resolve(None, text) if isinstance(text, str) else None
        found += [url] if url else []
    return found


def _names(value: Any) -> set[str]:
    return {
        str(each.get("id") if isinstance(each, dict) else each) for each in _list(value) if each
    }


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
