"""A file of the case is read where it lies, as its content would be."""

import json

import pytest

from auditor.collect.archive import folder
from auditor.collect.readers import read_archive, read_file, read_path
from auditor.collect.unreadable import UnreadableError
from auditor.model.failure import Failure
from auditor.model.profile import Batch, Profile
from tests.collect.contexts import context, failures
from tests.collect.exports.test_mastodon import ACTOR, archived, long_outbox, note
from tests.collect.test_archive import zipped

HEAD = {"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection"}


@pytest.mark.parametrize(
    "data",
    [
        b"<html><title>x</title><p>Odile Piquerelle, relieuse</p>",
        json.dumps(ACTOR).encode(),
        json.dumps(HEAD | {"orderedItems": [note("a"), note("b")]}).encode(),
        archived(note("a")),
        zipped([("notes.txt", "x")]),
        zipped([("Profile.csv", "First Name,Last Name\nOdile,Piquerelle\n")]),
        b"%PDF-1.4",
        b'{"a": 1}',
        b"only words",
    ],
)
def test_a_path_is_read_as_its_content(data, tmp_path):
    path = tmp_path / "x"
    path.write_bytes(data)
    assert list(read_path(path, context())) == list(read_file(data, context()))


def test_a_long_lone_timeline_is_read_where_it_lies(tmp_path):
    path = tmp_path / "outbox.json"
    data = long_outbox(3000).replace(
        b'{"type": "OrderedCollection"', json.dumps(HEAD).encode()[:-1]
    )
    path.write_bytes(data[: len(data) * 9 // 10])
    profile, batch, failure = read_path(path, context())
    assert (type(profile), type(batch), type(failure)) == (Profile, Batch, Failure)
    assert failures([failure]) == ["the JSON is cut or damaged"]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "is empty"), (archived(note("a"))[:-40], "cut, damaged")]
)
def test_what_cannot_be_read_says_why(data, reason, tmp_path):
    path = tmp_path / "x"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=reason):
        list(read_path(path, context()))


def test_what_another_network_put_beside_an_export_is_named(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/Profile.csv").write_text("First Name,Last Name,Headline\nOdile,P,relieuse\n")
    (tmp_path / "in/Positions.csv").write_text("Company Name,Title,Started On\n")
    (tmp_path / "comments.csv").write_text("id,permalink,subreddit,body\n1,,r/x,Bonjour\n")
    profile, failure = read_archive(folder(tmp_path), context())
    assert profile.network == "linkedin"
    assert str(failure.reason).endswith("were not read: reddit")
