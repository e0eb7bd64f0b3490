"""link/comparisons.py: what holds of every comparison."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.link.comparisons import COMPARISONS, READS, silent
from tests.builders import fact

TOLD = {
    "first_name": ["Inès", "Marc"],
    "full_name": ["Inès Castelbourg", "Rachel Okwuosa-Hale"],
    "username": ["ines.castelb", "zq_84"],
    "email_work": ["r.okwuosa-hale@brightmoor.example", "contact@brightmoor.example"],
    "phone_mobile": ["+33639984127", "06 ** ** ** 27"],
    "employer": ["Brightmoor Foods", "Hôpital Sainte-Alba"],
    "job_title": ["infirmiere", "novelist"],
    "home_commune": ["Lille", "Bretagne"],
    "birth_place": ["Nantes", "Rezé"],
    "geotag": ["rue des Tisserands-Bleus, Lille", "Banff"],
    "routine": ["7h15", "19h"],
    "group_membership": ["Vert et Noir des Cantons", "service 3b"],
    "favourite": ["Sous la tourbe", "Titanic"],
    "picture": ["00000000000000ff", "no hash"],
    "account_created": ["2022-11-06", "2022"],
    "language": ["br", "fr"],
    "pet_name": ["Poutine", "Rex"],
    "relative": ["Comfort Okwuosa", "Enzo"],
    "bio_crosslink": ["https://x.example/moi", "http://[bad"],
    "activity": ["bass", "running"],
}
KINDS = st.sampled_from(sorted(TOLD))
SIDE = st.lists(st.tuples(KINDS, st.integers(0, 1)), max_size=6, unique=True)


def told(record, chosen):
    return [fact(record, kind, TOLD[kind][at], on="2025-02-04") for kind, at in chosen]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(SIDE, SIDE)
def test_a_comparison_says_the_same_from_either_side(case, kit, left, right):
    sides = case({
        "a#owner": [("alias", "zz"), *told("a#owner", left)],
        "b#owner": [("alias", "yy"), *told("b#owner", right)],
    })  # fmt: skip
    one, other = sides["a#owner"], sides["b#owner"]
    nothing = silent(one) | silent(other)
    for name, compare in COMPARISONS.items():
        found = compare(one, other, kit.weights, kit.tables)
        turned = compare(other, one, kit.weights, kit.tables)
        assert (found and (found.level, found.bits)) == (turned and (turned.level, turned.bits)), (
            name
        )
        assert found is None or name not in nothing
        assert found is None or found.level in kit.weights.comparisons[name]


@pytest.mark.parametrize("name", COMPARISONS)
def test_a_side_that_says_nothing_agrees_and_disagrees_with_nobody(case, kit, name):
    full = [each for kind in TOLD for each in told("a#owner", [(kind, 0)])]
    sides = case({"a#owner": full, "b#owner": [("valuables", "x")]})
    assert COMPARISONS[name](*sides.values(), kit.weights, kit.tables) is None


def test_every_comparison_that_says_what_it_reads_is_one_of_ours():
    assert set(READS) <= set(COMPARISONS)
