"""Files of no kind that is read: each is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.unknown import read
from tests.collect.contexts import context, failures
from tests.collect.test_archive import zipped


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"%PDF-1.4", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (bytes(range(32)) * 10, "binary"),
        (b"some words", "not a web page"),
        (b"<x>y</x>", "of no kind"),
        (b"[" * 100_000, "deep"),
        (b'{"a": 1}', "JSON is no export"),
        (b"PK\x03\x04", "no zip"),
        (zipped([("a.txt", "b")]), "no export"),
    ],
)
def test_each_is_named(data, reason):
    (found,) = failures(read(data, context()))
    assert reason in found


@given(st.binary(max_size=200))
def test_anything_ends_in_one_failure(data):
    assert len(failures(read(data, context()))) == 1
