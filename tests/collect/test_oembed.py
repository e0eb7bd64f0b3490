"""collect/oembed.py: saved answers of oEmbed providers."""

import json

import pytest

from auditor.collect import oembed
from auditor.collect.reading import detect
from auditor.collect.signs import is_oembed
from tests.collect.contexts import context, failures, only, said

VIDEO = {
    "version": "1.0",
    "type": "video",
    "provider_name": "Photos",
    "provider_url": "https://photos.example/",
    "title": "Réglage d’une basse à Nantes",
    "author_name": "Loïc Tréhardel",
    "author_url": "https://photos.example/loic_tr",
    "thumbnail_url": "https://photos.example/t/1.jpg",
    "html": "<iframe src=x></iframe>",
    "upload_date": "2013-10-15 14:08:29",
}
QUOTE = '<blockquote><p>Ce soir La Cale 2</p>&mdash; Loïc (@loic_tr)</blockquote><script async src="x"></script>'


def told(**changes):
    answer = {key: each for key, each in (VIDEO | changes).items() if each is not None}
    data = json.dumps(answer).encode()
    assert detect(data, "") == "oembed"
    return oembed.read(data, context())


def test_the_author_is_the_account_and_the_answer_a_post():
    found = only(told())
    assert (found.account, found.network) == ("photos:loic_tr", "photos")
    assert said(found) == {("username", "loic_tr"), ("full_name", "Loïc Tréhardel")}
    (post,) = found.posts
    assert (post.text, str(post.published_on)) == ("Réglage d’une basse à Nantes", "2013-10-15")
    assert [each.url for each in post.media] == ["https://photos.example/t/1.jpg"]


@pytest.mark.parametrize(
    ("changes", "fields", "text"),
    [
        ({"author_name": "loic_tr"}, {("username", "loic_tr")}, VIDEO["title"]),
        ({"author_url": None}, {("full_name", "Loïc Tréhardel")}, VIDEO["title"]),
        ({"author_url": None, "author_name": "loic"}, {("alias", "loic")}, VIDEO["title"]),
        (
            {"type": "rich", "title": None, "html": QUOTE, "author_url": "javascript:x"},
            {("full_name", "Loïc Tréhardel")},
            "Ce soir La Cale 2\n— Loïc (@loic_tr)",
        ),
        (
            {"title": ["x"], "thumbnail_url": 3},
            {("username", "loic_tr"), ("full_name", "Loïc Tréhardel")},
            None,
        ),
    ],
)
def test_what_an_answer_leaves_out_is_not_made_up(changes, fields, text):
    found = only(told(**changes))
    assert said(found) == fields
    assert [each.text for each in found.posts] == ([text] if text else [])


def test_an_answer_without_an_author_says_so():
    found = told(author_name=None, author_url=None)
    assert failures(found) == ["the answer names no author"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"version": "1.0", "type": "photo"}, True),
        ({"version": 1.0, "type": "link"}, True),
        ({"version": "1.0", "type": "Person"}, False),
        ({"version": "https://jsonfeed.org/version/1.1", "type": "rich"}, False),
        ({"type": "video"}, False),
        ({"version": "1.0", "type": ["video"]}, False),
        ([], False),
    ],
)
def test_what_is_an_answer(document, expected):
    assert is_oembed(document) is expected


def test_a_cut_answer_is_said_to_be_cut():
    assert failures(oembed.read(b'{"version": "1.0", "type": "vid', context())) == [
        "the JSON is cut or damaged"
    ]
