"""How many people still fit: the range, its laws, and where nothing is established."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.link.fit.crowd import crowd
from auditor.link.fit.range import between
from auditor.model.fact import About, Polarity
from tests.builders import fact

ME = "a#owner"
NAME = fact(ME, "full_name", "Loïc Tréhardel")
COMMON = fact(ME, "full_name", "Marie Martin")
SHORT = fact(ME, "alias", "Loïc T.")
GIVEN = fact(ME, "first_name", "Loïc")
TOWN = fact(ME, "home_commune", "Nantes")
HAMLET = fact(ME, "home_commune", "Saint-Malo")
BORN = fact(ME, "birth_year", "1980", period=("1980-01-01", "1980-12-31"))
LATER = fact(ME, "birth_year", "2005", period=("2005-01-01", "2005-12-31"))
DAY = fact(ME, "birth_day_month", "03-17", period=("2008-03-15", "2008-03-17"))
JOB = fact(ME, "job_title", "dessinateur")
FIRM = fact(ME, "employer", "Atelier Quai Sud")
SCHOOL = fact(ME, "school", "lycée Jules-Ferry")
CLUB = fact(ME, "group_membership", "AS Nantes")
PHONE = fact(ME, "phone_mobile", "+33639984127")
CLUES = [NAME, COMMON, SHORT, TOWN, HAMLET, BORN, DAY, JOB, FIRM, SCHOOL, CLUB]


@pytest.fixture
def fit(kit):
    """What the crowd is counted with, for somebody of France."""
    return replace(kit.fit, home="FR")


@pytest.mark.parametrize(
    "told",
    [[], [fact(ME, "hobby", "x")], [PHONE], [replace(NAME, about=About.OTHER)],
     [replace(NAME, polarity=Polarity.NEGATED)], [fact(ME, "home_commune", "Tokyo"), NAME]],
)  # fmt: skip
def test_where_nothing_is_established_nothing_is_said(fit, told):
    assert crowd(told, fit) is None


@pytest.mark.parametrize("home", [None, "JP"])
def test_without_a_country_whose_people_are_known_nothing_is_said(kit, home):
    assert crowd([NAME], replace(kit.fit, home=home)) is None


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ([TOWN], 200_000, 700_000),  # the people of Nantes
        ([SHORT], 1_000, 60_000),
        ([NAME], 1, 10),
        ([COMMON], 300, 30_000),
        ([DAY], 500_000, 600_000),  # three days of 365
        ([FIRM], 100, 1_000),
        ([FIRM, TOWN], 20, 300),
    ],
)
def test_the_middle_is_the_population_times_the_share_of_the_clue(fit, told, low, high):
    assert low <= crowd(told, fit).middle <= high


def test_the_place_is_the_town_or_the_country_of_the_subject(fit):
    town, whole = crowd([SHORT, TOWN], fit), crowd([SHORT], fit)
    assert (town.place, town.is_country) == ("Nantes", False)
    assert (whole.place, whole.is_country) == ("FR", True)


def test_a_name_tells_when_one_was_born(fit):
    """Loïc was given in 1980 rather than in 2005: less is left of the crowd in the wrong decade."""
    fitting, odd = crowd([GIVEN, BORN], fit), crowd([GIVEN, LATER], fit)
    assert crowd([GIVEN], fit).middle / 86 < fitting.middle
    assert odd.middle < fitting.middle / 2


def test_names_of_another_country_are_looked_up_there(kit):
    """Wayne is common in the United States and nearly unknown in France."""
    wayne = fact(ME, "first_name", "Wayne")
    there, here = (crowd([wayne], replace(kit.fit, home=each)) for each in ("US", "FR"))
    assert there.middle / 334.9 > 5 * here.middle / 68.4
    assert there.high / there.low > here.high / here.low  # the tables are old


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(CLUES), min_size=1, unique_by=lambda each: each.id), st.data())
def test_whoever_knows_more_is_left_with_no_more_people(kit, told, data):
    fit = replace(kit.fit, home="FR")
    part = data.draw(st.lists(st.sampled_from(told), unique_by=lambda each: each.id))
    fewer, found = crowd(part, fit), crowd(told, fit)
    assert 1 <= found.low <= found.middle <= found.high
    assert (
        fewer is None or found.middle <= fewer.middle * 1.05
    )  # decades are counted as nine of ten years


@given(st.floats(0, 1e9), st.floats(0, 6), st.floats(0.5, 0.98))
def test_a_range_holds_its_middle_and_widens_with_the_doubt(expected, spread, within):
    found = between(expected, spread, within)
    wider = between(expected, spread, min(0.99, within + 0.01))
    assert 1 <= found.low <= found.middle <= found.high
    assert wider.low <= found.low
    assert found.high <= wider.high


@pytest.mark.parametrize(
    ("expected", "spread", "low", "high"),
    [
        (0.0, 1.0, 1, 1),
        (0.01, 0.0, 1, 1),
        (0.5, 0.0, 1, 2),
        (100, 0.0, 88, 120),
        (1000, 2.0, 170, 6000),
    ],
)
def test_the_bounds_of_a_range(expected, spread, low, high):
    """Poisson alone: 100 ± 1.28·10; lognormal: 1000 · 2^(±1.28·2)."""
    found = between(expected, spread, 0.8)
    assert (found.low, found.high) == (low, high)
