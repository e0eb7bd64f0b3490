"""CSV of exports: late headers, doubled headers, French ones."""

import io

import pytest

from auditor.collect.exports import table
from auditor.collect.layout import layout
from auditor.collect.unreadable import UnreadableError

COLUMNS = layout("linkedin").column
PREAMBLE = 'Notes:\n"When exporting your data, some may be missing."\n\n'


def rows(data: bytes):
    return table.rows(io.BytesIO(data), COLUMNS, "x.csv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First Name,Last Name\nOdile,P\n", [{"first_name": "Odile", "last_name": "P"}]),
        (PREAMBLE + "First Name,Last Name\nOdile,P\n", [{"first_name": "Odile", "last_name": "P"}]),
        ("Prénom,Nom\nOdile,P\n", [{"first_name": "Odile", "last_name": "P"}]),
        ("Number\n123\n", [{"number": "123"}]),
        (
            'First Name,Summary\nOdile,"One.\n\nTwo."\n',
            [{"first_name": "Odile", "summary": "One.\n\nTwo."}],
        ),
        (
            "Company Names,First Name,First Name,Last Name\na,Odile,Second,P\n",
            [{"Company Names": "a", "first_name": "Odile", "last_name": "P"}],
        ),
        ("First Name,Last Name\nOdile\n\n,,,\n", [{"first_name": "Odile"}]),
        ("First Name,Last Name\n", []),
    ],
)
def test_rows_are_read_below_their_header(text, expected):
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert list(rows(text.encode(encoding))) == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no column"),
        (b"a,b\n1,2\n", "no column"),
        (b"First Name,Last Name\nA\x00,B", "no table"),
        (b"First Name,Last Name\n" + b"x" * 1_000_001, "damaged"),
    ],
)
def test_what_is_no_table_says_why(data, reason):
    with pytest.raises(UnreadableError) as caught:
        list(rows(data))
    assert reason in str(caught.value)


def test_a_cut_table_gives_its_whole_rows_and_says_so():
    data = b"First Name,Last Name\nOdile,P\nFirmin,E\nBas"
    found = rows(data)
    assert [next(found)["first_name"], next(found)["first_name"]] == ["Odile", "Firmin"]
    with pytest.raises(UnreadableError) as caught:
        next(found)
    assert "cut" in str(caught.value)


@pytest.mark.parametrize("end", [b"", b"\n", b"\n\n"])
def test_a_whole_table_is_not_called_cut(end):
    assert len(list(rows(b"First Name,Last Name\nOdile,P\nFirmin,E" + end))) == 2
    assert len(list(rows(b"First Name,Last Name\nOdile\nFirmin" + end))) == 2


class Endless(io.RawIOBase):
    """A file of two gigabytes that repeats itself, after a header."""

    def __init__(self, part: bytes) -> None:
        self._data = b"First Name,Last Name\n"
        self._part = part * (65_536 // len(part))
        self.given = 0

    def read(self, size: int = -1, /) -> bytes:
        data, self._data = (self._data or self._part)[:size], b""
        self.given += len(data)
        return data if self.given < 2_000_000_000 else b""


@pytest.mark.parametrize("part", [b"x", b'"\n",', b"x,"])
def test_a_record_without_end_is_given_up_early(part):
    file = Endless(part)
    with pytest.raises(UnreadableError) as caught:
        list(table.rows(file, COLUMNS, "x.csv"))
    assert "damaged" in str(caught.value)
    assert file.given < 20_000_000


def test_a_table_of_a_million_columns_has_no_header():
    head = ",".join(f"c{n}" for n in range(1_000_000))
    with pytest.raises(UnreadableError) as caught:
        list(rows(f"First Name,Last Name,{head},c5\nOdile,P\n".encode()))
    assert "no column" in str(caught.value)


def test_every_row_before_a_fault_is_given():
    taken = rows(b"First Name,Last Name\nOdile,P\nNora,Q\n" + b"x" * 1_000_001)
    assert [next(taken)["first_name"], next(taken)["first_name"]] == ["Odile", "Nora"]
