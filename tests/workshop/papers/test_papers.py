"""The papers of a session: whole in both languages, true to the cases played, and adding up."""

import datetime
import re
from collections import Counter

import pytest

from auditor.report.words import Words
from auditor.resources.folders import folder
from auditor.workshop.cases import cases
from auditor.workshop.papers import papers
from auditor.workshop.papers.content import (
    Certificate,
    Debate,
    Help,
    Leaflet,
    Plan,
    Quiz,
    content,
)
from auditor.workshop.papers.make import slots
from auditor.workshop.papers.quiz import QUESTIONS, questions
from auditor.workshop.slides import lengths, session
from auditor.workshop.truth import FILE

NOW = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
FILES = {
    "hand-out.html", "quiz.html", "quiz-answers.html", "session-plan.html", "care.html", "debate.html",
    "certificate.html",
}  # fmt: skip
SHAPES = {
    "handout": Leaflet, "care": Leaflet, "quiz": Quiz, "plan": Plan, "debate": Debate,
    "certificate": Certificate, "help": Help,
}  # fmt: skip
PLAYABLE = sorted(each.parent.name for each in folder("samples").glob(f"*/{FILE}"))
LANGUAGES = ("fr", "en")


def played(*names):
    return cases(names, now=NOW)


@pytest.fixture(
    scope="module", params=[(language, minutes) for language in LANGUAGES for minutes in (45, 90)]
)
def made(request):
    language, minutes = request.param
    return language, papers(played("marc-l", "ines"), language=language, minutes=minutes)


def test_every_paper_is_there_and_self_contained(made):
    language, pages = made
    assert set(pages) == FILES
    for data in pages.values():
        page = data.decode()
        assert f'<html lang="{language}">' in page
        assert "default-src &#39;none&#39;" in page
        assert " style=" not in page
        assert "<script" not in page
        assert not re.search(r"(?:src|href)=", page)


def texts(item):
    """Every text of a piece of content, by its languages."""
    if isinstance(item, dict) and item and set(item) <= {"fr", "en"}:
        yield item
    elif isinstance(item, dict):
        for each in item.values():
            yield from texts(each)
    elif isinstance(item, tuple):
        for each in item:
            yield from texts(each)
    elif hasattr(item, "__dataclass_fields__"):
        for name in item.__dataclass_fields__:
            yield from texts(getattr(item, name))


@pytest.mark.parametrize("name", SHAPES)
def test_all_is_said_in_french_and_in_english(name):
    found = list(texts(content(name, SHAPES[name])))
    assert found
    assert all(each.get("fr", "").strip() and each.get("en", "").strip() for each in found)


@pytest.mark.parametrize("name", SHAPES)
def test_french_is_set_as_french(name):
    """After typography: no straight apostrophe between letters, no plain space before a high sign."""
    words = Words(language="fr")
    shown = [words.of(each) for each in texts(content(name, SHAPES[name]))]
    assert [each for each in shown if re.search(r"\w'\w| [;!?»]|« | :(\s|$)|\s\s", each)] == []


# The plan.


@pytest.mark.parametrize("minutes", lengths())
def test_the_plan_follows_the_slides_and_sums_to_the_minutes(minutes):
    found = list(slots(content("plan", Plan).steps, minutes))
    assert (found[0].first, found[-1].last) == (0, minutes)
    assert [each.last for each in found[:-1]] == [each.first for each in found[1:]]
    assert all(each.first < each.last for each in found)


def test_every_slide_is_in_one_step_of_the_plan():
    planned = Counter(each for step in content("plan", Plan).steps for each in step.slides)
    shown = {each.slide.id for minutes in lengths() for each in session(minutes)}
    assert set(planned) == shown
    assert set(planned.values()) == {1}


# The quiz.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("names", [("marc-l",), ("ines", "rachel"), ("maika",), tuple(PLAYABLE)])
def test_twelve_questions_each_with_its_answer_reason_and_source(names, language):
    found = questions(played(*names), content("quiz", Quiz).questions, Words(language=language))
    assert len(found) == QUESTIONS
    assert len({each.ask for each in found}) == QUESTIONS
    for each in found:
        assert 0 <= each.answer < len(each.options)
        assert len(set(each.options)) == len(each.options) >= 2
        assert each.why
        assert each.source


@pytest.mark.parametrize("name", PLAYABLE)
def test_what_is_asked_of_a_case_agrees_with_its_truth(name):
    (case,) = played(name)
    found = questions([case], (), Words(language="en"))
    joined = {each.why for each in case.truth.joins if each.kind == "same"}
    apart = {each.why for each in case.truth.must_not_join}
    told = Counter((each.kind, each.source) for each in case.truth.facts)
    bare = lambda text: re.sub(r"[\s\u00a0\u202f’']", "", text)  # noqa: E731
    for each in found:
        answer = each.options[each.answer]
        if answer == "Yes":
            assert bare(each.why) in set(map(bare, joined))
        elif answer == "No":
            assert bare(each.why) in set(map(bare, apart))
        elif "Which page gave" in each.ask:
            source = re.search(r"(?:page |\()([^)]+?)\)?$", answer)[1]
            assert source in {where for _, where in told}


def test_the_page_that_gave_the_number_away_is_the_one_that_shows_it():
    found = questions(played("marc-l"), (), Words(language="en"))
    (asked,) = (each for each in found if "mobile number" in each.ask)
    assert asked.options[asked.answer].endswith("(p1f)")
    case = played("marc-l")[0]
    pages = {each.id: case.folder / str(each.path) for each in case.mandate.sources}
    shows = [each for each, page in pages.items() if b"39 98 41 27" in page.read_bytes()]
    assert shows == ["p1f"]


def test_the_sheet_to_fill_in_does_not_give_the_answers(made):
    _, pages = made
    sheet, answers = pages["quiz.html"].decode(), pages["quiz-answers.html"].decode()
    assert sheet.count("<li>\n<h2>") == answers.count("<li>\n<h2>") == QUESTIONS
    assert 'class="right"' not in sheet
    assert answers.count('class="right"') == QUESTIONS


# Care.


def test_help_is_marked_where_it_is_from_memory():
    services = [each for country in content("help", Help).countries for each in country.services]
    page = papers(played("marc-l"), language="en", minutes=45)["hand-out.html"].decode()
    assert page.count("<abbr") == sum(not each.seen for each in services)
    assert len(content("help", Help).countries) == 6


@pytest.mark.parametrize(("language", "words"), [("fr", ("service spécialisé", "avant tout effacement")),
                                                 ("en", ("specialised service first", "before anything is deleted"))])  # fmt: skip
def test_in_danger_a_service_comes_before_deletion(language, words):
    page = papers(played("marc-l"), language=language, minutes=45)["care.html"].decode()
    assert all(each in page for each in words)


def test_the_certificate_claims_attendance_and_no_more():
    assert len(content("certificate", Certificate).blanks) == 6
    page = papers(played("marc-l"), language="en", minutes=45)["certificate.html"].decode()
    assert "no mark, no level, no personal result" in page
    assert not re.search(r"certified|diploma|qualif|passed", page)


def test_there_are_eight_to_twelve_debate_cards_each_with_a_source():
    cards = content("debate", Debate).cards
    assert 8 <= len(cards) <= 12
    assert all(each.source["fr"] and each.listen["fr"] for each in cards)
