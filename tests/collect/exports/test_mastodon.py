"""Mastodon: archives and lone documents, with the audience that each note states."""

import json
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.archive import folder, opened
from auditor.collect.exports import mastodon
from auditor.collect.exports.mastodon import PART, read, read_archive
from auditor.model.profile import Batch, Profile
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.test_archive import zipped

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://social.example/users/odile"
FOLLOWERS = f"{ME}/followers"
ACTOR = {
    "@context": "https://www.w3.org/ns/activitystreams",
    "type": "Person",
    "id": ME,
    "url": "https://social.example/@odile",
    "followers": FOLLOWERS,
    "preferredUsername": "odile",
    "name": "Odile Piquerelle",
    "summary": "<p>Relieuse<br>à Limoges &amp; ailleurs</p>",
    "published": "2018-04-01T00:00:00Z",
    "icon": {"type": "Image", "url": "https://social.example/o.jpg"},
    "alsoKnownAs": ["https://old.example/users/odile"],
    "movedTo": "https://new.example/users/odile",
    "attachment": [
        {
            "type": "PropertyValue",
            "name": "Site",
            "value": '<a rel="me" href="https://odile.example/">x</a>',
        },
        {"type": "PropertyValue", "name": "Ville", "value": "Limoges"},
        {"type": "PropertyValue", "name": "Chat", "value": "<b>Moka</b>"},
    ],
}


def note(content="bonjour", **more):
    made = {"type": "Note", "content": f"<p>{content}</p>", "attributedTo": ME}
    return {"type": "Create", "actor": ME, "object": made | more}


def archived(*activities, actor=None):
    outbox = {"type": "OrderedCollection", "orderedItems": list(activities)}
    parts = {"actor.json": actor or ACTOR, "outbox.json": outbox}
    return zipped((f"export/{name}", json.dumps(part)) for name, part in parts.items())


def test_an_archive_is_an_account():
    profile = only(read(archived(note(published="2024-05-02T10:00:00Z")), context(networks={})))
    assert said(profile) == {
        ("username", "odile"),
        ("full_name", "Odile Piquerelle"),
        ("photo_face", "https://social.example/o.jpg"),
        ("account_created", "2018-04-01"),
        ("home_commune", "Limoges"),
        ("label:Chat", "Moka"),
    }
    assert [each.text for each in profile.links] == [
        "https://odile.example/",
        "https://old.example/users/odile",
        "https://new.example/users/odile",
    ]
    assert [(each.id, each.text, each.published_on) for each in profile.posts] == [
        ("bio", "Relieuse\nà Limoges & ailleurs", None),
        ("post-1", "bonjour", date(2024, 5, 2)),
    ]


@pytest.mark.parametrize(
    ("to", "cc", "actor", "expected"),
    [
        ([PUBLIC], [FOLLOWERS], {}, Visibility.ANYONE),
        ([PUBLIC], [], {"indexable": True}, Visibility.INDEXED),
        ([PUBLIC], [], {"discoverable": True}, Visibility.INDEXED),
        ([PUBLIC], [], {"discoverable": True, "indexable": False}, Visibility.ANYONE),
        (PUBLIC, None, {}, Visibility.ANYONE),
        (["as:Public"], [], {}, Visibility.ANYONE),
        ([FOLLOWERS], [PUBLIC], {"indexable": True}, Visibility.ANYONE),
        ([FOLLOWERS], [], {"indexable": True}, Visibility.CONTACTS),
        ([FOLLOWERS], ["https://social.example/users/firmin"], {}, Visibility.CONTACTS),
        (["https://social.example/users/firmin"], [], {"indexable": True}, Visibility.ME),
    ],
)
def test_the_address_of_a_note_states_who_sees_it(to, cc, actor, expected):
    activity = note(to=to, cc=cc)
    profile = only(
        read(archived(activity, actor=ACTOR | actor), context(seen_by=Visibility.MEMBERS))
    )
    sight = profile.posts[-1].sight
    assert (sight.visibility, sight.origin) == (expected, Origin.STATED)


