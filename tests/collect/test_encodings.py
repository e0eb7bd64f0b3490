"""Encodings of tables, by their start."""

import pytest

from auditor.collect.encodings import START, encoding_of


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        (b"", "utf-8-sig"),
        ("Prénom".encode(), "utf-8-sig"),
        ("Prénom".encode("cp1252"), "cp1252"),
        ("Prénom".encode("utf-16"), "utf-16"),
        (b"a\x00b", None),
        # Where the start ends within a letter, the last line does not count.
        (b"a" * (START - 2) + b"\n" + "é".encode()[:1], "utf-8-sig"),
    ],
)
def test_the_start_tells(start, encoding):
    assert encoding_of(start) == encoding
