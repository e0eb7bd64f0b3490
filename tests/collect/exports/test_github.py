"""GitHub's export: what the owner wrote, seen as its repository is, and nothing of the others."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import known
from auditor.collect.archive import folder, tarred
from auditor.collect.exports.github import read_archive
from auditor.collect.readers import read_path
from auditor.model.profile import Profile
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.test_tarball import tar, written

HUB = "https://github.com"
ODILE, FIRMIN = f"{HUB}/odilep", f"{HUB}/firmin"
USERS = [
    {
        "type": "user",
        "url": ODILE,
        "login": "odilep",
        "name": "Odile Piquerelle",
        "bio": "Relieuse.\n\nJe code le soir.",
        "company": "Reliure du Viaduc",
        "location": "Limoges",
        "website": "odile.example",
        "emails": [{"address": "odile@odile.example", "primary": True}],
        "created_at": "2010-02-03T10:00:00Z",
    },
    {"type": "user", "url": FIRMIN, "login": "firmin", "name": "Firmin Escourrou", "emails": []},
]
REPOSITORIES = [
    {"type": "repository", "url": f"{ODILE}/site", "owner": ODILE, "name": "site", "private": False,
     "description": "Mon site", "created_at": "2015-01-02T00:00:00Z"},
    {"type": "repository", "url": f"{ODILE}/carnet", "owner": ODILE, "name": "carnet", "private": True},
    {"type": "repository", "url": f"{FIRMIN}/x", "owner": FIRMIN, "name": "secret", "private": False},
]  # fmt: skip


def issue(number, repository, user=ODILE, **more):
    return {
        "type": "issue",
        "url": f"{repository}/issues/{number}",
        "repository": repository,
        "user": user,
        "title": f"Bogue {number}",
        "body": "Rien ne va.",
        "created_at": "2020-05-06T10:00:00Z",
        **more,
    }


PARTS = {
    "schema.json": {"version": "1.2.0", "github_sha": "0"},
    "users_000001.json": USERS,
    "repositories_000001.json": REPOSITORIES,
    "issues_000001.json": [
        issue(1, f"{ODILE}/site"),
        issue(2, f"{ODILE}/carnet"),
        issue(3, f"{ODILE}/site", FIRMIN, title="secret de Firmin"),
    ],
    "issue_comments_000002.json": [
        {"url": f"{HUB}/other/lib/issues/9#issuecomment-1", "user": ODILE, "body": "Merci."}
    ],
    "issue_comments_000001.json": [
        {"url": f"{ODILE}/site/issues/3#issuecomment-2", "user": ODILE, "body": "Je regarde."}
    ],
    "attachments_000001.json": [{"url": "secret"}],
    "issue_events_000001.json": [{"actor": FIRMIN, "event": "secret"}],
}
GITHUB = card("github", posts=Visibility.MEMBERS)


def packed(parts=PARTS):
    return tar({name: json.dumps(each).encode() for name, each in parts.items()})


@pytest.fixture
def read(tmp_path):
    def reading(parts=PARTS, **more):
        more.setdefault("networks", {"github": GITHUB})
        return list(read_archive(tarred(written(tmp_path, packed(parts))), context(**more)))

    return reading


def test_the_owner_becomes_fields(read):
    owner = only(read())
    assert owner.url == ODILE
    assert said(owner) == {
        ("username", "odilep"),
        ("full_name", "Odile Piquerelle"),
        ("employer", "Reliure du Viaduc"),
        ("home_commune", "Limoges"),
        ("account_created", "2010-02-03"),
        ("email_personal", "odile@odile.example"),
    }
    assert [each.text for each in owner.links] == ["https://odile.example"]


def test_what_the_owner_wrote_is_seen_as_its_repository_is(read):
    posts = {each.text: (each.sight.visibility, each.sight.origin) for each in only(read()).posts}
    assert posts == {
        "Relieuse.\nJe code le soir.": (Visibility.UNKNOWN, None),
        "site: Mon site": (Visibility.ANYONE, Origin.STATED),
        "carnet": (Visibility.CONTACTS, Origin.STATED),
        "Bogue 1\nRien ne va.": (Visibility.ANYONE, Origin.STATED),
        "Bogue 2\nRien ne va.": (Visibility.CONTACTS, Origin.STATED),
        "Je regarde.": (Visibility.ANYONE, Origin.STATED),
        "Merci.": (Visibility.MEMBERS, Origin.DEFAULT),
    }


def test_posts_are_dated_and_numbered_parts_come_in_order(read):
    posts = [each for each in only(read()).posts if each.id.startswith("post-")]
    assert [each.text.split("\n")[0] for each in posts] == [
        "Bogue 1",
        "Bogue 2",
        "Je regarde.",
        "Merci.",
    ]
    assert (posts[0].published_on, posts[0].url) == (date(2020, 5, 6), f"{ODILE}/site/issues/1")


def test_others_are_never_taken_over(read):
    shown = repr(read())
    assert "secret" not in shown
    assert "Escourrou" not in shown


def test_the_mandate_names_the_owner_where_the_export_leaves_it_open(read):
    parts = PARTS | {"repositories_000001.json": []}
    profileless = read(parts)
    assert failures(profileless) == [
        "whose export it is could not be told: what the owner wrote was not read"
    ]
    owner = only(read(parts, owner="github:OdileP"))
    assert [each.text for each in owner.posts][1:] == [
        "Bogue 1\nRien ne va.",
        "Bogue 2\nRien ne va.",
        "Je regarde.",
        "Merci.",
    ]


def test_a_tar_and_its_folder_tell_the_same(read, tmp_path):
    root = tmp_path / "unpacked" / "export"
    root.mkdir(parents=True)
    for name, each in PARTS.items():
        (root / name).write_text(json.dumps(each))
    unpacked = list(read_archive(folder(root.parent), context(networks={"github": GITHUB})))
    assert unpacked == read()


def test_it_is_known_by_its_files_and_by_a_lone_one(tmp_path):
    path = written(tmp_path, packed())
    assert known.of_archive(tarred(path)) == "github"
    (owner,) = read_path(path, context(networks={"github": GITHUB}))
    assert owner.network == "github"
    lone = tmp_path / "download"
    lone.write_text(json.dumps(USERS[:1]))
    (owner,) = read_path(lone, context(networks={"github": GITHUB}))
    assert ("username", "odilep") in said(owner)


def test_a_cut_part_gives_its_whole_items_and_a_failure(tmp_path):
    parts = {name: json.dumps(each).encode() for name, each in PARTS.items()}
    issues = parts["issues_000001.json"]
    parts["issues_000001.json"] = issues[: len(issues) // 2]
    owner, *rest = read_archive(tarred(written(tmp_path, tar(parts))), context())
    assert "Bogue 1\nRien ne va." in {each.text for each in owner.posts}
    assert failures(rest) == ["the JSON is cut or damaged"]


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.just(ODILE),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*USERS[0], *issue(1, "x"), *REPOSITORIES[0]]), inner, max_size=5
        )
    ),
    max_leaves=15,
)


@given(value=ANY)
def test_no_shape_of_json_breaks_it(value, tmp_path):
    parts = {name: [value] for name in PARTS}
    found = list(read_archive(tarred(written(tmp_path, packed(parts))), context()))
    assert found
    assert sum(isinstance(each, Profile) for each in found) <= 1
