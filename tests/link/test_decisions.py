"""What is judged of levels: the cost of being wrong, the guards, and those who must not be merged."""

import pytest

from auditor.link import decide
from auditor.link.cluster import cluster
from auditor.link.decide import Matter
from auditor.link.impersonation import suspicions
from auditor.link.judge import judge, verdict
from auditor.link.wholes import RIVAL
from auditor.model.link import Band, HumanJudgement, Judgement, Level
from tests.builders import fact
from tests.link.test_answers import mandate


def level(comparison, bits, name="same", **more):
    return Level(comparison=comparison, level=name, bits=bits, **more)


def beyond(kit, bits, *comparisons, **more):
    """Levels that together reach so many bits above the prior, in equal parts."""
    share = (bits - kit.weights.prior) / len(comparisons)
    return [level(each, share, **more) for each in comparisons]


CLUES = ("identity", "place", "contact", "picture")


@pytest.mark.parametrize(
    ("bits", "matter", "judgement"),
    [
        (6.7, Matter.ORDINARY, Judgement.SAME),
        (6.5, Matter.ORDINARY, Judgement.UNSURE),
        (-4.2, Matter.ORDINARY, Judgement.UNSURE),
        (-4.3, Matter.ORDINARY, Judgement.DIFFERENT),
        (9.9, Matter.GRAVE, Judgement.UNSURE),
        (10.0, Matter.GRAVE, Judgement.SAME),
    ],
)
def test_the_more_a_mistake_costs_the_more_is_asked_for(kit, bits, matter, judgement):
    found = verdict(beyond(kit, bits, *CLUES), kit.weights, at_stake=matter)
    assert found.judgement is judgement


def test_the_threshold_is_the_odds_of_the_costs(kit):
    costs = kit.weights.costs
    for matter in Matter:
        odds = costs[matter.value].value / costs["missed"].value
        needed = kit.weights.needed(matter.value)
        assert needed / (1 - needed) == pytest.approx(odds)


@pytest.mark.parametrize(
    ("levels", "judgement"),
    [
        # A namesake of the same town and age: long odds, and no rare key.
        ([("identity", 24), ("place", 14), ("birth", 14)], Judgement.UNSURE),
        # One rare key, and things that depend on one another.
        ([("identity", 24), ("group", 20), ("venue", 20), ("study", 20)], Judgement.UNSURE),
        ([("identity", 24), ("contact", 20), ("place", 5)], Judgement.UNSURE),
        ([("identity", 24), ("contact", 20), ("work", 14)], Judgement.SAME),
    ],
)
def test_jp15_a_matter_of_justice_asks_for_two_independent_rare_keys(kit, levels, judgement):
    made = [level(comparison, float(bits)) for comparison, bits in levels]
    found = verdict(made, kit.weights, at_stake=Matter.JUSTICE)
    assert found.judgement is judgement
    assert (found.why == decide.JUSTICE) is (judgement is Judgement.UNSURE)
    assert verdict(made, kit.weights).judgement is Judgement.SAME


@pytest.mark.parametrize("comparison", ["taste", "trail"])
def test_jp16_jp17_what_suggests_never_settles(kit, comparison):
    made = [*beyond(kit, -2.0, "identity", "place"), level(comparison, 24.0)]
    found = verdict(made, kit.weights)
    assert found.judgement is Judgement.UNSURE
    assert found.why == decide.SUGGESTED
    assert found.probability > 0.99


def test_what_suggests_beside_enough_takes_nothing_away(kit):
    made = [*beyond(kit, 8.0, "identity", "place"), level("taste", 6.0)]
    assert verdict(made, kit.weights).judgement is Judgement.SAME


def test_what_suggests_and_speaks_against_counts(kit):
    made = [*beyond(kit, 8.0, "identity", "place"), level("taste", -6.0)]
    assert verdict(made, kit.weights).judgement is Judgement.UNSURE


