"""assess/first.py and assess/sight.py: what is promised of a fix is what an assessment without the facts finds."""

import dataclasses
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.assess.dials import dials
from auditor.assess.findings import findings
from auditor.assess.first import Ground, fixes
from auditor.assess.kinds import kinds
from auditor.assess.load import load
from auditor.assess.scale import scale
from auditor.model.identity import Identity
from auditor.model.portrait import Edit, Remedy
from auditor.model.report import View
from auditor.model.viewer import Viewer
from tests.builders import fact

RULES = Path(__file__).parents[2] / "rules"
KINDS, SCALE, PACKS = kinds(RULES), scale(RULES), load(RULES)
USED = sorted({each.kind for rule in PACKS for shown in rule.examples.fires for each in shown})
ME, OTHER = "a#owner", "b#owner"


def effort(facts):
    count = len(list(facts))
    return float(count), "easy" if count == 1 else "medium"


GROUND = Ground(rules=PACKS, kinds=KINDS, scale=SCALE, declared=frozenset(), effort=effort)


def assessed(facts, records=(ME, OTHER)):
    """The findings and dials of one identity that shows these facts."""
    mine = [each for each in facts if each.record in records]
    found = findings(PACKS, {"i": mine}, declared=frozenset(), kinds=KINDS, floor=SCALE.floor.value)
    by_id, asked = {each.id: each for each in mine}, {rule.id: rule for rule in PACKS}
    return found, dials(found, by_id, asked, scale=SCALE)


def view(facts, viewer=Viewer.ANYONE, remedies=(), made=()):
    found, read_outs = assessed([*facts, *made])
    return View(
        viewer=viewer,
        facts=tuple(each.id for each in facts),
        made=tuple(made),
        identities=(Identity(id="i", records=(ME, OTHER), accounts=(), is_subject=True),),
        links=(),
        absences=(),
        namesakes=(),
        impersonations=(),
        portrait=None,
        remedies=tuple(remedies),
        findings=found,
        dials=read_outs,
    )


def one(kind, value="x", record=ME, **more):
    return fact(record, kind, value, **more)


PACK = [
    one("full_name", "Zélie Canarivane"),
    one("birth_date", "1984-02-29"),
    one("home_address", "3 rue des Tanneurs"),
    one("home_address", "3 rue des Tanneurs", OTHER),
    one("phone_mobile", "+33639984127"),
]


@st.composite
def told(draw):
    return one(
        draw(st.sampled_from(USED)),
        draw(st.sampled_from("abcd")),
        draw(st.sampled_from([ME, OTHER])),
    )


def test_where_nothing_was_found_nothing_is_to_be_fixed():
    assert fixes([], [], GROUND) == ()
    calm = [one("hobby", "reliure")]
    assert fixes([view(calm)], calm, GROUND) == ()


def test_contacts_and_the_subject_are_no_strangers():
    views = [view(PACK, viewer) for viewer in (Viewer.CONTACT, Viewer.ME)]
    assert fixes(views, PACK, GROUND) == ()


def test_a_value_is_taken_back_wherever_it_stands():
    first, *_ = fixes([view(PACK)], PACK, GROUND)
    found = {each.id: each for each in PACK}
    kinds_taken = {found[each].kind for each in first.facts}
    assert len(kinds_taken) == 1
    addresses = {each.id for each in PACK if each.kind == "home_address"}
    assert not addresses & set(first.facts) or addresses == set(first.facts)
    assert "fraud.identity-pack" in first.closes


def test_a_remedy_unties_all_that_its_records_tell():
    tie, told_there = (
        one("username", "zcana"),
        [one("home_address", "x", OTHER), one("birth_date", "y", OTHER)],
    )
    facts = [one("full_name", "Zélie Canarivane"), tie, *told_there]
    edit = Edit(fact=tie.id, action="rename", effort="medium", by_whom="subject")
    remedy = Remedy(edits=(edit,), breaks=(OTHER,))
    first, *_ = fixes([view(facts, remedies=[remedy])], facts, GROUND)
    assert first.facts == (tie.id,)
    assert first.dials["fraud"][1] == 0


def test_what_follows_from_a_fact_falls_with_it():
    post = one("public_comment", "joyeux anniversaire")
    born = dataclasses.replace(
        one("birth_date", "1984-02-29"), inferred_from=(post.id,), recognizer="inferred"
    )
    facts = [post, *(each for each in PACK if each.kind in {"full_name", "home_address"})]
    taken = {each for fix in fixes([view(facts, made=[born])], facts, GROUND) for each in fix.facts}
    assert born.id not in taken  # nobody can take back what others work out


def test_of_two_that_help_as_much_the_easier_comes_first():
    facts = [one("credentials", "x"), one("credentials", "x"), one("credentials", "y")]
    (fix,) = fixes([view([facts[2]])], [facts[2]], GROUND)
    assert fix.effort == "easy"
    assert fix.facts == (facts[2].id,)


@settings(max_examples=60, deadline=None)
@given(st.lists(told(), min_size=1, max_size=14))
def test_what_a_fix_promises_is_what_is_found_without_it(facts):
    """The dials and rules after each fix are those of an assessment that never saw the facts."""
    left = list(facts)
    for fix in fixes([view(facts)], facts, GROUND):
        (before, was), left = assessed(left), [each for each in left if each.id not in fix.facts]
        after, now = assessed(left)
        fallen = {
            name: (was[name].value, now[name].value)
            for name in was
            if was[name].value > now[name].value
        }
        assert fix.dials == fallen
        assert set(fix.closes) == {each.rule for each in before} - {each.rule for each in after}


@settings(max_examples=30, deadline=None)
@given(st.lists(told(), min_size=1, max_size=8))
def test_no_other_value_helps_more_than_the_first(facts):
    found = fixes([view(facts)], facts, GROUND)
    total = sum(each.value for each in assessed(facts)[1].values())

    def falls(taken):
        left = [each for each in facts if each.id not in taken]
        return total - sum(each.value for each in assessed(left)[1].values())

    values = {(each.kind, each.value) for each in facts}
    best = max(falls({f.id for f in facts if (f.kind, f.value) == each}) for each in values)
    assert falls(found[0].facts if found else ()) >= best - 5  # five dials, each rounded


@given(st.lists(told(), max_size=10), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_facts_is_no_matter(facts, random):
    shuffled = list(facts)
    random.shuffle(shuffled)
    assert fixes([view(facts)], facts, GROUND) == fixes([view(shuffled)], shuffled, GROUND)


def test_it_changes_most_for_whom_it_weighs_most():
    """The same fall counts more with a search engine than with a friend of a friend."""
    seen = [one("credentials", "a")]
    views = [view(seen, each) for each in (Viewer.FRIEND_OF_FRIEND, Viewer.SEARCH)]
    (fix,) = fixes(views, seen, GROUND)
    assert fix.viewer is Viewer.SEARCH
