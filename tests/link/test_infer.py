"""Facts that follow from several: what each rests on, and when nothing follows."""

import datetime
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import kits
from auditor.extract.lexicon import lexicon
from auditor.link.infer import infer
from auditor.link.judge import Kit
from auditor.link.view import Question, link
from auditor.link.weights import Weights
from auditor.model.fact import About, Polarity, Time
from auditor.model.hours import written
from auditor.model.mandate import Account, Mandate, Purpose, Subject
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.resources.folders import folder
from auditor.resources.read import load, table
from tests.builders import fact, record

KIT = Kit(
    comparisons={},
    weights=load(folder("rules") / "linking.yml", Weights),
    tables=kits.frequencies.tables(lexicon(lambda name: table(folder("data") / name))),
)


def made(facts, kind=None):
    found = list(infer([], facts, 0.8, KIT))
    return [each for each in found if kind in {None, each.kind}]


def values(facts, kind):
    return [each.value for each in made(facts, kind)]


def school(value, quote=None):
    return replace(fact("a#owner", "school", value), quote=quote or value)


def at(lat, lon, day, value="Nantes"):
    return replace(
        fact("a#owner", "geotag", value, passage=day),
        quote=f"{lat}, {lon}",
        recognizer="metadata",
        time=Time(date=datetime.date.fromisoformat(day)),
    )


def hours(*found, kind="routine"):
    return replace(fact("a#owner", kind, "x"), quote=written(found), recognizer="hours")


RUNS = [
    at(47.2184, -1.5536, "2024-01-03"),
    at(47.2190, -1.5530, "2024-01-20"),
    at(47.2181, -1.5541, "2024-02-11"),
    at(47.2186, -1.5533, "2024-02-11"),
    at(47.2188, -1.5538, "2024-03-02"),
]
OFFICE = [
    fact("a#owner", "full_name", "Odile Piquerelle"),
    fact("a#owner", "employer", "Brightmoor Foods"),
    replace(
        fact("a#owner", "email_work", "emma.ravenscourt@brightmoor.example"), about=About.OTHER
    ),
]
CLASS = [school("lycee descartes 2008", "promo 2008 du lycée Descartes")]
NIGHT = [
    fact("a#owner", "home_commune", "Nantes"),
    hours(*[23] * 20, *[0] * 20, *[1] * 20, *[2] * 20, *[12] * 20),
]
CASES = {
    "birth_year": CLASS,
    "email_work": OFFICE,
    "home_geotag": RUNS,
    "home_commune": RUNS,
    "work_schedule": NIGHT,
}


@pytest.mark.parametrize(
    ("value", "quote", "years"),
    [
        ("lycee descartes 2008", "promo 2008 du lycée Descartes", ["1989–1991"]),
        ("2008", "bac 2008", ["1989–1991"]),
        ("2008", "terminale 2008", ["1989–1991"]),
        ("westbrook high school 2012", "class of 2012, Westbrook High School", ["1993–1995"]),
        ("lycee descartes 2008", "lycée Descartes", ["1987–1994"]),  # any year there
        ("2012", "class of 2012", []),  # of a university, perhaps
        ("universite de nantes 2012", "promo 2012, université de Nantes", []),
        ("lycee descartes", "lycée Descartes", []),
        ("lycee 12345", "lycée 12345", []),
    ],
)
def test_the_last_year_at_school_tells_the_year_of_birth(value, quote, years):
    assert values([school(value, quote)], "birth_year") == years


@pytest.mark.parametrize(("kind", "value"), [("birth_year", "1990"), ("age", "34")])
def test_a_class_year_is_silent_where_the_age_is_known(kind, value):
    born = fact("a#owner", kind, value, period=("1990-01-01", "1990-12-31"))
    assert not [each for each in made([*CLASS, born]) if CLASS[0].id in each.inferred_from]


def test_class_years_that_contradict_each_other_tell_nothing():
    assert values([*CLASS, school("2001", "bac 2001")], "birth_year") == []


