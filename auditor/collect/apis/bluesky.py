"""Bluesky: a profile, an author's feed, or records of a repository; everything in it is public.

The label ``!no-unauthenticated`` only asks apps not to show the account to visitors without login.
"""

import re
from collections.abc import Iterator
from typing import Any

from auditor.collect.apis.told import Said, Told, fields, links, node, nodes, scalar, signed, text
from auditor.collect.dates import instant
from auditor.model.profile import Media

_KINDS = {
    "displayName": "full_name",
    "pronouns": "pronouns",
    "createdAt": "account_created",
    "avatar": "photo_face",
}
_APART = ("handle", "description", "website")
_QUIET = "did banner indexedAt followersCount followsCount postsCount $type cid uri".split()
_HANDLE = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?", re.I
)
_DID = re.compile(r"did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]")
_LONGEST_HANDLE, _LONGEST_DID = 253, 2048
"""As the protocol has them (atproto.com/specs/handle and /did)."""


def is_handle(name: str) -> bool:
    """Is it a handle of the AT Protocol: a domain name of two parts or more?"""
    return len(name) <= _LONGEST_HANDLE and _HANDLE.fullmatch(name) is not None


def is_did(name: str) -> bool:
    """Is it a decentralised identifier, as the AT Protocol writes them?"""
    return len(name) <= _LONGEST_DID and _DID.fullmatch(name) is not None


def knows(document: Any) -> bool:
    """Is it an answer of Bluesky's profiles or feeds, or a record?"""
    found = node(document)
    if text(found.get("$type")).startswith(("app.bsky.actor.", "app.bsky.feed.")):
        return True
    if {"did", "handle"} <= found.keys():
        return True
    return any("post" in each for each in nodes(found.get("feed"))[:1])


def told(document: Any) -> Told:
    """The account of a profile or of a feed."""
    found = node(document)
    kind = text(found.get("$type"))
    if {"did", "handle"} <= found.keys() or kind.startswith("app.bsky.actor."):
        return _actor(found)
    entries = nodes(found.get("feed")) or [found]
    said = ((_entry(each), _author(each)) for each in entries)
    return Told(posts=signed((post, writer) for post, writer in said if post is not None))


def _actor(found: dict[str, Any]) -> Told:
    handle = text(found.get("handle"))
    handle = handle if is_handle(handle) and handle != "handle.invalid" else ""
    name = handle or text(found.get("did"))
    return Told(
        handle=handle,
        url=f"https://bsky.app/profile/{name}" if is_handle(name) or is_did(name) else None,
        fields=tuple(fields(found, _KINDS, (*_QUIET, *_APART))),
        bio=scalar(found.get("description")),
        links=links(found.get("website"), _own_domain(handle)),
        hidden=any(each.get("val") == "!no-unauthenticated" for each in _labels(found)),
    )


def _labels(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Labels of a view (a list) or of a record (an object with values)."""
    said = found.get("labels")
    return nodes(said) or nodes(node(said).get("values"))


def _own_domain(handle: str) -> str | None:
    """A handle that is no name of the network's own host is a domain of its holder."""
    return None if not handle or handle.endswith(".bsky.social") else f"https://{handle}/"


def _entry(entry: dict[str, Any]) -> Said | None:
    """A post of the account; None for what it only repeats."""
    if node(entry.get("reason")):
        return None
    post = node(entry.get("post")) or entry
    record = node(post.get("record")) or post
    if not text(record.get("text")):
        return None
    author = text(node(post.get("author")).get("handle"))
    return Said(
        text=scalar(record.get("text")),
        when=instant(text(record.get("createdAt")) or text(post.get("indexedAt"))),
        url=_address(text(post.get("uri")), author),
        media=tuple(_images(node(post.get("embed")))),
    )


def _author(entry: dict[str, Any]) -> str:
    author = node(node(entry.get("post")).get("author"))
    return text(author.get("handle")) or text(author.get("did"))


def _address(uri: str, author: str) -> str | None:
    parts = uri.removeprefix("at://").split("/")
    name = author if is_handle(author) else parts[0]
    if len(parts) != 3 or not (is_handle(name) or is_did(name)):  # noqa: PLR2004 (who, what, key)
        return None
    return f"https://bsky.app/profile/{name}/post/{parts[2]}"


def _images(embed: dict[str, Any]) -> Iterator[Media]:
    for each in nodes(embed.get("images")) or nodes(node(embed.get("media")).get("images")):
        for url in links(each.get("fullsize")):
            yield Media(url=url, caption=scalar(each.get("alt")))
