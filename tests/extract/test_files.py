"""extract/files.py: what the files in posts carry unseen, and whose it is."""

import datetime
from dataclasses import replace

import pytest

from auditor import kits
from auditor.extract.gather import extract
from auditor.extract.kit import Tools
from auditor.extract.recognizers import RECOGNIZERS
from auditor.model.fact import About
from auditor.model.place import Place, distance
from auditor.model.profile import Field, Media, Post, Profile
from auditor.model.visibility import Origin, Sight, Visibility

OPEN = Sight(visibility=Visibility.INDEXED, origin=Origin.DECLARED)
HIDDEN = Sight(visibility=Visibility.CONTACTS, origin=Origin.DECLARED)
DAY = datetime.date(2008, 6, 14)
NOW = datetime.date(2026, 11, 24)
NANTES = {"latitude": 47.218333, "longitude": -1.553611}


@pytest.fixture(scope="module")
def tools(words):
    return Tools(
        recognizers=RECOGNIZERS, confidence=kits.confidence(), lexicon=words, cues=kits.cues
    )


@pytest.fixture
def facts(tools):
    """The facts of an account with these posts."""

    def read(*posts, name=""):
        found = extract([profile(*posts, name=name)], tools, now=NOW).facts
        return [each for each in found if each.recognizer == "metadata"]

    return read


def profile(*posts, name="", source="p"):
    return Profile(
        source=source,
        account=None,
        network="photos",
        url=None,
        collector="media",
        observed_at=datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC),
        sight=OPEN,
        fields=(Field(name="full_name", text=name, sight=OPEN),) if name else (),
        posts=posts,
    )


def post(number=1, *, sight=OPEN, by=None, **media):
    media = Media(url=f"{number}.jpg", **media)
    return Post(id=f"post-{number}", text="", sight=sight, by=by, media=(media,))


def test_coordinates_become_the_town_and_stay_as_the_quote(facts):
    (fact,) = facts(post(taken_on=DAY, **NANTES))
    assert (fact.kind, fact.value, fact.quote) == ("geotag", "Nantes", "47.2183, -1.55361")
    assert (fact.time.date, fact.published_on, fact.passage) == (DAY, None, "post-1")
    assert fact.visibility is Visibility.INDEXED


def test_far_from_any_town_they_stay_coordinates(facts):
    (fact,) = facts(post(latitude=48.0, longitude=-30.0))
    assert (fact.kind, fact.value) == ("geotag", "48.000, -30.000")


def test_a_camera_is_said_once_for_each_audience(facts):
    found = facts(
        post(1, device="Canon EOS 80D", serial="0123", sight=HIDDEN),
        post(2, device="Canon EOS 80D", serial="0123", sight=HIDDEN),
        post(3, device="Canon EOS 80D", serial="0123"),
    )
    assert [(each.kind, each.value, each.quote, each.passage) for each in found] == [
        ("exif_device", "Canon EOS 80D", "Canon EOS 80D, 0123", "post-1"),
        ("exif_device", "Canon EOS 80D", "Canon EOS 80D, 0123", "post-3"),
    ]


@pytest.mark.parametrize(
    ("shown", "owner", "told"),
    [
        ("", "Loïc Tréhardel", {("full_name", "Loïc Tréhardel"), ("first_name", "Loïc")}),
        ("Loïc T.", "Loïc Tréhardel", {("full_name", "Loïc Tréhardel"), ("first_name", "Loïc")}),
        ("Loïc Tréhardel", "Julia Marek", {("third_party_mention", "Julia Marek")}),
        ("", "loic@trehardel.example", {("email_work", "loic@trehardel.example")}),
    ],
)
def test_a_name_in_the_file_is_the_holders_or_anothers(facts, shown, owner, told):
    found = facts(post(owner=owner), name=shown)
    kinds = {"full_name", "first_name", "third_party_mention", "email_personal", "email_work"}
    assert {(each.kind, each.value) for each in found if each.kind in kinds} == told
    for each in found:
        assert each.about is (About.OTHER if each.kind == "third_party_mention" else About.SUBJECT)


def test_a_picture_that_somebody_else_put_there_is_not_the_holders(facts):
    found = facts(post(by="Gwen", device="Canon EOS 80D", owner="Gwen Hamon", **NANTES))
    assert [each.kind for each in found] == ["public_comment"]


def test_a_picture_of_two_accounts_is_told_and_one_of_one_is_not(facts, tools):
    twice, once = "00000000000000ff", "ffffffff00000000"
    assert facts(post(picture_hash=once)) == []
    places = [
        profile(post(picture_hash=each), source=name)
        for name, each in (("a", twice), ("b", twice), ("c", once))
    ]
    found = [each for each in extract(places, tools, now=NOW).facts if each.kind == "picture"]
    assert [(each.record, each.value, each.quote) for each in found] == [
        ("a#owner", twice, "1.jpg"),
        ("b#owner", twice, "1.jpg"),
    ]


def test_a_bare_file_says_nothing(facts):
    assert facts(post(), replace(post(2), media=())) == []


def test_distance_is_in_kilometres():
    rennes = Place(name="Rennes", country="FR", region="", population=1, lat=48.1173, lon=-1.6778)
    assert 98 < distance(47.2184, -1.5536, rennes) < 102
    assert distance(48.1173, -1.6778, rennes) == 0
