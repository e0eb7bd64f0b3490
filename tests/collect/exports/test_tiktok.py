"""TikTok's document: old and new names of its sections, and who sees what by the settings."""

import json
from datetime import date

import pytest
from hypothesis import given

from auditor.collect.archive import folder, opened
from auditor.collect.exports.tiktok import read_archive
from auditor.collect.readers import read_file
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.exports.shapes_of import archive, shaped

LINK = "https://www.tiktokv.com/share/video/7300000000000000001/"
PERSON = {
    "userName": "zoe_test",
    "displayName": "Zoé",
    "emailAddress": "zoe@zoe.example",
    "telephoneNumber": "+33639980011",
    "birthDate": "10-Aug-2002",
    "bioDescription": "Relieuse à Angoulême",
    "accountRegion": "FR",
    "inferredGender": "Female",
    "profilePhoto": "https://cdn.example/a.jpeg",
    "instagramLink": "https://www.instagram.com/zoe_test",
    "youtubeLink": "None",
    "favouriteDish": "Poirier",
    "PlatformInfo": [{"Name": "canari"}],
}
SETTINGS = {
    "Private Account": "Off",
    "Who Can Post Comments": "Everyone",
    "App Language": "fr",
    "Interests": "canari",
    "Push Notification": {"New Fans": "On"},
}
CHAT = {"Direct Messages": {"ChatHistory": {"Chat History with ines:": [{"Content": "canari"}]}}}
WATCHED = {"VideoList": [{"Date": "2024-05-02 10:00:00", "Link": LINK + "canari"}]}
LOGINS = {"LoginHistoryList": [{"IP": "203.0.113.7"}]}


def video(**more):
    return {"Date": "2024-05-02 10:00:00", "Link": LINK, "Likes": "3", **more}


NEW = {
    "Comment": {
        "Comments": {
            "App": 1,
            "CommentsList": [{"date": "2024-05-03 10:00:00", "comment": "Très beau", "url": ""}],
        }
    },
    "Direct Message": CHAT,
    "Post": {
        "Posts": {
            "VideoList": [
                video(Title="Dorure", Location="Limoges", WhoCanView="Everyone"),
                video(Title="Entre nous", WhoCanView="Friends"),
                video(Title="Brouillon", WhoCanView="Only me"),
                video(Title="N/A"),
                {"Date": "2024-05-02 10:00:00", "Link": "https://cdn.example/a?sig=canari"},
            ]
        }
    },
    "Profile And Settings": {
        "Profile Info": {"App": 1, "ProfileMap": PERSON},
        "Follower": {"FansList": [{"UserName": "basile"}, {"UserName": "firmin"}]},
        "Settings": {"SettingsMap": SETTINGS},
    },
    "Your Activity": {"Watch History": WATCHED, "Login History": LOGINS},
}
OLD = {
    "Activity": {
        "Follower List": NEW["Profile And Settings"]["Follower"],
        "Video Browsing History": WATCHED,
        "Login History": LOGINS,
    },
    "App Settings": {"Settings": {"SettingsMap": SETTINGS}},
    "Comment": NEW["Comment"],
    "Direct Messages": CHAT,
    "Profile": {"Profile Information": {"ProfileMap": PERSON}},
    "Video": {"Videos": NEW["Post"]["Posts"]},
}


def read(document, **more):
    more.setdefault("networks", {})
    data = document if isinstance(document, bytes) else json.dumps(document)
    return list(read_archive(opened(archive({"user_data_tiktok.json": data})), context(**more)))


def private(value, document=NEW):
    found = json.loads(json.dumps(document))
    found["Profile And Settings"]["Settings"]["SettingsMap"]["Private Account"] = value
    return found


@pytest.fixture(params=[NEW, OLD], ids=["new names", "old names"])
def document(request):
    return request.param


def test_every_section_becomes_fields_and_posts(document):
    profile = only(read(document))
    assert (profile.account, profile.url) == (
        "tiktok:zoe_test",
        "https://www.tiktok.com/@zoe_test",
    )
    assert said(profile) == {
        ("username", "zoe_test"),
        ("full_name", "Zoé"),
        ("email_personal", "zoe@zoe.example"),
        ("phone_mobile", "+33639980011"),
        ("birth_date", "2002-08-10"),
        ("photo_face", "https://cdn.example/a.jpeg"),
        ("contact_list", "2"),
        ("label:accountRegion", "FR"),
        ("label:favouriteDish", "Poirier"),
        ("label:Who Can Post Comments", "Everyone"),
    }
    assert [each.text for each in profile.links] == ["https://www.instagram.com/zoe_test"]
    assert [(each.id, each.text, each.url) for each in profile.posts] == [
        ("bio", "Relieuse à Angoulême", None),
        ("post-1", "Dorure", LINK),
        ("post-2", "Entre nous", LINK),
        ("post-3", "Brouillon", LINK),
        ("post-4", "", LINK),
        ("comment-1", "Très beau", None),
    ]
    first = profile.posts[1]
    assert (first.published_on, first.place) == (date(2024, 5, 2), "Limoges")


