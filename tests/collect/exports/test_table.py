"""CSV of exports: late headers, doubled headers, French ones."""

import pytest

from auditor.collect.exports.table import rows
from auditor.collect.unreadable import UnreadableError

PREAMBLE = 'Notes:\n"When exporting your data, some may be missing."\n\n'


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
            [{"first_name": "Odile", "last_name": "P"}],
        ),
        ("First Name,Last Name\nOdile\n\n,,,\n", [{"first_name": "Odile"}]),
        ("First Name,Last Name\n", []),
    ],
)
def test_rows_are_read_below_their_header(text, expected):
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert list(rows(text.encode(encoding), "x.csv")) == expected


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
        list(rows(data, "x.csv"))
    assert reason in str(caught.value)
