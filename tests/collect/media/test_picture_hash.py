"""collect/media/picture_hash.py: copies of one picture are near, others are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageEnhance

from auditor.collect.media.picture import describe
from auditor.collect.media.picture_hash import same_picture
from auditor.model.picture import distance
from tests.collect.media.files import exif, saved, scene

HASHES = st.integers(0, 2**64 - 1).map("{:016x}".format)


def hashed(image, kind="JPEG", **more):
    return describe(saved(image, kind, **more)).picture_hash


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    "copy",
    [
        lambda image: hashed(image.resize((160, 120)), quality=40),
        lambda image: hashed(image, "PNG"),
        lambda image: hashed(image, "WEBP", quality=30),
        lambda image: hashed(ImageEnhance.Brightness(image).enhance(1.2)),
        lambda image: hashed(image.convert("L")),
        lambda image: hashed(image.crop((6, 5, 634, 474))),
        lambda image: hashed(image.convert("CMYK")),
    ],
    ids="smaller png webp lighter grey cut cmyk".split(),
)
def test_a_copy_is_the_same_picture(seed, copy):
    image = scene(seed)
    assert same_picture(hashed(image), copy(image))


def test_other_pictures_are_not():
    hashes = [hashed(scene(seed, (320, 240))) for seed in range(40)]
    assert not any(
        same_picture(one, other) for at, one in enumerate(hashes) for other in hashes[:at]
    )


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_picture_is_compared_as_it_is_shown(turned):
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = scene(3)
    stored = image.transpose(turns[turned]) if turned in turns else image
    assert same_picture(hashed(image), hashed(stored, exif=exif({0x0112: turned})))


@pytest.mark.parametrize("colour", ["white", "black", (40, 42, 44)])
def test_a_plain_picture_has_no_hash(colour):
    assert hashed(Image.new("RGB", (300, 200), colour)) is None


@pytest.mark.parametrize(("size", "told"), [((31, 200), False), ((32, 32), True), ((1, 1), False)])
def test_an_icon_has_no_hash(size, told):
    assert (hashed(scene(5).resize(size), "PNG") is not None) is told


def test_what_shows_through_is_white():
    clear = scene(4).convert("RGBA")
    clear.putalpha(Image.new("L", clear.size, 0))
    assert hashed(clear, "PNG") is None


@given(HASHES, HASHES)
def test_distance_is_a_distance(left, right):
    assert distance(left, right) == distance(right, left) <= 64
    assert (distance(left, right) == 0) == (left == right)


@given(HASHES)
def test_without_a_hash_nothing_is_the_same(each):
    assert same_picture(each, each)
    assert not same_picture(each, None)
    assert not same_picture(None, None)
