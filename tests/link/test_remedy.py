"""The smallest sets of edits: they break the join, nothing cheaper does, and what others decide is told."""

from dataclasses import replace
from itertools import combinations, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.link.cluster import cluster
from auditor.link.efforts import Efforts
from auditor.link.remedy.choices import choices
from auditor.link.remedy.cores import facts as gone_by
from auditor.link.remedy.find import Case, remedies, sought
from auditor.link.remedy.hide import without
from auditor.link.remedy.hit import cheapest, cost, greedy
from auditor.link.remedy.memory import remembering
from auditor.link.remedy.pairs import likeliest
from auditor.link.remedy.wholes import holds, tie
from auditor.model.link import HumanJudgement, Judgement
from auditor.resources.folders import folder
from auditor.resources.read import load
from benchmarks.remedy import again, asked, search
from benchmarks.remedy import linking as linked_kit
from tests.builders import fact

CASES = settings(max_examples=40, deadline=None)
PHONE = ("phone_mobile", "+33639984127")
MAIL = ("email_personal", "zorblax@courriel.example")
NAME = ("full_name", "Loïc Tréhardel")
SHORT = ("alias", "Loïc T.")
TOWN = ("home_commune", "Nantes")
BAND = ("group_membership", "les volets clos")
AMP = ("belonging", "amplifier orage")
HANDLE = ("username", "zorblax_44")
SAID = st.lists(
    st.sampled_from([PHONE, MAIL, NAME, SHORT, TOWN, BAND, AMP, HANDLE, ("activity", "bass")]),
    min_size=1,
    max_size=4,
    unique=True,
)
PEOPLE = st.lists(SAID, min_size=2, max_size=4)


@pytest.fixture(scope="session")
def weighing(kit):
    return replace(kit, efforts=load(folder("rules") / "remedies.yml", Efforts))


def ask(sides, start="a#owner", *, own="abcdefg", human=(), kinds=None):
    facts = [each for side in sides.values() for each in side.facts]
    return Case(
        start=start,
        sides=sides,
        facts=facts,
        own=frozenset(own),
        kinds=kinds or {},
        human=human,
    )


def after(sides, gone):
    return {name: without(side, gone) for name, side in sides.items()}


def told(case, people):
    return case({f"{letter}#owner": each for letter, each in zip("abcdefg", people, strict=False)})


def joined(sides, kit):
    """The identity of the start, where it has others in it."""
    group = next(each for each in cluster(sides, kit).groups if "a#owner" in each)
    return {name: sides[name] for name in sorted(group)}


@CASES
@given(people=PEOPLE)
def test_a_remedy_breaks_the_join_when_all_is_judged_again(case, weighing, people):
    sides = joined(told(case, people), weighing)
    for end in sorted(set(sides) - {"a#owner"}):
        found = sought(ask(sides), [end], weighing).smallest(alone=True)
        if found is not None:
            left = tie("a#owner", after(sides, gone_by(found.edits)), weighing)
            assert not holds(left, {end})
            assert found.after == left


@CASES
@given(people=PEOPLE)
def test_nothing_cheaper_does_by_brute_force(case, weighing, people):
    sides = joined(told(case, people), weighing)
    for end in sorted(set(sides) - {"a#owner"}):
        search = sought(ask(sides), [end], weighing)
        found = search.smallest(alone=True)
        if found is None or found.proved:
            assert (
                brute(search, sides, {end}, weighing, below=found.cost if found else 99.0) is None
            )


def brute(search, sides, ends, kit, *, below):
    """The cheapest set under a cost that breaks the join, all sets of at most three edits being tried."""
    every = sorted(set(search.editable.choices.values()), key=lambda one: one.key)[:12]
    sets = [each for size in range(4) for each in combinations(every, size) if cost(each) < below]
    for each in sorted(sets, key=cost):
        gone = gone_by(each)
        stands = likeliest("a#owner", ends, gone, search.editable.pairs)
        if not stands and not holds(tie("a#owner", after(sides, gone), kit), ends):
            return cost(each)
    return None


def test_a_second_way_to_be_found_must_go_too(case, weighing):
    sides = told(case, [[PHONE, MAIL], [NAME, PHONE, MAIL]])
    found = sought(ask(sides), ["b#owner"], weighing).smallest(alone=True)
    assert found is not None
    assert found.proved
    kinds = {fact for each in found.edits for fact in each.key if fact in {PHONE[0], MAIL[0]}}
    assert kinds == {"phone_mobile", "email_personal"}


