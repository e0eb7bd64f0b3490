"""The end of a value is found wherever the data are cut."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.jsonscan import DEEPEST, Scan, Stop

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("data", "at", "stop"),
    [
        (b"1,2", 1, Stop.COMMA),
        (b"1]", 1, Stop.CLOSE),
        (b"1}", 1, Stop.CLOSE),
        (b'{"a":[1,2]},', 11, Stop.COMMA),
        (b'"a,]\\"",', 7, Stop.COMMA),
        (b"1", 1, Stop.MORE),
        (b'"ab', 3, Stop.MORE),
        (b'"ab\\', 3, Stop.MORE),
        (b"[tru", 1, Stop.MORE),
        (b"[-Inf", 2, Stop.MORE),
        (b"NaN,", 3, Stop.COMMA),
        (b"[1}", 2, Stop.DAMAGE),
        (b"nonsense", 0, Stop.DAMAGE),
        (b'{"a":"b"c"}', 8, Stop.DAMAGE),
        (b"[" * (DEEPEST + 1), DEEPEST, Stop.DAMAGE),
    ],
)
def test_the_walk_stops_where_the_value_ends(data, at, stop):
    assert Scan().walk(data, 0) == (at, stop)


@given(VALUES, st.sampled_from([None, 1]), st.booleans(), st.integers(1, 9))
def test_a_value_ends_at_the_same_place_in_any_pieces(value, indent, ascii_only, size):
    written = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()
    scan, at, data, stop = Scan(), 0, b"", Stop.MORE
    for begin in range(0, len(written) + 1, size):
        data += (written + b",")[begin : begin + size]
        at, stop = scan.walk(data, at)
    assert (at, stop) == (len(written), Stop.COMMA)
