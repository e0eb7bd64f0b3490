"""Answers of public APIs, each network's own shape."""

import json
from datetime import date, time

import pytest

from auditor.collect.apis.answers import NETWORKS, detects, kind_of, read, tell, together, told_of
from auditor.collect.apis.told import Told
from auditor.collect.readers import read_file
from auditor.model.visibility import Origin, Visibility
from tests.collect.apis import answers_of
from tests.collect.contexts import card, context, failures, only, said

ANSWERS = {
    "GITHUB": "github", "GITHUB_REPOSITORIES": "github", "GITLAB": "gitlab", "GITLAB_USER": "gitlab",
    "BLUESKY": "bluesky", "BLUESKY_FEED": "bluesky", "GRAVATAR": "gravatar",
    "STACKEXCHANGE": "stackexchange", "STACKEXCHANGE_POSTS": "stackexchange",
    "HACKERNEWS": "hackernews", "KEYBASE": "keybase", "MASTODON": "mastodon",
    "MASTODON_STATUSES": "mastodon", "WORDPRESS_USERS": "wordpress", "WORDPRESS_POSTS": "wordpress",
}  # fmt: skip
FIELDS = {
    "GITHUB": {
        ("username", "nora-k"), ("full_name", "Nora Kervadec"), ("employer", "Atelier-Quai"),
        ("home_commune", "Quimper"), ("email_personal", "nora@nora.example"), ("job_search", "yes"),
        ("account_created", "2012-04-05"), ("label:mood", "curieuse"),
    },
    "GITLAB_USER": {
        ("username", "nora-k"), ("full_name", "Nora Kervadec"), ("employer", "Atelier Quai"),
        ("home_commune", "Quimper"), ("email_personal", "nora@nora.example"), ("job_title", "Relieuse"),
        ("pronouns", "elle"), ("account_created", "2015-01-02"), ("label:discord", "nora#1"),
    },
    "BLUESKY": {
        ("username", "nora.example"), ("full_name", "Nora Kervadec"), ("pronouns", "elle"),
        ("photo_face", "https://pictures.example/nora.jpg"), ("account_created", "2024-03-01"),
    },
    "GRAVATAR": {
        ("username", "norak"), ("full_name", "Nora Kervadec"), ("home_commune", "Quimper"),
        ("job_title", "Relieuse"), ("employer", "Atelier Quai"), ("pronouns", "elle"),
        ("account_created", "2011-05-06"), ("phone_mobile", "06 39 98 12 34"),
        ("email_personal", "nora@nora.example"), ("activity", "reliure"),
        ("payment_handle", "https://pay.example/nora"),
    },
    "STACKEXCHANGE": {
        ("username", "5"), ("full_name", "Nora Kervadéc"), ("home_commune", "Quimper"),
        ("label:account_id", "991"), ("account_created", "2010-01-01"),
    },
    "HACKERNEWS": {("username", "norak"), ("account_created", "2011-03-13")},
    "KEYBASE": {
        ("username", "norak"), ("full_name", "Nora Kervadec"), ("home_commune", "Quimper"),
        ("photo_face", "https://pictures.example/k.jpg"), ("crypto", "bitcoin bc1fictif"),
        ("account_created", "2014-05-13"),
    },
    "MASTODON": {
        ("username", "nora"), ("full_name", "Nora Kervadec"), ("home_commune", "Quimper"),
        ("photo_face", "https://pictures.example/m.jpg"), ("account_created", "2019-02-01"),
        ("label:Humeur", "curieuse"),
    },
    "WORDPRESS_USERS": {("username", "nora"), ("full_name", "Nora Kervadec")},
}  # fmt: skip
LINKS = {
    "GITHUB": ["https://nora.example", "https://x.com/nora_k"],
    "GITLAB_USER": [
        "https://nora.example",
        "https://x.com/nora_k",
        "https://www.linkedin.com/in/nora-k",
    ],
    "BLUESKY": ["https://nora.example/moi", "https://nora.example/"],
    "GRAVATAR": ["https://social.example/@nora", "https://nora.example"],
    "STACKEXCHANGE": ["https://nora.example"],
    "KEYBASE": ["https://github.com/nora-k", "https://x.com/nora_k"],
    "MASTODON": ["https://nora.example", "https://blog.example/?a=1&b=2"],
    "WORDPRESS_USERS": ["https://nora.example"],
}
POSTS = {
    "GITHUB_REPOSITORIES": ["reliure – Outils de reliure"],
    "BLUESKY_FEED": ["Le papier est sec."],
    "STACKEXCHANGE_POSTS": ["Il faut coudre les cahiers."],
    "MASTODON_STATUSES": [
        "Relieuse à Quimper",
        "Le papier est sec.",
        "À voix basse.",
        "Entre nous.",
    ],
    "WORDPRESS_POSTS": ["La colle\nElle prend à l’ombre."],
    "HACKERNEWS": ["Bookbinder.\nnora/quimper"],
}