def test_what_only_others_can_change_is_a_finding(case, weighing):
    sides = case({"a#owner": [NAME, TOWN, PHONE], "b#x": [NAME, TOWN, PHONE]})
    search = sought(ask(sides, own="b"), ["b#x"], weighing)
    assert search.smallest(alone=True) is not None
    sides = case({"a#x": [SHORT, TOWN, PHONE], "b#x": [NAME, TOWN, PHONE]})
    search = sought(ask(sides, "a#x", own=""), ["b#x"], weighing)
    assert search.smallest(alone=True) is None
    found = search.smallest(alone=False)
    assert found is not None
    assert {edit.by_whom for each in found.edits for edit in each.edits} == {"other"}
    (remedy,) = remedies(ask(sides, "a#x", own=""), weighing)
    assert not remedy.alone
    assert {each.action for each in remedy.edits} == {"ask"}


def test_others_are_asked_for_as_little_as_possible(case, weighing):
    people = {"a#owner": [PHONE, MAIL], "b#x": [NAME, PHONE], "b2#owner": [NAME, MAIL]}
    found = remedies(ask(case(people), own=("a", "b2")), weighing)
    assert found
    assert all(each.alone for each in found)


def test_two_readings_of_one_account_are_never_set_apart(case, weighing):
    same = ("photos:zorblax", "https://photos.example/zorblax")
    sides = case(
        {"a#owner": [SHORT, PHONE], "b#owner": [SHORT, PHONE], "c#owner": [NAME, PHONE]},
        {"a#owner": same, "b#owner": same},
    )
    for each in remedies(ask(sides), weighing):
        assert "b#owner" not in each.breaks
        left = tie("a#owner", after(sides, {one.fact for one in each.edits}), weighing)
        assert "c#owner" not in left.reach


def test_what_a_person_judged_apart_needs_no_remedy(case, weighing):
    sides = told(case, [[SHORT, PHONE], [NAME, PHONE]])
    apart = [HumanJudgement(left="a#owner", right="b#owner", judgement=Judgement.DIFFERENT)]
    assert remedies(ask(sides, human=apart), weighing) == ()


def test_a_kit_without_efforts_seeks_no_remedy(case, kit):
    assert (
        remedies(ask(told(case, [[SHORT, PHONE], [NAME, PHONE]])), replace(kit, efforts=None)) == ()
    )


def test_the_same_words_of_one_record_go_together(weighing):
    here = [fact("a#owner", *PHONE), fact("a#owner", *PHONE, passage="post-1")]
    there = fact("b#x", *PHONE)
    made = choices([*here, there], frozenset("a"), weighing.efforts)
    assert made[here[0].id] is made[here[1].id]
    assert made[here[0].id] is not made[there.id]
    costs = weighing.efforts.costs
    assert made[here[0].id].cost == costs["easy"].value + costs["medium"].value
    assert made[there.id].cost == costs["hard"].value


ROWS = st.lists(st.sets(st.integers(0, 7), min_size=1, max_size=4), max_size=7)


@CASES
@given(rows=ROWS)
def test_the_cheapest_set_meets_every_core_and_equals_brute_force(weighing, rows):
    kinds = [PHONE, NAME, HANDLE, TOWN, BAND, AMP, MAIL, SHORT]
    made = choices([fact("a#owner", *each) for each in kinds], frozenset("a"), weighing.efforts)
    every = sorted(set(made.values()), key=lambda one: one.key)
    cores = [frozenset(every[at] for at in row) for row in rows]
    found, near = cheapest(cores, alone=True), greedy(cores, alone=True)
    assert all(found & core and near & core for core in cores)
    sets = (frozenset(each) for size in range(9) for each in combinations(every, size))
    best = min(cost(each) for each in sets if all(each & core for core in cores))
    assert cost(found) == pytest.approx(best)
    assert cost(near) >= best


def test_a_core_of_others_words_alone_cannot_be_met_alone(weighing):
    made = choices([fact("b#x", *PHONE)], frozenset(), weighing.efforts)
    core = frozenset(made.values())
    assert cheapest([core], alone=True) is greedy([core], alone=True) is None
    assert cheapest([core], alone=False) == core
    assert cheapest([frozenset()], alone=False) is None


def test_remedies_of_the_generated_population_break_and_are_proved():
    kit = linked_kit()
    found = [measured(each, kit) for each in islice(asked(5_000, 11, kit), 20)]
    assert len(found) == 20
    assert all(broken for broken, _ in found)
    assert sum(proved for _, proved in found) >= 18


def measured(each, kit):
    """Does the remedy break the join where nothing is remembered, and is it proved to be the smallest?"""
    answer = search(each, remembering(kit)).smallest(alone=True)
    return not holds(again(each, gone_by(answer.edits), kit), each.ends), answer.proved
