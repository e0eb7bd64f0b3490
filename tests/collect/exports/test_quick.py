"""Posts made fast are the posts that would have been made slowly."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date, time

import pytest

from auditor.collect.exports.quick import media, post
from auditor.model.profile import Media, Post, Tag
from auditor.model.visibility import UNKNOWN_SIGHT

DAY = date(2024, 5, 2)


def test_a_post_is_the_same_however_it_is_made():
    quick = post("post-1", "Bonjour", UNKNOWN_SIGHT, DAY)
    slow = Post(id="post-1", text="Bonjour", sight=UNKNOWN_SIGHT, published_on=DAY)
    assert (quick, type(quick), hash(quick), repr(quick)) == (slow, Post, hash(slow), repr(slow))
    assert all(hasattr(quick, each.name) for each in fields(Post))


def test_its_further_fields_too():
    more = {
        "place": "Limoges",
        "by": "Inès",
        "tags": (Tag(name="Inès"),),
        "url": "https://a.example/",
        "at": time(18, 32),
    }
    quick = post("post-1", "", UNKNOWN_SIGHT, None, media=(media("a.jpg", "Île"),), **more)
    assert quick == Post(id="post-1", text="", media=(Media(url="a.jpg", caption="Île"),), **more)


def test_a_picture_is_the_same_however_it_is_made():
    quick = media("a.jpg", device="EOS", latitude=1.5, longitude=2.5)
    assert quick == Media(url="a.jpg", device="EOS", latitude=1.5, longitude=2.5)
    assert all(hasattr(quick, each.name) for each in fields(Media))


def test_neither_can_be_changed():
    quick = post("post-1", "Bonjour", UNKNOWN_SIGHT, DAY)
    with pytest.raises(FrozenInstanceError):
        quick.text = "Adieu"
    assert replace(quick, text="Adieu").text == "Adieu"
