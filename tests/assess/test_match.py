"""assess/match.py"""

import dataclasses

import pytest

from auditor.assess.match import MOST, match, satisfied, sheaf
from auditor.model.fact import About, Polarity
from auditor.model.rule import Need
from auditor.model.visibility import Visibility

EMPLOYER = Need(kind="employer", visible_to=Visibility.MEMBERS)
PHONE = Need(kind="phone_mobile", visible_to=Visibility.MEMBERS)
CODES = Need(kind="sms_2fa")
TWO = Need(kind="employer", count=2)
LOW = {"visibility": Visibility.FRIENDS_OF_FRIENDS}


@pytest.fixture
def ids(fact, rule, vocabulary):
    """The evidence of a need over facts, or None."""

    def found(need, *facts, declared=(), floor=0.3):
        finding = match(
            rule(need),
            facts,
            identity="i1",
            declared=frozenset(declared),
            kinds=vocabulary,
            floor=floor,
        )
        return finding and finding.facts

    return found


@pytest.mark.parametrize(
    ("need", "facts", "evidence"),
    [
        (EMPLOYER, [("employer", "a")], ("employer:a",)),
        (EMPLOYER, [("phone_mobile", "1")], None),
        (Need(all=(EMPLOYER, PHONE)), [("employer", "a")], None),
        (
            Need(all=(EMPLOYER, PHONE)),
            [("phone_mobile", "1"), ("employer", "a")],
            ("employer:a", "phone_mobile:1"),
        ),
        (Need(any=(EMPLOYER, PHONE)), [("phone_mobile", "1")], ("phone_mobile:1",)),
        (Need(any=(EMPLOYER, PHONE)), [("school", "1")], None),
        (
            Need(all=(EMPLOYER, Need(any=(EMPLOYER, PHONE)))),
            [("employer", "a")],
            ("employer:a",),
        ),
        (Need(all=(EMPLOYER, Need(none=(PHONE,)))), [("employer", "a")], ("employer:a",)),
        (
            Need(all=(EMPLOYER, Need(none=(PHONE,)))),
            [("employer", "a"), ("phone_mobile", "1")],
            None,
        ),
        (TWO, [("employer", "a")], None),
        (TWO, [("employer", "a"), ("employer", "b")], ("employer:a", "employer:b")),
    ],
)
def test_a_need(ids, fact, need, facts, evidence):
    assert ids(need, *(fact(*each) for each in facts)) == evidence


def test_the_same_value_twice_is_one_value(ids, fact):
    assert ids(TWO, fact(id="f1"), fact(id="f2")) is None


@pytest.mark.parametrize(
    ("visibility", "fires"),
    [
        (Visibility.MEMBERS, True),
        (Visibility.INDEXED, True),
        (Visibility.FRIENDS_OF_FRIENDS, False),
        (Visibility.UNKNOWN, False),
    ],
)
def test_visible_to_is_a_floor_that_unknown_never_reaches(ids, fact, visibility, fires):
    assert (ids(EMPLOYER, fact(visibility=visibility)) is not None) is fires


def test_without_a_floor_visible_or_declared_counts(ids, fact):
    both = Need(all=(EMPLOYER, CODES))
    assert ids(both, fact(), declared=["sms_2fa"]) == ("employer:x",)
    assert ids(both, fact(), fact("sms_2fa", visibility=Visibility.ME)) is not None
    assert ids(both, fact()) is None


def test_what_is_declared_does_not_make_a_fact_visible(ids):
    assert ids(EMPLOYER, declared=["employer"]) is None


@pytest.mark.parametrize(
    "more",
    [
        {"polarity": Polarity.NEGATED},
        {"polarity": Polarity.HYPOTHETICAL},
        {"polarity": Polarity.QUOTED},
        {"confidence": 0.0},
        {"confidence": 0.29},
        {"about": About.OTHER},
        {"about": About.UNKNOWN},
        {"about": About.PARTNER},
        {"about": About.CHILD},
    ],
)
def test_what_does_not_count(ids, fact, more):
    assert ids(EMPLOYER, fact(**more)) is None


def test_confidence_0_never_counts_even_without_a_floor(ids, fact):
    assert ids(EMPLOYER, fact(confidence=0.0), floor=0.0) is None


@pytest.mark.parametrize("about", list(About))
def test_kinds_of_other_people_count_whoever_they_speak_of(ids, fact, about):
    assert ids(Need(kind="child_name"), fact("child_name", about=about)) is not None


def test_evidence_is_the_most_public_first_and_not_endless(ids, fact):
    public = [fact(value=f"v{number:02}") for number in range(MOST + 3)]
    closed = fact(value="closed", visibility=Visibility.MEMBERS, id="closed", confidence=0.95)
    found = ids(EMPLOYER, *public, closed)
    assert len(found) == MOST
    assert found[-1] == "closed"  # kept: the confidence of the finding rests on it
    assert found == ids(EMPLOYER, closed, *reversed(public))


def test_a_rule_that_counts_more_shows_them_all(ids, fact):
    many = [fact(value=f"v{number:02}") for number in range(MOST + 1)]
    assert len(ids(Need(kind="employer", count=MOST + 1), *many)) == MOST + 1


def test_a_condition_asked_twice_is_answered_once_and_alike(fact):
    counted = sheaf([fact(value="a"), fact(value="b")])
    first = satisfied(Need(all=(EMPLOYER, PHONE, EMPLOYER)), counted), counted.of(EMPLOYER)
    assert first == (None, satisfied(EMPLOYER, counted))
    assert counted.of(EMPLOYER) is counted.of(Need(kind="employer", visible_to=Visibility.MEMBERS))


def test_one_condition_over_other_facts_is_answered_anew(fact):
    assert satisfied(EMPLOYER, sheaf([fact()])) is not None
    assert satisfied(EMPLOYER, sheaf([])) is None


def test_the_finding_carries_the_rule(fact, rule, vocabulary):
    made = dataclasses.replace(rule(EMPLOYER), severity=2)
    finding = match(
        made, [fact()], identity="i1", declared=frozenset(), kinds=vocabulary, floor=0.3
    )
    assert (finding.rule, finding.code, finding.severity) == ("fraud.made", "F-99", 2)
    assert (finding.identity, finding.audience) == ("i1", ("fraudster",))