def test_one_clue_never_joins_unless_it_is_an_identifier(kit):
    one = beyond(kit, 30.0, "work")
    assert verdict(one, kit.weights).why == decide.ONE_CLUE
    assert verdict(beyond(kit, 30.0, "contact", identifier=True), kit.weights).judgement is (
        Judgement.SAME
    )


@pytest.mark.parametrize("bits", [-10.0, 0.0, 30.0])
def test_what_cannot_change_forbids_at_any_odds(kit, bits):
    made = [*beyond(kit, bits + 12.0, *CLUES), level("birth", -12.0, "conflict", conflict=True)]
    found = verdict(made, kit.weights)
    assert (found.judgement, found.why) == (Judgement.DIFFERENT, decide.CONTRADICTION)


def test_a_name_of_ones_own_choice_contradicts_no_account_one_declares(kit):
    conflict = level("identity", -14.0, "conflict", conflict=True)
    owned = level("declared", 60.0, "mutual", identifier=True)
    assert verdict([conflict, owned], kit.weights).judgement is Judgement.SAME
    born = level("birth", -12.0, "conflict", conflict=True)
    assert verdict([owned, born], kit.weights).judgement is Judgement.DIFFERENT


CLUB = [("group_membership", "coureurs du mont bleu"), ("home_commune", "Sherbrooke")]
SISTERS = {
    "a#owner": [("full_name", "Maïka Desrosiers-Lemelin"), *CLUB],
    "b#owner": [("full_name", "Maëva Desrosiers-Lemelin"), *CLUB],
    "g#m-desrosiers": [("alias", "M. Desrosiers"), *CLUB],
}


def test_jp10_an_initial_that_two_sisters_fit_is_left_open(case, kit):
    found = cluster(case(SISTERS), kit)
    assert all(len(group) == 1 for group in found.groups)
    links = {(each.left, each.right): each for each in found.links}
    for sister in ("a#owner", "b#owner"):
        link = links[sister, "g#m-desrosiers"]
        assert (link.judgement, link.why) == (Judgement.UNSURE, RIVAL)
        assert link.band is Band.PROBABLE


def test_jp10_where_there_is_no_sister_it_joins(case, kit):
    alone = {name: told for name, told in SISTERS.items() if name != "b#owner"}
    assert frozenset({"a#owner", "g#m-desrosiers"}) in cluster(case(alone), kit).groups


def test_jp10_a_key_of_her_own_tells_which_sister(case, kit):
    phone = ("phone_mobile", "+18195550147")
    told = {name: list(each) for name, each in SISTERS.items()}
    told["a#owner"].append(phone)
    told["g#m-desrosiers"].append(phone)
    assert frozenset({"a#owner", "g#m-desrosiers"}) in cluster(case(told), kit).groups


WORK = [("employer", "Brightmoor Foods"), ("job_title", "hr manager")]
HERS = [("full_name", "Rachel Okwuosa-Hale"), *WORK]
COPY = [("full_name", "Rachel Okwuosa Hale"), *WORK]
ACCOUNTS = {
    "a#owner": ("pro:rachel", None),
    "f#owner": ("pro:rachel-7", None),
    "t#owner": ("chirp:rokhale", None),
}


def suspected(case, kit, people, *listed, human=()):
    sides = case(people, ACCOUNTS)
    return [(each.copy, each.of) for each in suspicions(sides, mandate(*listed), kit, human)]


def test_jp14_the_account_that_is_not_listed_is_the_suspect(case, kit):
    people = {"a#owner": HERS, "f#owner": COPY}
    assert suspected(case, kit, people, "pro:rachel") == [("f#owner", "a#owner")]
    assert suspected(case, kit, people, "pro:rachel-7") == [("a#owner", "f#owner")]


