"""collect/warc: web archives, whole and broken, give the pages that can be trusted, and say the rest."""

import gzip
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.archive import folder, opened
from auditor.collect.reading import detect
from auditor.collect.unreadable import UnreadableError
from auditor.collect.warc import pages, stream
from auditor.model.failure import Failure
from auditor.model.profile import Page, Profile
from tests.collect.contexts import context, failures, said
from tests.collect.warc.archives import chunked, deflated, packed, page, response, wacz

LOIC = response("https://photos.example/loic_tr", page("Loïc Tréhardel", "Bassiste à Nantes."))
GWEN = response(
    "https://photos.example/gwen", page("Gwen Hamon", "À la cale."), date="2025-01-01T00:00:00Z"
)
CUT = "the web archive is cut or damaged: only its whole records were read"
NONE = "the web archive holds no page"
LYING = "a record of the web archive is not as long as it says: only those before it were read"


def told(items):
    """Addresses of what was read, and the reasons of what was not."""
    found = list(items)
    reasons = failures(each for each in found if isinstance(each, Failure))
    return [each.url for each in found if isinstance(each, Profile | Page)], reasons


@pytest.mark.parametrize("data", [LOIC + GWEN, packed(LOIC, GWEN), gzip.compress(LOIC + GWEN)])
def test_each_page_is_read_with_its_address_and_its_date(data):
    assert detect(data, "") == "warc"
    loic, gwen = pages.read(data, context(path="web.warc.gz"))
    assert ("full_name", "Loïc Tréhardel") in said(loic)
    assert (loic.source, loic.account, loic.network) == ("s", "photos:loic_tr", "photos")
    assert (gwen.source, gwen.account) == ("s~2", "photos:gwen")
    assert loic.observed_at == datetime(2024, 3, 2, 9, 14, tzinfo=UTC)
    assert gwen.observed_at == datetime(2025, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (chunked(page("Loïc Tréhardel")), "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(page("Loïc Tréhardel")), "Content-Encoding: gzip\r\n"),
        (deflated(page("Loïc Tréhardel")), "Content-Encoding: deflate\r\n"),
        (
            chunked(gzip.compress(page("Loïc Tréhardel"))),
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
        ),
        # Archivers that undo the encoding often leave the header that names it.
        (page("Loïc Tréhardel"), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (page("Loïc Tréhardel"), "Content-Encoding: br\r\n"),
    ],
)
def test_chunked_and_packed_bodies_are_put_together(body, more):
    (found,) = pages.read(response("https://photos.example/loic_tr", body, more=more), context())
    assert ("full_name", "Loïc Tréhardel") in said(found)


def test_what_no_browser_shows_is_left_out():
    data = b"".join(
        (
            response("https://photos.example/a.css", b"a{}", kind="text/css"),
            response("https://photos.example/old", page("Gone"), status="404 Not Found"),
            response("https://photos.example/x.json", b'{"a": 1}', kind="application/json"),
            response("https://photos.example/empty", b""),
            response("https://photos.example/loic_tr", page("Again"), record="request"),
            LOIC,
            response("https://photos.example/loic_tr", page("Kept twice")),
        )
    )
    assert told(pages.read(data, context())) == (["https://photos.example/loic_tr"], [])


def test_a_page_kept_without_its_answer_is_read_too():
    data = response(
        "https://photos.example/loic_tr",
        page("Loïc Tréhardel"),
        record="resource",
        kind="text/html",
    )
    assert told(pages.read(data, context())) == (["https://photos.example/loic_tr"], [])


def test_a_feed_is_read_by_the_reader_of_feeds():
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Carnet</title>'
        "<link>https://loic.example/</link><item><title>La cale</title></item></channel></rss>"
    )
    data = response("https://loic.example/feed", feed.encode(), kind="application/rss+xml")
    (found,) = pages.read(data, context())
    assert found.collector == "feeds"


