"""Long arrays of JSON: whole elements, whatever the windows, and a word for what is missing."""

import io
import json
import subprocess
import sys
import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import stream
from auditor.collect.jsonsplit import LARGEST_ELEMENT
from auditor.collect.unreadable import UnreadableError


def read(data, *names, of=object, window=stream.WINDOW, start=stream.WHOLE):
    """The elements and the reasons; None where no array opens."""
    file = io.BytesIO(data)
    array = stream.opened(file.read(start), file, *names)
    if array is None:
        return None
    found = list(stream.elements(array, of, window=window))
    values = [each for batch in found if isinstance(batch, list) for each in batch]
    return values, [str(each) for each in found if isinstance(each, UnreadableError)]


TEXT = st.text(alphabet=st.sampled_from('ab,]}[{":\\ \n\té€😀e1')) | st.text(max_size=8)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
ALIKE = st.fixed_dictionaries({"id": st.integers(), "tags": st.lists(VALUES, max_size=3)})
ARRAYS = st.lists(VALUES, max_size=12) | st.lists(ALIKE, max_size=12)
STYLES = st.fixed_dictionaries(
    {
        "indent": st.sampled_from([None, 0, 2, "\t"]),
        "separators": st.sampled_from([None, (",", ":"), (" , ", " : "), (",\r\n", ": ")]),
        "ensure_ascii": st.booleans(),
    }
)
WINDOWS = st.integers(1, 300)


@given(ARRAYS, STYLES, WINDOWS)
def test_elements_are_those_of_the_standard_library(array, style, window):
    data = json.dumps(array, **style).encode()
    assert read(data, window=window, start=1) == (json.loads(data), [])


@given(ARRAYS, VALUES, st.booleans(), STYLES, WINDOWS)
def test_an_array_under_a_name_is_found_among_others(array, other, last, style, window):
    document = {"items]": other, "x": {"items": [1]}, "items": array}
    data = json.dumps(document | ({"y": other} if last else {}), **style).encode()
    assert read(data, "items", window=window) == (json.loads(data)["items"], [])


@given(ARRAYS, STYLES, WINDOWS, st.data())
def test_a_cut_array_gives_its_whole_elements_and_says_so(array, style, window, data):
    text = json.dumps(array, **style).encode()
    end = data.draw(st.integers(1, len(text) - 1))
    values, reasons = read(text[:end], window=window, start=1)
    assert values == json.loads(text)[: len(values)]
    assert reasons == ["the JSON is cut or damaged"]
    assert read(text[:end], window=1, start=1)[0] == values


@pytest.mark.parametrize("window", [1, 7, 1000])
@pytest.mark.parametrize(
    ("data", "values", "reasons"),
    [
        (b"[]", [], 0),
        (b" [ ] \n", [], 0),
        (b"[1,2]", [1, 2], 0),
        (b"[[],[[]],{}]", [[], [[]], {}], 0),
        (b'["],[", "a\\"],[\\\\"]', ["],[", 'a"],[\\'], 0),
        (b"\xef\xbb\xbf[true]", [True], 0),
        (b'window.YTD.tweets.part0 = [ {"a": 1} ]', [{"a": 1}], 0),
        (b"[1e400]", [float("inf")], 0),
        (b"[1] x", [1], 1),
        (b"[1}", [1], 1),
        (b"[1", [], 1),
        (b'[{"a": 1}', [{"a": 1}], 1),
        (b"[1,]", [1], 1),
        (b"[1,,2]", [1, 2], 1),
        (b'[1,NaN,"\\ud800",2]', [1, 2], 1),
        (b'[1,"\xff",2]', [1, 2], 1),
        (b"[1,01,2]", [1, 2], 1),
        (b"[1,-,2]", [1, 2], 1),
        (b'[{"a":1},{"a":2},{"a":tru},{"a":4}]', [{"a": 1}, {"a": 2}, {"a": 4}], 1),
        (b'[{"a":"b"},{"a":"c"},{"a":"d"d"},{"a":"e"}]', [{"a": "b"}, {"a": "c"}, {"a": "e"}], 1),
        (b'[{"a":[1]},{"a":[2]},{"a":[3},{"a":[4]}]', [{"a": [1]}, {"a": [2]}, {"a": [4]}], 1),
    ],
)
def test_shapes_and_damages(data, values, reasons, window):
    found = read(data, window=window)
    assert (found[0], len(found[1])) == (values, reasons)


@pytest.mark.parametrize("data", [b"", b"{}", b"1", b'{"a": [1]}', b"window.x = 1", b"nonsense"])
def test_what_opens_no_array_is_told(data):
    assert read(data) is None
    assert read(data, "items") is None


def test_the_head_is_told_before_the_elements():
    file = io.BytesIO(b'{"type": "OrderedCollection", "orderedItems": [1], "x": 2}')
    array = stream.opened(file.read(50), file, "orderedItems")
    assert array.before() == {"type": "OrderedCollection", "orderedItems": []}


class Note(msgspec.Struct):
    """A shape."""

    text: str


