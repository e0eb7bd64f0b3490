"""Hostile inputs: named or read, in bounded time and memory, and the rest audited; nothing is let out."""

from dataclasses import replace

import pytest

from tests.hostile import texts
from tests.hostile.auditing import audited, faults_of
from tests.hostile.measure import faults, tried
from tests.hostile.table import ROWS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_an_input_is_read_or_refused_as_the_table_has_it(row, tmp_path):
    assert faults(row, tried(row, tmp_path)) == []


@pytest.mark.parametrize("row", texts.ROWS, ids=lambda row: row.name)
def test_beside_an_input_the_rest_is_audited(row, tmp_path):
    assert faults_of(audited(row, tmp_path)) == []


def test_a_row_that_is_wrong_is_told(tmp_path):
    """The table can fail: the same input, expected to end otherwise."""
    row = next(each for each in ROWS if each.name == "zip: empty")
    trial = tried(row, tmp_path)
    assert faults(row, trial) == []
    assert len(faults(replace(row, refused="encrypted", reads=("Relieuse",)), trial)) == 2
    assert faults(replace(row, refused=""), trial)
