"""JSON from strangers ends in a value or in a reason."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import jsontext
from auditor.collect.unreadable import UnreadableError


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[" * 100_000, "deep"),
        (b'{"a":' * 100_000, "deep"),
        (b"[1" + b"0" * 4301 + b"]", "digits"),
        (b"[NaN]", "none"),
        (b"[-Infinity]", "none"),
        (b'["\\ud800"]', "half a character"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a": ', "cut"),
        (b"", "cut"),
        (b'["\xff"]', "UTF-8"),
        (b"[" + b"{}," * 2_000_000 + b"1]", "more values"),
        (b"[" + b"1," * 5_000_000 + b"1]", "more values"),
        (b'["\\udc00"]', "half a character"),
    ],
)
def test_hazards_are_named(data, reason):
    with pytest.raises(UnreadableError) as caught:
        jsontext.parse(data)
    assert reason in str(caught.value)


def test_both_halves_are_a_character():
    assert jsontext.parse(b'["\\ud83d\\ude00", "\\\\ud800"]') == ["😀", "\\ud800"]


def test_a_byte_order_mark_is_read():
    assert jsontext.parse(b"\xef\xbb\xbf[1]") == [1]


def test_objects_come_in_reading_order_with_their_holders():
    root = {"a": [{"n": 1}, {"n": 2}], "b": {"n": 3}}
    found = list(jsontext.dicts(root))
    assert [(node.get("n"), key) for node, key, _ in found] == [
        (None, ""),
        (1, "a"),
        (2, "a"),
        (3, "b"),
    ]
    assert all(holder is root for _, _, holder in found[1:])


@given(st.binary(max_size=100))
def test_no_bytes_break_it(data):
    with suppress(UnreadableError):
        jsontext.parse(data)


def test_the_reason_does_not_repeat_the_content():
    with pytest.raises(UnreadableError) as caught:
        jsontext.parse(b'{"Odile Piquerelle": }')
    assert "Odile" not in f"{caught.value} {caught.value.mend}"
