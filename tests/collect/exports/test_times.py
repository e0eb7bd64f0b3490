"""The time of day of posts: kept in UTC where the export tells the zone, and nowhere else."""

from datetime import UTC, date, datetime, time

import pytest

from auditor.collect.exports import (
    facebook,
    github,
    google,
    instagram,
    linkedin,
    mastodon,
    reddit,
    stackexchange,
    telegram,
    threads,
    tiktok,
    x,
)
from tests.collect.contexts import context
from tests.collect.exports.made import archive, posts

DAY, AT = date(2025, 3, 1), time(8, 5)
SECONDS = int(datetime(2025, 3, 1, 8, 5, 9, tzinfo=UTC).timestamp())
ISO = "2025-03-01T08:05:09Z"
ME = "https://github.com/odile"
CASES = {
    "x": (
        x,
        {
            "data/tweets.js": 'window.YTD.tweets.part0 = [{"tweet": {"full_text": "a",'
            '"created_at": "Sat Mar 01 08:05:09 +0000 2025"}}]'
        },
    ),
    "x, long": (
        x,
        {
            "data/note-tweet.js": 'window.YTD.note_tweet.part0 = [{"noteTweet": {"core":'
            '{"text": "a"}, "createdAt": "2025-03-01T08:05:09.000Z"}}]'
        },
    ),
    "facebook": (
        facebook,
        {
            "posts/your_posts_1.json": [{"timestamp": SECONDS, "data": [{"post": "a"}]}],
            "comments_and_reactions/comments.json": {
                "comments_v2": [{"timestamp": SECONDS, "data": [{"comment": {"comment": "b"}}]}]
            },
        },
    ),
    "facebook, with a place": (
        facebook,
        {
            "posts/your_posts_1.json": [
                {
                    "timestamp": SECONDS,
                    "data": [{"post": "a"}],
                    "attachments": [{"data": [{"place": {"name": "Limoges"}}]}],
                }
            ]
        },
    ),
    "instagram": (
        instagram,
        {
            "media/posts_1.json": [
                {"media": [{"uri": "a.jpg", "creation_timestamp": SECONDS, "title": "a"}]},
                {"media": [], "title": "b", "creation_timestamp": SECONDS},
            ]
        },
    ),
    "threads": (
        threads,
        {
            "threads/threads_and_replies.json": {
                "text_post_app_text_posts": [
                    {"media": [{"uri": "", "creation_timestamp": SECONDS, "title": "a"}]}
                ]
            }
        },
    ),
    "mastodon": (
        mastodon,
        {
            "actor.json": {"type": "Person", "id": "https://a.example/users/odile"},
            "outbox.json": {
                "type": "OrderedCollection",
                "orderedItems": [
                    {"type": "Create", "published": ISO, "object": {"type": "Note", "content": "a"}}
                ],
            },
        },
    ),
    "reddit": (
        reddit,
        {
            "comments.csv": "id,permalink,date,ip,subreddit,gildings,link,parent,body\n"
            "c1,https://www.reddit.com/c1,2025-03-01 08:05:09 UTC,,r,0,,,a\n"
        },
    ),
    "telegram": (
        telegram,
        {
            "result.json": {
                "name": "Reliure",
                "type": "public_channel",
                "messages": [
                    {
                        "id": 2,
                        "type": "message",
                        "date": "2025-03-01T09:05:09",
                        "date_unixtime": str(SECONDS),
                        "text": "a",
                    }
                ],
            }
        },
    ),
    "github": (
        github,
        {
            "users_000001.json": [{"type": "user", "url": ME, "login": "odile"}],
            "repositories_000001.json": [
                {"url": f"{ME}/site", "owner": ME, "name": "site", "created_at": ISO}
            ],
            "issues_000001.json": [
                {"url": f"{ME}/site/issues/1", "user": ME, "title": "a", "created_at": ISO}
            ],
        },
    ),
    "stackexchange": (
        stackexchange,
        {"qa/posts.json": [{"creationDate": ISO, "title": "a", "body": "b"}]},
    ),
    "google": (
        google,
        {
            "Takeout/YouTube and YouTube Music/comments/comments.csv": "Comment ID,Channel ID,Comment Create Timestamp,"
            "Price,Parent Comment ID,Video ID,Comment Text\n"
            'c1,UC7,2025-03-01T09:05:09.434647+01:00,0,,vid1,"{""text"":""a""}"\n'
        },
    ),
    "tiktok": (
        tiktok,
        {
            "user_data_tiktok.json": {
                "Comment": {
                    "Comments": {
                        "CommentsList": [{"date": "2025-03-01 08:05:09 UTC", "comment": "a"}]
                    }
                }
            }
        },
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_time_of_day_is_that_of_utc(name):
    reader, parts = CASES[name]
    found = posts(reader.read_archive(archive(parts), context()))
    assert found
    assert {(each.published_on, each.at) for each in found} == {(DAY, AT)}


@pytest.mark.parametrize(
    ("reader", "parts"),
    [
        (
            telegram,
            {
                "result.json": {
                    "type": "public_channel",
                    "messages": [{"type": "message", "date": "2025-03-01T09:05:09", "text": "a"}],
                }
            },
        ),
        (
            linkedin,
            {
                "Shares.csv": "Date,ShareLink,ShareCommentary,Visibility\n"
                "2025-03-01 08:05:09,https://www.linkedin.com/a,a,MEMBER_NETWORK\n"
            },
        ),
        (
            tiktok,
            {
                "user_data_tiktok.json": {
                    "Comment": {
                        "Comments": {
                            "CommentsList": [{"date": "2025-03-01 08:05:09", "comment": "a"}]
                        }
                    }
                }
            },
        ),
    ],
)
def test_a_time_without_its_zone_is_not_kept(reader, parts):
    found = posts(reader.read_archive(archive(parts), context()))
    assert {(each.published_on, each.at) for each in found} == {(DAY, None)}
