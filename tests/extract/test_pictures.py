"""extract/pictures.py: pictures that a case shows in more than one place."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.pictures import MOST, recurring
from auditor.model.picture import distance
from auditor.model.profile import Media, Post, Profile
from auditor.model.visibility import UNKNOWN_SIGHT

HASHES = st.integers(0, 2**64 - 1).map("{:016x}".format)
A, NEAR, FAR = "00000000000000ff", "00000000000000fe", "ffffffff00000000"


def profile(source, *hashes, by=None):
    media = tuple(Media(url="x", picture_hash=each) for each in hashes)
    return Profile(
        source=source,
        account=None,
        network=None,
        url=None,
        collector="media",
        observed_at=datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC),
        sight=UNKNOWN_SIGHT,
        posts=(Post(id="post-1", text="", by=by, media=media),),
    )


def test_a_picture_of_two_places_is_told_by_one_hash():
    assert recurring([profile("a", A, FAR), profile("b", NEAR)], 10) == {A: A, NEAR: A}


def test_copies_in_one_place_are_nothing():
    assert recurring([profile("a", A, NEAR, A)], 10) == {}


def test_how_near_is_for_the_caller_to_say():
    places = [profile("a", A), profile("b", NEAR), profile("c", A)]
    assert recurring(places, 0) == {A: A}


def test_a_picture_that_somebody_else_put_there_does_not_count():
    assert recurring([profile("a", A), profile("b", A, by="Gwen")], 10) == {}


def test_pictures_without_a_hash_are_left_out():
    assert recurring([profile("a", None), profile("b", None)], 10) == {}


def test_more_pictures_than_can_be_compared_end_too():
    many = [f"{number * 0x1000193:016x}" for number in range(MOST + 50)]
    found = recurring([profile("a", *many), profile("b", many[0], many[-1])], 0)
    assert found == {many[0]: many[0]}


@given(st.lists(HASHES, max_size=12), st.lists(HASHES, max_size=12), st.integers(0, 20))
def test_what_stands_for_a_picture_is_near_it(left, right, within):
    found = recurring([profile("a", *left), profile("b", *right)], within)
    assert all(distance(each, head) <= within for each, head in found.items())
    assert set(left) & set(right) <= set(found)