def test_a_note_without_address_is_seen_as_the_source_is():
    profile = only(read(archived(note()), context(seen_by=Visibility.MEMBERS)))
    assert profile.posts[-1].sight.origin is Origin.DECLARED


def test_mentions_are_tags_and_locations_places():
    activity = note(
        location={"type": "Place", "name": "Limoges"},
        tag=[
            {
                "type": "Mention",
                "name": "@firmin@photos.example",
                "href": "https://photos.example/firmin",
            },
            {"type": "Hashtag", "name": "#reliure"},
        ],
        to=[PUBLIC],
    )
    post = only(read(archived(activity), context())).posts[-1]
    assert post.place == "Limoges"
    (tag,) = post.tags
    assert (tag.name, tag.url) == ("@firmin@photos.example", "https://photos.example/firmin")
    assert tag.url_sight == tag.sight == post.sight


def test_boosts_and_likes_are_no_posts():
    boost = {"type": "Announce", "actor": ME, "object": "https://x.example/1"}
    assert [
        p.id for p in only(read(archived(boost, {"type": "Like", "object": "x"}), context())).posts
    ] == ["bio"]


def test_the_account_is_named_after_the_card():
    social = card("social")
    found = only(read(archived(), context(networks={"mastodon": card("mastodon")})))
    assert found.account == "mastodon:odile@social.example"
    found = only(read(archived(), context(network=social, networks={"social": social})))
    assert found.account == "social:@odile"
    assert only(read(archived(), context(networks={}))).account is None


def test_an_author_with_several_addresses_is_still_the_owner():
    author = {"type": "Person", "id": ME, "url": [ME, "https://odile.example/"], "name": "Odile"}
    activity = note(attributedTo=author)
    actor = ACTOR | {"url": [ME, "https://odile.example/"]}
    assert only(read(archived(activity, actor=actor), context())).posts[-1].by is None
    other = note(attributedTo={"type": "Person", "id": "https://x.example/f", "name": "Firmin"})
    assert only(read(archived(other), context())).posts[-1].by == "Firmin"


@pytest.mark.parametrize("missing", ["actor.json", "outbox.json"])
def test_a_missing_part_is_a_failure_beside_the_other(missing):
    parts = {
        "actor.json": ACTOR,
        "outbox.json": {"type": "OrderedCollection", "orderedItems": [note()]},
    }
    data = zipped((name, json.dumps(part)) for name, part in parts.items() if name != missing)
    items = list(read(data, context()))
    assert failures(items) == [f"{missing} is missing from the archive"]
    assert isinstance(items[-1], Profile)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"[" * 100_000,
        b'{"type": "Note", "id": NaN}',
        b'["\\udc00"]',
        b"[]",
        b"{}",
        b'{"type": 7}',
    ],
)
def test_what_cannot_be_read_says_why(data):
    assert len(failures(read(data, context()))) == 1


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.just(PUBLIC)
    | st.just("https://[x"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*ACTOR, "to", "tag"]), inner, max_size=4)
    ),
    max_leaves=10,
)


@given(
    st.dictionaries(
        st.sampled_from([*ACTOR, "to", "cc", "tag", "object", "location", "attributedTo"]), JSON
    ),
    st.sampled_from(["Person", "Note", "Create", "OrderedCollection"]),
)
def test_any_shape_is_read_or_named(document, kind):
    assert list(read(json.dumps(document | {"type": kind}).encode(), context()))


def test_a_folder_is_read_as_the_zip_is(tmp_path):
    (tmp_path / "actor.json").write_text(json.dumps(ACTOR), encoding="utf-8")
    (tmp_path / "outbox.json").write_text(
        '{"type": "OrderedCollection", "orderedItems": []}', encoding="utf-8"
    )
    assert only(read_archive(folder(tmp_path), context())) == only(read(archived(), context()))


def long_outbox(count, *others):
    """An outbox beyond what is read whole: notes, each with a boost before it."""
    boost = {"type": "Announce", "actor": ME, "object": "https://x.example/1"}
    notes = [
        each
        for number in range(count)
        for each in (boost, note(f"l’été n° {number} " + "x" * 400, to=[PUBLIC]))
    ]
    return json.dumps(
        {"type": "OrderedCollection", "orderedItems": [*notes, *others]}, ensure_ascii=False
    ).encode()


