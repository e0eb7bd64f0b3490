"""Which facts a long inventory shows."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.report.choice import CARRIERS, SHOWN, carrying, chosen
from tests.report.conftest import fact

SIZES = st.lists(st.integers(0, 400), min_size=1, max_size=12)


def shelves(sizes):
    return {
        f"k{kind}": [fact(f"{kind}-{at}", "p1#owner", f"k{kind}", str(at)) for at in range(size)]
        for kind, size in enumerate(sizes)
    }


def test_what_carries_something_is_known_by_its_use(report):
    assert carrying(report) == {"f1", "f3", "f4", "f5", "made-1", "p1#owner~p2#loic-t"}


def test_a_short_inventory_is_shown_whole():
    short = shelves([3, 0, 150])
    assert {kind: list(facts) for kind, facts in chosen(short, frozenset()).items()} == short


def test_a_fact_that_carries_something_is_shown_first_and_beyond_the_limit():
    long = shelves([5000])
    carrying = frozenset(f"0-{at}" for at in range(4000, 4500))
    shown = chosen(long, carrying)["k0"]
    assert {each.id for each in shown[:500]} == carrying
    assert len(shown) == 500 + SHOWN


def test_there_is_an_end_even_to_what_carries_something():
    long = shelves([9000])
    assert len(chosen(long, frozenset(each.id for each in long["k0"]))["k0"]) == CARRIERS


@given(SIZES)
def test_small_kinds_are_shown_whole_and_large_ones_alike(sizes):
    found = {kind: len(facts) for kind, facts in chosen(shelves(sizes), frozenset()).items()}
    assert sum(found.values()) == min(sum(sizes), SHOWN) or sum(sizes) > SHOWN - len(sizes)
    cut = [found[f"k{kind}"] for kind, size in enumerate(sizes) if found[f"k{kind}"] < size]
    assert sum(found.values()) <= SHOWN
    assert not cut or max(cut) - min(cut) <= 1
