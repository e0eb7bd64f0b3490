"""Hostile inputs: named or read, in bounded time and memory, and the rest audited; nothing is let out."""

from dataclasses import replace

import pytest

from tests.hostile import texts
from tests.hostile.auditing import Audited, alone, audited, faults_of
from tests.hostile.measure import SECONDS, faults, tried
from tests.hostile.table import ROWS


@pytest.fixture(scope="module")
def usual(tmp_path_factory) -> Audited:
    return alone(tmp_path_factory.mktemp("alone"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_an_input_is_read_or_refused_as_the_table_has_it(row, tmp_path):
    assert faults(row, tried(row, tmp_path)) == []


@pytest.mark.parametrize("row", texts.ROWS, ids=lambda row: row.name)
def test_beside_an_input_the_rest_is_audited(row, usual, tmp_path):
    assert faults_of(audited(row, tmp_path), usual) == []


def test_an_audit_that_is_not_as_it_must_be_is_told(usual):
    """The gauge can fail: an audit that took too long beside the page alone, one that ended badly."""
    slow = replace(usual.measured, cpu=usual.measured.cpu + SECONDS + 1)
    assert "11.0 s of the processor" in faults_of(replace(usual, measured=slow), usual)
    ended = replace(usual.measured, code=2)
    assert faults_of(replace(usual, measured=ended), usual) == ["ended with 2"]


def test_a_row_that_is_wrong_is_told(tmp_path):
    """The table can fail: the same input, expected to end otherwise."""
    row = next(each for each in ROWS if each.name == "zip: empty")
    trial = tried(row, tmp_path)
    assert faults(row, trial) == []
    assert len(faults(replace(row, refused="encrypted", reads=("Relieuse",)), trial)) == 2
    assert faults(replace(row, refused=""), trial)
