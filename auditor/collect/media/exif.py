"""EXIF: what a camera writes into a picture (tags of CIPA DC-008, Exif 2.32)."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

_EXIF, _GPS = 0x8769, 0x8825
_DESCRIPTION, _MAKE, _MODEL, _SOFTWARE = 0x010E, 0x010F, 0x0110, 0x0131
_CHANGED, _ARTIST, _COMPUTER, _COPYRIGHT = 0x0132, 0x013B, 0x013C, 0x8298
_XP_TITLE, _XP_COMMENT, _XP_AUTHOR = 0x9C9B, 0x9C9C, 0x9C9D
_TAKEN, _DIGITIZED, _COMMENT, _OWNER, _SERIAL = 0x9003, 0x9004, 0x9286, 0xA430, 0xA431
_NORTH, _LATITUDE, _EAST, _LONGITUDE = 1, 2, 3, 4
_DATE = re.compile(r"(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})(?!\d)")
_RIGHTS = re.compile(
    r"©|\(c\)|\bcopyright\b|\ball rights reserved\b|\btous droits réservés\b|\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\b",
    re.I,
)
_LONGEST = 5000
_COMMENT_CODE = 8
"""Bytes before a comment that say how it is written."""
_DEGREES, _SIXTY = 3, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Exif:
    """What the tags say, as written; empty or None where they say nothing."""

    caption: str = ""
    device: str = ""
    serial: str = ""
    software: str = ""
    owner: str = ""
    taken_on: date | None = None
    position: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""


def read(exif: Any) -> Exif:
    """The tags of a picture that Pillow has opened."""
    main = dict(exif)
    shot, gps = dict(exif.get_ifd(_EXIF)), dict(exif.get_ifd(_GPS))
    return Exif(
        caption=_first(
            text(main.get(_DESCRIPTION)),
            _wide(main.get(_XP_TITLE)),
            _wide(main.get(_XP_COMMENT)),
            _comment(shot.get(_COMMENT)),
        ),
        device=device(text(main.get(_MAKE)), text(main.get(_MODEL))),
        serial=text(shot.get(_SERIAL)),
        software=", ".join(filter(None, (text(main.get(_SOFTWARE)), text(main.get(_COMPUTER))))),
        owner=_first(
            text(shot.get(_OWNER)),
            text(main.get(_ARTIST)),
            _wide(main.get(_XP_AUTHOR)),
            holder(text(main.get(_COPYRIGHT))),
        ),
        taken_on=next(
            (
                found
                for each in (shot.get(_TAKEN), shot.get(_DIGITIZED), main.get(_CHANGED))
                if (found := day(text(each)))
            ),
            None,
        ),
        position=position(gps),
    )


def day(written: str) -> date | None:
    """The day of ``2008:06:14 10:11:12``; None for the zeros of a camera whose clock was never set."""
    found = _DATE.match(written)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def device(make: str, model: str) -> str:
    """Maker and model, the maker once: ``Canon`` and ``Canon EOS 80D`` are ``Canon EOS 80D``."""
    first = make.partition(" ")[0]
    return model if first.casefold() in model.casefold() else f"{make} {model}".strip()


def holder(rights: str) -> str:
    """The name in a copyright notice.

    >>> holder("© 2019 Loïc Tréhardel. Tous droits réservés.")
    'Loïc Tréhardel'
    """
    return " ".join(_RIGHTS.sub(" ", rights).split()).strip(" ,.;:-–|")


def position(gps: Mapping[int, Any]) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, six decimals (a tenth of a metre); None where not given.

    The map datum of the file is not converted: cameras write WGS 84.
    """
    latitude = _angle(gps.get(_LATITUDE), text(gps.get(_NORTH)), "S", 90)
    longitude = _angle(gps.get(_LONGITUDE), text(gps.get(_EAST)), "W", 180)
    if latitude is None or longitude is None or (latitude, longitude) == (0, 0):
        return None  # zero on both is a receiver without satellites, not the Gulf of Guinea
    return latitude, longitude


def text(value: Any) -> str:
    """A tag's text: cameras write Latin-1, and programs UTF-8 in its place."""
    if isinstance(value, tuple | list) and len(value) == 1:
        value = value[0]
    if isinstance(value, bytes):
        return _decoded(value)
    if not isinstance(value, str):
        return ""
    try:
        return _decoded(value.encode("latin-1"))
    except UnicodeEncodeError:
        return value.partition("\x00")[0].strip()[:_LONGEST]


def _decoded(data: bytes) -> str:
    data = data.partition(b"\x00")[0].strip()[:_LONGEST]
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _wide(value: Any) -> str:
    """Windows writes its own tags in UTF-16."""
    data = bytes(value) if isinstance(value, bytes | tuple) and _are_bytes(value) else b""
    return data[: 2 * _LONGEST].decode("utf-16-le", "replace").partition("\x00")[0].strip()


def _comment(value: Any) -> str:
    """A comment says in its first eight bytes how it is written."""
    if not isinstance(value, bytes):
        return text(value)
    code, data = value[:_COMMENT_CODE], value[_COMMENT_CODE:]
    if code.startswith(b"UNICODE"):
        return data[: 2 * _LONGEST].decode("utf-16-le", "replace").strip("\x00 ")
    return _decoded(data) if code.startswith(b"ASCII") else ""


def _are_bytes(value: bytes | tuple[Any, ...]) -> bool:
    return all(isinstance(each, int) and 0 <= each < 256 for each in value)  # noqa: PLR2004


def _angle(parts: Any, side: str, negative: str, most: float) -> float | None:
    """Degrees, minutes and seconds as degrees."""
    if not isinstance(parts, tuple | list) or not 1 <= len(parts) <= _DEGREES:
        return None
    try:
        numbers = [float(each) for each in parts]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if not all(math.isfinite(each) and each >= 0 for each in numbers):
        return None
    angle = math.fsum(each / float(_SIXTY**power) for power, each in enumerate(numbers))
    if angle > most:
        return None
    return round(-angle if side.upper().startswith(negative) else angle, 6)


def _first(*texts: str | Iterable[str]) -> str:
    return next((str(each) for each in texts if each), "")
