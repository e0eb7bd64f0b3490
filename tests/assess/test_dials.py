"""assess/dials.py"""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.assess.dials import NAMES, dials
from auditor.assess.examples import facts as certain
from auditor.assess.findings import findings
from auditor.assess.kinds import kinds
from auditor.assess.load import load
from auditor.assess.scale import scale
from auditor.model.fact import About, Fact
from auditor.model.rule import Example, Need, Rule
from auditor.model.visibility import Visibility

RULES = Path(__file__).parents[2] / "rules"
KINDS = kinds(RULES)
SCALE = scale(RULES)
PACKS = load(RULES)
USED = sorted({fact.kind for rule in PACKS for each in rule.examples.fires for fact in each})
DECLARED = frozenset({"sms_2fa"})


def made_fact(kind="employer", value="x", visibility=Visibility.INDEXED, **more) -> Fact:
    (made,) = certain([Example(kind=kind, value=value, visibility=visibility)])
    return dataclasses.replace(made, **more)


def made_rule(needs: Need, **more) -> Rule:
    fraud = next(rule for rule in PACKS if rule.code == "F-01")
    return dataclasses.replace(fraud, needs=needs, **more)


def read_outs(facts, rules=PACKS):
    numbered = [dataclasses.replace(fact, id=f"f{at}") for at, fact in enumerate(facts)]
    found = findings(
        rules, {"i1": numbered}, declared=DECLARED, kinds=KINDS, floor=SCALE.floor.value
    )
    by_id = {fact.id: fact for fact in numbered}
    asked = {rule.id: rule for rule in rules}
    return dials(found, by_id, asked, scale=SCALE, declared=DECLARED)


def values(facts):
    return [dial.value for dial in read_outs(facts).values()]


@st.composite
def fact(draw: st.DrawFn) -> Fact:
    return made_fact(
        draw(st.sampled_from(USED)),
        draw(st.sampled_from("abcdefghij")),
        visibility=draw(st.sampled_from(Visibility)),
        confidence=draw(st.floats(0, 1)),
        about=draw(st.sampled_from([About.SUBJECT, About.SUBJECT, About.OTHER])),
    )


some = st.lists(fact(), max_size=40)


@given(some, fact())
def test_a_further_fact_never_lowers_a_dial(facts, one):
    for before, after in zip(values(facts), values([*facts, one]), strict=True):
        assert after >= before


@given(some, fact(), st.sampled_from(Visibility), st.data())
def test_a_wider_visibility_never_lowers_a_dial(facts, one, wider, data):
    if not wider.reaches(one.visibility):
        return
    at = data.draw(st.integers(0, len(facts)))
    narrow = values([*facts[:at], one, *facts[at:]])
    wide = values([*facts[:at], dataclasses.replace(one, visibility=wider), *facts[at:]])
    assert all(after >= before for before, after in zip(narrow, wide, strict=True))


@given(some, st.data())
def test_a_duplicate_changes_nothing(facts, data):
    if facts:
        assert values(facts) == values([*facts, data.draw(st.sampled_from(facts))])


@given(some, fact())
def test_confidence_0_changes_nothing(facts, one):
    assert values(facts) == values([*facts, dataclasses.replace(one, confidence=0.0)])


@given(some, fact(), st.sampled_from([about for about in About if about is not About.SUBJECT]))
def test_a_fact_about_someone_else_changes_nothing(facts, one, about):
    if not KINDS[one.kind].others:
        assert values(facts) == values([*facts, dataclasses.replace(one, about=about)])


@given(some)
def test_the_order_of_the_facts_changes_nothing(facts):
    assert values(facts) == values(facts[::-1])


def test_nothing_found_is_0_and_a():
    assert {(dial.value, dial.grade) for dial in read_outs([]).values()} == {(0, "A")}
    assert tuple(read_outs([])) == NAMES


@pytest.mark.parametrize(
    ("severity", "confidence", "value"), [(1, 1.0, 2), (3, 1.0, 10), (5, 1.0, 30), (5, 0.5, 15)]
)
def test_one_finding_moves_its_dial_by_its_weight(severity, confidence, value):
    rule = made_rule(Need(kind="employer"), severity=severity)
    found = read_outs([made_fact(confidence=confidence)], [rule])
    assert found["fraud"].value == value
    assert found["employer"].value == 0


def test_weak_evidence_beside_strong_does_not_weaken_it():
    rule = made_rule(Need(all=(Need(kind="employer"), Need(kind="school"))), severity=5)
    strong = [made_fact(confidence=0.9), made_fact("school", confidence=0.8)]
    weak = [made_fact(value=str(at), confidence=0.3) for at in range(20)]
    assert read_outs(strong, [rule]) == read_outs([*weak, *strong], [rule])
    assert read_outs(strong, [rule])["fraud"].value == 24


def test_findings_of_one_dial_add_up_below_100():
    rules = [made_rule(Need(kind="employer"), id=f"fraud.{at}", severity=5) for at in range(2)]
    assert read_outs([made_fact(confidence=1.0)], rules)["fraud"].value == 51


def test_a_rule_that_fires_on_two_identities_is_one_risk():
    rule = made_rule(Need(kind="employer"), severity=5)
    facts = {
        "f1": made_fact(confidence=0.6),
        "f2": dataclasses.replace(made_fact(confidence=0.9), id="f2"),
    }
    facts["f1"] = dataclasses.replace(facts["f1"], id="f1")
    found = findings(
        [rule],
        {"i1": [facts["f1"]], "i2": [facts["f2"]]},
        declared=DECLARED,
        kinds=KINDS,
        floor=SCALE.floor.value,
    )
    assert len(found) == 2
    made = dials(found, facts, {rule.id: rule}, scale=SCALE, declared=DECLARED)
    assert made["fraud"].value == 27
