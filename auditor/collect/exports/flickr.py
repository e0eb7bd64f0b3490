"""Flickr's export: one JSON file a photograph, each of which states who may see it.

What others wrote under a photograph or noted on it is not taken over; the people it tags are.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from auditor.collect.addresses import resolve
from auditor.collect.archive import Archive
from auditor.collect.dates import day
from auditor.collect.exports.markup import plain
from auditor.collect.exports.shapes import Node, node, nodes, text
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.model.profile import Item, Media, Post, Tag
from auditor.model.visibility import UNKNOWN_SIGHT, Sight

NETWORK = "flickr"
_SITE = "https://www.flickr.com/people/"
_DATED = len("2012-02-22")
_ELSEWHERE = frozenset("nsid profile_url description website".split())
"""Keys of the account that are no labelled values."""
_NAMES = ("real_name", "realname", "screen_name", "username", "name")
_MICRO = 1_000_000
"""Coordinates come in degrees, or in millionths of one."""
_TURN = 360


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of an archive, or of one of its files."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    bio = list(_account(export))
    for part in ("followers", "contacts"):
        found = sum(_people(each) for each in export.documents(part))
        if found:  # who follows, or else whom the account follows: only how many
            export.tell("contact_list", found)
            break
    yield from export.items(chain(bio, _photos(export)))


def _account(export: Statement) -> Iterator[Post]:
    for account in nodes(export.document("account")):
        export.url = resolve(None, text(account.get("profile_url")))
        export.handle = None if export.url else text(account.get("nsid")) or None
        export.link(resolve(None, text(account.get("website"))))
        for label, value in account.items():
            if isinstance(value, str | int) and label not in _ELSEWHERE:
                dated = isinstance(value, str) and label.endswith("_date")
                export.tell_labelled(label, str(value)[:_DATED] if dated else value)
        if said := plain(text(account.get("description"))):
            yield Post(id="bio", text=said, sight=export.sight("bio"))


def _people(document: Any) -> int:
    """How many people a list names, itself or under its only key."""
    found = next(iter(document.values()), None) if isinstance(document, dict) else document
    return len(found) if isinstance(found, list | dict) else 0


def _photos(export: Statement) -> Iterator[Post]:
    for number, found in enumerate(export.documents("photos"), start=1):
        yield _photo(f"post-{number}", node(found), export)


def _photo(id_: str, photo: Node, export: Statement) -> Post:
    seen = _seen(export, text(photo.get("privacy")))
    tags = " ".join(f"#{name}" for each in nodes(photo.get("tags")) if (name := _tag(each)))
    lines = (plain(text(photo.get("name"))), plain(text(photo.get("description"))), tags)
    return Post(
        id=id_,
        text="\n".join(filter(None, lines)),
        sight=seen,
        published_on=day(text(photo.get("date_imported"))),
        tags=tuple(_tagged(photo, seen)),
        media=_media(photo),
        url=resolve(None, text(photo.get("photopage"))),
    )


def _seen(export: Statement, privacy: str) -> Sight:
    """As the photograph states; a word that is not known is not taken for the default."""
    stated = export.stated(privacy)
    return UNKNOWN_SIGHT if privacy and stated is None else export.sight("posts", stated)


def _tag(tag: Node) -> str:
    return "".join(text(tag.get("tag")).split())


def _tagged(photo: Node, seen: Sight) -> Iterator[Tag]:
    for each in nodes(photo.get("people")):
        name = next((found for key in _NAMES if (found := text(each.get(key)))), "")
        if name:
            url = resolve(None, f"{_SITE}{text(each.get('nsid'))}") if each.get("nsid") else None
            yield Tag(name=name, sight=seen, url=url, url_sight=seen)


def _media(photo: Node) -> tuple[Media, ...]:
    url = resolve(None, text(photo.get("original"))) or resolve(None, text(photo.get("photopage")))
    place = next(iter(nodes(photo.get("geo"))), {})
    latitude, longitude = _degrees(place.get("latitude")), _degrees(place.get("longitude"))
    if url is None:
        return ()
    return (
        Media(
            url=url,
            taken_on=day(text(photo.get("date_taken"))),
            device=_device(node(photo.get("exif"))),
            latitude=latitude if longitude is not None else None,
            longitude=longitude if latitude is not None else None,
        ),
    )


def _device(exif: Node) -> str | None:
    """The camera's model: keys are ``IFD0:Model``, values ``{"label": "Model", "value": …}``."""
    found = (text(node(each).get("value")) for key, each in exif.items() if key.endswith(":Model"))
    return next(filter(None, found), None)


def _degrees(written: Any) -> float | None:
    try:
        found = float(written)
    except (TypeError, ValueError, OverflowError):
        return None
    found = found / _MICRO if abs(found) > _TURN else found
    return found if abs(found) < _TURN and found else None
