"""Notes of documents of any length and shape."""

import io
import json

import pytest

from auditor.collect import stream
from auditor.collect.exports.notes import Activity
from auditor.collect.exports.outbox import Found, entries
from tests.collect.exports.test_mastodon import ACTOR, ME, note


def read(document):
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    found = Found()
    notes = [each for part in entries(io.BytesIO(data), found) for each in part]
    return notes, found


@pytest.fixture
def short(monkeypatch):
    """Documents of a few bytes count as long."""
    monkeypatch.setattr(stream, "WHOLE", 120)


ITEMS = [
    note("a"),
    {"type": "Announce", "object": "https://x.example/1"},
    {"type": "Announce", "object": {"type": "Note", "content": "of another"}},
    {"type": "Create", "object": "https://x.example/2"},
    {"type": "Note", "content": "b"},
    note("c", attributedTo={"name": "Firmin"}),
    {"type": "Collection", "items": [note("d"), note("e")]},
    7,
    None,
]
HEAD = {"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection"}


def contents(notes):
    return [
        each.object.content if isinstance(each, Activity) else each[0]["content"] for each in notes
    ]


@pytest.mark.parametrize("key", ["orderedItems", "items"])
def test_a_long_document_is_read_as_a_short_one(key, short):
    document = HEAD | {key: ITEMS}
    notes, found = read(document)
    assert isinstance(notes[0], Activity)
    assert contents(notes) == ["<p>a</p>", "b", "<p>c</p>", "<p>d</p>", "<p>e</p>"]
    assert found.faults == []


@pytest.mark.parametrize(
    "document",
    [
        note("a" * 200),
        {"type": "Create", "object": {"type": "Note", "content": "x" * 200, "items": []}},
        HEAD | {"first": {"type": "CollectionPage", "orderedItems": [note("a" * 200)]}},
        {"type": "Article", "items": [{"type": "Note"}], "content": "x" * 200},
    ],
)
def test_other_shapes_are_read_whole(document, short):
    notes, found = read(document)
    assert all(isinstance(each, tuple) for each in notes)
    assert found.faults == []


def test_the_actor_is_met_on_the_way(short):
    activity = note("a") | {"actor": ACTOR}
    assert read(HEAD | {"orderedItems": [activity]})[1].actor == ACTOR
    assert read(HEAD | {"orderedItems": [ACTOR, note("a")]})[1].actor == ACTOR


def test_a_damaged_short_document_gives_its_sound_notes():
    data = json.dumps(HEAD | {"orderedItems": [note("a"), note("b", x=1), note("c")]}).encode()
    notes, found = read(data.replace(b'"x": 1', b'"x": NaN'))
    assert contents(notes) == ["<p>a</p>", "<p>c</p>"]
    assert [str(each) for each in found.faults] == ["1 damaged items are left out"]
    notes, found = read(data.replace(b'"x": 1', b'"x": 1, "x": 2'))
    assert (len(notes), [str(each) for each in found.faults]) == (3, ["the JSON gives a key twice"])
    notes, found = read(data[:-60])
    assert (len(notes), [str(each) for each in found.faults]) == (2, ["the JSON is cut or damaged"])
    assert found.actor == {}
    assert ME in str(notes[0])
