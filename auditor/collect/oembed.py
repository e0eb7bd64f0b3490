"""oEmbed: what a network answers about one post or one account, as a saved JSON (oembed.com, section 2.3)."""

from collections.abc import Iterator, Mapping
from typing import Any

from auditor.collect.accounts import account_of, handle_of, network_of
from auditor.collect.addresses import resolve
from auditor.collect.dates import span
from auditor.collect.jsontext import parse
from auditor.collect.pages.snippet import plain
from auditor.collect.reading import Context
from auditor.collect.sight import sight, whole
from auditor.collect.signs import is_oembed
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.names import fold
from auditor.model.profile import Field, Item, Media, Post, Profile
from auditor.model.text import say

COLLECTOR = "oembed"
_LONGEST = 5000


def read(data: bytes, context: Context) -> Iterator[Item]:
    """The author's account, with the post that the answer is about."""
    try:
        found = parse(data)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    if not is_oembed(found) or not (_text(found, "author_name") or _text(found, "author_url")):
        yield failed(
            context.source.id,
            say("the answer names no author"),
            say("save the page itself, and give that"),
        )
        return
    yield _profile(found, context)


def _profile(answer: Mapping[str, Any], context: Context) -> Profile:
    url = resolve(None, _text(answer, "author_url"))
    card = context.network or network_of(url or _text(answer, "provider_url"), context.networks)
    return Profile(
        source=context.source.id,
        account=account_of(context, url)[0],
        network=card.id if card else context.source.network,
        url=url,
        collector=COLLECTOR,
        observed_at=context.observed_at,
        sight=whole(context),
        fields=tuple(_fields(answer, url, context)),
        posts=tuple(_posts(answer, context)),
    )


def _fields(answer: Mapping[str, Any], url: str | None, context: Context) -> Iterator[Field]:
    known = handle_of(url, context.networks) if url else None
    name = _text(answer, "author_name")
    if known is not None:
        yield Field(name="username", text=known[1], sight=sight("username", context))
    if name and (known is None or fold(name).removeprefix("@") != fold(known[1])):
        kind = "full_name" if " " in name else "alias"
        yield Field(name=kind, text=name, sight=sight(kind, context))


def _posts(answer: Mapping[str, Any], context: Context) -> Iterator[Post]:
    """The post: its title, and the text of the markup that shows it."""
    quoted = plain(_text(answer, "html")) if "<blockquote" in _text(answer, "html") else ""
    lines = dict.fromkeys(filter(None, (_text(answer, "title"), quoted)))
    pictures = ("url", "thumbnail_url") if answer.get("type") == "photo" else ("thumbnail_url",)
    media = tuple(Media(url=url) for key in pictures if (url := resolve(None, _text(answer, key))))
    if lines or media:
        days = span(_text(answer, "upload_date")[:10])
        yield Post(
            id="post-1",
            text="\n".join(lines),
            sight=sight("posts", context),
            published_on=days[0] if days else None,
            media=media[:1],
            url=context.address or resolve(None, _text(answer, "web_page") or _text(answer, "url")),
        )


def _text(answer: Mapping[str, Any], key: str) -> str:
    found = answer.get(key)
    return found.strip()[:_LONGEST] if isinstance(found, str) else ""
