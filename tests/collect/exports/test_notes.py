"""A note of the usual shape is read quickly, to the very post that any other shape gives."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports.notes import Activity, Timeline
from auditor.model.visibility import Visibility
from tests.collect.contexts import context
from tests.collect.exports.test_mastodon import ACTOR, FOLLOWERS, ME, PUBLIC, note

DECODER = msgspec.json.Decoder(Activity)
URLS = st.sampled_from([None, "", ME, "/media/1.jpg", "javascript:x", " https://x.example/é ", "x"])
TEXTS = st.sampled_from([None, "", "bonjour", "<p>l’été &lt;3</p>", "<p>a<br>b</p>", "<h1>t</h1>x"])
NAMES = st.none() | st.just(PUBLIC) | st.lists(st.sampled_from([PUBLIC, FOLLOWERS, ME, ""]))
DAYS = st.sampled_from(
    [None, "", "2024-05-02T10:00:00Z", "2024-05", "2024-05-02", "2024-13-02T10:00:00Z"]
)
ATTACHED = st.fixed_dictionaries({}, optional={"name": TEXTS, "url": URLS, "href": URLS})
TAGGED = st.fixed_dictionaries(
    {}, optional={"type": st.sampled_from(["Mention", "Hashtag"]), "name": TEXTS, "href": URLS}
)
NOTES = st.fixed_dictionaries(
    {"type": st.just("Note")},
    optional={
        "id": URLS,
        "url": URLS,
        "name": TEXTS,
        "summary": TEXTS,
        "content": TEXTS,
        "published": DAYS,
        "attributedTo": URLS,
        "to": NAMES,
        "cc": NAMES,
        "location": st.none() | st.fixed_dictionaries({}, optional={"name": TEXTS}),
        "tag": st.none() | st.lists(TAGGED, max_size=3),
        "attachment": st.none() | st.lists(ATTACHED, max_size=3),
        "image": st.none() | ATTACHED | st.lists(ATTACHED, max_size=2),
        "replies": st.just({"type": "Collection", "items": []}),
    },
)
ACTIVITIES = st.fixed_dictionaries(
    {"type": st.sampled_from(["Create", "Update"]), "object": NOTES},
    optional={"actor": URLS, "published": DAYS, "to": NAMES, "cc": NAMES},
)
ACTORS = st.sampled_from([{}, ACTOR, {"indexable": True, "followers": FOLLOWERS, "url": ME}])


@given(st.lists(ACTIVITIES, min_size=1, max_size=3), ACTORS, st.sampled_from([None, Visibility.ME]))
def test_both_ways_give_the_same_post(activities, actor, seen_by):
    timeline = Timeline(actor=actor, context=context(seen_by=seen_by))
    for activity in activities:
        usual = DECODER.decode(json.dumps(activity))
        expected = timeline.post("post-1", (activity["object"], activity))
        assert timeline.post("post-1", usual) == expected


@pytest.mark.parametrize(
    "other",
    [
        {"type": "Note", "content": "x"},
        {"type": "Delete", "object": "x"},
        {"type": ["Create"], "object": {"content": "x"}},
        note(attributedTo={"name": "Firmin"}),
        note(attributedTo=[ME]),
        note(to=[{"id": PUBLIC}]),
        note(tag={"type": "Mention", "name": "@firmin"}),
        note(url=[{"type": "Link", "href": ME}]),
        note(location="Limoges"),
        note(attachment=["https://x.example/1.jpg"]),
        note(actor=None) | {"actor": {"name": "Firmin"}},
    ],
)
def test_another_shape_is_not_taken_for_the_usual_one(other):
    with pytest.raises(msgspec.ValidationError):
        DECODER.decode(json.dumps(other))


def test_sights_are_shared():
    timeline = Timeline(actor=ACTOR, context=context())
    activity = DECODER.decode(json.dumps(note(to=[PUBLIC])))
    assert timeline.post("post-1", activity).sight is timeline.post("post-2", activity).sight


def test_a_boost_says_nothing():
    boost = DECODER.decode(b'{"type": "Announce", "object": "https://x.example/1"}')
    assert Timeline(actor={}, context=context()).post("post-1", boost).text == ""
