"""Stack Exchange's export: backslashes in names, a byte order mark, votes only counted."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import known
from auditor.collect.archive import folder, opened
from auditor.collect.exports.stackexchange import read_archive
from auditor.collect.readers import read_path
from auditor.model.profile import Profile
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.test_archive import zipped

VOTES = [
    {"eventTime": f"{year}-05-06T10:00:00.000Z", "siteId": "fr", "target": "Post", "postId": 7}
    for year in (2023, 2019)
]
USER = {
    "display_name": "Odile P.",
    "real_name": "Odile Piquerelle",
    "location": "Limoges",
    "about_me": "<p>Je <b>relie</b>.</p>",
    "website_url": "https://odile.example/",
    "link": "https://stackoverflow.com/users/77/odile-p",
    "creation_date": "2010-02-03",
    "reputation": 12,
    "last_ip_address": "192.0.2.77",
    "ip": "192.0.2.77",
    "membership": "silver",
}
POSTS = [
    {
        "title": "Quelle colle&nbsp;?",
        "body": "<p>De la colle d’amidon.</p>",
        "creation_date": 1_600_000_000,
    },
    {"body": "<p>secret retiré</p>", "deletion_date": "2020-01-02T00:00:00Z"},
]
PARTS = {
    "analytics/qa\\vote.submit.json": VOTES,
    "qa\\users.json": [USER],
    "qa\\posts.json": POSTS,
    "chat\\messages.json": [{"body": "secret de Firmin"}],
}
CARD = card("stackexchange", posts=Visibility.ANYONE)


def zip_of(parts):
    return zipped(
        (name, json.dumps(each, ensure_ascii=False).encode("utf-8-sig"))
        for name, each in parts.items()
    )


def read(parts=PARTS):
    return list(read_archive(opened(zip_of(parts)), context(networks={"stackexchange": CARD})))


def test_the_account_becomes_fields_and_unknown_labels_are_kept():
    account = only(read())
    assert account.url == "https://stackoverflow.com/users/77/odile-p"
    assert said(account) == {
        ("activity_history", "vote.submit: 2, 2019-05-06 – 2023-05-06"),
        ("alias", "Odile P."),
        ("full_name", "Odile Piquerelle"),
        ("home_commune", "Limoges"),
        ("account_created", "2010-02-03"),
        ("label:reputation", "12"),
        ("label:membership", "silver"),
    }
    assert [each.text for each in account.links] == ["https://odile.example/"]
    (votes,) = [each for each in account.fields if each.name == "activity_history"]
    assert (votes.sight.visibility, votes.sight.origin) == (Visibility.ME, Origin.STATED)
    assert votes.period == (date(2019, 5, 6), date(2023, 5, 6))


def test_posts_that_still_stand_are_read():
    posts = only(read()).posts
    assert [(each.id, each.text, each.published_on) for each in posts] == [
        ("bio", "Je relie.", None),
        ("post-1", "Quelle colle ?\nDe la colle d’amidon.", date(2020, 9, 13)),
    ]
    assert posts[1].sight.visibility is Visibility.ANYONE


def test_chats_what_was_removed_and_addresses_are_never_taken_over():
    shown = repr(read())
    assert "secret" not in shown
    assert "192.0.2.77" not in shown


def test_a_zip_and_its_folder_tell_the_same(tmp_path):
    for name, each in PARTS.items():  # unpacked on a system where a backslash is a separator
        path = tmp_path / name.replace("\\", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(each, ensure_ascii=False), encoding="utf-8-sig")
    found = list(read_archive(folder(tmp_path), context(networks={"stackexchange": CARD})))
    assert found == read()


def test_it_is_known_by_its_files_and_by_a_lone_one(tmp_path):
    assert known.of_archive(opened(zip_of(PARTS))) == "stackexchange"
    path = tmp_path / "download"
    path.write_text(json.dumps(VOTES), encoding="utf-8-sig")
    (account,) = read_path(path, context(networks={"stackexchange": CARD}))
    assert account.network == "stackexchange"


def test_a_cut_file_gives_its_whole_items_and_a_failure():
    text = json.dumps(VOTES)
    data = zipped([("analytics/qa\\vote.submit.json", text[: len(text) * 7 // 10])])
    account, *rest = read_archive(opened(data), context())
    assert said(account) == {("activity_history", "vote.submit: 1, 2023-05-06 – 2023-05-06")}
    assert failures(rest) == ["the JSON is cut or damaged"]


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*USER, *POSTS[1], *VOTES[0]]), inner, max_size=5)
    ),
    max_leaves=15,
)


@pytest.mark.parametrize("wrapped", [True, False])
@given(value=ANY)
def test_no_shape_of_json_breaks_it(wrapped, value):
    found = read({name: [value] if wrapped else value for name in PARTS})
    assert found
    assert sum(isinstance(each, Profile) for each in found) <= 1