def test_elements_of_another_shape_come_as_plain_values():
    found = read(b'[{"text":"a"},{"text":1},7,{"text":"b","x":NaN},{"text":"c","x":[]}]', of=Note)
    assert found[0] == [Note("a"), {"text": 1}, 7, Note("c")]


def test_a_large_element_is_passed_over_and_those_around_it_are_not():
    large = [{"a": "x" * (LARGEST_ELEMENT + 1)}, {"a": ["],\\", "\\"] * 300_000}]
    data = json.dumps([1, {"a": 2}, large[0], {"a": 3}, large[1], {"a": 4}]).encode()
    for window in (10_000, stream.WINDOW, 10_000_000):
        values, reasons = read(data, window=window, start=100)
        assert values == [1, {"a": 2}, {"a": 3}, {"a": 4}]
        assert reasons == ["2 items larger than 1 MB are left out"]


def test_a_file_that_breaks_gives_what_came_before(monkeypatch):
    class Broken(io.BytesIO):
        def read(self, size=-1):
            raise UnreadableError("the file is damaged", "mend it")

    array = stream.opened(b'[{"a":1},{"a":2},{"a"', Broken())
    batch, fault = stream.elements(array)
    assert (batch, str(fault)) == ([{"a": 1}, {"a": 2}], "the file is damaged")
    monkeypatch.setattr(stream, "LARGEST_TOTAL", 30)
    assert read(b"[1,2," + b"3," * 30 + b"4]", window=10, start=5)[1] == [
        "the JSON is larger than 20 GB"
    ]


class Endless(io.RawIOBase):
    """A file of as many megabytes of one text, never held whole."""

    def __init__(self, before, text, megabytes):
        self.block = (text * (1_000_000 // len(text) + 1))[:1_000_000]
        self.left, self.before = megabytes * 4, before

    def read(self, size=-1):
        if self.before:
            found, self.before = self.before, b""
            return found
        self.left -= 1
        return self.block[:250_000] if self.left >= 0 else b""


HOSTILE = [
    (b"[", b"["),
    (b"[", b'{"a":'),
    (b"[", b"1"),
    (b'["', b"x"),
    (b'["', b"\\"),
    (b"[", b'"a'),
    (b"[", b" "),
    (b"[", b","),
    (b"[", b"01,"),
    (b"[", b"1,"),
    (b'[{"a":1},{"a":2}', b',{"b": NaN}'),
    (b"[", b"]"),
    (b"[", b"t"),
    (b'[{"a":1},{"a":2},', b'{"a":['),
    (b'[{"a":1},{"a":2},', b'"},{"a"'),
    (b'[{"a":1},{"a":2},', b'{"a":"},{"},{"a":{"x},{"a":1'),
]


@pytest.mark.parametrize(("before", "text"), HOSTILE)
def test_hostile_files_end_soon(before, text):
    file, started = Endless(before, text, 100), time.process_time()
    for _ in stream.elements(stream.opened(file.read(1), file)):
        pass
    assert time.process_time() - started < 10


def test_hostile_files_fill_no_memory():
    program = (
        "import resource, sys\n"
        "from tests.collect.test_stream import HOSTILE, Endless, stream\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = peak()\n"
        "for case in HOSTILE:\n"
        "    file = Endless(*case, 30)\n"
        "    for _ in stream.elements(stream.opened(file.read(1), file)): pass\n"
        "sys.exit(peak() - before > 100_000)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    "element",
    [b"[" * 100_000 + b"]" * 100_000, b"1" + b"0" * 4301, b'{"a":' * 9000 + b"1" + b"}" * 9000],
)
def test_a_hostile_element_costs_itself(element):
    values, reasons = read(b"[1," + element + b",2]")
    assert values == [1, 2]
    assert reasons == ["1 damaged items are left out"]


def test_members_come_with_the_text_of_their_values():
    data = b'\xef\xbb\xbf{"a": {"b": [1, "}"]}, "\\u00e9": null ,"c":3}'
    assert [(key, text.strip()) for key, text in stream.members(data)] == [
        ("a", b'{"b": [1, "}"]}'),
        ("\u00e9", b"null"),
        ("c", b"3"),
    ]


@pytest.mark.parametrize("data", [b"{}", b" { } "])
def test_an_empty_object_has_no_members(data):
    assert list(stream.members(data)) == []


@pytest.mark.parametrize("data", [b'{"a": 1, "b": [2', b'{"a": 1,', b'{"a": 1', b'{"a": 1, 2}'])
def test_a_cut_object_gives_its_whole_members_and_says_so(data):
    members = stream.members(data)
    assert next(members)[0] == "a"
    with pytest.raises(UnreadableError, match="cut or damaged"):
        list(members)


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"{", b"{]"])
def test_what_is_no_object_is_told(data):
    with pytest.raises(UnreadableError):
        list(stream.members(data))


@given(st.dictionaries(st.text(max_size=5), ARRAYS, max_size=4))
def test_members_are_those_of_the_standard_library(value):
    found = {key: json.loads(text) for key, text in stream.members(json.dumps(value).encode())}
    assert found == value
