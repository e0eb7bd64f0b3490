"""WordPress: who writes on a site, what they published, and where a page says that this can be asked."""

import re
from html import unescape
from typing import Any

from auditor.collect.addresses import resolve
from auditor.collect.apis.told import (
    Said,
    Told,
    fields,
    link,
    links,
    node,
    nodes,
    scalar,
    text,
    words,
)
from auditor.collect.dates import day, zoned

_HEAD = 200_000
"""Bytes in which the head of a page ends."""
_LINK = re.compile(rb"<link\s[^<>]{0,600}>", re.I)
_RELATION = re.compile(rb"""rel\s*=\s*["']?https://api\.w\.org/["'\s/>]""", re.I)
_HREF = re.compile(rb"""href\s*=\s*["']([^"'<>\s]{1,1000})["']""", re.I)
_QUIET = (
    "id url link slug description avatar_urls meta _links acf yoast_head is_super_admin".split()
)


def root(page: bytes, address: str) -> str | None:
    """Where the site of a page is asked; None where it does not say. It ends in a slash."""
    for each in _LINK.findall(page[:_HEAD]):
        href = _HREF.search(each)
        if href and _RELATION.search(each):
            found = resolve(address, unescape(href[1].decode("utf-8", "replace")))
            return found if found and found.endswith("/") and "?" not in found else None
    return None


def knows(document: Any) -> bool:
    """Is it an answer of WordPress's users or posts?"""
    first = node(document) or next(iter(nodes(document)), {})
    user = {"id", "name", "slug", "link", "avatar_urls"} <= first.keys()
    return user or ("rendered" in node(first.get("content")) and {"slug", "link"} <= first.keys())


def told(document: Any) -> Told:
    """The one who writes on the site, where it is one; and its posts."""
    found = [node(document)] if node(document) else nodes(document)
    if "name" in found[0]:
        return _author(found[0]) if len(found) == 1 else Told()
    several = len({scalar(each.get("author")) for each in found}) > 1
    writers = [_writer(each) if several else None for each in found]
    shown = zip(found, writers, strict=True)
    return Told(posts=tuple(_post(each, by) for each, by in shown if by or not several))


def _author(user: dict[str, Any]) -> Told:
    return Told(
        handle=text(user.get("slug")),
        url=link(user.get("link")),
        fields=tuple(fields(user, {"name": "full_name"}, _QUIET)),
        bio=words(user.get("description")),
        links=links(user.get("url")),
    )


def _writer(post: dict[str, Any]) -> str | None:
    """Who wrote a post, where the answer says it (``_embed=author``)."""
    named = nodes(node(post.get("_embedded")).get("author"))[:1]
    return next((text(each.get("name")) for each in named), None) or None


def _post(post: dict[str, Any], by: str | None) -> Said:
    parts = (words(node(post.get(key)).get("rendered")) for key in ("title", "content"))
    return Said(
        text="\n".join(filter(None, parts)),
        when=(day(text(post.get("date"))), zoned(f"{text(post.get('date_gmt'))}Z")),
        url=link(post.get("link")),
        by=by,
    )
