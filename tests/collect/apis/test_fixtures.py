"""Answers that nobody here wrote: what is read of each, and how many of its labels are not known."""

import pytest

from auditor.collect.readers import read_file
from auditor.model.failure import Failure
from auditor.model.profile import Profile
from tests.collect.contexts import context

FIXTURES = {
    # file → fields of known kinds, labels kept as they are, links, posts
    "github/dogsheep-user.json": (4, 0, 1, 0),
    "github/dogsheep-repo.json": (1, 0, 0, 1),
    "homepage/xray/api.github.com/users_sebsel": (4, 0, 1, 0),
    "homepage/xray/hacker-news.firebaseio.com/v0_item_27402392.json": (1, 0, 0, 1),
    "bluesky/granary-actor_with_featured.bsky.json": (1, 1, 1, 0),
    "bluesky/granary-note.bsky.json": (0, 0, 0, 1),
    "bluesky/granary-note_with_article_tag_indices.bsky.json": (0, 0, 0, 1),
    "bluesky/granary-note_with_mention_linked_text.bsky.json": (0, 0, 0, 1),
    "bluesky/granary-quote_and_attachment.bsky.json": (0, 0, 0, 1),
    "mastodon/granary-actor.as2.json": (3, 0, 0, 1),
    "mastodon/granary-actor_urls_displayName.as2.json": (0, 0, 1, 0),
    "mastodon/granary-actor_with_icon.as2.json": (2, 0, 0, 0),
    "mastodon/granary-actor_with_nickname_numeric_id.as2-from-as.json": (3, 0, 1, 0),
    "mastodon/granary-activity_with_actor.as2.json": (2, 0, 0, 0),
    "mastodon/granary-note.as2.json": (2, 0, 0, 1),
}
OTHERS = ("bluesky/granary-like.bsky.json",)
"""What tells nothing of an account: it is named, not read."""


def answer(folder, name):
    """The body of a file; some were kept with the headers of their response."""
    data = (folder / "fixtures" / name).read_bytes()
    if not data.startswith(b"HTTP/"):
        return data
    return data.replace(b"\r\n", b"\n").partition(b"\n\n")[2]


def figures(folder, name):
    """What is read of a file: fields, labels that are not known, links, posts."""
    found = list(read_file(answer(folder, name), context(networks={})))
    (profile,) = [each for each in found if isinstance(each, Profile)]
    labels = [each for each in profile.fields if each.name.startswith("label:")]
    return len(profile.fields) - len(labels), len(labels), len(profile.links), len(profile.posts)


def table(folder):
    """A line for each file, with its figures: what a report of the fixtures prints."""
    head = f"{'answer':<66} fields labels links posts"
    rows = [f"{name:<66} {_row(*figures(folder, name))}" for name in FIXTURES]
    return "\n".join([head, *rows])


def _row(fields, labels, links, posts):
    return f"{fields:6} {labels:6} {links:5} {posts:5}"


@pytest.mark.data
@pytest.mark.parametrize(("name", "wanted"), FIXTURES.items())
def test_a_real_answer_is_read(data_folder, name, wanted):
    assert figures(data_folder, name) == wanted


@pytest.mark.data
@pytest.mark.parametrize("name", OTHERS)
def test_what_tells_nothing_of_an_account_is_named(data_folder, name):
    (failure,) = read_file(answer(data_folder, name), context(networks={}))
    assert isinstance(failure, Failure)
    assert "neither an account nor a post" in str(failure.reason)
