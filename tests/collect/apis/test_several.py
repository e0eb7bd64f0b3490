"""Answers in which several people write: none of them is taken for the holder."""

import json

import pytest

from auditor.collect.apis.answers import read, tell
from tests.collect.apis import answers_of
from tests.collect.contexts import context, failures, only


def changed(answer, change):
    """A list, or the list of an answer, with its first element and another's, made of it."""
    document = json.loads(json.dumps(answer))
    held = document if isinstance(document, list) else document.get("items") or document["feed"]
    other = json.loads(json.dumps(held[0]))
    change(other)
    held[:] = [other, held[0]]
    return document


def of_mastodon(status):
    status["account"] |= {
        "acct": "firmin",
        "username": "firmin",
        "url": "https://social.example/@firmin",
    }


def of_github(repository):
    repository["owner"] |= {"login": "firmin", "html_url": "https://github.com/firmin"}


def of_bluesky(entry):
    entry["post"]["author"] |= {"handle": "firmin.example", "did": "did:plc:firmin"}


def of_stackexchange(post):
    post["owner"] = {"user_id": 77}


SEVERAL = {
    "MASTODON_STATUSES": (of_mastodon, "firmin"),
    "GITHUB_REPOSITORIES": (of_github, "firmin"),
    "BLUESKY_FEED": (of_bluesky, "firmin.example"),
    "STACKEXCHANGE_POSTS": (of_stackexchange, "77"),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_each_post_says_whose_it_is_and_nobody_is_the_holder(name):
    change, who = SEVERAL[name]
    told = tell(changed(getattr(answers_of, name), change))
    assert (told.handle, told.url) == ("", None)
    first, second = told.posts
    assert first.by == who
    assert second.by not in {None, who}


@pytest.mark.parametrize("name", SEVERAL)
def test_posts_of_one_writer_are_the_holders(name):
    assert {each.by for each in tell(getattr(answers_of, name)).posts} == {None}


def test_a_list_of_users_is_nobodys_account():
    user = answers_of.GITLAB_USER
    items = list(read(json.dumps([user, user | {"username": "firmin"}]).encode(), context()))
    assert failures(items) == ["the answer shows neither an account nor a post"]
    assert only(read(json.dumps([user]).encode(), context())).fields


def test_a_private_message_among_statuses_is_not_read():
    (status, *_) = json.loads(json.dumps(answers_of.MASTODON_STATUSES))
    whole = tell([status, status | {"visibility": "direct", "content": "<p>secret à Firmin"}])
    assert len(whole.posts) == 1
    assert "secret" not in repr(whole)
