"""What the exports of Facebook, Instagram and Threads have in common.

Text that was broken byte by byte, pictures with what their files say, and values under labels in the
language of the account, in three shapes: ``string_map_data``, ``string_list_data``, ``label_values``.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from auditor.collect.dates import day, unix
from auditor.collect.exports.loose import fitted
from auditor.collect.exports.mojibake import Repair, texts
from auditor.collect.exports.quick import media, post
from auditor.collect.exports.shapes import node, text
from auditor.collect.exports.statement import Statement
from auditor.collect.labels import key
from auditor.model.profile import Media, Post
from auditor.model.visibility import UNKNOWN_SIGHT

_FILES = ("media", "media_map_data", "media_list_data")
"""Keys under which stand files, and no labelled values."""


class Exif(Struct, gc=False):
    """What the file of a picture said when it was uploaded."""

    latitude: float | None = None
    longitude: float | None = None
    date_time_original: str | None = None
    taken_timestamp: int | None = None
    camera_make: str | None = None
    camera_model: str | None = None


class Photo(Exif, gc=False):
    """The same, as older exports write it, and the list that newer ones have."""

    exif_data: list[Exif] = []


class Metadata(Struct, gc=False):
    """Of a picture or of a film."""

    photo_metadata: Photo | None = None
    video_metadata: Photo | None = None


class Picture(Struct, gc=False):
    """A picture or film of a post."""

    uri: str | None = None
    creation_timestamp: int | None = None
    media_metadata: Metadata | None = None
    title: str | None = None
    description: str | None = None


def batches(
    export: Statement, part: str, of: type[Any], *under: str
) -> Iterator[tuple[list[Any], Repair]]:
    """The elements of a part, some at a time, each with how the texts of its file are undone."""
    for name in export.members(part):
        repair = Repair()
        for batch in export.streamed(name, of, under):
            rows = [each if type(each) is of else fitted(each, of) for each in batch]
            if repair.broken is None:
                repair.learn(texts(msgspec.to_builtins(rows)))
            yield rows, repair
        export.doubt(repair, name)


def naming(export: Statement, repair: Repair) -> Callable[[str], str | None]:
    """Our name of a label as the file writes it; None where it is not known."""
    words = export.layout.word
    return lru_cache(maxsize=1024)(lambda label: words.get(key(repair.text(label))))


def versions(name: str) -> tuple[str, ...]:
    """The names that an array has had: the number at their end goes up."""
    return (name, *(f"{name}_v{number}" for number in range(1, 10)))


def shown(pictures: list[Picture], captions: list[str]) -> tuple[Media, ...]:
    """Pictures as a post shows them: without what their files say."""
    if len(pictures) == 1:
        return (media(pictures[0].uri or "", captions[0]),)
    return tuple(
        [media(each.uri or "", said) for each, said in zip(pictures, captions, strict=True)]
    )


def unseen(pictures: list[Picture], id_: str) -> Post | None:
    """What the files of a post's pictures say: the network keeps it, and nobody is known to see it."""
    found = []
    for each in pictures:
        seen = each.media_metadata
        file = (seen.photo_metadata or seen.video_metadata) if seen else None
        if file is not None:
            said: Exif = file.exif_data[0] if file.exif_data else file
            if said.latitude is not None or said.camera_model:
                found.append(_file(each.uri or "", said))
    return post(f"file-of-{id_}", "", UNKNOWN_SIGHT, None, media=tuple(found)) if found else None


def _file(url: str, said: Exif) -> Media:
    placed = said.latitude is not None and said.longitude is not None
    model = said.camera_model
    return media(
        url,
        "",
        f"{said.camera_make or ''} {model}".strip() if model else None,
        unix(said.taken_timestamp) or _day((said.date_time_original or "")[:10]),
        said.latitude if placed else None,
        said.longitude if placed else None,
    )


@lru_cache(maxsize=1024)
def _day(written: str) -> date | None:
    """The day of ``20230715T1…``, ``2023:07:15`` or ``2023-07-15``."""
    if written[:8].isdecimal():
        written = f"{written[:4]}-{written[4:6]}-{written[6:8]}"
    return day(written.replace(":", "-"))


def pairs(found: Any) -> Iterator[tuple[str, str]]:
    """Label and value, in order, out of the three shapes and whatever holds them."""
    waiting = [("", found)]
    while waiting:
        label, value = waiting.pop()
        if isinstance(value, dict):
            label = text(value.get("label")) or text(value.get("title")) or label
            if label and (said := _said(value)):
                yield label, said
            waiting.extend(reversed(list(_inside(label, value))))
        elif isinstance(value, list):
            waiting.extend((label, each) for each in reversed(value))
        elif label and isinstance(value, str) and value.strip():
            yield label, value.strip()


def _inside(label: str, value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from node(value.get("string_map_data")).items()
    yield from (
        (label, each)
        for name, each in value.items()
        if isinstance(each, dict | list) and name not in {"string_map_data", *_FILES}
    )


def _said(value: dict[str, Any]) -> str:
    """A value: as text, as an address, or as the day of its moment."""
    plain = value.get("value")
    said = str(plain).strip() if isinstance(plain, str | int | float) else ""
    moment = value.get("timestamp_value") or value.get("timestamp")
    known = unix(moment) if isinstance(moment, int | float) else None
    return said or text(value.get("href")) or (known.isoformat() if known else "")
