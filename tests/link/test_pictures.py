"""link/compare/pictures.py: the same picture on two accounts."""

import pytest

from auditor.link.block import pairs
from auditor.link.compare.pictures import picture

SAME, OTHER = "00000000000000ff", "ffffffff00000000"


@pytest.mark.parametrize(
    ("right", "level"),
    [([("picture", SAME)], "same"), ([("picture", OTHER)], None), ([], None)],
)
def test_the_same_picture(case, kit, right, level):
    told = {
        "a#owner": [("picture", OTHER[::-1]), ("picture", SAME)],
        "b#owner": [*right, ("alias", "x")],
    }
    sides = case(told)
    found = picture(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)
    assert (found and found.level) == level
    assert found is None or (found.bits < 12, found.identifier) == (True, False)


def test_two_records_with_nothing_else_in_common_are_compared(case, kit):
    told = {f"{name}#owner": [("picture", SAME), ("alias", name)] for name in ("loup", "mouette")}
    assert list(pairs(case(told), kit.tables)) == [("loup#owner", "mouette#owner")]


def test_a_picture_alone_never_joins(kit):
    prior = kit.weights.prior
    assert prior + kit.weights.bits("picture", "same") < 0


@pytest.mark.parametrize(
    ("other", "level"),
    [
        ("00000000000000f0", "same"),  # four bits
        ("0000000000000fe0", "variant"),  # nine
        ("00000000000fffff", None),  # twelve
        ("no hash", None),
    ],
)
def test_copies_are_told_by_the_bits_in_which_they_differ(case, kit, other, level):
    sides = case({"a#owner": [("picture", SAME)], "b#owner": [("picture", other)]})
    found = picture(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)
    assert (found and found.level) == level
