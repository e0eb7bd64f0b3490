"""Hacker News: a user, or one of their stories and comments; nothing there is private."""

from typing import Any

from auditor.collect.apis.told import Said, Told, fields, links, moment, node, text, words

_SITE = "https://news.ycombinator.com"
_TYPES = frozenset("story comment job poll pollopt".split())
_QUIET = "id karma created submitted about delay".split()


def knows(document: Any) -> bool:
    """Is it a user or an item of Hacker News?"""
    found = node(document)
    if {"id", "karma", "created"} <= found.keys():
        return True
    return {"id", "by", "time"} <= found.keys() and found.get("type") in _TYPES


def told(document: Any) -> Told:
    """The account of a user, or of who wrote the item."""
    found = node(document)
    if "karma" in found:
        since, _ = moment(found.get("created"))
        handle = text(found.get("id"))
        return Told(
            handle=handle,
            url=f"{_SITE}/user?id={handle}",
            fields=(
                *fields(found, {}, _QUIET),
                *((("account_created", since.isoformat()),) if since else ()),
            ),
            bio=words(found.get("about")),
        )
    handle = text(found.get("by"))
    gone = found.get("deleted") is True or found.get("dead") is True
    return Told(
        handle=handle,
        url=f"{_SITE}/user?id={handle}",
        posts=() if gone else (_item(found),),
    )


def _item(found: dict[str, Any]) -> Said:
    parts = (text(found.get("title")), words(found.get("text")), *links(found.get("url")))
    return Said(
        text="\n".join(filter(None, parts)),
        when=moment(found.get("time")),
        url=f"{_SITE}/item?id={found.get('id')}",
    )
