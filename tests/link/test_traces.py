"""link/compare/traces.py, tastes.py, trail.py: what accounts leave unsaid, and what only suggests."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.link.compare.tastes import taste
from auditor.link.compare.traces import cosine, created, hours, language
from auditor.link.compare.trail import trail
from auditor.link.judge import judge
from auditor.model import hours as clock
from auditor.model.link import Band, Judgement
from tests.builders import fact


def compared(case, kit, left, right, compare):
    sides = case({"a#owner": left, "b#owner": right})
    return compare(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)


def posting(record, *told):
    """Posts by hour: pairs of hour and count."""
    quote = clock.written(hour for hour, count in told for _ in range(count))
    return [replace(fact(record, "routine", "x"), quote=quote)]


DAY = ((8, 20), (12, 25), (18, 30), (20, 40))


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (DAY, DAY, "same"),
        (DAY, ((8, 20), (12, 25), (18, 30), (20, 15)), "near"),
        (DAY, ((1, 30), (3, 40)), "apart"),
        (DAY, ((18, 30), (20, 10), (22, 20)), None),
        # Below fifty posts the hours say nothing.
        (DAY, ((8, 10), (12, 10), (18, 10), (20, 10)), None),
        (DAY, (), None),
    ],
)
def test_hours_of_posting(case, kit, left, right, level):
    there = posting("b#owner", *right) if right else [("alias", "x")]
    found = compared(case, kit, posting("a#owner", *left), there, hours)
    assert (found and found.level) == level


COUNTS = st.lists(st.integers(0, 500), min_size=24, max_size=24).filter(any)


@given(COUNTS, COUNTS, st.integers(1, 9))
def test_a_cosine_is_symmetric_bounded_and_blind_to_how_much_one_posts(one, other, times):
    assert cosine(one, other) == pytest.approx(cosine(other, one))
    assert -1e-9 <= cosine(one, other) <= 1 + 1e-9
    assert cosine([each * times for each in one], other) == pytest.approx(cosine(one, other))


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("2022-11-06", "2022-11-06", "same_day"),
        ("2022-11-06", "2022-11-11", "same_week"),
        ("2022-11-06", "2022-12-06", None),
        ("2022-11", "2022-11", None),  # a month is no day
    ],
)
def test_accounts_opened_together(case, kit, left, right, level):
    told = [("account_created", left)], [("account_created", right)]
    found = compared(case, kit, *told, created)
    assert (found and found.level) == level
    assert compared(case, kit, told[0], [("alias", "x")], created) is None


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [("br", "br", "minority"), ("fr", "fr", None), ("br", "eu", None), ("br", "fr", None)],
)
def test_languages(case, kit, left, right, level):
    found = compared(case, kit, [("language", left)], [("language", right)], language)
    assert (found and found.level) == level
    assert compared(case, kit, [("language", left)], [("alias", "x")], language) is None


RARE = ["Les Écluses de novembre", "Sous la tourbe", "Vingt-deux chaises", "La Carte du pêcheur sourd",
        "Minuit moins la neige", "Petite physique du regret", "Un été sans sel"]  # fmt: skip
POPULAR = ["Titanic", "Intouchables", "Harry Potter", "Star Wars", "Friends", "Naruto", "Pizza"]


def likes(*items):
    return [("favourite", each) for each in items]


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (RARE[:6], RARE, "fingerprint"),
        (RARE[:5], RARE, "some"),
        (RARE[:2], RARE, None),
        (POPULAR, POPULAR, None),
        ([*POPULAR, *RARE[:2]], [*POPULAR, *RARE[:2]], None),
        (RARE, [], None),
    ],
)
def test_jp17_tastes(case, kit, left, right, level):
    found = compared(case, kit, likes(*left), [("alias", "zq"), *likes(*right)], taste)
    assert (found and found.level) == level


def test_jp17_rare_tastes_are_a_suggestion_and_never_a_join(case, kit):
    for more in (
        [],
        [("home_commune", "Grenoble")],
        [("home_commune", "Rezé"), ("activity", "hurdy-gurdy")],
    ):
        told = [*likes(*RARE), *more]
        sides = case({"a#owner": told, "b#owner": told})
        verdict = judge(sides["a#owner"], sides["b#owner"], kit)
        assert verdict.judgement is Judgement.UNSURE
    alone = judge(*case({"a#owner": likes(*RARE), "b#owner": likes(*RARE)}).values(), kit)
    assert alone.band is Band.POSSIBLE


ANNICK = [("full_name", "Annick Kerloréguen"), ("home_commune", "Quintin")]


def trailed(case, *words, handle="membre4417"):
    told = {"q#owner": [("username", handle)]}
    for each in words:
        record = f"q#{each.casefold()}"
        told[record] = [fact(record, "first_name", each, passage="post-1")]
    return case(
        {
            **told,
            "b#annick": ANNICK,
            "c#bernard": [("full_name", "Bernard Kerloréguen"), ("home_commune", "Marseille")],
        }
    )


def test_jp16_a_surname_and_a_town_said_in_passing_are_worth_a_look(case, kit):
    sides = trailed(case, "Kerloréguen", "Quintin")
    verdict = judge(sides["q#owner"], sides["b#annick"], kit)
    assert verdict.judgement is Judgement.UNSURE
    assert [(each.level, sides["q#owner"].around[0].id) for each in verdict.levels] == [
        ("surname_and_town", verdict.levels[0].left)
    ]
    assert judge(sides["q#owner"], sides["c#bernard"], kit).judgement is Judgement.DIFFERENT


def test_jp16_never_a_join_even_with_the_town_as_home(case, kit):
    told = [
        ("username", "zq"),
        ("home_commune", "Quintin"),
        ("belonging", "moto bluester"),
        ("group_membership", "les ecureuils"),
    ]
    other = [*ANNICK, ("belonging", "moto bluester")]
    record = "q#kerloreguen"
    named = {record: [fact(record, "first_name", "Kerloréguen", passage="post-1")]}
    sides = case({"q#owner": told, **named, "b#annick": other})
    assert judge(sides["q#owner"], sides["b#annick"], kit).judgement is not Judgement.SAME


def test_who_shows_a_name_leaves_no_trail(case, kit):
    sides = case(
        {
            "q#owner": [("full_name", "Marc Dupont")],
            "q#x": [fact("q#x", "first_name", "Kerloréguen", passage="p")],
            "b#annick": ANNICK,
        }
    )
    assert trail(sides["q#owner"], sides["b#annick"], kit.weights, kit.tables) is None
    assert trail(sides["b#annick"], sides["q#x"], kit.weights, kit.tables) is None
