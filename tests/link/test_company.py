"""link/compare/company.py, family.py: who is near, who is at home."""

import pytest

from auditor.link.compare.company import companions
from auditor.link.compare.family import family
from tests.builders import fact


def compared(case, kit, left, right, compare=companions):
    sides = case({"a#owner": left, "b#owner": right})
    return compare(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)


def naming(record, *names, kind="third_party_mention"):
    return [fact(record, kind, each, about="other") for each in names]


GWEN, ENZO, LOU = "Gwenaëlle Kerbiriou", "Enzo Panizzardi", "Lou-Ann Vasseroux"


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ((GWEN, ENZO, LOU), (LOU, GWEN, ENZO), "circle"),
        ((GWEN, ENZO), (ENZO, GWEN, LOU), "two_known"),
        ((GWEN,), (GWEN, LOU), "one_known"),
        (("Gwenaëlle",), ("Gwenaëlle",), None),
        ((GWEN,), (LOU,), None),
        ((GWEN,), (), None),
    ],
)
def test_people_whom_both_know(case, kit, left, right, level):
    found = compared(
        case, kit, naming("a#owner", *left), [("alias", "x"), *naming("b#owner", *right)]
    )
    assert (found and found.level) == level


def test_long_lists_of_contacts_meet_by_chance(case, kit):
    many = [f"Marie Martin{chr(97 + each)}" for each in range(20)]
    few = compared(case, kit, naming("a#owner", "Marie Martin"), naming("b#owner", "Marie Martin"))
    lists = compared(
        case,
        kit,
        naming("a#owner", "Marie Martin", *many),
        naming("b#owner", "Marie Martin", *(each.replace("Marie", "Paul") for each in many)),
    )
    assert lists.bits <= few.bits


def shown(source, *names, place="Montréal", on="2008-06-07"):
    told = {f"{source}#owner": [
        ("alias", source), *(fact(f"{source}#owner", kind, value, passage="post-1", on=on)
                             for kind, value in (("geotag", place), ("third_party_mention", names[0])))]}  # fmt: skip
    for each in names:
        record = f"{source}#{each.casefold()}"
        told[record] = [fact(record, "first_name", each, passage="post-1", on=on)]
    return told


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (("Gwenaëlle", "Titouan"), ("Gwenaëlle", "Titouan"), "two"),
        (("Gwenaëlle", "Titouan"), ("Gwenaëlle", "Marie"), "one"),
        # One common first name joins nothing, however near.
        (("Marie",), ("Marie",), None),
    ],
)
def test_jp05_companions_of_one_scene(case, kit, left, right, level):
    sides = case(shown("a", *left) | shown("b", *right))
    found = companions(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)
    assert (found and found.level) == level


def test_one_companion_wants_the_place_and_the_month(case, kit):
    sides = case(shown("a", "Gwenaëlle") | shown("b", "Gwenaëlle", place="Trifouillis-les-Oies"))
    assert companions(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables) is None


def child(record, name=None, born=None):
    found = [fact(record, "child_name", name, about="child")] if name else []
    if born:
        span = (f"{born}-01-01", f"{born}-12-31")
        found.append(fact(record, "child_birth_date", str(born), about="child", period=span))
    return found


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (child("a#owner", "Noé", 2021), child("b#owner", "Noé", 2021), "child_and_age"),
        (child("a#owner", "Titouan"), child("b#owner", "Titouan"), "child_name"),
        (child("a#owner", born=2021), child("b#owner", "Noé", 2021), "child_age"),
        (child("a#owner", born=2021), child("b#owner", born=2015), None),
        ([("partner", "Maëlle")], [("partner", "Maëlle")], "partner"),
        ([("pet_name", "Poutine")], [("pet_name", "poutine")], "pet"),
        ([("pet_name", "Poutine")], [("username", "poutine_express")], "pet"),
        ([("pet_name", "Poutine")], [("username", "computine")], None),
        ([("relative", "Comfort Okwuosa")], [("full_name", "Rachel Okwuosa-Hale")], "mother_surname"),
        ([("mother_maiden_name", "Okwuosa")], [("maiden_name", "Okwuosa")], "mother_surname"),
        # A relative of the same single surname says what the surname says already.
        ([("relative", "Comfort Okwuosa")], [("full_name", "Rachel Okwuosa")], None),
        ([("relative", "Comfort Okwuosa")], [("third_party_mention", "Comfort Okwuosa")], "relative"),
        ([("pet_name", "Poutine")], [("alias", "x")], None),
    ],
)  # fmt: skip
def test_those_at_home(case, kit, left, right, level):
    found = compared(case, kit, left, right, family)
    assert (found and found.level) == level
    if found is not None:
        assert 0 < found.bits <= 12
        sides = case({"a#owner": left, "b#owner": right})
        turned = family(sides["b#owner"], sides["a#owner"], kit.weights, kit.tables)
        assert (turned.level, turned.bits) == (found.level, found.bits)
