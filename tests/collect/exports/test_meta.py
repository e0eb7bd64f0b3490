"""What the exports of Meta's networks have in common: labels in three shapes, pictures and their files."""

from datetime import date

import pytest
from hypothesis import given

from auditor.collect.exports.meta import Exif, Metadata, Photo, Picture, pairs, shown, unseen
from auditor.model.profile import Media
from auditor.model.visibility import UNKNOWN_SIGHT
from tests.collect.exports.shapes_of import shaped

NOON = 1_700_000_000


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (
            {
                "x": [
                    {"string_map_data": {"Nom": {"value": " Zoé "}, "Site": {"href": "a.example"}}}
                ]
            },
            [("Nom", "Zoé"), ("Site", "a.example")],
        ),
        (
            [{"string_map_data": {"Heure": {"value": "", "timestamp": NOON}}}],
            [("Heure", "2023-11-14")],
        ),
        (
            {"x": [{"title": "Thème", "string_list_data": [{"value": "a"}, {"value": "b"}]}]},
            [("Thème", "a"), ("Thème", "b")],
        ),
        (
            {
                "label_values": [
                    {"label": "A", "value": "1"},
                    {"label": "B", "vec": [{"value": "2"}]},
                ]
            },
            [("A", "1"), ("B", "2")],
        ),
        (
            [
                {
                    "label_values": [
                        {"title": "Ville", "dict": [{"label": "Nom", "value": "Limoges"}]}
                    ]
                }
            ],
            [("Nom", "Limoges")],
        ),
        (
            {
                "label_values": [
                    {"label": "Jour", "timestamp_value": NOON},
                    {"label": "Oui", "value": True},
                ]
            },
            [("Jour", "2023-11-14"), ("Oui", "True")],
        ),
        ({"label_values": [{"label": "Tags", "vec": ["x", "y"]}]}, [("Tags", "x"), ("Tags", "y")]),
        ({"timestamp": NOON, "media": [{"title": "A", "value": "b"}]}, []),
        ([{"value": "without a label"}], []),
        (None, []),
    ],
)
def test_labels_and_values_come_out_of_every_shape(document, expected):
    assert list(pairs(document)) == expected


def test_deep_values_are_reached():
    document: object = {"label": "A", "value": "1"}
    for _ in range(900):
        document = {"dict": [document]}
    assert list(pairs(document)) == [("A", "1")]


@given(shaped("string_map_data", "label_values", "label", "value", "dict", "vec", "title"))
def test_no_shape_breaks_it(document):
    assert all(label and value for label, value in pairs(document))


def test_a_post_shows_pictures_without_what_their_files_say():
    pictures = [Picture(uri="a.jpg", media_metadata=_of(latitude=1.0, longitude=2.0)), Picture()]
    assert shown(pictures, ["Île", ""]) == (Media(url="a.jpg", caption="Île"), Media(url=""))
    assert shown(pictures[:1], [""]) == (Media(url="a.jpg"),)
    assert shown([], []) == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"latitude": 1.5, "longitude": 2.5}, {"latitude": 1.5, "longitude": 2.5}),
        ({"latitude": 1.5, "camera_model": "X1"}, {"device": "X1"}),
        ({"camera_make": "Canon", "camera_model": "EOS"}, {"device": "Canon EOS"}),
        (
            {"latitude": 0.0, "longitude": 0.0, "date_time_original": "2023:07:15 13:37:00"},
            {"latitude": 0.0, "longitude": 0.0, "taken_on": date(2023, 7, 15)},
        ),
        (
            {"camera_model": "X1", "date_time_original": "20230715T13:37:00.000Z"},
            {"device": "X1", "taken_on": date(2023, 7, 15)},
        ),
        (
            {"camera_model": "X1", "taken_timestamp": NOON},
            {"device": "X1", "taken_on": date(2023, 11, 14)},
        ),
    ],
)
def test_what_files_say_stands_apart(said, expected):
    picture = Picture(uri="a.jpg", media_metadata=_of(**said))
    found = unseen([Picture(uri="b.jpg"), picture], "post-1")
    assert (found.id, found.text, found.sight) == ("file-of-post-1", "", UNKNOWN_SIGHT)
    assert found.media == (Media(url="a.jpg", **expected),)


@pytest.mark.parametrize("said", [{}, {"longitude": 2.5}, {"date_time_original": "2023:07:15"}])
def test_files_that_say_nothing_of_place_or_camera_are_passed_over(said):
    assert unseen([Picture(uri="a.jpg", media_metadata=_of(**said))], "post-1") is None


def test_older_exports_have_no_list():
    old = Metadata(video_metadata=Photo(camera_make="Nikon", camera_model="D90"))
    assert unseen([Picture(media_metadata=old)], "p").media == (Media(url="", device="Nikon D90"),)


def _of(**said):
    return Metadata(photo_metadata=Photo(exif_data=[Exif(**said)]))
