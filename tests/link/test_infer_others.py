"""link/infer/career.py and others.py: conflicting years, copies and namesakes."""

from dataclasses import replace

import pytest

from auditor.link.infer.career import infer as conflicts
from auditor.link.infer.others import copies, namesakes
from auditor.model.identity import Impersonation, Namesake
from auditor.model.text import say
from auditor.model.visibility import Visibility
from tests.builders import fact

LONG = "9999-12-31"


def job(record, firm, low, high=LONG):
    """A field that states an employer and its years."""
    return fact(record, "employer", firm, period=(f"{low}-01-01", high))


def told(record, claim, firm, post="post-1"):
    """A sentence that claims a post: the claim and the employer in it."""
    return (
        fact(record, "career_claim", claim, passage=post),
        fact(record, "employer", firm, passage=post),
    )


BRUME_15 = told("a#owner", "Comptable, Atelier Brume, 2015–2019", "Atelier Brume")
BRUME_13 = told("b#owner", "Comptable, Atelier Brume, 2013–2019", "atelier brume")


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ([*BRUME_15, *BRUME_13], 1),
        ([*BRUME_15, job("b#owner", "Atelier Brume", 2013, "2019-12-31")], 1),
        ([*BRUME_15, job("b#owner", "Atelier Brume", 2015, "2018-06-30")], 1),
        ([*BRUME_15, job("b#owner", "Atelier Brume", 2015)], 0),  # one of them tells no end
        ([*BRUME_15, job("b#owner", "Atelier Brume", 2015, "2019-03-31")], 0),
        ([*BRUME_15, job("b#owner", "Papeterie Lune", 2013, "2019-12-31")], 0),
        ([*BRUME_15, fact("b#owner", "employer", "Atelier Brume")], 0),  # no years
        # Whoever left and came back tells both; the other account, one.
        ([*BRUME_15, *BRUME_13, job("b#owner", "Atelier Brume", 2015, "2019-12-31")], 0),
        ([job("a#owner", "Brume", 2013), job("a#owner", "Brume", 2015)], 0),  # one source
        ([*BRUME_15, *told("b#owner", "Comptable, Atelier Brume, depuis 2013", "Atelier Brume")], 1),
        ([*BRUME_15, *told("b#owner", "Comptable, Atelier Brume, depuis 2015", "Atelier Brume")], 0),
        ([*BRUME_15, *told("b#owner", "Comptable depuis 2013", "Atelier Brume")], 0),  # names no firm
    ],
)  # fmt: skip
def test_two_sources_that_tell_other_years(facts, count):
    found = list(conflicts(facts, 0.8))
    assert len(found) == count == len(list(conflicts(facts[::-1], 0.8)))


def test_a_conflict_rests_on_both_and_is_seen_where_both_are():
    hidden = fact("b#owner", "employer", "Atelier Brume", period=("2013-01-01", "2019-12-31"))
    hidden = replace(hidden, visibility=Visibility.MEMBERS)
    (found,) = conflicts([*BRUME_15, hidden], 0.8)
    assert found.kind == "career_conflict"
    assert set(found.inferred_from) == {BRUME_15[1].id, hidden.id}
    assert (found.visibility, found.confidence) == (Visibility.MEMBERS, 0.8)


class Named:
    """A side that shows a name, or none."""

    def __init__(self, record, name=None, visibility=Visibility.INDEXED, confidence=0.9):
        named = [] if name is None else [fact(record, "full_name", name)]
        seen = {"visibility": visibility, "confidence": confidence}
        self.facts = [replace(each, **seen) for each in named]

    def of(self, *_):
        return self.facts


SIDES = {
    "a#owner": Named("a#owner", "Loïc Tréhardel", Visibility.MEMBERS),
    "b#owner": Named("b#owner", "Loïc Tréhardel", Visibility.INDEXED),
    "c#owner": Named("c#owner"),
    "list#loic-trehardel": Named("list#loic-trehardel", "Loïc Tréhardel", Visibility.ANYONE, 0.5),
}
MINE = frozenset(("a#owner", "b#owner", "c#owner"))


def test_a_namesake_is_a_fact_of_the_most_public_account():
    other = Namesake(record="list#loic-trehardel", why=say("another town"))
    (found,) = namesakes([other], [], SIDES, MINE)
    assert (found.kind, found.value, found.record) == ("namesake", other.record, "b#owner")
    assert (found.visibility, found.confidence) == (Visibility.ANYONE, 0.5)
    assert found.quote == "Loïc Tréhardel"
    assert found.inferred_from == (SIDES["b#owner"].facts[0].id, SIDES[other.record].facts[0].id)


@pytest.mark.parametrize(
    ("other", "mine"), [("c#owner", MINE), ("b#owner", frozenset(["c#owner"]))]
)
def test_where_one_of_them_bears_no_name_nothing_is_said(other, mine):
    found = namesakes([Namesake(record=other, why=say("another town"))], [], SIDES, mine - {other})
    assert list(found) == []


def test_a_copy_is_a_fact_of_the_account_it_copies():
    copy = Impersonation(record="list#loic-trehardel", of="a#owner", why=say("another town"))
    (found,) = copies([copy], SIDES)
    assert (found.kind, found.record, found.value) == ("duplicate_profile", copy.of, copy.record)
    assert found.visibility is Visibility.MEMBERS


def test_a_copy_is_no_namesake_too():
    copy = Impersonation(record="list#loic-trehardel", of="a#owner", why=say("another town"))
    alike = Namesake(record=copy.record, why=say("another town"))
    assert list(namesakes([alike], [copy], SIDES, MINE)) == []
