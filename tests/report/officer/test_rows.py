"""Row numbers as people read them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.report.officer.rows import STRETCHES, written
from auditor.report.words import Words

EN = Words(language="en")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((), ""),
        ((2,), "2"),
        ((2, 3), "2, 3"),
        ((2, 3, 4), "2–4"),
        ((2, 3, 4, 9, 11, 12, 13), "2–4, 9, 11–13"),
        (tuple(range(2, 100_002)), "2–100001"),
    ],
)
def test_stretches(rows, told):
    assert written(EN, rows) == told


def test_many_stretches_are_cut_and_the_rest_is_counted():
    told = written(EN, tuple(range(2, 202, 2)))
    assert told.startswith("2, 4, 6, ")
    assert told.endswith(f"… and {100 - STRETCHES} rows more")


@given(st.sets(st.integers(2, 10_000), min_size=1, max_size=60))
def test_what_is_written_and_what_is_counted_are_all_the_rows(rows):
    told = written(EN, tuple(sorted(rows)))
    shown, _, rest = told.partition(" … ")
    found = set()
    for low, high in re.findall(r"(\d+)(?:–(\d+))?", shown):
        found |= set(range(int(low), int(high or low) + 1))
    assert found <= rows
    more = re.search(r"(one|\d+) row", rest.replace(",", ""))
    left = 0 if more is None else 1 if more[1] == "one" else int(more[1])
    assert len(found) + left == len(rows)