@pytest.mark.parametrize(
    ("seen", "address"),
    [
        ("emma.ravenscourt@brightmoor.example", ["odile.piquerelle@brightmoor.example"]),
        ("emma_ravenscourt@brightmoorfoods.example", ["odile_piquerelle@brightmoorfoods.example"]),
        ("e.ravenscourt@brightmoor.co.example", ["o.piquerelle@brightmoor.co.example"]),
        ("ravenscourt.emma@brightmoor.example", ["piquerelle.odile@brightmoor.example"]),
        ("emma@brightmoor.example", ["odile@brightmoor.example"]),
        ("contact@brightmoor.example", []),  # no person's way
        ("ravenscourt@brightmoor.example", []),
        ("emma.ravenscourt@harrowgate.example", []),  # another firm
        ("o.piquerelle@brightmoor.example", []),  # theirs already
    ],
)
def test_a_colleagues_address_tells_the_way_a_firm_writes_them(seen, address):
    other = replace(OFFICE[2], value=seen)
    assert values([*OFFICE[:2], other], "email_work") == address


@pytest.mark.parametrize("without", range(3))
def test_an_address_wants_a_name_an_employer_and_another_address(without):
    assert values(OFFICE[:without] + OFFICE[without + 1 :], "email_work") == []


def test_a_name_of_three_words_makes_no_address():
    name = fact("a#owner", "full_name", "Odile Piquerelle Hale")
    assert values([name, *OFFICE[1:]], "email_work") == []


def test_runs_that_begin_at_one_place_tell_the_home():
    (home,) = made(RUNS, "home_geotag")
    assert home.value == home.quote == "47.219, -1.554"
    assert set(home.inferred_from) == {each.id for each in RUNS}
    assert values(RUNS, "home_commune") == ["Nantes"]


@pytest.mark.parametrize(
    "points",
    [
        RUNS[:4],  # too few
        [at(47.2184, -1.5536, day) for day in ["2024-01-03"] * 4 + ["2024-03-03"]],  # two days
        [at(47.2184, -1.5536, f"2024-07-0{day}") for day in range(1, 7)],  # a holiday
        [at(47.2184 + 0.004 * step, -1.5536, f"2024-0{step}-01") for step in range(1, 8)],
        [replace(each, recognizer="field") for each in RUNS],  # typed in, not told by a file
        [*RUNS, *(at(47.30, -1.55, f"2024-0{month}-02") for month in (1, 2, 3, 4)),
         at(47.30, -1.55, "2024-01-02")],  # two places alike
    ],
)  # fmt: skip
def test_points_that_single_out_no_place_tell_no_home(points):
    assert [each for each in made(points) if each.kind.startswith("home_")] == []


def test_a_town_that_is_known_is_not_told_again():
    assert values([*RUNS, fact("a#owner", "home_commune", "Rennes")], "home_commune") == []


@pytest.mark.parametrize(
    ("town", "utc", "awake"),
    [
        ("Nantes", [23, 0, 1, 2], True),  # 23:00 to 04:59 there, in winter and in summer
        ("Nantes", [21, 22], False),  # 23:00 in summer alone
        ("Nantes", [7, 12, 18, 20], False),
        ("Montréal", [4, 5, 6, 7], True),
        ("Montréal", [23, 0, 1, 2], False),  # the evening
    ],
)
def test_posts_at_night_where_one_lives_tell_a_shift(town, utc, awake):
    home = fact("a#owner", "home_commune", town)
    found = values([home, hours(*utc * 10)], "work_schedule")
    assert found == (["awake at night"] if awake else [])


def test_a_zone_read_off_the_same_hours_tells_no_shift():
    zone = replace(hours(*[1] * 50, kind="time_zone"), value="UTC+0 ±2")
    assert values([zone], "work_schedule") == []
    told = replace(zone, recognizer="field", id="z")
    assert values([told, hours(*[1] * 50)], "work_schedule") == ["awake at night"]


