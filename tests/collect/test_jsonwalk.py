"""Values found by their keys in an object of any size."""

import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import jsonwalk
from auditor.collect.unreadable import UnreadableError

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='ab,]}[{":\\ é€😀') | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.sampled_from(["a", "b", "é", "x y"]), VALUES, max_size=4)


class Slow(io.BytesIO):
    """A file that gives a few bytes at a time."""

    def read(self, size=-1, /):
        return super().read(min(size, 7))


def found(data, *wanted, depth=1, file=io.BytesIO):
    return list(jsonwalk.values(file(data), lambda key: key in wanted, depth=depth))


@given(OBJECTS, st.sampled_from([None, 0, 2]), st.booleans())
def test_members_are_those_of_the_standard_library(value, indent, ascii_only):
    data = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()
    for file in (io.BytesIO, Slow):
        read = {key: json.loads(text) for key, text in found(data, "a", "é", file=file)}
        assert read == {key: each for key, each in value.items() if key in {"a", "é"}}


@given(st.dictionaries(st.text(max_size=3), OBJECTS | VALUES, max_size=4))
def test_a_depth_further_only_objects_are_entered(value):
    data = json.dumps(value).encode()
    expected = [
        (key, each[key])
        for each in value.values()
        if isinstance(each, dict)
        for key in each
        if key in {"a", "b"}
    ]
    read = found(data, "a", "b", depth=2, file=Slow)
    assert [(key, json.loads(text)) for key, text in read] == expected


@pytest.mark.parametrize("file", [io.BytesIO, Slow])
def test_a_cut_document_gives_what_there_is_and_says_so(file):
    data = b'{"x": {"a": [1, 2], "c": 4}, "y": {"a": [3, {"k": 5}, 6'
    members = jsonwalk.values(file(data), lambda key: key == "a", depth=2)
    assert [next(members), next(members)] == [("a", b" [1, 2]"), ("a", b' [3, {"k": 5}, 6')]
    with pytest.raises(UnreadableError, match="cut or damaged"):
        list(members)


@pytest.mark.parametrize(
    "data", [b"", b" ", b"[]", b"null", b"{", b'{"a', b'{"a":', b'{"a": ]}', b"{1: 2}", b'{"a": 1,']
)
def test_what_is_no_sound_object_is_told(data):
    with pytest.raises(UnreadableError, match="cut or damaged"):
        found(data, "b")


def test_a_byte_order_mark_may_stand_before():
    assert found(b'\xef\xbb\xbf {"a":1}', "a") == [("a", b"1")]


def test_a_key_without_end_is_told():
    with pytest.raises(UnreadableError):
        found(b'{"' + b"k" * 5_000_000 + b'": 1}', "a")


class Long(io.RawIOBase):
    """A document with one value of many megabytes, made as it is read."""

    def __init__(self, megabytes):
        super().__init__()
        self._parts = iter([b'{"a": "', *([b"x" * 1_000_000] * megabytes), b'"}'])

    def read(self, _=-1, /):
        return next(self._parts, b"")


def test_what_is_not_wanted_fills_no_memory():
    tracemalloc.start()
    assert list(jsonwalk.values(Long(100), lambda key: key == "b", depth=1)) == []
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_wanted_value_that_is_too_large_is_refused():
    with pytest.raises(UnreadableError, match="larger"):
        list(jsonwalk.values(Long(70), lambda key: key == "a", depth=1))
