"""Feeds: entries become posts, and what is cut or hostile is named."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.collect.feeds import MOST, read
from auditor.model.profile import Profile
from auditor.model.visibility import Visibility
from tests.collect.contexts import context, failures, only, said

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Photos</title>
  <author><name>loic_tr</name><uri>https://photos.example/loic_tr</uri></author>
  <entry><title>verglas</title><published>2008-11-22T15:14:00+01:00</published>
    <link rel="alternate" href="https://photos.example/loic_tr/12542"/>
    <content type="html">&lt;p&gt;&lt;img src="x.jpg"&gt;&lt;/p&gt;</content></entry>
  <entry><title>la brume</title><author><name>Nora</name></author>
    <content type="html">&lt;p&gt;le &lt;b&gt;tram&lt;/b&gt; &amp;amp; moi&lt;/p&gt;</content>
    <category term="nantes"/></entry>
</feed>"""
RSS = """<rss version="2.0"><channel><title>t</title><link>https://nora.example/</link>
<managingEditor>nora@nora.example (Nora Kermorvan)</managingEditor>
<item><description>&lt;p&gt;Bonjour&lt;/p&gt;</description><pubDate>Sun, 22 Jun 2008 10:00:00 GMT</pubDate>
<enclosure url="https://nora.example/a.mp3" type="audio/mpeg" length="1"/></item></channel></rss>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://nora.example/",
"authors": [{"name": "Nora Kermorvan"}], "items": [{"id": "1", "title": "Un", "content_html": "<p>deux</p>",
"date_published": "2008-06-22T10:00:00Z", "tags": ["trois"]}]}"""


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("Sun, 22 Jun 2008 10:00:00 GMT", time(10)),
        ("Sun, 22 Jun 2008 10:00:00 +0200", time(8)),
        ("2008-06-22T00:00:00Z", None),  # a day written as a moment
        ("Sun, 22 Jun 2008 00:00:00 GMT", None),
        ("2008-06-22T10:00:00", None),
        ("2008-06-22", None),
    ],
)
def test_the_time_of_an_entry_wants_its_zone(written, at):
    data = RSS.replace("Sun, 22 Jun 2008 10:00:00 GMT", written)
    (post,) = only(read(data.encode(), context())).posts
    assert (post.published_on, post.at) == (date(2008, 6, 22), at)


def test_an_atom_feed_is_the_profile_of_its_author():
    profile = only(read(ATOM.encode(), context(seen_by=Visibility.INDEXED)))
    assert profile.account == "photos:loic_tr"
    assert profile.url == "https://photos.example/loic_tr"
    assert said(profile) == {("username", "loic_tr")}
    assert [(each.text, each.published_on, each.by) for each in profile.posts] == [
        ("verglas", date(2008, 11, 22), None),
        ("la brume\nle tram & moi\n#nantes", None, "Nora"),
    ]
    assert profile.posts[0].url == "https://photos.example/loic_tr/12542"
    assert all(each.sight.visibility is Visibility.INDEXED for each in profile.posts)


@pytest.mark.parametrize("data", [RSS, JSON])
def test_rss_and_json_feeds_name_their_author(data):
    profile = only(read(data.encode(), context()))
    assert said(profile) == {("full_name", "Nora Kermorvan")}
    assert profile.url == "https://nora.example/"
    assert [(each.published_on, each.at) for each in profile.posts] == [
        (date(2008, 6, 22), time(10))
    ]
    assert "<" not in profile.posts[0].text


def test_enclosures_are_media():
    (post,) = only(read(RSS.encode(), context())).posts
    assert [each.url for each in post.media] == ["https://nora.example/a.mp3"]


def test_a_cut_feed_gives_its_whole_entries_and_a_failure():
    items = list(read(ATOM[: ATOM.index("la brume") + 5].encode(), context()))
    assert failures(items) == ["the feed is cut or damaged: only its whole entries were read"]
    assert [each.text for each in items[-1].posts] == ["verglas"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_are_read(encoding):
    text = ATOM.replace("utf-8", "utf-16" if encoding == "utf-16" else "utf-8").replace(
        "verglas", "été"
    )
    items = [each for each in read(text.encode(encoding), context()) if isinstance(each, Profile)]
    assert items[0].posts[0].text == "été"


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel/></rss>'
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<html></html>", "no feed"),
        (BOMB.encode(), "entities"),
        (BOMB.encode("utf-16"), "entities"),
        (BOMB.replace("ENTITY", "entity").encode(), "entities"),
        (b"<rss></rss>" + b" " * 5_000_001, "larger"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "no feed"),
        (b'{"items": [', "cut"),
        (b"<rss><channel></channel></rss>", "no entry"),
    ],
)
def test_what_cannot_be_read_says_why(data, reason):
    (found,) = failures(read(data, context()))
    assert reason in found


def test_a_long_feed_is_read_to_a_limit():
    data = b"<rss><channel>" + b"<item><title>x</title></item>" * (MOST + 5) + b"</channel></rss>"
    items = list(read(data, context()))
    assert "too long" in failures(items)[0]
    assert len(items[-1].posts) == MOST


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(ATOM)), st.binary(max_size=40))
def test_damage_anywhere_is_no_crash(place, noise):
    data = ATOM.encode()
    list(read(data[:place] + noise + data[place + len(noise) :], context()))


def test_the_feed_of_others_is_read(data_folder):
    data = (data_folder / "fixtures/feeds/granary-feed_with_audio_video.rss.xml").read_bytes()
    profile = only(read(data, context()))
    assert ("full_name", "Martin Smith") in said(profile)
    assert len(profile.posts) == 3
