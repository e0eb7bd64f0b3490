"""All ways to divide a few rows at once give what the search for one part gives."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.link.cohort import moves, small
from auditor.link.partition import best


def weight(groups, pairs, bits):
    of = {each: number for number, group in enumerate(groups) for each in group}
    return sum(b for (one, other), b in zip(pairs, bits, strict=True) if of[one] == of[other])


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(2, small.MOST))
def test_no_division_weighs_more_than_the_one_found(data, size):
    pairs = list(combinations(range(size), 2))
    bits = data.draw(
        st.lists(st.integers(-10, 10), min_size=len(pairs), max_size=len(pairs)).map(tuple)
    )
    (first,) = small.divided(size, np.array([bits], dtype=float)).tolist()
    found = [[at for at in range(size) if first[at] == each] for each in set(first)]
    alone = best(size, dict(zip(pairs, map(float, bits), strict=True)))
    assert weight(found, pairs, bits) == pytest.approx(weight(alone, pairs, bits))
    assert all(first[each] <= each for each in range(size))


def test_what_balances_joins_nobody():
    assert small.divided(2, np.array([[0.0]])).tolist() == [[0, 1]]
    assert small.divided(3, np.array([[9.0, -10.0, 9.0]])).tolist() == [[0, 0, 2]]


@settings(max_examples=40, deadline=None)
@given(st.data(), st.integers(3, 12))
def test_joining_and_moving_leaves_nothing_better_by_one_step(data, size):
    pairs = list(combinations(range(size), 2))
    bits = data.draw(st.lists(st.integers(-9, 9), min_size=len(pairs), max_size=len(pairs)))
    square = np.zeros((2, size, size))
    for (one, other), each in zip(pairs, bits, strict=True):
        square[0, one, other] = square[0, other, one] = each
    first = moves.divided(square)
    assert first[1].tolist() == list(range(size))
    whole = weight_of(square[0], first[0])
    for row in range(size):
        for group in {*first[0].tolist(), size}:
            moved = first[0].copy()
            moved[row] = group
            assert weight_of(square[0], moved) <= whole + moves.EPSILON


def weight_of(square, labels):
    return float((square * (labels[:, None] == labels[None, :])).sum() / 2)


def test_a_pair_that_may_never_be_is_kept_apart_in_a_large_part():
    square = np.full((1, 12, 12), 5.0)
    square[0].ravel()[:: 12 + 1] = 0.0
    square[0, 0, 11] = square[0, 11, 0] = -1e9
    first = moves.divided(square)[0]
    assert first[0] != first[11]