def test_messages_histories_and_guesses_are_never_taken_over(document):
    shown = repr(read(document))
    for each in ("canari", "ines", "basile", "203.0.113", "Female"):
        assert each not in shown


def test_each_video_is_seen_as_it_says(document):
    posts = {each.text: each.sight for each in only(read(document)).posts}
    assert {text: sight.visibility for text, sight in posts.items()} == {
        "Relieuse à Angoulême": Visibility.UNKNOWN,
        "Dorure": Visibility.ANYONE,
        "Entre nous": Visibility.CONTACTS,
        "Brouillon": Visibility.ME,
        "": Visibility.ANYONE,
        "Très beau": Visibility.UNKNOWN,
    }
    assert posts["Dorure"].origin is Origin.STATED


@pytest.mark.parametrize(
    ("value", "own", "unsaid"),
    [
        ("Enabled", Visibility.CONTACTS, Visibility.CONTACTS),
        ("On", Visibility.CONTACTS, Visibility.CONTACTS),
        ("Disabled", Visibility.ANYONE, Visibility.ANYONE),
        ("strange", Visibility.ANYONE, Visibility.UNKNOWN),
        (None, Visibility.ANYONE, Visibility.UNKNOWN),
    ],
)
def test_a_private_account_shows_its_videos_to_followers(value, own, unsaid):
    profile = only(read(private(value)))
    seen = {each.id: each.sight.visibility for each in profile.posts}
    assert (seen["post-1"], seen["post-2"], seen["post-3"], seen["post-4"]) == (
        own,
        Visibility.CONTACTS,
        Visibility.ME,
        unsaid,
    )
    assert profile.sight.visibility == unsaid


def test_the_card_gives_the_default_where_nothing_is_said():
    known = card("tiktok", posts=Visibility.ANYONE)
    posts = only(read(private(None), network=known)).posts
    (unsaid,) = [each for each in posts if each.id == "post-4"]
    assert unsaid.sight.origin is Origin.DEFAULT


def test_words_for_nothing_are_nothing():
    none = {
        "Profile And Settings": {
            "Profile Info": {
                "ProfileMap": {"userName": "zoe", "bioDescription": "None", "emailAddress": "N/A"}
            }
        }
    }
    profile = only(read(none))
    assert (said(profile), profile.posts) == ({("username", "zoe")}, ())


def test_a_cut_document_gives_its_whole_sections_and_a_failure():
    data = json.dumps(NEW).encode()
    items = read(data[: data.index(b'"Brouillon"')])
    assert failures(items) == ["the JSON is cut or damaged"]
    assert [each.text for each in items[0].posts] == ["Dorure", "Entre nous", "Très beau"]


def test_a_folder_gives_what_the_zip_gives(tmp_path):
    (tmp_path / "user_data_tiktok.json").write_text(json.dumps(NEW))
    assert list(read_archive(folder(tmp_path), context(networks={}))) == read(NEW)


def test_a_lone_document_is_told_by_its_content(document):
    profile = only(read_file(json.dumps(document).encode(), context(path="renamed.bin")))
    assert (profile.collector, len(profile.posts)) == ("exports.tiktok", 6)


@pytest.mark.parametrize("data", [b"{}", b"[]", b"null", b"", b'{"Post": null}', b"\xff\xfe{"])
def test_a_document_without_an_account_is_a_failure(data):
    assert len(failures(read(data))) == 1


KEYS = (
    "Profile And Settings|Profile Info|ProfileMap|userName|birthDate|bioDescription|Settings|"
    "SettingsMap|Private Account|Post|Posts|VideoList|Title|Link|Date|WhoCanView|Comment|Comments|"
    "CommentsList|comment|Follower|FansList"
).split("|")


@given(shaped(*KEYS), shaped(*KEYS))
def test_no_shape_breaks_the_reader(left, right):
    document = {
        "Profile And Settings": {
            "Profile Info": {"ProfileMap": left},
            "Settings": {"SettingsMap": right},
            "Follower": right,
        },
        "Post": {"Posts": {"VideoList": [left, right]}},
        "Comment": {"Comments": left},
        "Your Activity": right,
    }
    for item in read(document):
        repr(item)
