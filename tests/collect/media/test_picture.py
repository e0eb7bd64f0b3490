"""collect/media/picture.py: what the file of a picture says of it."""

import io
import struct
import zlib
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from auditor.collect.media.picture import describe
from auditor.collect.unreadable import UnreadableError
from tests.collect.media.files import NANTES, packet, photo, saved, scene

CANON = {0x010F: "Canon", 0x0110: "Canon EOS 80D", 0x0131: "darktable 4.2"}
SHOT = {0x9003: "2008:06:14 10:11:12", 0xA431: "053021002345"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_camera_says_where_when_and_with_what(kind):
    media = describe(
        photo(kind=kind, main={**CANON, 0x013B: "Loïc Tréhardel"}, shot=SHOT, gps=NANTES), "a.jpg"
    )
    assert (media.url, media.device, media.serial) == ("a.jpg", "Canon EOS 80D", "053021002345")
    assert (media.taken_on, media.owner) == (date(2008, 6, 14), "Loïc Tréhardel")
    assert (media.latitude, media.longitude) == (47.218333, -1.553611)
    assert media.software == "darktable 4.2"


@pytest.mark.parametrize(
    ("main", "shot", "owner"),
    [
        ({0x013B: "Loïc Tréhardel"}, {}, "Loïc Tréhardel"),
        ({0x013B: "Loïc Tréhardel".encode("latin-1")}, {}, "Loïc Tréhardel"),
        ({0x013B: "Studio Marée"}, {0xA430: "Loïc Tréhardel"}, "Loïc Tréhardel"),
        ({0x8298: "© 2019-2021 Loïc Tréhardel. Tous droits réservés"}, {}, "Loïc Tréhardel"),
        ({0x8298: "Copyright (c) 2019"}, {}, None),
        ({0x9C9D: "Loïc Tréhardel\0".encode("utf-16-le")}, {}, "Loïc Tréhardel"),
        ({0x013B: "Picasa"}, {}, None),
        ({0x013B: "   "}, {}, None),
        ({0x013B: "unknown"}, {0xA430: "Owner"}, None),
    ],
)
def test_whose_it_is(main, shot, owner):
    assert describe(photo(main=main, shot=shot)).owner == owner


@pytest.mark.parametrize(
    ("main", "shot", "caption"),
    [
        ({0x010E: "La cale, un soir d’août"}, {}, "La cale, un soir d’août"),
        ({0x010E: "OLYMPUS DIGITAL CAMERA         "}, {}, ""),
        ({}, {0x9286: b"UNICODE\0" + "À la cale".encode("utf-16-le")}, "À la cale"),
        ({}, {0x9286: b"ASCII\0\0\0On the slip"}, "On the slip"),
        ({}, {0x9286: b"\0" * 40}, ""),
        ({0x9C9B: "Été\0".encode("utf-16-le")}, {}, "Été"),
    ],
)
def test_what_was_written_under_it(main, shot, caption):
    assert describe(photo(main=main, shot=shot)).caption == caption


@pytest.mark.parametrize(
    ("gps", "place"),
    [
        (NANTES, (47.218333, -1.553611)),
        ({1: "S", 2: (33.0, 51.0, 24.0), 3: "E", 4: (151.0, 12.0, 54.0)}, (-33.856667, 151.215)),
        ({1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}, (None, None)),
        ({1: "N", 2: (91.0, 0.0, 0.0), 3: "E", 4: (2.0, 0.0, 0.0)}, (None, None)),
        ({1: "N", 2: (47.0, 13.0, 6.0)}, (None, None)),
        ({29: "2008:06:14"}, (None, None)),
    ],
)
def test_where_it_was_taken(gps, place):
    media = describe(photo(gps=gps))
    assert (media.latitude, media.longitude) == place


@pytest.mark.parametrize(
    ("shot", "day"),
    [
        ({0x9003: "0000:00:00 00:00:00"}, None),
        ({0x9003: "2008:02:31 10:00:00"}, None),
        ({0x9004: "2009-07-01 10:00:00"}, date(2009, 7, 1)),
        ({0x9003: "hier"}, None),
    ],
)
def test_when_it_was_taken(shot, day):
    assert describe(photo(shot=shot)).taken_on == day


def test_names_and_texts_of_xmp_are_read_in_both_of_its_forms():
    xmp = packet(
        '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Fête de la musique</rdf:li></rdf:Alt>'
        "</dc:description><dc:creator><rdf:Seq><rdf:li>Maïwenn Le Goff</rdf:li></rdf:Seq></dc:creator>"
        "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Gwen</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>"
        "<mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag>"
        "<rdf:li><rdf:Description mwg-rs:Name='Loïc Tréhardel' mwg-rs:Type='Face'/></rdf:li>"
        "<rdf:li rdf:parseType='Resource'><mwg-rs:Name>Titus</mwg-rs:Name><mwg-rs:Type>Pet</mwg-rs:Type>"
        "</rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>",
        'tiff:Make="FUJIFILM" tiff:Model="X-T3" aux:SerialNumber="9Q01" xmp:CreatorTool="Lightroom"',
    )
    media = describe(photo(xmp=xmp))
    assert (media.caption, media.owner) == ("Fête de la musique", "Maïwenn Le Goff")
    assert media.people == ("Gwen", "Loïc Tréhardel")
    assert (media.device, media.serial, media.software) == ("FUJIFILM X-T3", "9Q01", "Lightroom")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ('exif:GPSLatitude="47,13.1N" exif:GPSLongitude="1,33.2166W"', (47.218333, -1.55361)),
        ('exif:GPSLatitude="33,51,24S" exif:GPSLongitude="151,12,54E"', (-33.856667, 151.215)),
        ('exif:GPSLatitude="47,13.1N" exif:GPSLongitude="1,33.2166N"', (None, None)),
        ('exif:GPSLatitude="91,0.0N" exif:GPSLongitude="1,33.2W"', (None, None)),
        ('exif:GPSLatitude="47.2" exif:GPSLongitude="-1.5"', (None, None)),
        ('exif:GPSLatitude="0,0.0N" exif:GPSLongitude="0,0.0E"', (None, None)),
    ],
)
def test_where_it_was_taken_as_xmp_has_it(written, place):
    media = describe(photo(xmp=packet("", written)))
    assert (media.latitude, media.longitude) == place