def answer(name):
    return json.dumps(getattr(answers_of, name)).encode()


@pytest.mark.parametrize(("name", "network"), ANSWERS.items())
def test_an_answer_is_known_by_its_content(name, network):
    assert kind_of(getattr(answers_of, name)) == network
    assert detects(answer(name))


def test_no_answer_is_known_by_two_networks():
    from importlib import import_module

    for name, network in ANSWERS.items():
        knowing = [
            each
            for each in NETWORKS
            if import_module(f"auditor.collect.apis.{each}").knows(getattr(answers_of, name))
        ]
        assert knowing == [network]


@pytest.mark.parametrize(
    "document",
    [
        None,
        1,
        "x",
        [],
        {},
        [1],
        [[]],
        {"items": []},
        {"id": 1},
        {"status": {}, "them": [None]},
        {"feed": []},
    ],
)
def test_other_documents_are_of_no_network(document):
    assert kind_of(document) is None
    assert tell(document) == Told()


@pytest.mark.parametrize("data", [b"", b"<p>", b"{", b'{"a":1,"a":2}', b"\xff{", b"[" * 100_000])
def test_what_is_no_sound_json_is_no_answer(data):
    assert not detects(data)


@pytest.mark.parametrize(("name", "wanted"), FIELDS.items())
def test_fields_are_kinds_of_facts_and_other_labels_are_kept(name, wanted):
    profile = only(read(answer(name), context()))
    assert said(profile) == wanted
    assert profile.collector == f"apis.{ANSWERS[name]}"


@pytest.mark.parametrize(("name", "wanted"), LINKS.items())
def test_links_are_what_the_holder_declares(name, wanted):
    profile = only(read(answer(name), context()))
    assert [each.text for each in profile.links] == wanted
    assert {each.name for each in profile.links} == {"bio_crosslink"}


@pytest.mark.parametrize(("name", "wanted"), POSTS.items())
def test_posts_are_the_holders_own(name, wanted):
    profile = only(read(answer(name), context()))
    assert [each.text for each in profile.posts] == wanted


@pytest.mark.parametrize("number", answers_of.HACKERNEWS_ITEMS)
def test_items_of_hacker_news_are_posts_unless_they_are_gone(number):
    told = tell(answers_of.HACKERNEWS_ITEMS[number])
    assert told.handle == "norak"
    assert len(told.posts) == (0 if number == 32 else 1)


def test_several_answers_are_one_account():
    documents = together([answer("BLUESKY"), answer("BLUESKY_FEED")])
    assert detects(documents)
    profile = only(read_file(documents, context()))
    assert ("full_name", "Nora Kervadec") in said(profile)
    bio, post = profile.posts
    assert (bio.id, post.id) == ("bio", "post-1")
    assert post.url == "https://bsky.app/profile/nora.example/post/3k1"
    assert (post.published_on, post.at) == (date(2026, 1, 2), time(8))
    assert [(each.url, each.caption) for each in post.media] == [
        ("https://pictures.example/p.jpg", "une presse")
    ]
    assert told_of(documents).handle == "nora.example"