def test_the_home_that_runs_tell_is_where_the_night_is():
    (awake,) = made([*RUNS, NIGHT[1]], "work_schedule")
    (home,) = made(RUNS, "home_commune")
    assert set(awake.inferred_from) == {home.id, NIGHT[1].id}


@pytest.mark.parametrize("kind", CASES)
def test_an_inference_says_what_it_rests_on_and_is_less_sure(kind):
    (found,) = made(CASES[kind], kind)
    assert found.inferred_from
    assert found.recognizer == "inferred"
    assert found.confidence < min(0.8, *(each.confidence for each in CASES[kind]))


@pytest.mark.parametrize("kind", CASES)
@pytest.mark.parametrize("hidden", [Visibility.CONTACTS, Visibility.ME, Visibility.UNKNOWN])
def test_a_hidden_premise_hides_the_inference(kind, hidden):
    for at_ in range(len(CASES[kind])):
        facts = list(CASES[kind])
        facts[at_] = replace(facts[at_], visibility=hidden)
        assert [each.visibility for each in made(facts, kind)] == [hidden]


@pytest.mark.parametrize("kind", CASES)
def test_what_is_denied_or_anothers_is_no_premise(kind):
    denied = [replace(each, polarity=Polarity.NEGATED) for each in CASES[kind]]
    others = [replace(each, about=About.OTHER) for each in CASES[kind]]
    assert made(denied, kind) == made(others, kind) == []


@pytest.mark.parametrize("kind", CASES)
def test_an_unrelated_fact_changes_nothing(kind):
    more = [
        at(45.764, 4.8357, "2023-08-01", "Lyon"),
        school("ecole jules-ferry 1996"),
        fact("a#owner", "email_personal", "luc@posts.example"),
        fact("b#owner", "job_title", "infirmiere"),
    ]
    assert made([*CASES[kind], *more], kind) == made(CASES[kind], kind)


@given(st.data())
def test_the_order_of_facts_does_not_count(data):
    facts = [each for one in (CLASS, OFFICE, RUNS, NIGHT) for each in one]
    facts += [replace(each, id=f"{each.id}-b", record="b#owner") for each in (*CLASS, *OFFICE)]
    mixed = data.draw(st.permutations(facts))

    def ids(found):
        return {repr(each) for each in found}

    assert ids(infer([], mixed, 0.8, KIT)) == ids(infer([], facts, 0.8, KIT))


def test_without_the_tables_nothing_follows_that_rests_on_them():
    facts = [each for one in CASES.values() for each in one]
    assert list(infer([], facts, 0.8)) == []


def test_nothing_that_is_inferred_joins_or_parts_two_records(kit):
    """Of two accounts, one with a class year and one with a birth year beside it or against it."""
    for year in ("1990", "1970"):
        born = fact("b#owner", "birth_year", year, period=(f"{year}-01-01", f"{year}-12-31"))
        names = [fact(f"{each}#owner", "full_name", "Odile Piquerelle") for each in "ab"]
        facts = [*names, *CLASS, born]
        records = [record("a#owner", account="x:a"), record("b#owner", account="y:b")]
        mandate = Mandate(
            subject=Subject(name="Odile Piquerelle"), purpose=Purpose.SELF_AUDIT, language="en",
            signed_on=datetime.date(2026, 1, 1), expires_on=datetime.date(2027, 1, 1),
            accounts=(Account(id="x:a"),),
        )  # fmt: skip
        found = link(records, facts, kit, Question(viewer=Viewer.ANYONE, mandate=mandate))
        given_ = {each.id for each in facts}
        used = {
            side
            for one in found.links
            for each in one.levels
            for side in (each.left, each.right)
            if isinstance(side, str)
        }
        assert used <= given_


def test_steps_are_told_with_their_sources():
    for each in KIT.weights.inference.values():
        assert 0 < each.value < 1
        assert each.source
    assert all(one != other for one, other in pairwise(KIT.weights.inference))
