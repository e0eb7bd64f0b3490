"""Threads: an account of its own within Instagram's export."""

from datetime import date

import pytest

from auditor.collect.archive import folder, opened
from auditor.collect.exports import instagram, threads
from auditor.collect.readers import read_archive, read_file
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Media, Profile
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.exports.shapes_of import archive, meta

NOON = 1_700_000_000
ROOT = "your_instagram_activity/threads"
POSTS = {
    "text_post_app_text_posts": [
        {
            "media": [
                {
                    "uri": "",
                    "creation_timestamp": NOON,
                    "title": "D’accord, à demain",
                    "text_app_post": {"is_reply": True},
                }
            ]
        },
        {
            "title": "Café du matin",
            "creation_timestamp": NOON,
            "media": [{"uri": "media/posts/1.jpg", "creation_timestamp": NOON, "title": ""}],
        },
        {"media": [{"uri": "", "creation_timestamp": NOON, "title": ""}]},
    ]
}
PARTS = {
    f"{ROOT}/threads_and_replies.json": POSTS,
    f"{ROOT}/personal_information.json": {
        "text_post_app_text_post_app_profile": [
            {
                "string_map_data": {
                    "Nom de profil": {"value": "zoe.fil"},
                    "Nom": {"value": "Zoé Lefèvre"},
                    "Profil privé": {"value": "Oui"},
                }
            }
        ]
    },
    f"{ROOT}/followers_1.json": {
        "text_post_app_text_post_app_followers": [{"title": "Basile", "string_list_data": []}]
    },
    f"{ROOT}/liked_threads.json": {"text_post_app_media_likes": [{"title": "canari"}]},
    f"{ROOT}/blocked_profiles.json": {"x": [{"title": "canari"}]},
}
INSTAGRAM = {
    "personal_information/personal_information.json": {
        "profile_user": [
            {
                "string_map_data": {
                    "Username": {"value": "zoe_test"},
                    "Private Account": {"value": "False"},
                }
            }
        ]
    },
    "your_instagram_activity/media/posts_1.json": [{"media": [{"uri": "a.jpg", "title": "Été"}]}],
}


def read(parts, reader=threads, **more):
    more.setdefault("networks", {})
    return list(reader.read_archive(opened(archive(parts)), context(**more)))


def test_posts_and_answers_are_read():
    profile = only(read(PARTS))
    assert (profile.account, profile.network) == ("threads:zoe.fil", "threads")
    assert said(profile) == {
        ("username", "zoe.fil"),
        ("full_name", "Zoé Lefèvre"),
        ("contact_list", "1"),
    }
    assert [(each.id, each.text) for each in profile.posts] == [
        ("post-1", "D’accord, à demain"),
        ("post-2", "Café du matin"),
    ]
    assert {each.published_on for each in profile.posts} == {date(2023, 11, 14)}
    assert profile.posts[1].media == (Media(url="media/posts/1.jpg"),)
    assert "canari" not in repr(profile)
    assert "Basile" not in repr(profile)


def test_the_account_says_who_sees_its_posts():
    (post, _) = only(read(PARTS)).posts
    assert (post.sight.visibility, post.sight.origin) == (Visibility.CONTACTS, Origin.STATED)


def test_instagram_and_threads_are_two_accounts():
    networks = {name: card(name, posts=Visibility.ANYONE) for name in ("instagram", "threads")}
    items = read(INSTAGRAM | PARTS, instagram, networks=networks, owner="instagram:zoe_test")
    assert failures(items) == []
    assert [(each.account, each.network) for each in items if isinstance(each, Profile)] == [
        ("instagram:zoe_test", "instagram"),
        ("threads:zoe.fil", "threads"),
    ]
    own, other = items
    assert [each.text for each in own.posts] == ["Été"]
    assert own.posts[0].sight.visibility is Visibility.ANYONE
    assert other.posts[0].sight.visibility is Visibility.CONTACTS


@pytest.mark.parametrize(
    ("parts", "networks"),
    [
        (PARTS, ["threads"]),
        (INSTAGRAM | PARTS, ["instagram", "threads"]),
        (INSTAGRAM, ["instagram"]),
    ],
)
def test_the_archive_tells_which_accounts_it_holds(tmp_path, parts, networks):
    for name, value in parts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(meta(value))
    items = list(read_archive(folder(tmp_path), context(networks={})))
    assert [each.network for each in items] == networks


def test_a_lone_file_is_told_by_its_content():
    profile = only(read_file(meta(POSTS), context(path="renamed.bin")))
    assert profile.collector == "exports.threads"


def test_the_flavour_for_reading_is_refused():
    data = archive({f"{ROOT}/threads_and_replies.html": "<html>"})
    with pytest.raises(UnreadableError, match="HTML"):
        list(read_file(data, context(path="x.zip")))


def test_an_empty_list_is_a_failure():
    items = read({f"{ROOT}/threads_and_replies.json": {"text_post_app_text_posts": []}})
    assert len(failures(items)) == 1
