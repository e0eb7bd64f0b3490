"""Strava's export: a zip of CSV files beside the tracks; logins, messages and other athletes are never opened.

It states how activities are shared by default, not how each one is. A default that was narrowed leaves
older activities as they were: “followers” is taken for the least that is known, “only you” for nothing.

Of each track the first point is read, where it is GPX; FIT and TCX are not read. The export holds the
track as it was recorded. What of it the map shows (starts hidden by distance, or within the zones of an
address) is stated for no activity: who sees where a track begins is not known, and it is taken for public
nowhere.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any

from auditor.collect.archive import Archive
from auditor.collect.blanks import collapse
from auditor.collect.dates import moment
from auditor.collect.exports import tracks
from auditor.collect.exports.statement import Statement
from auditor.collect.exports.table import Row
from auditor.collect.labels import key
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item, Media, Post
from auditor.model.visibility import UNKNOWN_SIGHT, Visibility

NETWORK = "strava"
_SITE = "https://www.strava.com/"
_ACTIVITIES: Mapping[str, Visibility] = {
    "everyone": Visibility.MEMBERS,
    "followers": Visibility.CONTACTS,
}
"""“Everyone” of an activity is everyone on Strava (support.strava.com, article 360034758331)."""
_MOST_KINDS = 40
"""Kinds of sport: Strava knows about fifty."""
_WINDOW = 65_536


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The athlete of an archive, or of one of its files."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    settings: Row = next(export.rows("visibility"), {})
    export.shown = _ACTIVITIES.get(_word(export, settings.get("activity_visibility")))
    bio = list(_profile(export, settings))
    _sports(export)
    _gear(export)
    followers = sum(_lines(export, name) for name in export.members("followers"))
    export.tell("contact_list", followers or None)
    for row in export.rows("clubs"):
        export.tell("group_membership", row.get("club"))
    yield from export.items(chain(bio, _activities(export), _captions(export)))


def _profile(export: Statement, settings: Row) -> Iterator[Post]:
    """A profile that is not for everyone still shows the name to members who search for it."""
    word = _word(export, settings.get("profile_visibility"))
    stated = Visibility.MEMBERS if word in {"followers", "only_you"} else None
    for row in export.rows("profile"):
        first, last = row.get("first_name", ""), row.get("last_name", "")
        export.tell("full_name", f"{first} {last}".strip(), stated=stated)
        export.tell("first_name", first, stated=stated)
        export.tell("home_commune", ", ".join(filter(None, map(row.get, ("city", "country")))))
        export.tell("email_personal", row.get("email"))
        export.tell("birth_date", row.get("birth"))
        if row.get("athlete", "").isdecimal():
            export.url = f"{_SITE}athletes/{row['athlete']}"
        for label in row.keys() - export.layout.headers.keys():
            export.tell_labelled(label, row[label])
        if row.get("about"):
            yield Post(id="bio", text=collapse(row["about"]), sight=export.sight("bio"))


def _sports(export: Statement) -> None:
    """Which sports, and how many tracks there are; read ahead, since a profile comes before its posts."""
    sports: dict[str, None] = {}
    tracks = 0
    for row in export.rows("activities"):
        tracks += bool(row.get("track"))
        if row.get("sport") and len(sports) < _MOST_KINDS:
            sports[row["sport"]] = None
    for each in sports:
        export.tell("activity", each, stated=export.shown)
    export.tell("workout_route", tracks or None, stated=export.shown)


def _activities(export: Statement) -> Iterator[Post]:
    seen = export.sight("posts", export.shown)
    private = export.sight("posts", Visibility.ME)
    for number, row in enumerate(export.rows("activities"), start=1):
        dated: dict[str, Any] = {
            "published_on": _day(row.get("date", "")),
            "url": f"{_SITE}activities/{row['id']}" if row.get("id", "").isdecimal() else None,
        }
        if said := collapse(f"{row.get('name', '')}\n{row.get('description', '')}"):
            yield Post(id=f"post-{number}", text=said, sight=seen, **dated)
        if note := collapse(row.get("note", "")):
            yield Post(id=f"note-{number}", text=note, sight=private, **dated)
        if start := tracks.start(export.archive, row.get("track", "")):
            yield _begun(f"track-{number}", row["track"], start, dated["published_on"])


def _begun(id_: str, track: str, start: tracks.Point, day: date | None) -> Post:
    """Where a track begins, as a file beside the activity."""
    latitude, longitude = start
    media = Media(url=track, taken_on=day, latitude=latitude, longitude=longitude)
    return Post(id=id_, text="", sight=UNKNOWN_SIGHT, published_on=day, media=(media,))


def _captions(export: Statement) -> Iterator[Post]:
    for number, row in enumerate(export.rows("media"), start=1):
        if said := collapse(row.get("caption", "")):
            yield Post(
                id=f"media-{number}",
                text=said,
                sight=export.sight("posts", export.shown),
                media=(Media(url=row["file"]),) if row.get("file") else (),
            )


def _gear(export: Statement) -> None:
    for part, kind in (("bikes", "bike"), ("shoes", "shoe")):
        for row in export.rows(part):
            model = " ".join(filter(None, (row.get(f"{kind}_brand"), row.get(f"{kind}_model"))))
            export.tell("belonging", model or row.get(kind))


def _lines(export: Statement, name: str) -> int:
    """How many rows a table has below its heading: of other athletes, no more is read."""
    count, last = 0, b""
    try:
        with export.archive.stream(name) as file:
            while more := file.read(_WINDOW):
                count, last = count + more.count(b"\n"), more
    except UnreadableError as fault:
        export.fault(fault)
    return max(count - last.endswith(b"\n"), 0)


def _word(export: Statement, written: str | None) -> str:
    return export.layout.word.get(key(written or ""), "")


_day = lru_cache(maxsize=1024)(moment)
