"""Mastodon's own API: an account, or its statuses (ActivityStreams has a reader of its own)."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from auditor.collect.apis.told import (
    Said,
    Told,
    fields,
    links,
    node,
    nodes,
    scalar,
    signed,
    text,
    words,
)
from auditor.collect.dates import instant
from auditor.collect.labels import kind
from auditor.model.profile import Media
from auditor.model.visibility import Visibility

_KINDS = {"display_name": "full_name", "created_at": "account_created"}
_APART = ("username", "acct", "url", "note", "avatar")
_QUIET = (
    "id uri locked bot group discoverable indexable noindex suspended limited hide_collections "
    "avatar_static header header_static avatar_description header_description last_status_at "
    "statuses_count followers_count following_count memorial show_media show_media_replies "
    "show_featured feature_approval"
).split()
_AUDIENCE = {
    "public": Visibility.INDEXED,
    "unlisted": Visibility.ANYONE,
    "private": Visibility.CONTACTS,
    "direct": Visibility.ME,
}
_MOST_FIELDS = 100
"""Fields of one's own: servers grant four to a few tens, and each is HTML."""
_HREF = re.compile(r"<a\s[^<>]{0,500}?href=\"([^\"<>]{1,2000})\"")


def knows(document: Any) -> bool:
    """Is it an account or statuses, as Mastodon's API writes them?"""
    first = node(document) or next(iter(nodes(document)), {})
    account = {"acct", "username", "url", "note"} <= first.keys()
    return account or {"account", "content", "visibility", "uri"} <= first.keys()


def told(document: Any) -> Told:
    """The account, or that of the statuses."""
    if "acct" in node(document):
        return _account(node(document))
    statuses = [node(document)] if node(document) else nodes(document)
    writers = [node(each.get("account")) for each in statuses]
    first = next(iter(writers), {})
    one = all(each.get("url") == first.get("url") for each in writers)
    account = _account(first) if first and one else Told()
    most = Visibility.INDEXED if one and _lets_search(first) else Visibility.ANYONE
    posts = (
        (_status(each, most), text(writer.get("acct")))
        for each, writer in zip(statuses, writers, strict=True)
        if _is_own(each)
    )
    return account | Told(posts=signed(posts))


def _account(found: dict[str, Any]) -> Told:
    url = text(found.get("url"))
    pairs = [(each, text(each.get("value"))) for each in nodes(found.get("fields"))[:_MOST_FIELDS]]
    addresses = {id(each): links(*_hrefs(value) or (value,)) for each, value in pairs}
    return Told(
        handle=text(found.get("username")),
        server=urlsplit(url).netloc if url.startswith("http") else "",
        url=url or None,
        fields=(
            *fields(found, _KINDS, (*_QUIET, *_APART)),
            *_picture(found),
            *_labelled([each for each, _ in pairs if not addresses[id(each)]]),
        ),
        bio=words(found.get("note")),
        links=tuple(
            dict.fromkeys(
                (
                    *(url for each, _ in pairs for url in addresses[id(each)]),
                    *links(node(found.get("moved")).get("url")),
                )
            )
        ),
        checked=tuple(
            url for each, _ in pairs if each.get("verified_at") for url in addresses[id(each)]
        ),
        hidden=found.get("noindex") is True or found.get("indexable") is False,
    )


def _hrefs(html: str) -> list[str]:
    return [unescape(each) for each in _HREF.findall(html)]


def _labelled(found: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """What the holder wrote in fields of their own, but for addresses."""
    for each in found:
        label, said = words(each.get("name")), words(each.get("value"))
        if label and said:
            yield kind(label) or f"label:{label[:60]}", said


def _picture(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The picture, where it is not the one that everybody begins with."""
    for url in links(found.get("avatar")):
        if not url.endswith("/missing.png"):
            yield "photo_face", url


def _lets_search(account: dict[str, Any]) -> bool:
    """Does the holder let searches find their posts? As for an actor of ActivityStreams."""
    # "discoverable" speaks of the profile: it is taken only where "indexable" is not said.
    said = account.get("indexable", account.get("discoverable"))
    return said is True and account.get("noindex") is not True


def _is_own(status: dict[str, Any]) -> bool:
    """Neither somebody else's nor a private message."""
    return not node(status.get("reblog")) and status.get("visibility") != "direct"


def _status(status: dict[str, Any], most: Visibility) -> Said:
    seen = _AUDIENCE.get(text(status.get("visibility")))
    parts = (scalar(status.get("spoiler_text")), words(status.get("content")))
    return Said(
        text="\n".join(filter(None, parts)),
        when=instant(text(status.get("created_at"))),
        url=text(status.get("url")) or None,
        seen_by=most if seen is Visibility.INDEXED else seen,
        media=tuple(
            Media(url=url, caption=scalar(each.get("description")))
            for each in nodes(status.get("media_attachments"))
            for url in links(each.get("url"))
        ),
    )
