"""Twitter/X: scripts that hold JSON, escaped texts, dates in English, protected accounts."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports.x import read_archive
from auditor.model.profile import Profile
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import context, failures, only, said
from tests.collect.exports.made import JSON, archive, posts


def script(name, value):
    return f"window.YTD.{name}.part0 = {json.dumps(value, ensure_ascii=False)}"


TWEET = {
    "id_str": "20",
    "created_at": "Sat Mar 01 08:05:00 +0000 2025",
    "full_text": "Répète avec @firmin &lt;3 &amp; la chorale",
    "entities": {
        "user_mentions": [{"name": "Firmin", "screen_name": "firmin"}],
        "media": [{"media_url_https": "https://pbs.example/a.jpg"}],
    },
    "coordinates": {"type": "Point", "coordinates": ["-1.5536", "47.2184"]},
}
FILES = {
    "data/account.js": script(
        "account",
        [
            {
                "account": {
                    "email": "odile@odile.example",
                    "username": "odile_p",
                    "accountId": "1",
                    "createdAt": "2012-01-01T00:00:00.000Z",
                    "accountDisplayName": "Odile Piquerelle",
                }
            }
        ],
    ),
    "data/profile.js": script(
        "profile",
        [
            {
                "profile": {
                    "description": {
                        "bio": "Relieuse &amp; choriste",
                        "website": "https://odile.example",
                        "location": "Limoges",
                    },
                    "avatarMediaUrl": "https://pbs.example/odile.jpg",
                }
            }
        ],
    ),
    "data/phone-number.js": script("phone_number", [{"device": {"phoneNumber": "+33639980011"}}]),
    "data/ageinfo.js": script("ageinfo", [{"ageMeta": {"ageInfo": {"birthDate": "1990-11-05"}}}]),
    "data/follower.js": script("follower", [{"follower": {"accountId": str(n)}} for n in range(3)]),
    "data/tweets.js": script("tweets", [{"tweet": TWEET}]),
    "data/tweets-part1.js": script(
        "tweets", [{"tweet": {"full_text": "RT @firmin: Concert samedi", "id_str": "21"}}]
    ),
    "data/note-tweet.js": script(
        "note_tweet",
        [
            {
                "noteTweet": {
                    "createdAt": "2025-03-02T08:00:00.000Z",
                    "core": {"text": "Un long texte"},
                }
            }
        ],
    ),
    "data/direct-messages.js": script("dm", [{"text": "secret de Firmin"}]),
}


def test_every_part_becomes_fields():
    profile = only(read_archive(archive(FILES), context()))
    assert (profile.account, profile.url) == ("x:odile_p", "https://x.com/odile_p")
    assert said(profile) == {
        ("full_name", "Odile Piquerelle"),
        ("username", "odile_p"),
        ("email_personal", "odile@odile.example"),
        ("phone_mobile", "+33639980011"),
        ("birth_date", "1990-11-05"),
        ("account_created", "2012-01-01"),
        ("home_commune", "Limoges"),
        ("photo_face", "https://pbs.example/odile.jpg"),
        ("contact_list", "3"),
    }
    assert [each.text for each in profile.links] == ["https://odile.example"]
    assert "secret" not in repr(profile)


def test_posts_are_read_as_they_were_written():
    bio, first, repost, long = posts(read_archive(archive(FILES), context()))
    assert bio.text == "Relieuse & choriste"
    assert first.text == "Répète avec @firmin <3 & la chorale"
    assert first.published_on == date(2025, 3, 1)
    assert first.place == "47.2184, -1.5536"
    assert [(each.name, each.url) for each in first.tags] == [("Firmin", "https://x.com/firmin")]
    assert [each.url for each in first.media] == ["https://pbs.example/a.jpg"]
    assert first.url == "https://x.com/i/status/20"
    assert (repost.by, repost.text) == ("firmin", "RT @firmin: Concert samedi")
    assert (long.text, long.published_on) == ("Un long texte", date(2025, 3, 2))
    assert len({each.id for each in (bio, first, repost, long)}) == 4


@pytest.mark.parametrize(
    ("actions", "level"),
    [
        ([], None),
        (["Protect"], Visibility.CONTACTS),
        (["Protect", "Unprotect"], Visibility.ANYONE),
        (["?"], None),
    ],
)
def test_the_last_word_on_protection_is_what_the_export_states(actions, level):
    history = [{"protectedHistory": {"protectedAt": "2020", "action": each}} for each in actions]
    files = FILES | {"data/protected-history.js": script("protected_history", history)}
    post = posts(read_archive(archive(files), context()))[1]
    assert post.sight.origin is (Origin.STATED if level else None)
    assert post.sight.visibility is (level or Visibility.UNKNOWN)


def test_the_latest_word_counts_wherever_it_stands():
    history = [
        {"protectedHistory": {"protectedAt": "2024-01-01T00:00:00.000Z", "action": "Protect"}},
        {"protectedHistory": {"protectedAt": "2020-01-01T00:00:00.000Z", "action": "Unprotect"}},
    ]
    for each in (history, history[::-1]):
        files = FILES | {"data/protected-history.js": script("protected_history", each)}
        post = posts(read_archive(archive(files), context()))[1]
        assert post.sight.visibility is Visibility.CONTACTS


def test_a_lone_old_file_and_a_cut_one_are_read_as_far_as_they_go():
    many = [{"tweet": {"full_text": f"n° {n}", "id_str": str(n)}} for n in range(50)]
    whole = script("tweet", many)
    assert len(posts(read_archive(archive({"data/tweet.js": whole}), context()))) == 50
    items = list(read_archive(archive({"data/tweet.js": whole[: len(whole) // 2]}), context()))
    assert 20 < len(posts(items)) < 30
    assert failures(items) == ["the JSON is cut or damaged"]


def test_nothing_in_it_is_a_failure():
    items = list(read_archive(archive({"data/tweets.js": script("tweets", [])}), context()))
    assert len(failures(items)) == 1
    assert not posts(items)


@given(st.dictionaries(st.sampled_from(sorted(FILES)), JSON, min_size=1))
def test_no_shape_breaks_the_reader(files):
    items = list(
        read_archive(archive({name: script("x", each) for name, each in files.items()}), context())
    )
    assert items


def test_the_files_of_others(data_folder):
    found = {
        f"data/{path.name}": path.read_bytes()
        for path in (data_folder / "fixtures/twitter/data").glob("*.js")
    }
    profile = next(iter(read_archive(archive(found), context())))
    assert isinstance(profile, Profile)
    assert {
        "username",
        "full_name",
        "email_personal",
        "phone_mobile",
        "account_created",
        "contact_list",
    } == {each.name for each in profile.fields}
