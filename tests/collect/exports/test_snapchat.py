"""Snapchat's files: the account, and how many friends."""

import json

import pytest
from hypothesis import given

from auditor.collect.archive import opened
from auditor.collect.exports.snapchat import read_archive
from auditor.collect.readers import read_file
from auditor.collect.unreadable import UnreadableError
from tests.collect.contexts import context, failures, only, said
from tests.collect.exports.shapes_of import archive, shaped

ACCOUNT = {
    "Basic Information": {
        "Username": "zoe_test",
        "Name": "Zoé Lefèvre",
        "Creation Date": "2016-05-02 10:00:00 UTC",
        "Registration IP": "203.0.113.7",
        "Country": "FR",
        "Last Active": "",
    },
    "Device Information": {"Make": "canari"},
    "Login History": [{"IP": "203.0.113.8"}],
}
FRIENDS = {
    "Friends": [{"Username": "basile"}, {"Username": "firmin"}],
    "Blocked Users": [{"Username": "canari"}],
}


def read(**documents):
    parts = {f"json/{name}.json": json.dumps(value) for name, value in documents.items()}
    return list(read_archive(opened(archive(parts)), context(networks={})))


def test_the_account_is_read_and_friends_counted():
    items = read(account=ACCOUNT, friends=FRIENDS, chat_history={"ines": [{"Content": "canari"}]})
    profile = only(items)
    assert profile.account == "snapchat:zoe_test"
    assert said(profile) == {
        ("username", "zoe_test"),
        ("full_name", "Zoé Lefèvre"),
        ("account_created", "2016-05-02"),
        ("label:Country", "FR"),
        ("contact_list", "2"),
    }
    for each in ("canari", "basile", "203.0.113", "ines"):
        assert each not in repr(items)


def test_a_lone_file_is_told_by_its_content():
    profile = only(read_file(json.dumps(ACCOUNT).encode(), context(path="renamed.bin")))
    assert profile.collector == "exports.snapchat"


def test_the_flavour_for_reading_is_refused():
    with pytest.raises(UnreadableError, match="HTML"):
        list(read_file(archive({"html/account.html": "<html>"}), context(path="x.zip")))


def test_an_empty_account_is_a_failure():
    assert len(failures(read(account={}))) == 1


@given(shaped("Basic Information", "Username", "Name", "Friends"))
def test_no_shape_breaks_the_reader(value):
    for item in read(account={"Basic Information": value}, friends={"Friends": value}):
        repr(item)
