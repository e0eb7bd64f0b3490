"""RSS, Atom and JSON feeds: what an account publishes, entry by entry."""

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import islice
from typing import Any

from auditor.collect import jsontext
from auditor.collect.accounts import account_of, network_of
from auditor.collect.addresses import resolve
from auditor.collect.blanks import collapse
from auditor.collect.dates import Instant, instant
from auditor.collect.pages.text import plain
from auditor.collect.reading import Context, text_of
from auditor.collect.sight import sight, whole
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.failure import Failure
from auditor.model.names import fold
from auditor.model.profile import Field, Media, Page, Post, Profile
from auditor.model.text import Text, say

COLLECTOR = "feeds"
LARGEST = 5_000_000
"""Bytes that are read; a feed of the last hundred posts is under 1 MB."""
MOST = 2_000
"""Entries that are read: the reader takes about a millisecond for each."""
_ENTRY = re.compile(rb"<(?:\w{1,20}:)?(?:entry|item)[\s>]", re.I)
_CLOSED = re.compile(rb"</(?:\w{1,20}:)?(?:entry|item)\s*>", re.I)
_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.I)
_ZONED = re.compile(
    r"(?<=\d)(?<![T\s]00:00)(?<![T\s]00:00:00)\s?(?:[+-]\d\d:?\d\d|Z|\b(?:UTC?|GMT|[ECMP][SD]T))\s*$"
)
"""A time of day with its zone; not midnight, which stands for a day alone."""
_ADDRESS = re.compile(r"\S+@\S+\s*\((?P<name>[^)]{1,80})\)")
_AGAIN = say("download the feed again, and give the file as it was downloaded")
_CUT: tuple[Text, Text] = (
    say("the feed is cut or damaged: only its whole entries were read"),
    _AGAIN,
)
_LONG: tuple[Text, Text] = (
    say("the feed is too long: only its first %(count)s entries were read", count=MOST),
    say("nothing to do: feeds give the newest entries first"),
)


def read(data: bytes, context: Context) -> Iterator[Profile | Page | Failure]:
    """The profile of the feed's author, and what of the feed could not be read."""
    try:
        _refuse(data)
        if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
            found, failures = _json(data)
        else:
            found, failures = _xml(data)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    for reason, mend in failures:
        yield failed(context.source.id, reason, mend)
    made = _profile(found, context)
    if made.posts or made.fields:
        yield made
    elif not failures:
        yield failed(context.source.id, say("the feed holds no entry"), _AGAIN)


Found = dict[str, Any]
"""What both kinds of feed come down to: title, author, url, entries."""


def _refuse(data: bytes) -> None:
    if not data.strip():
        raise UnreadableError(say("the file is empty"), _AGAIN)
    if len(data) > LARGEST:
        raise UnreadableError(say("the feed is larger than 5 MB"), _AGAIN)
    head = text_of(data)
    if "<!entity" in head.casefold() or (
        b"\x00" in data and "<!ENTITY".encode("utf-16-le") in data
    ):
        raise UnreadableError(
            say("the feed declares entities, which real feeds do not need"),
            say("take it out: files like this are made to exhaust a reader"),
        )
    if not _ROOT.search(head[:8192]) and head.lstrip()[:1] != "{":
        raise UnreadableError(say("the file is no feed"), _AGAIN)


def _xml(data: bytes) -> tuple[Found, list[tuple[Text, Text]]]:
    import feedparser

    failures: list[tuple[Text, Text]] = []
    past = next(islice(_ENTRY.finditer(data), MOST, None), None)
    if past is not None:
        data = data[: past.start()]
        failures.append(_LONG)
    whole_entries = len(_CLOSED.findall(data)) if b"\x00" not in data else MOST
    try:
        parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError, AssertionError):
        raise UnreadableError(say("the feed cannot be parsed"), _AGAIN) from None
    broken = parsed.get("bozo") and "Encoding" not in type(parsed.get("bozo_exception")).__name__
    if broken and past is None:
        failures.append(_CUT)
    head = parsed.get("feed", {})
    entries = [_entry(each) for each in parsed.get("entries", ())[:whole_entries]]
    found = {
        "author": _author(head),
        "url": (head.get("author_detail") or {}).get("href") or "",
        "link": head.get("link") or "",
        "bio": plain(head.get("subtitle") or ""),
        "entries": entries,
    }
    return found, failures


