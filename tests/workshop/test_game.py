"""The game: which cards are chosen, what the program is said to have said, and a page that nothing can break."""

import re
from collections import Counter
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model.link import Judgement
from auditor.model.viewer import Viewer
from auditor.workshop.answers import Answer, weight
from auditor.workshop.cards import Asked, Draft, decoys
from auditor.workshop.cases import playable
from auditor.workshop.choice import choose
from auditor.workshop.game import render, rules
from auditor.workshop.truth import truth
from tests.workshop.played import book, cards, played, pool

PEOPLE = ["marc-l", "ines", "rachel", "maika"]
HOSTILE = '</script><img src=x onerror="alert(1)">\u202egpj.exe\u200b'


@st.composite
def pools(draw):
    """Cards of every answer, with names that may come again; the case behind them is a real one."""
    case = played("trail")
    answers = draw(st.lists(st.sampled_from(Answer), max_size=60))
    return [
        Draft(
            case=replace(case, name=draw(st.sampled_from(["a", "b"]))),
            asked=Asked.PAIR,
            viewer=Viewer.SEARCH,
            left=f"x{draw(st.integers(0, 3))}#owner",
            right=(f"y{at}#owner",),
            answer=answer,
            why="",
            trap=draw(st.floats(0, 1)),
        )
        for at, answer in enumerate(answers)
    ]


@given(pools(), st.integers(5, 30))
@settings(max_examples=200, deadline=None)
def test_a_session_is_balanced_whatever_there_is(pool, most):
    chosen = choose(pool, most)
    counts = Counter(each.answer for each in chosen)
    assert len(chosen) <= most
    assert len({each.key for each in chosen}) == len(chosen)
    assert {each.key for each in chosen} <= {each.key for each in pool}
    assert abs(counts[Answer.YES] - counts[Answer.NO]) <= 2
    assert counts[Answer.UNSURE] <= most // 5