def test_an_answer_that_is_none_is_named_and_the_others_are_read():
    data = together([answer("GITLAB"), b"[]", b'{"message":"nope"}', answer("GITHUB")])
    *failed, profile = read(data, context())
    assert failures(failed) == [
        "the network shows no such account",
        "the network answered in a form that is not known here",
        "the network answered in a form that is not known here",
    ]
    assert profile.network == "gitlab"


def test_a_fetched_answer_is_seen_as_far_as_its_card_and_its_holder_have_it():
    def seen(document, *, indexed=True):
        known = context(
            fetched=True, indexed=True, network=card("github", indexed=indexed), networks={}
        )
        return only(read(json.dumps(document).encode(), known)).fields[0].sight

    shown = seen(answers_of.GITHUB)
    assert (shown.visibility, shown.origin) == (Visibility.INDEXED, Origin.FETCHED)
    assert seen(answers_of.GITHUB, indexed=False).visibility is Visibility.ANYONE
    hidden = {**answers_of.BLUESKY, "labels": [{"val": "!no-unauthenticated"}]}
    assert seen(hidden).visibility is Visibility.ANYONE
    assert seen({**answers_of.MASTODON, "noindex": True}).visibility is Visibility.ANYONE


def test_a_saved_answer_is_seen_as_declared_or_as_it_states():
    profile = only(read(answer("MASTODON_STATUSES"), context(seen_by=Visibility.MEMBERS)))
    assert profile.fields[0].sight.origin is Origin.DECLARED
    states = [each.sight.visibility for each in profile.posts if each.id != "bio"]
    assert states == [Visibility.INDEXED, Visibility.ANYONE, Visibility.CONTACTS]


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ({"indexable": True}, Visibility.INDEXED),
        ({"indexable": True, "noindex": True}, Visibility.ANYONE),
        ({"indexable": False, "discoverable": True}, Visibility.ANYONE),
        ({"discoverable": True}, Visibility.INDEXED),
        ({"discoverable": None}, Visibility.ANYONE),
        ({}, Visibility.ANYONE),
    ],
)
def test_a_public_status_is_found_by_searches_where_its_holder_lets_it(said, seen):
    account = {k: v for k, v in answers_of.MASTODON.items() if k not in {"indexable", "noindex"}}
    status = {**answers_of.MASTODON_STATUSES[0], "account": {**account, **said}}
    profile = only(read(json.dumps([status]).encode(), context()))
    assert profile.posts[-1].sight.visibility is seen


def test_an_account_without_card_is_named_by_its_network():
    names = {
        "GITHUB": "github:nora-k",
        "KEYBASE": "keybase:norak",
        "MASTODON": "mastodon:nora@social.example",
    }
    for name, account in names.items():
        assert only(read(answer(name), context(networks={}))).account == account


def test_checked_links_are_those_that_stand():
    assert tell(answers_of.MASTODON).checked == ("https://nora.example",)
    assert tell(answers_of.KEYBASE).checked == ("https://github.com/nora-k", "https://x.com/nora_k")
    assert tell(answers_of.GRAVATAR).checked == ("https://social.example/@nora",)


def test_posts_of_a_site_of_several_writers_say_whose_they_are():
    first = answers_of.WORDPRESS_POSTS[0]
    named = {**first, "author": 2, "_embedded": {"author": [{"name": "Yann Autre"}]}}
    nameless = {**first, "author": 3}
    found = tell([named, nameless, first])
    assert [each.by for each in found.posts] == ["Yann Autre"]
    assert tell([*answers_of.WORDPRESS_USERS, {**answers_of.WORDPRESS_USERS[0], "id": 2}]) == Told()


HOSTILE = [
    None,
    "",
    "x" * 100_000,
    10**300,
    -1,
    True,
    [],
    {},
    [[]],
    "\u202e<script>",
    {"a": {"b": []}},
]


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("value", HOSTILE, ids=str)
def test_a_field_of_any_shape_breaks_nothing(name, value):
    document = getattr(answers_of, name)
    listed = document if isinstance(document, list) else [document]
    for key in {key for each in listed for key in each}:
        changed = [{**each, key: value} for each in listed]
        whole = changed if isinstance(document, list) else changed[0]
        list(read(json.dumps(whole).encode(), context()))