def _entry(entry: Any) -> Found:
    content = " ".join(each.get("value", "") for each in entry.get("content", ()))
    return {
        "title": plain(entry.get("title") or ""),
        "text": plain(content or entry.get("summary") or ""),
        "when": _when(entry),
        "author": _author(entry),
        "url": entry.get("link") or "",
        "tags": [each.get("term") or each.get("label") or "" for each in entry.get("tags", ())],
        "media": [each.get("href", "") for each in entry.get("enclosures", ())],
    }


def _author(holder: Any) -> str:
    """The author's name; ``mail (name)`` is read here, for feedparser knows no long domain."""
    written = str(holder.get("author") or "")
    if _ADDRESS.fullmatch(written.strip()):
        return written
    return (holder.get("author_detail") or {}).get("name") or written


def _json(data: bytes) -> tuple[Found, list[tuple[Text, Text]]]:
    document = jsontext.parse(data)
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(items, list):
        raise UnreadableError(say("the file is no feed"), _AGAIN)
    author = _first_author(document)
    entries = [_item(each) for each in items[:MOST] if isinstance(each, dict)]
    found = {
        "author": author.get("name") or "",
        "url": author.get("url") or "",
        "link": document.get("home_page_url") or "",
        "bio": document.get("description") or "",
        "entries": entries,
    }
    return found, [_LONG] if len(items) > MOST else []


def _item(item: Found) -> Found:
    return {
        "title": collapse(str(item.get("title") or "")),
        "text": plain(str(item.get("content_text") or item.get("content_html") or "")),
        "when": instant(str(item.get("date_published") or "")),
        "author": _first_author(item).get("name") or "",
        "url": item.get("url") or "",
        "tags": item["tags"] if isinstance(item.get("tags"), list) else [],
        "media": [item.get("image") or ""],
    }


def _first_author(holder: Found) -> Found:
    several = holder.get("authors")
    found = several[0] if isinstance(several, list) and several else holder.get("author")
    return found if isinstance(found, dict) else {}


def _profile(found: Found, context: Context) -> Profile:
    url = resolve(None, str(found["url"])) or resolve(None, str(found["link"])) or context.address
    network = context.network or (network_of(url, context.networks) if url else None)
    account, handle = account_of(context, url)
    author = _name(str(found["author"]))
    names = {fold(each) for each in (author, handle or "") if each}
    entries = enumerate(found["entries"], start=1)
    posts = tuple(_post(f"post-{number}", each, names, context) for number, each in entries)
    bio = str(found["bio"])
    return Profile(
        source=context.source.id,
        account=account,
        network=network.id if network else context.source.network,
        url=url,
        collector=COLLECTOR,
        observed_at=context.observed_at,
        sight=whole(context),
        fields=tuple(_fields(author, handle, context)),
        posts=(
            *((Post(id="bio", text=bio, sight=sight("bio", context)),) if bio else ()),
            *(each for each in posts if each.text),
        ),
    )


def _fields(author: str, handle: str | None, context: Context) -> Iterator[Field]:
    if handle and not handle.isdigit():
        yield Field(name="username", text=handle, sight=sight("username", context))
    if author and fold(author) != fold(handle or ""):
        name = "full_name" if " " in author else "alias"
        yield Field(name=name, text=author, sight=sight(name, context))


def _post(name: str, entry: Found, names: set[str], context: Context) -> Post:
    title, text, author = entry["title"], entry["text"], _name(str(entry["author"]))
    whole_text = text if fold(text).startswith(fold(title)) else f"{title}\n{text}"
    labels = [str(each) for each in entry["tags"] if each]
    return Post(
        id=name,
        text="\n".join(filter(None, [whole_text.strip(), " ".join(f"#{each}" for each in labels)])),
        sight=sight("posts", context),
        published_on=entry["when"][0],
        at=entry["when"][1],
        by=author if author and fold(author) not in names else None,
        media=tuple(Media(url=url) for each in entry["media"] if (url := resolve(None, str(each)))),
        url=resolve(None, str(entry["url"])),
    )


def _name(author: str) -> str:
    """The name of an RSS author, who is written ``mail (name)``."""
    found = _ADDRESS.fullmatch(author.strip())
    return found["name"].strip() if found else collapse(author)


def _when(entry: Any) -> Instant:
    """The day, and the time of day where a zone is written: without one, UTC would be a guess."""
    # Its own lookup falls back from the one to the other, with a warning.
    name = "published" if dict.get(entry, "published_parsed") else "updated"
    moment = dict.get(entry, f"{name}_parsed")
    try:
        found = date(*moment[:3]) if moment else None
        told = found and _ZONED.search(str(dict.get(entry, name) or "")[-40:])
        return found, time(*moment[3:5]) if moment and told else None
    except (ValueError, TypeError):
        return None, None