@given(pools(), st.integers(5, 30), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_choice_does_not_hang_on_the_order_of_the_pool(pool, most, random):
    mixed = list(pool)
    random.shuffle(mixed)
    assert choose(mixed, most) == choose(pool, most)


@given(pools())
@settings(max_examples=100, deadline=None)
def test_a_session_is_full_where_there_is_enough(pool):
    counts = Counter(each.answer for each in pool)
    if min(counts[Answer.YES], counts[Answer.NO]) >= 5:
        assert len(choose(pool, 10)) >= 10


@given(pools(), st.integers(5, 30), st.data())
@settings(max_examples=100, deadline=None)
def test_a_session_begins_with_two_pages_and_a_plain_question(pool, most, data):
    kinds = st.sampled_from(Asked)
    pool = [replace(each, asked=data.draw(kinds)) for each in pool]
    chosen = choose(pool, most)
    plain = [one.asked is Asked.PAIR and one.answer is not Answer.UNSURE for one in chosen]
    assert not any(plain) or plain[0]


def test_nobody_is_told_of_before_their_card():
    """Whoever a card asks about is marked with its number, so that the page can wait for it."""
    found = cards(*PEOPLE)
    waiting = 0
    for each in found:
        case = each.draft.case
        around = decoys(each.draft, book(case.name))
        for (record, _), told in zip(around, each.around, strict=True):
            wanted = {
                number
                for number, one in enumerate(found, 1)
                if one.draft.case.name == case.name and record in (one.draft.left, *one.draft.right)
            }
            assert set(told.on) == wanted, told
            waiting += bool(wanted)
    assert waiting


def test_a_decoy_whose_card_comes_later_is_hidden_on_the_page():
    found = cards("marc-l", minutes=45)
    page = render(found, language="fr", minutes=45).decode()
    sections = page.split('<section class="card"')[1:]
    hidden = 0
    for number, section in enumerate(sections, 1):
        for on, closed in re.findall(r'<li data-on="([^"]*)"( hidden)?>', section):
            numbers = [int(each) for each in re.findall(r"card-(\d+)", on)]
            assert closed or not numbers or min(numbers) < number
            hidden += bool(closed)
    assert hidden


def test_what_follows_is_answered_by_yes_or_no_and_asked_in_plain_words():
    (card,) = [each for each in cards("marc-l") if each.asked is Asked.FOLLOWS]
    page = render([card], language="fr", minutes=45).decode()
    assert card.question in page
    assert "la date de naissance" in card.question
    assert re.findall(r'data-vote="(\w+)"', page) == ["yes", "no"]


def test_a_kind_that_the_data_does_not_know_is_asked_for_all_the_same():
    (card,) = [each for each in cards("marc-l", language="en") if each.asked is Asked.FOLLOWS]
    page = render([replace(card, question="")], language="en", minutes=45).decode()
    assert f"Do these two pages together give this: {card.follows}?" in page


def test_a_page_of_no_network_is_called_by_its_title_and_once():
    sides = [side for each in cards("marc-l") for side in (each.left, *each.right)]
    (article,) = {each for each in sides if each.record == "p1d#loic-trehardel"}
    assert article.place == "Fête de la musique : dix scènes et une averse"
    assert article.page == ""
    assert article.address.startswith("gazette-locale.example/")


def test_french_reasons_are_printed_with_french_spaces():
    for name in ("marc-l", "ines", "trail"):
        for card in cards(name):
            for why in (card.why, *(each.why for each in card.around)):
                assert not re.search(r"\w[:;]\s", why), why


def test_the_card_that_teaches_most_is_played():
    for answer in (Answer.YES, Answer.NO):
        best = max(
            (one for one in pool("marc-l") if one.answer is answer), key=lambda one: one.trap
        )
        chosen = [one.trap for one in choose(pool("marc-l"), 10) if one.answer is answer]
        assert best.trap in chosen


@pytest.mark.parametrize(("minutes", "most"), sorted(rules().cards.items()))
def test_the_four_people_fill_a_session(minutes, most):
    assert len(cards(*PEOPLE, minutes=minutes)) == most
    assert {each.person for each in cards(*PEOPLE, minutes=minutes)} == {
        played(each).mandate.subject.name for each in PEOPLE
    }


@pytest.mark.parametrize("name", playable())
def test_every_pattern_of_the_samples_has_a_lesson_in_both_languages(name):
    for each in truth(played(name).folder).joins:
        assert set(rules().lessons[each.pattern]) == {"fr", "en"}


@pytest.mark.parametrize("name", [each for each in playable() if each != "discreet"])
def test_what_the_program_said_is_what_its_report_says(name):
    for card in cards(name):
        view = played(name).report.views[card.draft.viewer]
        pair = set(card.draft.pair)
        one = any(pair <= set(each.records) for each in view.identities)
        link = next((each for each in view.links if {each.left, each.right} == pair), None)
        if card.asked is Asked.LIST:
            listed = [
                each for each in view.absences if set(each.considered) == set(card.draft.right)
            ]
            assert (card.said.answer is Answer.NO) == bool(listed)
        elif card.asked is Asked.FOLLOWS:
            values = {(each.kind, each.value) for each in view.made}
            assert (card.said.answer is Answer.YES) == (card.draft.gives in values)
        elif one:
            assert card.said.answer is Answer.YES
        elif link is not None:
            wanted = {Judgement.UNSURE: Answer.UNSURE, Judgement.DIFFERENT: Answer.NO}
            assert card.said.answer == wanted[link.judgement]
        else:
            assert card.said.answer is Answer.NO


@pytest.mark.parametrize("name", [each for each in playable() if each != "discreet"])
def test_a_card_shows_only_what_its_viewer_sees(name):
    report = played(name).report
    for card in cards(name):
        seen = set(report.views[card.draft.viewer].facts)
        hidden = {
            each.quote
            for each in report.facts
            if each.id not in seen
            and each.source in {one.partition("#")[0] for one in card.draft.right}
        } - {each.quote for each in report.facts if each.id in seen}
        shown = " ".join(
            one.text for side in (card.left, *card.right) for one in side.excerpts
        ) + " ".join(words for side in (card.left, *card.right) for _, words in side.details)
        assert not [each for each in hidden if len(each) > 6 and each in shown]


def test_the_clues_carry_words_of_both_sides_and_a_weight():
    (card,) = [each for each in cards("marc-l") if each.draft.right == ("p1f#owner",)]
    clue = next(each for each in card.said.clues if "Orage" in each.left)
    assert "Orage" in clue.right
    assert clue.left_place.startswith("Photos.example")
    assert clue.bits.startswith("+")
    assert not clue.against


@pytest.mark.parametrize(("bits", "said"), [
    (1.0, "about 2 times likelier if it is one person"),
    (10.0, "about 1,000 times likelier if it is one person"),
    (-6.0, "about 60 times likelier if they are two people"),
    (40.0, "over 1,000,000 times likelier if it is one person"),
    (-40.0, "over 1,000,000 times likelier if they are two people"),
])  # fmt: skip
def test_bits_are_said_in_words(bits, said):
    assert str(weight(book("trail", "en"), bits)) == said


def test_where_only_a_doubt_or_a_guard_speaks_no_false_certainty_is_shown():
    for card in cards("marc-l"):
        if card.said.answer is Answer.NO:
            assert card.said.sure == ""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_holds_every_card_with_its_answers(language):
    found = cards("marc-l", language=language, minutes=45)
    page = render(found, language=language, minutes=45).decode()
    told = re.findall(
        r'<section class="card" id="card-\d+" data-answer="(\w+)" data-engine="(\w+)"', page
    )
    assert told == [(each.draft.answer.value, each.said.answer.value) for each in found]


def test_the_page_asks_nobody_for_anything():
    page = render(cards("marc-l", minutes=45), language="fr", minutes=45).decode()
    assert page.count("<script>") == page.count("<style>") == 1
    assert "default-src 'none'" in unescape(page)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    assert ' style="' not in page


def test_hostile_words_stay_words():
    (first, *_) = cards("marc-l", minutes=45)
    side = replace(first.left, name=HOSTILE, excerpts=(), details=((HOSTILE, HOSTILE),))
    hostile = replace(first, left=side, person=HOSTILE, why=HOSTILE, value=HOSTILE)
    page = render([hostile], language="fr", minutes=45).decode()
    assert "<img" not in page
    assert page.count("</script>") == 1
    # What turns a line stands isolated, wherever it stands.
    assert page.count("\u202e") == page.count("<bdi>&lt;/script&gt;")
