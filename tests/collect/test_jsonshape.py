"""Elements decode to their type, else to plain values, else they are counted."""

import msgspec
import pytest

from auditor.collect.jsonshape import MOST_DAMAGED, Shape


class Note(msgspec.Struct):
    """A shape."""

    text: str


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", []),
        (b'{"text":"a"},{"text":"b","x":[1]}', [Note("a"), Note("b")]),
        (b'{"text":"a"},{"text":null},3', [Note("a"), {"text": None}, 3]),
        (b'{"text":"a"},{"text":', None),
        (b'{"text":"a"}],[3', None),
        (b'{"text":1}],[3', None),
        (b'{"text":"\xff"}', None),
        (b'{"text":' + b"[" * 5000 + b"]" * 5000 + b"}", None),
    ],
)
def test_a_batch_is_whole_or_none(data, found):
    assert Shape(Note).batch(data) == found


def test_elements_one_by_one_cost_themselves():
    shape = Shape(Note)
    pieces = [
        b'{"text":"a"}',
        b"NaN",
        b'"\\ud800"',
        b"1e400",
        b"\xff",
        b"[",
        b"1" + b"0" * 4301,
        b"7",
    ]
    assert shape.each(pieces) == [Note("a"), float("inf"), 7]
    assert shape.damaged == 5


def test_a_hopeless_file_is_given_up():
    shape = Shape(Note)
    assert shape.each([b"x"] * (MOST_DAMAGED + 10) + [b"1"]) == []
    assert shape.damaged == MOST_DAMAGED + 1


def test_elements_of_another_shape_are_counted():
    shape = Shape(Note)
    assert shape.each([b"1", b'{"text": "a"}', b"2"]) == [1, Note("a"), 2]
    assert shape.odd == 2
