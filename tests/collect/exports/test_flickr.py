"""Flickr's export: each photograph as it states, and nothing that others wrote under it."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import known
from auditor.collect.archive import folder, opened
from auditor.collect.exports.flickr import read_archive
from auditor.collect.readers import read_path
from auditor.model.profile import Profile
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.test_archive import zipped

ACCOUNT = {
    "real_name": "Odile Piquerelle",
    "screen_name": "odile.p",
    "join_date": "2007-03-01 12:13:14",
    "profile_url": "https://www.flickr.com/people/odilep/",
    "nsid": "12345678@N00",
    "city": "Limoges",
    "website": "https://odile.example/",
    "description": 'Je <b>relie</b>. <a href="https://odile.example/">Ici</a>',
    "pro_user": "no",
    "stats": {"view_counts": {"total": "12"}},
}


def photo(**more):
    return {
        "id": "1",
        "name": "Le pont",
        "description": "Vu du quai &amp; de loin",
        "date_taken": "2012-02-22 20:26:41",
        "date_imported": "2012-03-01 08:00:00",
        "photopage": "https://www.flickr.com/photos/odilep/1/",
        "original": "https://live.staticflickr.com/1/1_o.jpg",
        "geo": [],
        "tags": [{"tag": "Limoges la nuit", "user": "x", "date_create": "2012-03-01"}],
        "people": [],
        "notes": [],
        "comments": [{"user": "9@N00", "comment": "secret de Firmin"}],
        **more,
    }


PARTS = {
    "account_profile.json": ACCOUNT,
    "photo_1.json": photo(privacy="public", geo=[{"latitude": "45.83", "longitude": "1.26"}]),
    "photo_2.json": photo(
        privacy="friends & family",
        geo={"latitude": "45830000", "longitude": "1260000"},
        exif={"IFD0:Model": {"label": "Model", "value": "Corvin 12"}},
    ),
    "photo_10.json": photo(
        name="",
        description="",
        tags=[],
        privacy="private",
        people=[{"username": "Basile", "nsid": "7@N00"}],
    ),
    "photo_11.json": photo(privacy="guests"),
    "photo_12.json": photo(),
    "followers_part001.json": {"followers": {"Firmin Escourrou": "https://x.example"}},
    "received_comments_part001.json": {"comments": [{"comment": "secret de Firmin"}]},
    "flickrmail_received_part001.json": {"mail": "secret de Firmin"},
}
FLICKR = card("flickr", posts=Visibility.ANYONE)


def zip_of(parts):
    return zipped((name, json.dumps(each)) for name, each in parts.items())


def read(parts=PARTS):
    return list(read_archive(opened(zip_of(parts)), context(networks={"flickr": FLICKR})))


def test_the_account_becomes_fields_and_unknown_labels_are_kept():
    account = only(read())
    assert said(account) == {
        ("full_name", "Odile Piquerelle"),
        ("alias", "odile.p"),
        ("account_created", "2007-03-01"),
        ("home_commune", "Limoges"),
        ("label:pro_user", "no"),
        ("contact_list", "1"),
    }
    assert account.url == "https://www.flickr.com/people/odilep/"
    assert [each.text for each in account.links] == ["https://odile.example/"]
    assert account.posts[0].text == "Je relie. Ici"


def test_each_photograph_is_seen_as_it_states():
    posts = {each.id: each for each in only(read()).posts}
    seen = {id_: (each.sight.visibility, each.sight.origin) for id_, each in posts.items()}
    assert seen == {
        "bio": (Visibility.UNKNOWN, None),
        "post-1": (Visibility.ANYONE, Origin.STATED),
        "post-2": (Visibility.CONTACTS, Origin.STATED),
        "post-3": (Visibility.ME, Origin.STATED),
        "post-4": (Visibility.UNKNOWN, None),
        "post-5": (Visibility.ANYONE, Origin.DEFAULT),
    }


def test_a_photograph_says_when_where_and_with_whom():
    posts = {each.id: each for each in only(read()).posts}
    first = posts["post-1"]
    assert first.text == "Le pont\nVu du quai & de loin\n#Limogeslanuit"
    assert (first.published_on, first.media[0].taken_on) == (date(2012, 3, 1), date(2012, 2, 22))
    assert (first.media[0].latitude, first.media[0].longitude) == (45.83, 1.26)
    second = posts["post-2"].media[0]
    assert (second.latitude, second.longitude, second.device) == (45.83, 1.26, "Corvin 12")
    assert posts["post-5"].media[0].latitude is None
    assert [(each.name, each.url) for each in posts["post-3"].tags] == [
        ("Basile", "https://www.flickr.com/people/7@N00")
    ]


def test_comments_mail_and_followers_are_never_taken_over():
    shown = repr(read())
    assert "secret" not in shown
    assert "Escourrou" not in shown


def test_a_zip_and_its_folder_tell_the_same(tmp_path):
    for name, each in PARTS.items():
        (tmp_path / name).write_text(json.dumps(each))
    found = list(read_archive(folder(tmp_path), context(networks={"flickr": FLICKR})))
    assert found == read()


@pytest.mark.parametrize("name", ["account_profile.json", "photo_1.json"])
def test_it_is_known_by_its_files_and_by_a_lone_one(name, tmp_path):
    assert known.of_archive(opened(zip_of(PARTS))) == "flickr"
    path = tmp_path / "download"
    path.write_text(json.dumps(PARTS[name]))
    (account,) = read_path(path, context(networks={"flickr": FLICKR}))
    assert account.network == "flickr"


def test_a_damaged_photograph_costs_itself_alone():
    cut = {"account_profile.json": ACCOUNT, "photo_1.json": PARTS["photo_1.json"]}
    data = zipped(
        [
            *((name, json.dumps(each)) for name, each in cut.items()),
            ("photo_2.json", '{"id": "2", '),
        ]
    )
    account, *rest = read_archive(opened(data), context())
    assert len(account.posts) == 2
    assert len(failures(rest)) == 1


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*ACCOUNT, *photo(), "latitude", "nsid"]), inner, max_size=4
        )
    ),
    max_leaves=15,
)


@given(value=ANY)
def test_no_shape_of_json_breaks_it(value):
    found = read(dict.fromkeys(PARTS, value) | {"account_profile.json": value})
    assert sum(isinstance(each, Profile) for each in found) <= 1
