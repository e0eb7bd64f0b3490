"""CAR files that are honest, cut, or made to fill the memory."""

import io

import libipld
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports.car import LARGEST_BLOCK, blocks
from auditor.collect.member import Member
from auditor.collect.unreadable import UnreadableError
from tests.collect.exports.test_bluesky import car, name, number

VALUES = [{"a": 1}, {"b": [1, 2]}, {"c": "é"}]


def read(data: bytes) -> list:
    """The blocks up to a fault."""
    found = []
    try:
        found.extend(each for each in _told(data, found))
    except UnreadableError:
        found.append("fault")
    return found


def _told(data, found):
    for each in blocks(Member("repo.car", lambda: io.BytesIO(data))):
        found.append(each)
    return ()


def test_blocks_come_in_order_as_the_library_reads_them():
    assert read(car(VALUES)) == VALUES
    assert list(libipld.decode_car(car(VALUES))[1].values()) == VALUES


def test_blocks_of_other_codecs_are_passed_over():
    raw = bytes([1, 0x55, 0x12, 32]) + bytes(32) + b"picture"
    old = b"\x12\x20" + bytes(32) + b"old"
    data = car(VALUES) + b"".join(number(len(each)) + each for each in (raw, old))
    assert read(data) == VALUES


@pytest.mark.parametrize("at", [1, 30, 70])
def test_a_cut_is_told_after_what_is_whole(at):
    *whole, last = read(car(VALUES)[:-at])
    assert last == "fault"
    assert whole == VALUES[: len(whole)]


@pytest.mark.parametrize(
    "block",
    [
        number(2**62),
        number(LARGEST_BLOCK + 1) + bytes(100),
        b"\xff" * 12,
        number(0),
        number(41) + name(b"") + b"\x9b" + b"\x7f" * 4,
        number(45) + name(b"") + b"\x9b" + b"\x7f" * 8,
        number(36 + 100_000) + name(b"") + b"\x81" * 100_000,
        number(3) + b"\x01\x71\x12",
    ],
)
def test_hostile_blocks_are_refused(block):
    assert read(car(VALUES) + block) == [*VALUES, "fault"]


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data):
    read(data)
    read(car(VALUES) + data)
