"""collect/warc/body.py: bodies as a browser had them."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.unreadable import UnreadableError
from auditor.collect.warc import body
from tests.collect.warc.archives import chunked, deflated

PAGE = b"<p>La cale</p>" * 30


@pytest.mark.parametrize(
    ("payload", "transfer", "packing"),
    [
        (PAGE, "", ""),
        (PAGE, "", "identity"),
        (chunked(PAGE), "chunked", ""),
        (gzip.compress(PAGE), "", "gzip"),
        (zlib.compress(PAGE), "", "deflate"),
        (deflated(PAGE), "", "deflate"),
        (chunked(gzip.compress(PAGE)), "chunked", "x-gzip"),
        # Headers that the archiver left over.
        (PAGE, "chunked", "gzip"),
        (PAGE, "", "br"),
        (PAGE, "", "zstd"),
    ],
)
def test_the_body(payload, transfer, packing):
    assert body.plain(payload, transfer, packing) == PAGE


@pytest.mark.parametrize(
    ("payload", "joined"),
    [
        (b"3\r\nabc\r\n0\r\n\r\n", b"abc"),
        (b"3;name=x\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", b"abcde"),
        (b"3\r\nabc\r\nff\r\nde", b"abcde"),
        (b"7fffffff\r\nabc", b"abc"),
        (b"no chunk", b"no chunk"),
        (b"", b""),
    ],
)
def test_chunks(payload, joined):
    assert body.joined(payload) == joined


def test_a_bomb_is_unpacked_no_further_than_a_page_is_read():
    bomb = gzip.compress(b"a" * 50_000_000)
    assert len(body.plain(bomb, "", "gzip")) == body.LARGEST


def test_what_cannot_be_unpacked_is_said():
    with pytest.raises(UnreadableError, match="packed in a way that is not read here"):
        body.plain(b"\x1b\x05\x00\xf8", "", "br")


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "chunked"]),
    st.sampled_from(["", "gzip", "deflate"]),
)
def test_any_bytes_end_in_bytes(payload, transfer, packing):
    assert len(body.plain(payload, transfer, packing)) <= body.LARGEST
