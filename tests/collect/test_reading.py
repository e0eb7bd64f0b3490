"""The kind of a file is told by its content."""

import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import known, signs
from auditor.collect.reading import FEED, HTML, MASTODON, detect

LINKEDIN = "linkedin"


def zipped(*names):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")  # of one date: bytes are ids of tests
    return data.getvalue()


ACTOR = {"@context": "https://www.w3.org/ns/activitystreams", "type": "Person", "id": "x"}


@pytest.mark.parametrize("name", ["profile.html", "profile.HTM", "x.xhtml"])
@pytest.mark.parametrize("data", [b"%PDF-1.4 <html>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
def test_a_picture_where_a_page_was_meant_is_none(data, name):
    assert detect(data, name) is None


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!DOCTYPE html><html></html>", HTML),
        (b"\xef\xbb\xbf  <!-- saved --><HTML>", HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="x">', HTML),
        ("<html>é".encode("utf-16"), HTML),
        (b"<p class=h-card>A B</p>", HTML),
        (b'<?xml version="1.0"?><rss version="2.0">', FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", FEED),
        (b'<?xml version="1.0"?><!-- x --><rdf:RDF>', FEED),
        (b"<html><p>&lt;rss&gt; <code><rss ></code>", HTML),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', FEED),
        (json.dumps(ACTOR).encode(), MASTODON),
        (b"\xef\xbb\xbf" + json.dumps(ACTOR).encode(), MASTODON),
        (b'{"type": "Note", "attributedTo": "x"}', MASTODON),
        (b'{"type": "User", "login": "x"}', None),
        (b'[{"a": 1}]', None),
        (b"[" * 100_000, None),
        (zipped("Basic_LinkedInDataExport/Positions.csv"), LINKEDIN),
        (zipped("top\\Connections.csv"), LINKEDIN),
        (zipped("archive/outbox.json"), MASTODON),
        (zipped("notes.txt"), None),
        (zipped("__MACOSX/Profile.csv"), None),
        (zipped("Profile.csv")[:40], None),
        (b"%PDF-1.4 <html>", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"", None),
        (b" \n", None),
        (b"only words", None),
    ],
)
def test_content_tells_the_kind(data, kind):
    assert detect(data, "a.bin") == kind


def test_a_cut_archive_is_told_by_its_name():
    assert detect(zipped("Profile.csv")[:40], "Basic_LinkedInDataExport.zip") == LINKEDIN


@given(st.binary(max_size=300))
def test_anything_is_told_or_not_but_never_crashes(data):
    kinds = {signs.PICTURE, signs.PDF, signs.OFFICE, signs.WARC, signs.OEMBED}
    assert detect(data, "x") in {HTML, FEED, None, *kinds, *known.networks()}
