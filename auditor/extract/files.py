"""What the files of pictures and documents carry unseen: where, with what, by whom."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from auditor.extract import fields
from auditor.extract.kit import Tools
from auditor.extract.sheet import Sheet
from auditor.model.fact import About, Time, When
from auditor.model.names import fold
from auditor.model.place import Place, distance
from auditor.model.profile import Field, Media, Post, Profile
from auditor.model.record import Record

NEAR = 10.0
"""Kilometres from the middle of a town within which a picture is said to be taken there (own choice:
half the way between the towns of the table, most of which have more than 5,000 people)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One file of a post, and where what it says is written down."""

    owner: Record
    post: Post
    media: Media
    sheet: Sheet

    def note(self, kind: str, value: str, **more: Any) -> None:
        day = self.media.taken_on
        self.sheet.note(
            self.owner,
            kind,
            value,
            sight=self.post.sight,
            by="metadata",
            passage=self.post.id,
            time=Time(when=When.PAST, date=day) if day else Time(),
            published_on=self.post.published_on,
            **more,
        )

    def once(self, seen: set[tuple[str, ...]], what: str) -> bool:
        """Was it not yet seen as publicly? A thousand pictures of one camera say it once."""
        key = (what, self.post.sight.visibility)
        return not (key in seen or seen.add(key))  # type: ignore[func-returns-value]


def of_posts(profile: Profile, owner: Record, sheet: Sheet, tools: Tools) -> None:
    """What the files in an account's own posts say of whoever holds it."""
    found = [
        _File(owner=owner, post=post, media=media, sheet=sheet)
        for post in profile.posts
        for media in (post.media if post.by is None else ())
    ]
    towns = _by_degree(tools.lexicon.places) if any(map(_is_placed, found)) else {}
    seen: set[tuple[str, ...]] = set()
    for each in found:
        device, name = each.media.device, each.media.owner
        if device and each.once(seen, numbered := _numbered(each.media, device)):
            each.note("exif_device", device, quote=numbered)
        if _is_placed(each):
            value, quote = _place(each.media, towns)
            each.note("geotag", value, quote=quote)
        shown = each.media.picture_hash or ""
        if shown in tools.pictures:
            each.note("picture", shown, quote=each.media.caption or each.media.url)
        if name and each.once(seen, name):
            _of_owner(name, profile, each, tools)


def _of_owner(name: str, profile: Profile, file: _File, tools: Tools) -> None:
    """A name in a file: the holder's where the account shows none or the same, else another's."""
    if not _fits(name, profile.fields):
        file.note("third_party_mention", name, about=About.OTHER, sure=_SURE)
        return
    field = Field(name="email_personal" if "@" in name else "full_name", text=name)
    for kind, value, _ in fields.normal(field, tools.lexicon, tools.regions):
        file.note(kind, value, quote=name, sure=_SURE)


_SURE = "file_owner"


def _fits(name: str, shown: Iterable[Field]) -> bool:
    """May the name be the account's: has it a word of one of the full names that are shown?"""
    full = [set(fold(each.text).split()) for each in shown if each.name == "full_name"]
    words = set(fold(name).replace("@", " ").replace(".", " ").split())
    return not full or any(words & each for each in full)


def _is_placed(file: _File) -> bool:
    return file.media.latitude is not None and file.media.longitude is not None


def _numbered(media: Media, device: str) -> str:
    return f"{device}, {media.serial}" if media.serial else device


def _place(media: Media, towns: Mapping[tuple[int, int], list[Place]]) -> tuple[str, str]:
    """The town, or the coordinates to some hundred metres where none is near; and them as written."""
    lat, lon = media.latitude or 0.0, media.longitude or 0.0
    near = min(
        ((distance(lat, lon, each), each.name) for each in _around(lat, lon, towns)),
        default=(math.inf, ""),
    )
    return near[1] if near[0] <= NEAR else f"{lat:.3f}, {lon:.3f}", f"{lat:.6g}, {lon:.6g}"


def _by_degree(places: Mapping[str, Place]) -> dict[tuple[int, int], list[Place]]:
    """The towns by whole degree, so that a picture is compared with those around it alone."""
    found: dict[tuple[int, int], list[Place]] = {}
    for place in {id(each): each for each in places.values()}.values():
        found.setdefault((math.floor(place.lat), math.floor(place.lon)), []).append(place)
    return found


def _around(
    lat: float, lon: float, towns: Mapping[tuple[int, int], list[Place]]
) -> Iterator[Place]:
    for north in (-1, 0, 1):
        for east in (-1, 0, 1):
            yield from towns.get((math.floor(lat) + north, math.floor(lon) + east), ())
