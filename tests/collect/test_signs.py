"""collect/signs.py: files by their first bytes, archives by their members."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.archive import opened
from auditor.collect.signs import is_heif, of_archive, sign
from tests.collect.media.files import open_document, saved, scene, word, zipped

PNG = saved(scene(1, (64, 48)), "PNG")
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        *((saved(scene(1, (64, 48)), each), "picture") for each in ("JPEG", "PNG", "GIF", "TIFF", "WEBP")),
        (b"%PDF-1.7", "pdf"),
        (b"WARC/1.0\r\n", "warc"),
        (b"filedesc://a.arc", "warc"),
        (gzip.compress(b"WARC/1.1\r\n"), "warc"),
        (gzip.compress(b"<html>"), None),
        (gzip.compress(gzip.compress(b"WARC/1.1\r\n")), None),
        (b"\x1f\x8b", None),
        (b"RIFF\0\0\0\0WAVE", None),
        (b"<html>", None),
        (HEIC, None),
        (b"", None),
    ],
)  # fmt: skip
def test_first_bytes_tell(start, kind):
    assert sign(start) == kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (word(), "office"),
        (open_document(), "office"),
        (zipped({"archive/a.warc.gz": b"", "datapackage.json": b""}), "warc"),
        (zipped({"a.jpg": PNG, "b.png": PNG, "notes.txt": b"x"}), "album"),
        (zipped({"a.heic": HEIC, "b.heic": HEIC}), "album"),
        (zipped({"a.png": PNG, "posts.json": b"[]", "x.json": b"{}"}), None),
        (zipped({"a.png": b"no picture"}), None),
        (zipped({"mimetype": b"x"}), None),
    ],
    ids="word open-document wacz pictures heic export no-picture mimetype".split(),
)
def test_members_tell(data, kind):
    assert of_archive(opened(data)) == kind


@pytest.mark.parametrize(
    ("start", "told"), [(HEIC, True), (b"\0\0\0\x18ftypmp42", False), (b"", False)]
)
def test_pictures_in_the_format_of_films(start, told):
    assert is_heif(start) is told


@given(st.binary(max_size=100))
def test_any_bytes_are_told_or_not(start):
    assert sign(start) in {"picture", "pdf", "warc", None}
    assert is_heif(start) in {True, False}
