"""Telegram's result.json: the account, or a channel; never a chat."""

import json
from datetime import date

import pytest
from hypothesis import given

from auditor.collect.archive import folder, opened
from auditor.collect.exports.telegram import read_archive
from auditor.collect.readers import read_file
from auditor.collect.unreadable import UnreadableError
from auditor.model.visibility import UNKNOWN_SIGHT, Origin, Visibility
from tests.collect.contexts import context, failures, only, said
from tests.collect.exports.shapes_of import archive, shaped

ACCOUNT = {
    "about": "Here is the data you requested.",
    "personal_information": {
        "user_id": 1000,
        "first_name": "Zoé",
        "last_name": "Lefèvre",
        "phone_number": "+33 6 39 98 00 11",
        "username": "@zoe_test",
        "bio": "Relieuse à Angoulême",
    },
    "contacts": {"about": "", "list": [{"first_name": "Basile", "phone_number": "+33639980012"}]},
    "sessions": {"list": [{"last_ip": "203.0.113.7"}]},
    "chats": {
        "list": [
            {"name": "Inès", "type": "personal_chat", "messages": [{"text": "canari"}]},
            {"name": "Ateliers", "type": "public_channel", "messages": [{"text": "canari"}]},
        ]
    },
}
CHANNEL = {
    "name": "Reliure d’art",
    "type": "public_channel",
    "id": 2000,
    "messages": [
        {"id": 1, "type": "service", "date": "2024-05-01T10:00:00", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2024-05-02T10:00:00",
            "text": ["Voir ", {"type": "link", "text": "https://zoe.example"}, " et l’été"],
        },
        {
            "id": 3,
            "type": "message",
            "date": "2024-05-03T10:00:00",
            "forwarded_from": "Basile",
            "text": "Bonjour",
        },
    ],
}


def read(document, **more):
    data = document if isinstance(document, bytes) else json.dumps(document)
    return list(read_archive(opened(archive({"result.json": data})), context(networks={}, **more)))


def test_the_account_is_read_and_contacts_counted():
    profile = only(read(ACCOUNT))
    assert (profile.account, profile.url) == ("telegram:zoe_test", "https://t.me/zoe_test")
    assert said(profile) == {
        ("username", "zoe_test"),
        ("full_name", "Zoé Lefèvre"),
        ("phone_mobile", "+33 6 39 98 00 11"),
        ("contact_list", "1"),
    }
    assert [(each.id, each.text) for each in profile.posts] == [("bio", "Relieuse à Angoulême")]
    assert {each.sight for each in profile.fields} == {UNKNOWN_SIGHT}


def test_chats_and_other_people_are_never_taken_over():
    shown = repr(read(ACCOUNT))
    for each in ("canari", "Inès", "Basile", "980012", "203.0.113"):
        assert each not in shown


def test_a_channel_is_read_and_says_what_it_is():
    profile = only(read(CHANNEL))
    assert said(profile) == {("full_name", "Reliure d’art")}
    assert [(each.id, each.text, each.by, each.published_on) for each in profile.posts] == [
        ("post-1", "Voir https://zoe.example et l’été", None, date(2024, 5, 2)),
        ("post-2", "Bonjour", "Basile", date(2024, 5, 3)),
    ]
    sight = profile.posts[0].sight
    assert (sight.visibility, sight.origin) == (Visibility.ANYONE, Origin.STATED)


@pytest.mark.parametrize(
    "kind", ["personal_chat", "private_group", "private_supergroup", "saved_messages", "bot_chat"]
)
def test_private_messages_are_refused(kind):
    items = read(CHANNEL | {"type": kind, "messages": [{"text": "canari"}]})
    assert failures(items) == ["the export is of private messages, which are not read"]
    assert "canari" not in repr(items)


def test_a_private_channel_is_seen_by_its_members():
    (first, _) = only(read(CHANNEL | {"type": "private_channel"})).posts
    assert first.sight.visibility is Visibility.CONTACTS


def test_a_cut_channel_gives_its_whole_messages_and_a_failure():
    data = json.dumps(CHANNEL).encode()
    items = read(data[: data.index(b'"Bonjour"')])
    assert failures(items) == ["the JSON is cut or damaged"]
    assert [each.id for each in items[0].posts] == ["post-1"]


def test_a_folder_gives_what_the_zip_gives(tmp_path):
    (tmp_path / "result.json").write_text(json.dumps(ACCOUNT))
    assert list(read_archive(folder(tmp_path), context(networks={}))) == read(ACCOUNT)


@pytest.mark.parametrize("document", [ACCOUNT, CHANNEL])
def test_a_lone_document_is_told_by_its_content(document):
    profile = only(read_file(json.dumps(document).encode(), context(path="renamed.bin")))
    assert profile.collector == "exports.telegram"


def test_the_flavour_for_reading_is_refused():
    with pytest.raises(UnreadableError, match="HTML"):
        list(read_file(archive({"export_results.html": "<html>"}), context(path="x.zip")))


@pytest.mark.parametrize("data", [b"{}", b"[]", b"null", b"", b'{"personal_information": null}'])
def test_a_document_without_an_account_is_a_failure(data):
    assert len(failures(read(data))) == 1


KEYS = "personal_information first_name contacts list name type messages text date username".split()


@given(shaped(*KEYS), shaped(*KEYS))
def test_no_shape_breaks_the_reader(left, right):
    for document in (
        {"personal_information": left, "contacts": right},
        {"name": left, "type": "public_channel", "id": 1, "messages": [left, right]},
        {"type": left, "messages": right},
        left,
    ):
        for item in read(document):
            repr(item)
