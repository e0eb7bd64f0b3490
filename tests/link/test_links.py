"""link/compare/links.py: which links say “this is mine too”, and which an admirer gives."""

from dataclasses import replace

import pytest

from auditor.link.compare.links import address, declared
from auditor.link.judge import judge
from auditor.model.link import Judgement
from tests.builders import fact

A, B = "https://insta.example/ines.castelb", "https://tok.example/@nuit.blanche.idec"
ACCOUNTS = {"a#owner": ("insta:ines.castelb", A), "b#owner": ("tok:nuit.blanche.idec", B)}


def compared(case, kit, left, right):
    sides = case({"a#owner": left, "b#owner": right}, ACCOUNTS)
    return declared(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)


def in_text(record, url):
    return replace(fact(record, "bio_crosslink", url), recognizer="url")


NAME = ("first_name", "Inès")
ALIAS = ("alias", "nuit.blanche.idec")


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ([NAME, ("bio_crosslink", B)], [ALIAS, ("bio_crosslink", A)], "mutual"),
        ([NAME, ("bio_crosslink", B)], [ALIAS], "own"),
        ([NAME, ("tagged_by_other", B)], [ALIAS], "tag"),
        ([NAME, in_text("a#owner", B)], [ALIAS], "one_way"),
        # A page of another name, a band's, a public figure's: an admirer's link.
        ([("full_name", "Nora Quellec"), ("bio_crosslink", B)], [("full_name", "Inès Castel")], "fan"),
        ([NAME, ("bio_crosslink", B)], [("full_name", "Les Volets Clos")], "fan"),
        ([NAME, ("bio_crosslink", B)], [ALIAS, ("contact_list", "184000")], "fan"),
        ([NAME, ("bio_crosslink", "https://x.example/moi")],
         [ALIAS, ("bio_crosslink", "http://www.x.example/moi/")], "shared"),
        ([NAME, ("bio_crosslink", "https://wikipedia.org/wiki/Lille")],
         [ALIAS, ("bio_crosslink", "https://wikipedia.org/wiki/Lille")], None),
        ([NAME, ("bio_crosslink", "https://other.example/x")], [ALIAS], None),
        ([NAME], [ALIAS], None),
    ],
)  # fmt: skip
def test_what_a_link_says(case, kit, left, right, level):
    found = compared(case, kit, left, right)
    assert (found and found.level) == level


def test_a_fans_link_weighs_nothing(case, kit):
    famous = [ALIAS, ("contact_list", "184000")]
    assert compared(case, kit, [NAME, ("bio_crosslink", B)], famous).bits == 0


@pytest.mark.parametrize("count", ["²", "9" * 5_000, "12 amis", ""])
def test_an_odd_number_of_followers_stops_nothing(case, kit, count):
    odd = [ALIAS, ("contact_list", count)]
    assert compared(case, kit, [NAME, ("bio_crosslink", B)], odd) is not None


def test_jp03_a_declared_link_joins_with_one_thing_more_and_never_alone(case, kit):
    town = ("home_commune", "Villeneuve-d'Ascq")
    for more, judgement in (([], Judgement.UNSURE), ([town], Judgement.SAME)):
        sides = case({"a#owner": [("username", "zq"), *more, ("bio_crosslink", B)],
                      "b#owner": [("username", "nuit.blanche.idec"), *more]}, ACCOUNTS)  # fmt: skip
        assert judge(sides["a#owner"], sides["b#owner"], kit).judgement is judgement


@pytest.mark.parametrize(
    ("url", "compared_as"),
    [
        ("https://www.Tok.example/@Nuit/?utm=1", "tok.example/@nuit"),
        ("tok.example/@nuit", "tok.example/@nuit"),
        ("http://[bad", "http://[bad"),
        ("", ""),
    ],
)
def test_an_address_as_it_is_compared(url, compared_as):
    assert address(url) == compared_as
