"""XMP: what programs write into pictures and documents as XML, read as names and texts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from auditor.collect.media.markup import root

Packet = Mapping[str, tuple[str, ...]]
"""Property, with the usual prefix of its namespace → its texts, in order."""
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "iptc",
    "http://www.metadataworkinggroup.com/schemas/regions/": "mwg",
    "http://ns.microsoft.com/photo/1.2/t/Region#": "microsoft",
}
_COORDINATE = re.compile(
    r"(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d{1,12})?))?([NSEWnsew])"
)
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LISTS = frozenset(f"{_RDF}{name}" for name in ("Alt", "Seq", "Bag"))
_MOST = 2000
"""Elements and attributes that are read: a picture with a hundred named people has about 600."""
_LONGEST = 5000
"""Characters of a text: IPTC allows a caption 2,000."""
_PEOPLE = ("iptc:PersonInImage", "mwg:Name", "microsoft:PersonDisplayName")


def read(packet: bytes) -> Packet:
    """The properties of a packet; none where it is no XML that can be read."""
    found: dict[str, dict[str, None]] = {}
    tree = root(packet)
    for number, (name, text) in enumerate(_properties(tree) if tree is not None else ()):
        if number >= _MOST:
            break
        if text.strip():
            found.setdefault(name, {})[text.strip()[:_LONGEST]] = None
    return {name: tuple(texts) for name, texts in found.items()}


def first(packet: Packet, *names: str) -> str:
    """The first text of the first property that has one."""
    return next((packet[name][0] for name in names if packet.get(name)), "")


def people(packet: Packet) -> tuple[str, ...]:
    """Names that somebody gave to the people of a picture; frames of pets and of focus are not read."""
    return tuple(dict.fromkeys(text for name in _PEOPLE for text in packet.get(name, ())))


def position(packet: Packet) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, written ``47,13.1022N`` (XMP, part 2, GPSCoordinate)."""
    latitude = _angle(first(packet, "exif:GPSLatitude"), "NS", 90)
    longitude = _angle(first(packet, "exif:GPSLongitude"), "EW", 180)
    if latitude is None or longitude is None or (latitude, longitude) == (0, 0):
        return None
    return latitude, longitude


def _angle(written: str, sides: str, most: int) -> float | None:
    found = _COORDINATE.fullmatch(written)
    if found is None or found[4].upper() not in sides:
        return None
    degrees, minutes, seconds = (float(each or 0) for each in found.groups()[:3])
    angle = degrees + minutes / 60 + seconds / 3600
    if angle > most:
        return None
    return round(-angle if found[4].upper() == sides[1] else angle, 6)


def _properties(tree: Any) -> Iterator[tuple[str, str]]:
    for element in tree.iter("*"):
        name = _name(element.tag)
        if name == "mwg:Name" and not _is_face(element.getparent()):
            continue
        if name:
            yield from ((name, text) for text in _texts(element))
        face = _is_face(element)
        for key, value in element.attrib.items():
            attribute = _name(key)
            if attribute and (attribute != "mwg:Name" or face):
                yield attribute, value


def _name(tag: str) -> str:
    """``{http://purl.org/dc/elements/1.1/}title`` → ``dc:title``; empty for a namespace that is not read."""
    space, _, local = tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(space)
    return f"{prefix}:{local}" if prefix else ""


def _texts(element: Any) -> Iterator[str]:
    """The element's own text, or those of the list that it holds."""
    children = list(element)
    if not children:
        yield element.text or ""
    for child in children:
        if child.tag in _LISTS:
            yield from (each.text or "" for each in child if len(each) == 0)


def _is_face(region: Any | None) -> bool:
    """Is a named frame a person's? Where it does not say, it is taken for one."""
    if region is None:
        return True
    space = "{http://www.metadataworkinggroup.com/schemas/regions/}Type"
    said = region.get(space) or region.findtext(space) or "Face"
    return bool(said == "Face")
