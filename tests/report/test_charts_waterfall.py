"""The bars of a join add up, on either scale."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.report.charts.waterfall import chance, fall, scale

BITS = st.floats(-60, 60).map(lambda bits: round(bits, 2))


@pytest.mark.parametrize(
    ("bits", "likely"), [(0, 0.5), (1, 2 / 3), (10, 1024 / 1025), (-10, 1 / 1025)]
)
def test_a_bit_doubles_the_odds(bits, likely):
    assert math.isclose(chance(bits), likely)


@pytest.mark.parametrize("bits", [math.inf, -math.inf, 1e9, -1e9])
def test_no_weight_is_too_large_for_a_chance(bits):
    assert 0 <= chance(bits) <= 1


def test_what_the_total_lacks_stands_before_the_clues():
    drawn = fall((9.5, 9.0, -3.0), 14.25)
    assert drawn.before == -1.25
    assert drawn.first.end == drawn.bars[0].start
    assert drawn.bars[2].end < drawn.bars[1].end
    assert math.isclose(drawn.bars[2].end, drawn.total.end, abs_tol=0.02)


@given(st.lists(BITS, max_size=8), BITS)
def test_each_bar_begins_where_the_last_one_ended(added, total):
    drawn = fall(added, total)
    edges = [drawn.first, *drawn.bars]
    for before, after in pairwise(edges):
        near = min(abs(before.end - after.start), abs(before.end - (after.start + after.width)))
        assert near < 0.05
    assert abs(edges[-1].end - drawn.total.end) < 0.1
    for bar in (*edges, drawn.total):
        assert 0 <= bar.start <= bar.start + bar.width <= 100.01


@given(st.lists(BITS, min_size=1, max_size=8))
def test_the_marks_of_a_scale_stand_apart_and_one_is_nought(reached):
    marks = scale(reached).marks
    assert 0 in [each.bits for each in marks]
    assert all(after.at - before.at >= 23 for before, after in pairwise(marks))
