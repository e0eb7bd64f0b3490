"""Elements are told apart exactly, window after window."""

import pytest

from auditor.collect.jsonsplit import Split


def split(*windows):
    found = Split()
    pieces = []
    for window in windows:
        found.feed(window)
        pieces += found.pieces()
    return found, pieces


def test_pieces_come_as_they_end():
    found, pieces = split(b'{"a": 1}, {"a"', b": 2},", b' {"a": 3}', b" ] tail")
    assert pieces == [b'{"a": 1}', b' {"a": 2}', b' {"a": 3} ']
    assert (found.closed, found.data, found.separator) == (True, b"] tail", b'}, {"a": ')


@pytest.mark.parametrize(
    ("data", "rest"),
    [
        (b'1,{"a":2}', [b'{"a":2}']),
        (b'1,{"a":2', []),
        (b'1,"ab"', [b'"ab"']),
        (b"1,23", []),
        (b"1,2]", []),
    ],
)
def test_the_last_element_of_a_cut_file_is_kept_where_it_is_whole(data, rest):
    found, pieces = split(data)
    assert pieces[0] == b"1"
    assert found.rest() == rest


def test_what_was_read_otherwise_is_taken_away():
    found, _ = split(b'{"a":1},{"a":2},{"a":3},{"a"')
    assert found.separator == b'},{"a":'
    found, _ = split(b'{"a":1},{"a":2},')
    found.feed(b'{"a":3},{"a":4},{"a"')
    assert found.ready
    found.cut(found.data.rindex(found.separator[:2]))
    assert found.data == b'{"a"'


def test_a_damaged_element_ends_where_the_next_one_is_known():
    found, pieces = split(b'{"a":1},{"a":2},{"a":"b"c}', b"]]", b',{"a":3},{"a"', b":4}]")
    assert pieces == [b'{"a":1}', b'{"a":2}', b'{"a":4}']
    assert (found.damaged, found.closed) == (1, True)
