"""The cards: what each says is right is what the truth of its sample says, and everything on it can be seen."""

from dataclasses import replace

import pytest
import yaml

from auditor.model.names import slug
from auditor.model.viewer import Viewer
from auditor.resources.folders import folder
from auditor.workshop.cards import ANSWERS, ORDER, Asked, decoys, drafts
from auditor.workshop.cases import playable
from auditor.workshop.truth import Apart, Join, TrueJoin
from tests.workshop.played import book, played, pool

ANSWER = {
    "same": "yes",
    "unresolved": "unsure",
    "impersonation": "no",
    "inference": "yes",
    "absent": "no",
}
"""Written anew: what the words of `formats.md` §4 mean as an answer to “the same person?”."""


def told(name):
    return yaml.safe_load((folder("samples") / name / "truth.yml").read_text(encoding="utf-8"))


def ids(name, named):
    """The records that a name of the truth stands for."""
    source, _, words = named.partition("#")
    wanted = f"{source}#{words if words == 'owner' else slug(words)}"
    return {
        each.id
        for each in played(name).report.records
        if each.id == wanted
        or (each.id.startswith(f"{wanted}-") and each.id[len(wanted) + 1 :].isdigit())
    }


def groups(name):
    """Who is one person, by the truth alone."""
    found = []
    for join in told(name)["joins"]:
        if join["kind"] == "same":
            both = ids(name, join["left"]) | ids(name, join["right"])
            near = [each for each in found if each & both]
            found = [each for each in found if not each & both] + [both.union(*near)]
    return found


def same_people(name, left, right):
    """Do the two pairs of records stand for the same two people?"""

    def whole(record):
        return next(
            (frozenset(each) for each in groups(name) if record in each), frozenset({record})
        )

    return {whole(each) for each in left} == {whole(each) for each in right}


def by_a_join(name, card):
    """The kind of the join that names the records of a card; None where none does."""
    pair = {card.left, card.right[0]}
    for join in told(name)["joins"]:
        named = join.get("from") or [join.get("left", ""), join.get("right", "")]
        records = set().union(*(ids(name, each) for each in named))
        follows = join["kind"] == "inference"
        if follows == (card.asked is Asked.FOLLOWS) and pair <= records:
            return join["kind"]
    return "absent" if card.asked is Asked.LIST else None


def left_open(name, pair):
    """Does the truth leave it open whether these two people are one, whichever of their pages it names?"""
    open_ = [each for each in told(name)["joins"] if each["kind"] == "unresolved"]
    sides = [[ids(name, each["left"]), ids(name, each["right"])] for each in open_]
    return any(all(each) and same_people(name, pair, set().union(*each)) for each in sides)


def by_the_truth(name, card):
    """The answer that the file gives for the records of a card."""
    pair, kind = {card.left, card.right[0]}, by_a_join(name, card)
    if kind:
        return ANSWER[kind]
    apart = [
        ids(name, each["left"]) | ids(name, each["right"]) for each in told(name)["must_not_join"]
    ]
    assert any(pair <= each for each in apart), f"the truth says nothing of {pair}"
    return "unsure" if left_open(name, pair) else "no"


@pytest.mark.parametrize("name", playable())
def test_every_answer_is_the_truths(name):
    for card in pool(name):
        assert card.answer == by_the_truth(name, card), card.key


@pytest.mark.parametrize("name", playable())
def test_every_reason_is_the_truths(name):
    truth = told(name)
    reasons = {each["why"] for each in (*truth["joins"], *truth["must_not_join"])}
    assert {each.why for each in pool(name)} <= reasons


@pytest.mark.parametrize("name", playable())
def test_all_that_the_truth_tells_of_records_that_are_shown_is_on_a_card(name):
    truth = told(name)
    on_cards = [{each.left, *each.right} for each in pool(name)]
    for each in (*truth["joins"], *truth["must_not_join"]):
        named = each.get("from") or ([each["left"], each["right"]] if "left" in each else [])
        sides = [ids(name, one) for one in named]
        if named and all(sides) and len(sides[0]) == len(sides[1]) == 1:
            assert set().union(*sides) in on_cards, each


def test_every_kind_of_join_has_an_answer():
    assert set(ANSWERS) == set(Join)
    assert {kind.value: answer.value for kind, answer in ANSWERS.items()} == ANSWER


@pytest.mark.parametrize("name", playable())
def test_a_pair_is_asked_once(name):
    keys = [(each.asked, frozenset((each.left, *each.right))) for each in pool(name)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", playable())
def test_the_viewer_sees_both_sides_and_no_lesser_one_does_where_it_was_chosen(name):
    report = played(name).report
    joined = {frozenset((each.left, *each.right)) for each in pool(name) if each.pattern}
    for card in pool(name):
        records = {card.left, *card.right}

        def seen(viewer, records=records):
            facts = set(report.views[viewer].facts)
            return records <= {each.record for each in report.facts if each.id in facts}

        assert seen(card.viewer)
        if frozenset(records) not in joined:
            lesser = ORDER[: ORDER.index(card.viewer)]
            assert not any(seen(each) for each in lesser)


def test_the_school_list_is_one_card_with_its_five_rows():
    (card,) = [each for each in pool("marc-l") if each.asked is Asked.LIST]
    assert card.right == tuple(f"p1e#loic-trehardel-{row}" for row in range(1, 6))
    assert card.left == "p1d#loic-trehardel"
    assert not [
        each
        for each in pool("marc-l")
        if each.asked is Asked.PAIR and any("p1e" in one for one in each.pair)
    ]


def test_the_birth_date_is_a_card_of_what_follows():
    (card,) = [each for each in pool("marc-l") if each.asked is Asked.FOLLOWS]
    assert card.gives == ("birth_date", "1980-03-17")


@pytest.mark.parametrize("name", playable())
def test_the_decoys_around_are_the_cases_and_not_on_the_card(name):
    known = {one for each in told(name)["decoys"] for one in ids(name, each["record"])}
    for card in pool(name):
        around = {record for record, _ in decoys(card, book(name))}
        assert around <= known - {card.left, *card.right}


def test_what_follows_from_one_page_alone_makes_no_card():
    one = TrueJoin(
        pattern="JP-07", kind=Join.INFERENCE, seen_from=Viewer.SEARCH, of="subject", why="x",
        origins=("q1#owner",), gives="birth_year 1950",
    )  # fmt: skip
    found = played("trail")
    told_more = replace(found, truth=replace(found.truth, joins=(*found.truth.joins, one)))
    assert [each.key for each in drafts(told_more, book("trail"))] == [
        each.key for each in pool("trail")
    ]


def test_a_record_that_no_page_shows_makes_no_card():
    lost = Apart(left="q1#owner", right="q2#Nobody At All", why="x")
    found = played("trail")
    told_more = replace(
        found, truth=replace(found.truth, must_not_join=(lost, *found.truth.must_not_join))
    )
    assert {each.key for each in drafts(told_more, book("trail"))} == {
        each.key for each in pool("trail")
    }
