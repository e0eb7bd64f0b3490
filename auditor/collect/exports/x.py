"""Twitter/X: an archive of scripts that hold JSON (``window.YTD.tweets.part0 = […]``); nothing is run.

Direct messages and the lists of other people are never opened. An archive keeps posts as HTML-escaped
text, all dates in English, and says of a repost only that its text begins so.
"""

import html
import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from functools import lru_cache
from itertools import chain, count
from typing import Any

from msgspec import Struct

from auditor.collect.addresses import resolve
from auditor.collect.archive import Archive
from auditor.collect.dates import clock, instant
from auditor.collect.exports import advertising, quick
from auditor.collect.exports.shapes import at, nodes, one, text
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.model.profile import Item, Media, Post, Tag
from auditor.model.visibility import Sight, Visibility

NETWORK = "x"
_SITE = "https://x.com/"
_MONTHS = {
    name: at for at, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}
_REPOST = re.compile(r"RT @(\w{1,30}):")
_PROTECTED: Mapping[str, Visibility] = {
    "protect": Visibility.CONTACTS,
    "unprotect": Visibility.ANYONE,
}


class _Mention(Struct, gc=False):
    name: str | None = None
    screen_name: str | None = None


class _Picture(Struct, gc=False):
    media_url_https: str | None = None


class _Entities(Struct, gc=False):
    user_mentions: list[_Mention] = []
    media: list[_Picture] = []


class _Point(Struct, gc=False):
    coordinates: tuple[float | str, float | str] | None = None


class _Place(Struct, gc=False):
    full_name: str | None = None


class _Tweet(Struct, gc=False):
    """A post as the archive writes it, in its order: fields that come as expected are found faster."""

    entities: _Entities | None = None
    id_str: str | None = None
    place: _Place | None = None
    coordinates: _Point | None = None
    created_at: str | None = None
    full_text: str | None = None


class _Row(Struct, gc=False):
    tweet: _Tweet


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of an archive, or of one of its files."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    bio = list(_profile(export))
    _account(export)
    _counts(export)
    advertising.of_x(export)
    yield from export.items(chain(bio, _posts(export, count(1))))


def _account(export: Statement) -> None:
    account = one(export.document("account"), "account")
    export.handle = text(account.get("username")) or None
    export.url = f"{_SITE}{export.handle}" if export.handle else None
    export.tell("full_name", account.get("accountDisplayName"))
    export.tell("email_personal", account.get("email"))
    phone = one(export.document("phone"), "device").get("phoneNumber")
    export.tell("phone_mobile", phone or account.get("phoneNumber"))
    export.tell("account_created", text(account.get("createdAt"))[:10])
    age = at(one(export.document("age"), "ageMeta"), "ageInfo")
    export.tell("birth_date", age.get("birthDate") if isinstance(age, dict) else None)


def _profile(export: Statement) -> Iterator[Post]:
    profile = one(export.document("profile"), "profile")
    said = profile.get("description")
    said = said if isinstance(said, dict) else {}
    export.tell("home_commune", said.get("location"))
    export.tell("photo_face", resolve(None, text(profile.get("avatarMediaUrl"))))
    export.link(resolve(None, text(said.get("website"))))
    if bio := text(said.get("bio")):
        yield Post(id="bio", text=html.unescape(bio), sight=export.sight("bio"))


def _counts(export: Statement) -> None:
    """Only how many follow: they are other people."""
    export.tell("contact_list", sum(len(each) for each in export.elements("followers")) or None)


def _posts(export: Statement, numbers: Iterator[int]) -> Iterator[Post]:
    seen = export.sight("posts", _stated(export))
    for batch in export.elements("posts", _Row):
        for row in batch:
            tweet = row.tweet if isinstance(row, _Row) else _any(row)
            if tweet.full_text:
                yield _post(next(numbers), tweet, seen)
    for batch in export.elements("long_posts"):
        for each in batch:
            note = one([each], "noteTweet")
            if written := text(at(note, "core", "text")):
                published_on, at_ = instant(text(note.get("createdAt")))
                yield Post(
                    id=f"post-{next(numbers)}",
                    text=html.unescape(written),
                    sight=seen,
                    published_on=published_on,
                    at=at_,
                )


def _stated(export: Statement) -> Visibility | None:
    """Whether posts are protected, by the latest entry of their history, wherever it stands in it."""
    history = [
        one([each], "protectedHistory") for each in nodes(export.document("protected") or [])
    ]
    last = max(reversed(history), key=lambda each: text(each.get("protectedAt")), default={})
    return _PROTECTED.get(text(last.get("action")).casefold())


def _post(number: int, tweet: _Tweet, seen: Sight) -> Post:
    written = tweet.full_text or ""
    written = html.unescape(written) if "&" in written else written
    repost = _REPOST.match(written) if written[:4] == "RT @" else None
    entities = tweet.entities
    return quick.post(
        f"post-{number}",
        written,
        seen,
        _day(tweet.created_at or ""),
        place=_place(tweet) if tweet.place or tweet.coordinates else None,
        by=repost[1] if repost else None,
        tags=_tags(entities.user_mentions, seen) if entities and entities.user_mentions else (),
        media=_media(entities.media) if entities and entities.media else (),
        url=f"{_SITE}i/status/{tweet.id_str}" if tweet.id_str else None,
        at=_time(tweet.created_at or ""),
    )


def _tags(mentions: list[_Mention], seen: Sight) -> tuple[Tag, ...]:
    return tuple(
        [
            Tag(name=each.name or name, sight=seen, url=f"{_SITE}{name}", url_sight=seen)
            for each in mentions
            if (name := each.screen_name)
        ]
    )


def _media(pictures: list[_Picture]) -> tuple[Media, ...]:
    found = (resolve(None, each.media_url_https or "") for each in pictures)
    return tuple(Media(url=url) for url in found if url)


def _place(tweet: _Tweet) -> str | None:
    if tweet.place and tweet.place.full_name:
        return tweet.place.full_name
    point = tweet.coordinates.coordinates if tweet.coordinates else None
    return f"{point[1]}, {point[0]}" if point else None


def _any(row: Any) -> _Tweet:
    """A post of another form: its text, day and number."""
    tweet = row.get("tweet", row) if isinstance(row, dict) else {}
    tweet = tweet if isinstance(tweet, dict) else {}
    return _Tweet(
        full_text=text(tweet.get("full_text")) or text(tweet.get("text")),
        created_at=text(tweet.get("created_at")),
        id_str=text(tweet.get("id_str")) or None,
    )


def _day(written: str) -> date | None:
    """``Wed Oct 10 20:19:24 +0000 2018``, in English whatever the reader's language."""
    return _of(written[4:10], written[-4:])


def _time(written: str) -> time | None:
    """The time of day, which archives write in UTC."""
    return clock(written[11:19]) if written[20:25] == "+0000" else None


@lru_cache(maxsize=1024)
def _of(month_and_day: str, year: str) -> date | None:
    """Neighbours have their day in common."""
    try:
        return date(int(year), _MONTHS[month_and_day[:3]], int(month_and_day[4:]))
    except (KeyError, ValueError):
        return None