def test_jp14_a_namesake_of_another_trade_is_no_suspect(case, kit):
    other = [
        ("full_name", "Rachel Okwuosa Hale"),
        ("employer", "Dock Six"),
        ("job_title", "potter"),
    ]
    assert suspected(case, kit, {"a#owner": HERS, "f#owner": other}, "pro:rachel") == []


def test_jp14_where_none_is_listed_the_thinner_history_tells(case, kit):
    old = [*HERS, fact("a#owner", "old_post", "x", on="2025-06-20")]
    new = [*COPY, ("account_created", "2025-11-28")]
    assert suspected(case, kit, {"a#owner": old, "f#owner": new}) == [("f#owner", "a#owner")]
    assert suspected(case, kit, {"a#owner": HERS, "f#owner": COPY}) == []


def test_jp14_two_accounts_that_a_person_holds_are_no_copies(case, kit):
    people = {"a#owner": HERS, "f#owner": COPY}
    assert suspected(case, kit, people, "pro:rachel", "pro:rachel-7") == []
    said = [HumanJudgement(left="a#owner", right="f#owner", judgement=Judgement.SAME)]
    assert suspected(case, kit, people, "pro:rachel", human=said) == []


def test_jp14_the_copy_is_kept_from_every_account_of_hers(case, kit):
    from auditor.link.impersonation import barred

    phone = ("phone_mobile", "+447700900418")
    sides = case({"a#owner": HERS, "f#owner": [*COPY, phone], "t#owner": [*HERS, phone]}, ACCOUNTS)
    of = mandate("pro:rachel", "chirp:rokhale")
    held = barred(suspicions(sides, of, kit), sides, of)
    groups = cluster(sides, kit, (), held).groups
    assert frozenset({"f#owner"}) in groups
    assert frozenset({"a#owner", "t#owner"}) in groups


def test_jp14_a_copy_is_no_rival_for_what_is_hers(case, kit):
    from auditor.link.impersonation import barred

    town = ("home_commune", "Leeds")
    page = [("full_name", "Rachel Okwuosa-Hale"), town, ("employer", "Brightmoor Foods")]
    sides = case({"a#owner": [*HERS, town], "f#owner": [*COPY, town], "p#rachel": page}, ACCOUNTS)
    of = mandate("pro:rachel")
    groups = cluster(sides, kit, (), barred(suspicions(sides, of, kit), sides, of)).groups
    assert frozenset({"a#owner", "p#rachel"}) in groups


def test_two_times_the_same_is_the_same_whatever_the_scores_say(case, kit):
    people = {
        "a#owner": [("full_name", "Loïc Tréhardel"), ("home_commune", "Nantes")],
        "b#owner": [("alias", "zorblax")],
        "c#owner": [("full_name", "Nora Quellec"), ("home_commune", "Lyon")],
    }
    sides = case(people)
    assert judge(sides["a#owner"], sides["c#owner"], kit).judgement is Judgement.DIFFERENT
    human = [
        HumanJudgement(left=left, right=right, judgement=Judgement.SAME)
        for left, right in (("a#owner", "b#owner"), ("c#owner", "b#owner"))
    ]
    assert frozenset(people) in cluster(sides, kit, human).groups


def test_what_speaks_against_between_two_records_keeps_their_wholes_apart(case, kit):
    """The best agreement of two wholes hides what contradicts: here two ages behind one name."""
    age = {"period": ("1979-06-24", "1980-06-23")}
    old = {"period": ("1946-01-01", "1946-12-31")}
    name, town = ("full_name", "Loïc Tréhardel"), ("home_commune", "Nantes")
    phone = ("phone_mobile", "+33639984127")
    people = {
        "a#owner": [name, town, phone, fact("a#owner", "age", "28", **age)],
        "b#owner": [name, town, phone],
        "c#owner": [name, town, ("employer", "Port"), fact("c#owner", "birth_year", "1946", **old)],
    }
    for group in cluster(case(people), kit).groups:
        assert not {"a#owner", "c#owner"} <= group
