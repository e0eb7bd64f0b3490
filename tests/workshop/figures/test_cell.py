"""What may be told of a count: every word stands for five counts or more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.workshop.figures.cell import LEAST, SMALLEST_TOLD, Told, cell, close, later

SIZES = range(LEAST, 41)


@pytest.mark.parametrize(
    ("people", "size", "told"),
    [
        (9, 14, Told.COUNT),
        (0, 14, Told.FEW),
        (4, 14, Told.FEW),
        (10, 14, Told.NEARLY),
        (14, 14, Told.NEARLY),
        (4, 9, Told.FEW),
        (5, 9, Told.NEARLY),
        (5, 10, Told.COUNT),
        (5, 5, Told.NOTHING),
        (0, 8, Told.NOTHING),
    ],
)
def test_a_count_is_told_where_it_and_its_complement_are_five(people, size, told):
    found = cell(people, size)
    assert found.told is told
    assert found.people == (people if told is Told.COUNT else None)


@pytest.mark.parametrize("size", SIZES)
def test_a_word_leaves_five_counts_open_and_a_number_is_five_at_least(size):
    meant = {}
    for people in range(size + 1):
        found = cell(people, size)
        meant.setdefault((found.told, found.people), []).append(people)
        assert found.least <= people <= found.most
    for (told, shown), counts in meant.items():
        if told is Told.COUNT:
            assert LEAST <= shown <= size - LEAST
        else:
            assert len(counts) >= LEAST, "nobody could be sure of fewer than five counts"


@pytest.mark.parametrize("size", range(SMALLEST_TOLD, 31))
@pytest.mark.parametrize("joined", [0, 1])
def test_whoever_comes_leaves_or_mends_alone_is_not_told(size, joined):
    """All others being as they were, the second time says the same whether this one person has the risk or not."""
    for people in range(size):
        without = later((people, size), (people, size + joined))
        with_it = later((people, size), (people + 1, size + joined))
        assert without == with_it


@given(st.integers(9, 40), st.integers(9, 40), st.data())
def test_a_second_count_differs_by_five_or_is_not_told(size_then, size, data):
    then = data.draw(st.integers(0, size_then))
    people = data.draw(st.integers(0, size))
    found = later((then, size_then), (people, size))
    assert found.least <= people <= found.most
    if found.told is Told.COUNT:
        assert found.people == people
        assert abs(people - then) >= LEAST
        assert abs((size - people) - (size_then - then)) >= LEAST


@given(st.integers(5, 30), st.integers(0, 4))
def test_a_count_near_a_wider_one_stays_open(wider, less):
    found = close(wider)
    assert found.people is None
    assert found.least <= wider - less <= found.most
    assert found.most - found.least >= LEAST - 1
