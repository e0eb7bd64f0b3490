"""The walk of a stranger: best first, hop by hop, with what is learnt and how many people still fit."""

import datetime
from dataclasses import replace
from itertools import pairwise

import pytest

from auditor.link.portrait.cv import CV, cv, shown
from auditor.link.portrait.hops import HOPS, Pages
from auditor.link.view import Question, link
from auditor.model.identity import Identity
from auditor.model.mandate import Account, Declared, Mandate, Purpose, Subject
from auditor.model.viewer import Viewer
from tests.builders import fact, record

ME = "a#owner"
NAME = fact(ME, "full_name", "Loïc Tréhardel")
COMMON = fact(ME, "full_name", "Marie Martin")
SHORT = fact(ME, "alias", "Loïc T.")
TOWN = fact(ME, "home_commune", "Nantes")
BORN = fact(ME, "birth_year", "1980", period=("1980-01-01", "1980-12-31"))
DAY = fact(ME, "birth_day_month", "03-17", period=("2008-03-15", "2008-03-17"))
JOB = fact(ME, "job_title", "dessinateur")
PHONE = fact(ME, "phone_mobile", "+33639984127")
CLUES = [NAME, COMMON, SHORT, TOWN, BORN, DAY, JOB, PHONE]


def mandate(*accounts, **told):
    return Mandate(
        subject=Subject(name="Loïc Tréhardel"),
        purpose=Purpose.SELF_AUDIT,
        language="fr",
        signed_on=datetime.date(2026, 1, 1),
        expires_on=datetime.date(2027, 1, 1),
        accounts=tuple(Account(id=each) for each in accounts),
        declared=Declared(cv=told),
    )


def walked(kit, people, *, viewer=Viewer.ANYONE, start=None, told=None):
    records = [
        record(name, account=f"{name[0]}:x" if name.endswith("#owner") else None) for name in people
    ]
    facts = [
        replace(each, id=f"{name}{at}", record=name, source=name.partition("#")[0])
        for name, said in people.items()
        for at, each in enumerate(said)
    ]
    question = Question(viewer=viewer, mandate=mandate("a:x", **(told or {})), start=start)
    return link(records, facts, kit, question)


def test_each_step_tells_what_is_new_and_how_many_still_fit(kit):
    found = walked(kit, {"a#owner": [SHORT, PHONE], "b#owner": [NAME, PHONE, TOWN, JOB]}).portrait
    (step,) = found.steps
    assert (found.start, step.record) == ("a#owner", "b#owner")
    assert step.quotes
    assert step.bits > 0
    assert step.crowd == 1
    assert set(step.adds) == {"b#owner0", "b#owner2", "b#owner3"}


def test_a_walk_may_start_anywhere(kit):
    people = {"a#owner": [SHORT, PHONE], "b#owner": [NAME, PHONE, TOWN]}
    assert walked(kit, people, start="b#owner").portrait.steps[0].record == "a#owner"
    assert walked(kit, people, start="nowhere#owner").portrait is None


def test_a_recruiter_starts_with_the_cv_and_is_told_its_words(kit):
    people = {"a#owner": [SHORT, PHONE, JOB], "b#owner": [NAME, PHONE, TOWN]}
    told = {"name": "Loïc Tréhardel", "town": "Nantes"}
    found = walked(kit, people, viewer=Viewer.RECRUITER, told=told)
    assert found.portrait.start == CV
    assert [each.record for each in found.portrait.steps] == ["b#owner", "a#owner"]
    (link_,) = [each for each in found.portrait.links if each.right == "cv" or each.left == "cv"][
        :1
    ]
    assert link_.id in found.portrait.steps[0].by
    said = {
        one.value
        for each in link_.levels
        for one in (each.left, each.right)
        if hasattr(one, "value")
    }
    assert "Loïc Tréhardel" in said
    assert not {CV} & {record for one in found.identities for record in one.records}
    assert not any("cv-" in edit.fact for each in found.remedies for edit in each.edits)


