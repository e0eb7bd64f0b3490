"""link/compare/places.py: towns, regions, distance, how many people live there."""

import pytest

from auditor.link.compare.places import birthplace, place
from auditor.model.place import distance
from tests.builders import fact

HOME, BORN = "home_commune", "birth_place"


def compared(case, kit, left, right, compare=place):
    sides = case({"a#owner": left, "b#owner": right})
    return compare(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Nantes", "Nantes", "same_town"),
        ("Nantes", "nantes", "same_town"),
        ("Nantes", "Rezé", "near"),
        ("Nantes", "Rennes", "area"),
        ("Nantes", "Lille", "far"),
        ("Nantes", "Pays de la Loire", "contained"),
        ("Bretagne", "Bretagne", "same_region"),
        ("Québec", "Sherbrooke", "far"),  # the town of that name, 200 km away
        # What cannot be placed says nothing: no town of ours, or two regions.
        ("Nantes", "Bretagne", None),
        ("Nantes", "Trifouillis-les-Oies", None),
    ],
)
def test_how_near_two_homes_are(case, kit, left, right, level):
    found = compared(case, kit, [(HOME, left)], [(HOME, right)])
    assert (found and found.level) == level
    turned = compared(case, kit, [(HOME, right)], [(HOME, left)])
    assert (turned and turned.bits) == (found and found.bits)


def test_a_small_town_tells_more_than_a_large_one_and_a_region_least(case, kit):
    bits = [compared(case, kit, [(HOME, each)], [(HOME, each)]).bits
            for each in ("Rezé", "Nantes", "Pays de la Loire")]  # fmt: skip
    assert bits[0] > bits[1] > bits[2] > 0


def test_the_nearest_of_several_homes_counts(case, kit):
    moved = [(HOME, "Lille"), (HOME, "Nantes")]
    assert compared(case, kit, moved, [(HOME, "Nantes")]).level == "same_town"


def test_a_town_one_lives_in_and_the_other_is_shown_in(case, kit):
    shown = [("alias", "x"), *(
        fact("b#owner", "geotag", "Rue des Tanneurs, Rezé", passage=f"post-{each}", on="2025-11-04")
        for each in (1, 2)
    )]  # fmt: skip
    assert compared(case, kit, [(HOME, "Rezé")], shown).level == "frequented"
    assert compared(case, kit, [(HOME, "Lille")], shown) is None


def test_missing_is_no_disagreement(case, kit):
    assert compared(case, kit, [(HOME, "Nantes")], [("alias", "x")]) is None
    assert compared(case, kit, [(HOME, "Nantes")], [(BORN, "Lille")]) is None
    assert compared(case, kit, [(BORN, "Nantes")], [(HOME, "Nantes")], birthplace) is None


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Nantes", "Nantes", "same_town"),
        ("Nantes", "Rezé", "near"),
        ("Nantes", "Lille", "far"),
        ("Nantes", "Pays de la Loire", "contained"),
        ("Nantes", "Rennes", None),
    ],
)
def test_where_people_were_born(case, kit, left, right, level):
    found = compared(case, kit, [(BORN, left)], [(BORN, right)], birthplace)
    assert (found and found.level) == level


def test_distance_is_symmetric_and_in_kilometres(kit):
    nantes, rennes = kit.tables.place("Nantes"), kit.tables.place("Rennes")
    assert 98 < distance(nantes.lat, nantes.lon, rennes) < 102
    there, back = distance(nantes.lat, nantes.lon, rennes), distance(rennes.lat, rennes.lon, nantes)
    assert there == pytest.approx(back)
    assert distance(nantes.lat, nantes.lon, nantes) == 0