@pytest.fixture(scope="module")
def long_folder(tmp_path_factory):
    """The folder of an account with many posts."""
    path = tmp_path_factory.mktemp("long")
    (path / "actor.json").write_text(json.dumps(ACTOR), encoding="utf-8")
    (path / "outbox.json").write_bytes(long_outbox(PART * 2 + 5))
    return path


def test_a_long_timeline_comes_in_parts(long_folder):
    profile, *batches = read_archive(folder(long_folder), context())
    assert profile.posts[0].id == "bio"
    assert [len(each.posts) for each in (profile, *batches)] == [PART + 1, PART, 5]
    assert all(isinstance(each, Batch) and each.source == "s" for each in batches)
    posts = [post for each in (profile, *batches) for post in each.posts][1:]
    assert [each.id for each in posts] == [f"post-{number}" for number in range(1, PART * 2 + 6)]
    assert posts[7].text == "l’été n° 7 " + "x" * 400
    assert {each.sight.visibility for each in posts} == {Visibility.ANYONE}


def test_a_long_folder_is_read_as_its_zip_in_memory_and_on_the_disk(long_folder, tmp_path):
    data = zipped((path.name, path.read_bytes()) for path in long_folder.iterdir())
    (tmp_path / "export.zip").write_bytes(data)
    expected = list(read_archive(folder(long_folder), context()))
    assert list(read(data, context())) == expected
    assert list(read_archive(opened(tmp_path / "export.zip"), context())) == expected


def test_a_cut_timeline_gives_its_whole_posts_and_a_failure():
    data = long_outbox(PART * 2)
    *parts, failure = read(data[: len(data) * 7 // 10], context())
    assert 0.69 < sum(len(each.posts) for each in parts) / (PART * 2) <= 0.7
    assert failures([failure]) == ["the JSON is cut or damaged"]


def test_a_damaged_or_too_large_note_costs_itself():
    others = note("y" * 1_100_000), note("last")
    data = long_outbox(PART, *others).replace("n° 12 ".encode(), b"n\xff 12 ")
    *parts, damaged, large = read(data, context())
    assert sum(len(each.posts) for each in parts) == PART
    assert parts[-1].posts[-1].text == "last"
    assert failures([damaged, large]) == [
        "1 damaged items are left out",
        "1 items larger than 1 MB are left out",
    ]


def test_a_lone_timeline_takes_its_author_from_its_first_note():
    profile = next(read(long_outbox(PART), context(networks={})))
    assert profile.url == ME


def test_posts_beyond_all_measure_are_left_out(monkeypatch):
    monkeypatch.setattr(mastodon, "MOST", 2)
    profile, failure = read(archived(note("a"), note("b"), note("c")), context())
    assert [each.id for each in profile.posts] == ["bio", "post-1", "post-2"]
    assert failures([failure]) == ["posts beyond 2 are left out"]


def test_a_simple_timeline_loads_no_parser_of_html(long_folder):
    program = (
        "import sys; from pathlib import Path; from auditor.collect.archive import folder\n"
        "from auditor.collect.exports.mastodon import read_archive\n"
        "from tests.collect.contexts import context\n"
        f"list(read_archive(folder(Path({str(long_folder)!r})), context()))\n"
        "sys.exit(bool({'spacy', 'lxml', 'bs4'} & set(sys.modules)))"
    )
    (long_folder / "actor.json").write_text(json.dumps(ACTOR | {"attachment": []}))
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_documents_of_others_are_read(data_folder):
    found = {
        path.name: only(read(path.read_bytes(), context()))
        for path in sorted((data_folder / "fixtures/mastodon").glob("*.json"))
    }
    assert len(found) == 6
    actor = found["granary-actor.as2.json"]
    assert {("username", "yoozer"), ("full_name", "Martin Smith")} <= said(actor)
    post = found["granary-note.as2.json"].posts[0]
    assert (post.published_on, post.place) == (date(2012, 2, 22), "Carcassonne, Aude")
    assert "A note. link too" in post.text