def test_an_entity_in_xmp_is_never_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    evil = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>' + packet(
        "<dc:creator>&e;</dc:creator>"
    )
    assert describe(photo(xmp=evil)).owner is None


def test_the_press_writes_its_own_block():
    def line(record, number, data):
        return b"\x1c" + bytes([record, number]) + struct.pack(">H", len(data)) + data

    block = line(1, 90, b"\x1b%G") + line(2, 120, "Vœux du maire".encode())
    block += line(2, 80, "Jérôme Pastel".encode())
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block
    segment = b"Photoshop 3.0\0" + resource + b"\0" * (len(block) % 2)
    data = saved(scene())
    data = data[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + data[2:]
    media = describe(data)
    assert (media.caption, media.owner) == ("Vœux du maire", "Jérôme Pastel")


def test_a_bare_picture_says_nothing_and_still_has_its_hash():
    media = describe(saved(scene(), "GIF"))
    assert media.picture_hash is not None
    assert (media.device, media.owner, media.caption, media.people) == (None, None, "", ())


def _bomb():
    """A PNG that says it has 60,000 × 60,000 dots."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xd8\xff\xe0", "the picture is damaged, or of a kind not read"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "the picture is damaged, or of a kind not read"),
        (b"%PDF-1.7", "the picture is damaged, or of a kind not read"),
        (_bomb(), "the picture has too many dots to be read"),
    ],
)
def test_what_is_no_picture_is_refused(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        describe(data)


def test_a_picture_that_is_cut_keeps_its_tags():
    data = photo(main=CANON, shot=SHOT, gps=NANTES)
    media = describe(data[: len(data) // 2])
    assert media.device == "Canon EOS 80D"
    assert media.picture_hash is None


def test_a_large_picture_that_cannot_be_made_small_while_read_gets_no_hash():
    file = io.BytesIO()
    Image.new("RGB", (6000, 4000), "teal").save(file, "PNG", compress_level=1)
    assert describe(file.getvalue()).picture_hash is None


@given(st.binary(max_size=400), st.integers(0, 3000), st.binary(max_size=20))
def test_whatever_the_bytes_it_ends_in_a_picture_or_a_reason(tail, at, patch):
    good = photo(size=(64, 48), main=CANON, shot=SHOT, gps=NANTES)
    for data in (b"\xff\xd8\xff" + tail, good[:at] + patch + good[at + len(patch) :]):
        with suppress(UnreadableError):
            assert describe(data).url == ""
