"""A picture: where and when it was taken, with what, by whom, of whom, as its own file says."""

import io
import warnings
from typing import TYPE_CHECKING, Any

from auditor.collect.media import exif, picture_hash, table, xmp
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Media
from auditor.model.text import Text, say

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

LARGEST = 64_000_000
"""Bytes of a file that is read: as large as a member of an archive may be."""
MOST_DECODED = 48_000_000
"""Bytes that a picture may fill when it is made small for its hash: a screenshot of a large display
has 44 MB. A JPEG is made small while it is read; what is larger gets no hash."""
LEAST = 32
"""Dots of a side from which a picture gets a hash; smaller ones are icons, and all alike."""
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")
_SMALL = (256, 256)
"""The thumbnail from which the hash is made."""
_BANDS = {"1": 1, "L": 1, "P": 1, "LA": 2, "RGB": 4, "YCbCr": 4, "RGBA": 4, "CMYK": 4}
_ORIENTATION = 0x0112
_CAPTION, _BYLINE, _CODED = (2, 120), (2, 80), (1, 90)
_UTF8 = b"\x1b%G"
_AGAIN: Text = say("give the picture as the camera or the network made it")


def describe(data: bytes, url: str = "") -> Media:
    """What a picture's file says of it; `url` is its address or its name.

    Nothing is decoded for it but a thumbnail. Names of people (`Media.people`) become tags of the
    post that shows the picture; that is the caller's part, as is the caption.

    Raises:
        UnreadableError: no picture of a format that is read, damaged, or too large.
    """
    with warnings.catch_warnings():
        # What Pillow warns of, a picture of more than 89 million dots among it, is refused.
        warnings.simplefilter("error")
        return _media(_opened(data), url)


def _opened(data: bytes) -> "ImageFile":
    from PIL import Image

    if len(data) > LARGEST:
        raise UnreadableError(say("the picture is larger than 64 MB"), _AGAIN)
    try:
        return Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise UnreadableError(say("the picture has too many dots to be read"), _AGAIN) from None
    except Exception:  # its plugins raise whatever a damaged file leads them to
        raise UnreadableError(
            say("the picture is damaged, or of a kind not read"), _AGAIN
        ) from None


def _media(image: "ImageFile", url: str) -> Media:
    tags, packet, press = _exif(image), xmp.read(_packet(image)), _iptc(image)
    latitude, longitude = tags.position or xmp.position(packet) or (None, None)
    return Media(
        url=url,
        caption=table.caption(
            press.get(_CAPTION, "") or xmp.first(packet, "dc:description") or tags.caption
        )
        or table.caption(xmp.first(packet, "dc:title")),
        device=tags.device
        or exif.device(xmp.first(packet, "tiff:Make"), xmp.first(packet, "tiff:Model"))
        or None,
        serial=tags.serial or xmp.first(packet, "aux:SerialNumber") or None,
        software=tags.software or xmp.first(packet, "xmp:CreatorTool") or None,
        owner=table.name(tags.owner)
        or table.name(press.get(_BYLINE, ""))
        or table.name(xmp.first(packet, "aux:OwnerName", "dc:creator"))
        or None,
        taken_on=tags.taken_on
        or exif.day(xmp.first(packet, "exif:DateTimeOriginal", "photoshop:DateCreated")),
        latitude=latitude,
        longitude=longitude,
        people=xmp.people(packet),
        picture_hash=_hash(image),
    )


def _exif(image: "Image") -> exif.Exif:
    try:
        return exif.read(image.getexif())
    except Exception:  # tags are offsets that a damaged file sends anywhere; the rest is still read
        return exif.Exif()


def _packet(image: "Image") -> bytes:
    found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return found.encode("utf-8", "replace") if isinstance(found, str) else bytes(found)


def _iptc(image: "ImageFile") -> dict[tuple[int, int], str]:
    """Caption and author as the press writes them (IPTC-IIM)."""
    from PIL import IptcImagePlugin

    try:
        found = IptcImagePlugin.getiptcinfo(image) or {}
    except Exception:  # as with the tags
        return {}
    wide = found.get(_CODED) == _UTF8
    return {key: _press(found[key], wide=wide) for key in (_CAPTION, _BYLINE) if found.get(key)}


def _press(value: Any, *, wide: bool) -> str:
    data = value[0] if isinstance(value, list) else value
    return data.decode("utf-8", "replace") if wide else exif.text(data)


def _hash(image: "Image") -> str | None:
    """The hash of the picture as it is shown; None where it cannot be made small within the limits."""
    try:
        turned = image.getexif().get(_ORIENTATION)
        image.draft("RGB", _SMALL)
        width, height = image.size
        if min(width, height) < LEAST or width * height * _BANDS.get(image.mode, 8) > MOST_DECODED:
            return None
        image.thumbnail(_SMALL)
        return picture_hash.of_picture(_upright(_opaque(image), turned))
    except Exception:  # a picture that is cut has its tags, and no hash
        return None


def _opaque(image: "Image") -> "Image":
    """On white, where one can see through it."""
    from PIL import Image

    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    shown = image.convert("RGBA")
    white = Image.new("RGBA", shown.size, "white")
    return Image.alpha_composite(white, shown)


def _upright(image: "Image", turned: Any) -> "Image":
    """As a viewer turns it: networks turn the picture itself, and drop the note."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[turned]) if turned in turns else image
