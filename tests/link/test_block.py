"""link/block.py: which pairs are worth comparing."""

import random

import pytest

from auditor.link.block import CROWDED, pairs
from tests.builders import fact


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([("username", "inescb59")], [("alias", "Ines C.")]),
        ([("username", "zq"), ("bio_crosslink", "https://x.example/moi")],
         [("username", "k"), ("bio_crosslink", "http://www.x.example/moi/")]),
        ([("email_work", "r.okwuosa-hale@brightmoor.example")], [("full_name", "Rachel Okwuosahale")]),
        ([("email_work", "x@brightmoor.example")], [("employer", "Brightmoor Foods")]),
        ([("third_party_mention", "Gwenaëlle Kerbiriou")], [("colleague", "Gwenaëlle Kerbiriou")]),
        ([("group_membership", "Vert et Noir des Cantons")], [("group_membership", "vert et noir des cantons")]),
        ([("favourite", "Sous la tourbe")], [("favourite", "sous la tourbe")]),
        ([("username", "kervella_80")], [("alias", "Kervran"), ("birth_year", "1980")]),
        ([("geotag", "rue des Tisserands-Bleus, Lille")], [("geotag", "Rue des Tisserands-Bleus, Lille")]),
    ],
)  # fmt: skip
def test_a_pair_with_one_key_in_common_is_found(case, kit, left, right):
    born = [fact("b#owner", "birth_year", each[1], period=(f"{each[1]}-01-01", f"{each[1]}-12-31"))
            if each[0] == "birth_year" else each for each in right]  # fmt: skip
    sides = case({"a#owner": left, "b#owner": born})
    assert list(pairs(sides, kit.tables)) == [("a#owner", "b#owner")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([("alias", "Night Owl")], [("alias", "Zorblax")]),
        ([("phone_mobile", "06 ** ** ** 27")], [("phone_mobile", "06 ** ** ** 27")]),
        ([("geotag", "Lille")], [("home_commune", "Lille")]),
    ],
)
def test_a_pair_with_nothing_to_tell_it_by_is_not(case, kit, left, right):
    assert list(pairs(case({"a#owner": left, "b#owner": right}), kit.tables)) == []


def test_copies_of_a_picture_meet_up_to_six_bits(case, kit):
    chance = random.Random(7)
    for _ in range(200):
        first = chance.getrandbits(64)
        other = first
        for bit in chance.sample(range(64), 6):
            other ^= 1 << bit
        told = {
            f"{n}#owner": [("picture", f"{each:016x}"), ("alias", n)]
            for n, each in (("q", first), ("z", other))
        }
        assert list(pairs(case(told), kit.tables))


def test_a_crowded_key_is_no_key(case, kit):
    told = {f"s{each}#owner": [("employer", "Brightmoor")] for each in range(CROWDED + 1)}
    assert list(pairs(case(told), kit.tables)) == []
