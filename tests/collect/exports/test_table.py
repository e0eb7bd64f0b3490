"""CSV of exports: late headers, doubled headers, French ones."""

import io

import pytest

from auditor.collect.exports import table
from auditor.collect.layout import layout
from auditor.collect.unreadable import UnreadableError

COLUMNS = layout("linkedin").column()
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