@pytest.mark.parametrize(
    ("data", "urls", "reasons"),
    [
        ((LOIC + GWEN)[:-150], 1, [CUT]),
        (packed(LOIC, GWEN)[:-60], 1, [CUT]),
        (packed(LOIC, GWEN)[:-9] + b"\0" * 9, 2, [CUT]),
        (LOIC + b"no record at all\r\n\r\n" + GWEN, 1, [CUT]),
        (LOIC[:10] + b"\xff" * 40, 0, [NONE]),
        (b"WARC/1.0\r\n", 0, [NONE]),
        (response("https://photos.example/a", page("A"), length=9_000_000), 0, [CUT]),
        (
            response("https://photos.example/a", page("A"), length=len(LOIC) + 200) + LOIC + GWEN,
            0,
            [LYING],
        ),
        (
            LOIC + response("https://photos.example/a", page("A" * 90), length=180) + GWEN,
            2,
            [LYING],
        ),
        (
            packed(LOIC, response("https://photos.example/a", page("A" * 90), length=180), GWEN),
            2,
            [LYING],
        ),
        (b"", 0, [NONE]),
        (
            response("https://photos.example/a.css", b"a{}", kind="text/css"),
            0,
            [NONE],
        ),
    ],
    ids="cut cut-gz bad-gz between garbage head longer swallows shorter shorter-gz empty no-page".split(),
)
def test_a_broken_archive_gives_its_whole_records_and_a_failure(data, urls, reasons, capfd):
    found, why = told(pages.read(data, context()))
    assert (len(found), why) == (urls, reasons)
    assert capfd.readouterr() == ("", "")


def test_a_head_without_end_is_no_record():
    bomb = b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"a" * 3_000_000
    assert told(pages.read(gzip.compress(bomb), context())) == ([], [CUT])


def test_more_than_an_archive_can_hold_is_refused():
    file = stream.Unpacked(io.BytesIO(gzip.compress(b"\0" * 5_000)), largest=3_000)
    with pytest.raises(UnreadableError, match="more than 2 GB"):
        list(iter(lambda: file.read(1_000), b""))


def test_the_same_reason_is_told_once():
    empty = [
        response(f"https://photos.example/{each}", page("", "", "<html>")) for each in range(5)
    ]
    found, why = told(pages.read(b"".join(empty), context()))
    assert (found, why) == ([], ["the page shows nothing that can be read"])


def test_a_wacz_gives_the_pages_that_were_visited():
    data = wacz(["https://photos.example/gwen"], one=packed(LOIC), two=packed(GWEN))
    assert detect(data, "") == "warc"
    assert told(pages.read_archive(opened(data), context())) == (
        ["https://photos.example/gwen"],
        [],
    )


def test_a_wacz_without_its_list_gives_them_all(tmp_path):
    files = {"one": packed(LOIC), "two": packed(GWEN)[:-30]}
    for name, data in files.items():
        (tmp_path / f"{name}.warc.gz").write_bytes(data)
    both = ["https://photos.example/loic_tr"]
    for archive in (opened(wacz([], **files)), folder(tmp_path)):
        assert told(pages.read_archive(archive, context())) == (both, [CUT])


def test_a_file_is_read_where_it_lies():
    assert told(pages.read_stream(io.BytesIO(packed(LOIC)), context()))[0] == [
        "https://photos.example/loic_tr"
    ]


@given(st.integers(0, 800), st.binary(max_size=30), st.booleans())
def test_whatever_the_damage_it_ends_in_items(at, patch, gz):
    good = packed(LOIC, GWEN) if gz else LOIC + GWEN
    assert list(pages.read(good[:at] + patch + good[at + len(patch) :], context()))


@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "url", "reasons"),
    [
        ("example.warc", "http://example.com/", []),
        ("example.warc.gz", "http://example.com/", []),
        ("example.arc", "http://example.com/", []),
        ("example.arc.gz", "http://example.com/", []),
        ("example-trunc.warc", "http://example.com/", [LYING]),
        ("example-bad-non-chunked.warc.gz", "http://example.com/", []),
        ("example-bad.warc.gz.bad", "http://example.com?example=1", []),
        ("example-space-in-target-uri.warc.gz", None, [NONE]),
        ("bad.arc", None, [NONE]),
    ],
)
def test_public_archives_good_and_broken(data_folder, name, url, reasons):
    data = (data_folder / "fixtures/archives/warcio" / name).read_bytes()
    assert detect(data, name) == "warc"
    assert told(pages.read(data, context())) == ([url] if url else [], reasons)
