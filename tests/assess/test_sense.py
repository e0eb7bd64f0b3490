"""assess/sense.py"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.assess.match import satisfied, sheaf
from auditor.assess.sense import DEEPEST, MOST, holds, senseless
from auditor.model.rule import Need
from auditor.model.visibility import Visibility
from tests.assess.conftest import made_fact

A, B = Need(kind="employer"), Need(kind="school")
SEEN = Need(kind="employer", visible_to=Visibility.MEMBERS)
WIDER = Need(kind="employer", visible_to=Visibility.INDEXED)
TWO = Need(kind="employer", visible_to=Visibility.MEMBERS, count=2)


@pytest.mark.parametrize(
    ("given_", "asked", "expected"),
    [
        (A, A, True),
        (A, B, False),
        (WIDER, SEEN, True),
        (SEEN, WIDER, False),
        (SEEN, A, True),
        (A, SEEN, False),
        (TWO, SEEN, True),
        (SEEN, TWO, False),
        (Need(all=(A, B)), A, True),
        (Need(any=(A, B)), A, False),
        (Need(any=(SEEN, WIDER)), A, True),
        (A, Need(any=(A, B)), True),
        (A, Need(all=(A, B)), False),
        (Need(all=(B, A)), Need(all=(A, B)), True),
        (Need(any=(A, B)), Need(any=(B, A)), True),
        (Need(all=(Need(any=(A, B)), SEEN)), Need(any=(A, B)), True),
        (Need(none=(A,)), Need(none=(A,)), True),
        (Need(none=(A,)), A, False),
        (A, Need(none=(B,)), False),
    ],
)
def test_what_holds_wherever_another_does(given_, asked, expected):
    assert holds(given_, asked) is expected


@pytest.mark.parametrize(
    ("need", "places"),
    [
        (Need(all=(SEEN, B)), []),
        (Need(all=(SEEN, Need(none=(B,)))), []),
        (Need(any=(Need(all=(SEEN, Need(none=(WIDER,)))), B)), []),
        (Need(none=(B,)), ["needs"]),
        (Need(all=(Need(none=(B,)),)), ["needs"]),
        (Need(any=(A, Need(none=(B,)))), ["needs"]),
        (Need(all=(SEEN, Need(none=(A,)))), ["needs.all.1.none.0"]),
        (Need(all=(WIDER, Need(any=(B, Need(all=(B, Need(none=(SEEN,)))))))), ["needs.all.1.any.1", "needs.all.1.any.1.all.1.none.0"]),
        (Need(all=(SEEN, A)), ["needs.all.1"]),
        (Need(all=(SEEN, SEEN)), ["needs.all.1"]),
        (Need(any=(A, WIDER)), ["needs.any.1"]),
        (Need(any=(WIDER, A)), ["needs.any.0"]),
        (Need(any=(B, B, B)), ["needs.any.1", "needs.any.2"]),
    ],
)  # fmt: skip
def test_what_says_nothing_is_told_with_its_place(need, places):
    found = [".".join(map(str, place)) for place, _ in senseless(need, ("needs",))]
    assert sorted(found) == places


def nested(depth):
    need = A
    for _ in range(depth - 1):
        need = Need(all=(need, B))
    return need


@pytest.mark.parametrize(
    "need", [Need(any=(A,) * MOST), nested(DEEPEST + 1), nested(900), Need(any=(B,) * 100_000)]
)
def test_too_many_conditions_are_refused_before_they_are_compared(need):
    ((place, what),) = senseless(need, ("needs",))
    assert place == ("needs",)
    assert "make several rules of it" in what


def test_as_many_as_may_be_are_compared():
    kinds = [Need(kind=f"k{each}") for each in range(MOST - 1)]
    assert list(senseless(Need(any=tuple(kinds)), ("needs",))) == []


LEAVES = st.builds(
    Need,
    kind=st.sampled_from(["employer", "school"]),
    visible_to=st.sampled_from([None, Visibility.CONTACTS, Visibility.ANYONE]),
    count=st.integers(1, 2),
)
NEEDS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        *(
            st.builds(Need, **{name: st.lists(inner, min_size=1, max_size=3).map(tuple)})
            for name in ("all", "any", "none")
        )
    ),
    max_leaves=6,
)
FACTS = st.lists(
    st.builds(
        lambda kind, value, visibility: (kind, value, visibility),
        st.sampled_from(["employer", "school"]),
        st.sampled_from("ab"),
        st.sampled_from(list(Visibility)),
    ),
    max_size=5,
)


def made(seen):
    facts = enumerate(seen)
    return sheaf(
        made_fact(kind, value, visibility=at, id=f"f{n}") for n, (kind, value, at) in facts
    )


@given(NEEDS, NEEDS, FACTS)
def test_whatever_is_said_to_hold_does(given_, asked, seen):
    if holds(given_, asked) and satisfied(given_, made(seen)) is not None:
        assert satisfied(asked, made(seen)) is not None


@given(NEEDS, NEEDS, FACTS)
def test_a_rule_that_is_said_never_to_fire_never_does(given_, asked, seen):
    rule = Need(all=(given_, Need(none=(asked,))))
    if ("all", 1, "none", 0) in {place for place, _ in senseless(rule, ())}:
        assert satisfied(rule, made(seen)) is None
