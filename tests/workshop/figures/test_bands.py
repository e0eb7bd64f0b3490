"""The bands of a dial: none holds fewer than five, and none that is left out can be computed."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.workshop.figures.bands import Band, bands, gives_away, later_bands, whole
from auditor.workshop.figures.cell import LEAST, Cell, Told

SPREAD = st.lists(st.integers(0, 12), min_size=5, max_size=5)


def compositions(total, parts):
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, parts - 1):
            yield (first, *rest)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((9, 0, 5, 0, 0), [(0, 0, 9), (1, 4, 5)]),
        ((3, 3, 3, 3, 2), [(0, 1, 6), (2, 4, 8)]),
        ((14, 0, 0, 0, 0), [(0, 4, 14)]),
        ((5, 4, 0, 0, 0), [(0, 4, 9)]),
        ((0, 0, 0, 0, 10), [(0, 4, 10)]),
        ((5, 5, 5, 5, 5), [(at, at, 5) for at in range(5)]),
    ],
)
def test_neighbours_are_merged_until_a_band_holds_five(counts, expected):
    assert [(each.first, each.last, each.people) for each in bands(counts)] == expected


@given(SPREAD)
def test_bands_follow_one_another_and_hold_everybody(counts):
    found = bands(counts)
    assert [each.first for each in found] == [0, *(each.last + 1 for each in found[:-1])]
    assert found[-1].last == 4
    assert sum(each.people for each in found) == sum(counts)
    if len(found) > 1:
        assert min(each.people for each in found) >= LEAST


@pytest.mark.parametrize("size", range(LEAST, 21))
def test_a_grade_that_is_not_told_may_be_had_by_five_different_counts(size):
    """Whoever knows how bands are made tries every spread that gives them: all of them, for every group."""
    spreads = defaultdict(list)
    for counts in compositions(size, 5):
        spreads[bands(counts)].append(counts)
    for found, possible in spreads.items():
        told = {each.first for each in found if each.first == each.last}
        for grade in set(range(5)) - told:
            assert len({each[grade] for each in possible}) >= LEAST


@given(SPREAD, st.integers(0, 4))
def test_one_person_more_changes_no_later_band(before, grade):
    now = [each + (at == grade) for at, each in enumerate(before)]
    assert len(later_bands(before, now)) == 1


@given(SPREAD, SPREAD)
def test_later_bands_differ_by_five_in_each(before, now):
    found = later_bands(before, now)
    for each in found if len(found) > 1 else ():
        then = sum(before[each.first : each.last + 1])
        assert each.people >= LEAST
        assert then >= LEAST
        assert abs(each.people - then) >= LEAST


def untold(most=4):
    return Cell(told=Told.FEW, people=None, least=0, most=most)


@pytest.mark.parametrize(
    ("rules", "gives"),
    [
        ((untold(), untold()), True),  # eight have a risk, four at most each: four each
        ((untold(), untold(), untold()), False),
        ((Cell(told=Told.COUNT, people=8, least=8, most=8), untold()), False),
        ((Cell(told=Told.COUNT, people=8, least=8, most=8),), False),
    ],
)
def test_bands_that_would_tell_an_untold_risk_are_noticed(rules, gives):
    found = (Band(first=0, last=0, people=6), Band(first=1, last=4, people=8))
    named = {str(at): each for at, each in enumerate(rules)}
    assert gives_away(found, (0, 1, 1, 2, 3), named) is gives


def test_a_single_band_tells_nothing():
    assert whole([3, 4, 5, 0, 0]) == (Band(first=0, last=4, people=12),)
    assert not gives_away(whole([0, 0, 0, 0, 12]), (0, 1, 1, 2, 3), {"one": untold()})