def test_a_cv_of_a_stranger_leads_nowhere(kit):
    people = {"a#owner": [SHORT, PHONE]}
    told = {"name": "Odile Piquerelle", "town": "Brest"}
    found = walked(kit, people, viewer=Viewer.RECRUITER, told=told)
    assert found.portrait is None
    assert found.remedies == ()


def test_a_cv_without_a_name_is_no_start(kit):
    assert cv({"town": "Nantes"}) is None
    people = {"a#owner": [SHORT, PHONE]}
    found = walked(kit, people, viewer=Viewer.RECRUITER, told={"town": "Nantes"})
    assert found.portrait.start == "a#owner"


def test_the_words_of_a_cv_stand_in_for_its_facts(kit):
    side = cv({"name": "Loïc Tréhardel", "email": "Loic@Courriel.example"})
    assert [each.value for each in side.facts] == ["Loïc Tréhardel", "loic@courriel.example"]
    people = {"a#owner": [NAME, TOWN]}
    told = {"name": "Loïc Tréhardel", "town": "Nantes"}
    (tie,) = walked(kit, people, viewer=Viewer.RECRUITER, told=told).portrait.links
    assert shown(tie, side) == tie


def chained(length):
    """A page names a friend, whose own page names a friend, …; the last names the subject again."""
    sources = ["me", *(f"f{at}" for at in range(length))]
    records = [record(f"{each}#owner") for each in sources]
    named = [record(f"{here}#{there}") for here, there in pairwise(sources)]
    last = record(f"{sources[-1]}#subject")
    people = [
        Identity(id=f"{there}#owner", records=(f"{there}#owner", f"{here}#{there}"))
        for here, there in pairwise(sources)
    ]
    return Pages([*records, *named, last], people), last.id


@pytest.mark.parametrize("length", range(1, 6))
def test_friends_of_friends_are_followed_hop_by_hop_and_no_farther_than_three(length):
    pages, last = chained(length)
    found = pages.through(["me#owner"], last, ["me#owner", last])
    if length < HOPS:
        assert found == tuple(f"f{at}#owner" for at in range(length))
    else:
        assert found is None


def friends(length):
    """Pages of friends: each names the next; the last names somebody who has the subject's own number."""
    names = [
        "Loïc Tréhardel",
        "Nolwenn Abgrall",
        "Titouan Goasguen",
        "Erwan Morvanec",
        "Solenn Berrigaud",
    ]
    emails = [f"{chr(97 + at)}@courriel.example" for at in range(length + 1)]
    people = {"a#owner": [SHORT, PHONE]}
    for at in range(1, length + 1):
        here, there = chr(96 + at), chr(97 + at)
        said = [fact("x", "full_name", names[at]), fact("x", "email_personal", emails[at])]
        people[f"{here}#next"] = said
        people[f"{there}#owner"] = said
    people[f"{chr(97 + length)}#subject"] = [NAME, PHONE]
    return people


@pytest.mark.parametrize("length", range(1, 5))
def test_a_page_at_the_fourth_hop_is_not_walked_though_it_is_one_person(kit, length):
    found = walked(kit, friends(length))
    last = f"{chr(97 + length)}#subject"
    (home,) = [one for one in found.identities if "a#owner" in one.records]
    assert last in home.records, "it joins, or the test is empty"
    steps = {each.record: each.through for each in found.portrait.steps}
    if length < HOPS:
        assert steps == {last: tuple(f"{chr(97 + at)}#owner" for at in range(1, length + 1))}
    else:
        assert steps == {}


def test_ones_own_pages_are_no_hops():
    pages, last = chained(1)
    assert pages.through(["me#owner"], last, ["me#owner", "f0#owner", last]) == ()


def test_what_stands_on_a_known_page_needs_no_hop():
    pages, _ = chained(1)
    assert pages.through(["me#owner"], "me#f0", ["me#owner"]) == ()
