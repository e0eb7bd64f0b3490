"""link/compare/moments.py: starting points, hours and trips; parks that everybody runs in say nothing."""

import pytest

from auditor.link.compare.interests import venue
from auditor.link.compare.moments import minutes, moment
from auditor.link.judge import judge
from auditor.model.link import Judgement
from tests.builders import fact

STREET, PARK = "rue des Tisserands-Bleus, Lille", "boucle parc du Héron, Lille"


def compared(case, kit, left, right, compare=moment):
    sides = case({"a#owner": left, "b#owner": right})
    return compare(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)


def seen(record, place, *days, kind="geotag"):
    return [
        fact(record, kind, place, passage=f"post-{at}-{place}", on=day)
        for at, day in enumerate(days)
    ]


NOV, DEC = ("2025-11-04", "2025-11-18"), ("2025-12-02", "2025-12-09")
EARLY = ("routine", "sorties 7h15")


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (seen("a#owner", STREET, *NOV), seen("b#owner", STREET, *NOV), "same_days"),
        (seen("a#owner", STREET, *NOV), seen("b#owner", STREET, *DEC), "start"),
        ([*seen("a#owner", STREET, *NOV), EARLY], [*seen("b#owner", STREET, *DEC), ("routine", "7:20")], "start_and_hours"),
        (seen("a#owner", "50.6231, 3.1442", *NOV), seen("b#owner", "50.62309, 3.14421", *DEC), "start"),
        # Once is a visit; a park is everybody's; a town is no spot.
        (seen("a#owner", STREET, *NOV), seen("b#owner", STREET, DEC[0]), None),
        (seen("a#owner", PARK, *NOV), seen("b#owner", PARK, *NOV), None),
        (seen("a#owner", "Lille", *NOV), seen("b#owner", "Lille", *DEC), None),
        ([*seen("a#owner", PARK, *NOV), EARLY], [*seen("b#owner", PARK, *NOV), EARLY], "loop_and_hours"),
        ([EARLY], [("routine", "7h30 tous les jours")], "hours"),
        ([EARLY], [("routine", "19h")], None),
        (seen("a#owner", STREET, *NOV), [("alias", "x")], None),
        ([EARLY], [("alias", "x")], None),
    ],
)  # fmt: skip
def test_where_and_when(case, kit, left, right, level):
    found = compared(case, kit, left, right)
    assert (found and found.level) == level


CAMP = ("2025-02-04", "2025-02-09")


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (("Banff", *CAMP), ("Banff", *CAMP), "trip"),
        (("Reykjavík", "2025-02-04"), ("Reykjavík", "2025-02-04"), "visit"),
        (("Banff", *CAMP), ("Banff", "2025-02-22"), None),
        (("Banff", *CAMP), ("Jasper", *CAMP), None),
        # A place that comes back month after month is home, not a trip.
        (("Banff", *CAMP), ("Banff", "2024-10-01", *CAMP), None),
    ],
)
def test_jp06_trips(case, kit, left, right, level):
    home = ("home_commune", "Sherbrooke")
    found = compared(case, kit, [home, *seen("a#owner", *left)], [home, *seen("b#owner", *right)])
    assert (found and found.level) == level
    # Who is seen nowhere else may live there.
    assert compared(case, kit, seen("a#owner", *left), seen("b#owner", *right)) is None


def test_the_town_one_lives_in_is_no_trip(case, kit):
    home = [("home_commune", "Lille"), *seen("a#owner", "Lille", *CAMP)]
    assert compared(case, kit, home, seen("b#owner", "Lille", *CAMP)) is None


def test_jp06_a_start_joins_with_a_name_and_a_park_does_not(case, kit):
    verdicts = {}
    for place in (STREET, PARK):
        told = {
            name: [("full_name", "Inès Castelbourg"), *seen(name, place, *NOV)]
            for name in ("a#owner", "b#owner")
        }
        sides = case(told)
        verdicts[place] = judge(sides["a#owner"], sides["b#owner"], kit)
    assert verdicts[STREET].judgement is Judgement.SAME
    assert verdicts[PARK].judgement is not Judgement.SAME


def test_a_venue_that_everybody_goes_to_is_worth_less(case, kit):
    for name, level in (("la cale 2", "same"), ("parc du heron", "public")):
        found = compared(
            case, kit, seen("a#owner", name, NOV[0]), seen("b#owner", name, DEC[0]), venue
        )
        assert found.level == level


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7h15", {435}),
        ("6.30 pm", {1110}),
        ("12am", {0}),
        ("après 19h", {1140}),
        ("07:00–09:00 UTC, 60 %", set()),
        ("mardi", set()),
    ],
)
def test_times_of_day(text, found):
    assert minutes([text]) == found
