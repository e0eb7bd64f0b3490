"""The account of an ActivityStreams actor: its fields, bio and links."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from auditor.collect.accounts import account_of, network_of
from auditor.collect.addresses import resolve, same_address
from auditor.collect.exports.activity import Node, listed, text, urls
from auditor.collect.pages.snippet import plain
from auditor.collect.reading import Context
from auditor.collect.sight import sight, whole
from auditor.model.network import Network
from auditor.model.profile import Field, Post, Profile

COLLECTOR = "exports.mastodon"
_LONGEST = 4_000
"""Characters of a field's markup that are read: servers allow 2,047 in its value."""
_MOST_FIELDS = 100
"""Fields of one's own: servers grant four to a few tens, and each is HTML."""


def placed(actor: Node, context: Context) -> Context:
    """The context with the card of the network that the account is on."""
    card = _card(_address(actor), context)
    return replace(context, network=card or context.networks.get("mastodon"))


def profile(actor: Node, posts: tuple[Post, ...], context: Context) -> Profile:
    """The account of an actor, with the first of its posts."""
    url = _address(actor)
    card = _card(url, context)
    context = placed(actor, context)
    account, handle = account_of(context, url)
    name = text(actor.get("preferredUsername")) or (handle or "")
    host = urlsplit(url).netloc if url else ""
    network = context.network.id if context.network else context.source.network
    if account is None and name and network:
        account = f"{network}:{name}" if card or not host else f"{network}:{name}@{host}"
    return Profile(
        source=context.source.id,
        account=account,
        network=network or host or None,
        url=url,
        collector=COLLECTOR,
        observed_at=context.observed_at,
        sight=whole(context),
        fields=tuple(_fields(actor, name, context)),
        posts=(*_bio(actor, context), *posts),
        links=tuple(_links(actor, url, context)),
    )


def _address(actor: Node) -> str | None:
    return next(iter(urls(actor.get("url"))), None) or next(iter(urls(actor.get("id"))), None)


def _card(url: str | None, context: Context) -> Network | None:
    return context.network or (network_of(url, context.networks) if url else None)


def _bio(actor: Node, context: Context) -> Iterator[Post]:
    bio = plain(text(actor.get("summary")))
    if bio:
        yield Post(id="bio", text=bio, sight=sight("bio", context))


def _fields(actor: Node, username: str, context: Context) -> Iterator[Field]:
    icon = listed(actor.get("icon"))
    pairs = [
        ("username", username),
        ("full_name", text(actor.get("name"))),
        ("photo_face", next((url for each in icon for url in urls(each)), "")),
        ("account_created", text(actor.get("published"))[:10]),
    ]
    pairs.extend(_labelled(actor))
    for name, said in pairs:
        if said and (name != "full_name" or said != username):
            yield Field(name=name, text=said, sight=sight(name, context))


def _labelled(actor: Node) -> Iterator[tuple[str, str]]:
    """What the actor wrote in fields of their own, but for addresses."""
    for each in _properties(actor):
        from auditor.collect.labels import kind  # loads a reader of YAML

        label = plain(text(each.get("name")))
        if not _reference(each) and label:
            yield kind(label) or f"label:{label[:60]}", plain(text(each.get("value")))


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
        for each in listed(actor.get("attachment"))[:_MOST_FIELDS]
        if isinstance(each, dict) and each.get("type") == "PropertyValue"
    ]


def _reference(each: Node) -> str | None:
    """The address in a profile field, which is HTML."""
    written = text(each.get("value"))
    if "<a" not in written:
        return resolve(None, written)
    from bs4 import BeautifulSoup  # a parser of HTML is loaded for those who declare a link

    data = f"<div>{written[:_LONGEST]}".encode("utf-8", "replace")
    link = BeautifulSoup(data, "lxml", from_encoding="utf-8").find("a", href=True)
    return resolve(None, str(link["href"])) if link is not None else None
