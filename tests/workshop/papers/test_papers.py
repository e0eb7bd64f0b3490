"""The papers of a session: whole in both languages, true to the cases played, and adding up."""

import re
from collections import Counter
from html import unescape

import pytest

from auditor.model.names import fold
from auditor.report.words import Words
from auditor.workshop.cases import playable
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
from auditor.workshop.papers.named import named
from auditor.workshop.papers.quiz import GIVEN_AWAY, QUESTIONS, questions
from auditor.workshop.slides import lengths, session
from tests.workshop.played import played

FILES = {
    "hand-out.html", "quiz.html", "quiz-answers.html", "session-plan.html", "care.html", "debate.html",
    "certificate.html",
}  # fmt: skip
SHAPES = {
    "handout": Leaflet, "care": Leaflet, "quiz": Quiz, "plan": Plan, "debate": Debate,
    "certificate": Certificate, "help": Help,
}  # fmt: skip
PERSONAS = ("marc-l", "ines", "rachel", "maika")
LANGUAGES = ("fr", "en")


def both():
    return [played("marc-l"), played("ines")]


@pytest.fixture(
    scope="module", params=[(language, minutes) for language in LANGUAGES for minutes in (45, 90)]
)
def made(request):
    language, minutes = request.param
    return language, papers(both(), language=language, minutes=minutes)


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
@pytest.mark.parametrize("names", [("marc-l",), ("ines", "rachel"), ("maika",), PERSONAS])
def test_twelve_questions_each_with_its_answer_reason_and_source(names, language):
    found = questions(
        list(map(played, names)), content("quiz", Quiz).questions, Words(language=language)
    )
    assert len(found) == QUESTIONS
    assert len({each.ask for each in found}) == QUESTIONS
    for each in found:
        assert 0 <= each.answer < len(each.options)
        assert len(set(each.options)) == len(each.options) >= 2
        assert each.why
        assert each.source


@pytest.mark.parametrize("name", playable())
def test_what_is_asked_of_a_case_agrees_with_its_truth(name):
    case, english = played(name), Words(language="en")
    joined = {each.why for each in case.truth.joins if each.kind == "same"}
    apart = {each.why for each in case.truth.must_not_join}
    pages = {called: source for source, called in named(case, english).pages().items()}
    kinds = {english(what): kind for kind, what in GIVEN_AWAY.items()}
    bare = lambda text: re.sub(r"[\s\u00a0\u202f’']", "", text)  # noqa: E731
    for each in questions([case], (), english):
        answer = each.options[each.answer]
        if answer == "Yes":
            assert bare(each.why) in set(map(bare, joined))
        elif answer == "No":
            assert bare(each.why) in set(map(bare, apart))
        elif asked := re.search("Which page gave (.+) away", each.ask):
            told = {fact.source for fact in case.truth.facts if fact.kind == kinds[asked[1]]}
            assert {pages[option] for option in each.options} & told == {pages[answer]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", playable())
def test_what_is_asked_of_a_case_names_what_the_room_has_seen(name, language):
    """Titles, sites and people: never the id of a source, nor the name of a folder; nor one name for two."""
    case = played(name)
    ids = "|".join(re.escape(each.id) for each in case.mandate.sources)
    for each in questions([case], (), Words(language=language)):
        said = [each.ask, *each.options]
        assert each.ask.startswith(case.mandate.subject.name)
        assert [
            one for one in said if re.search(rf"(?<![\w.-])(?:{ids}|{name})(?![\w.-])", one)
        ] == []
        assert len({*each.options}) == len(each.options)


@pytest.mark.parametrize("name", playable())
def test_a_page_is_called_by_nothing_that_gives_the_name_away(name):
    case = played(name)
    called = named(case, Words(language="fr")).pages().values()
    assert [each for each in called if fold(case.mandate.subject.name) in fold(each)] == []


def test_the_page_that_gave_the_number_away_is_the_one_that_shows_it():
    case, english = played("marc-l"), Words(language="en")
    (asked,) = (each for each in questions([case], (), english) if "mobile number" in each.ask)
    assert asked.options[asked.answer] == "an account on Annonces.example"
    assert named(case, english).pages()["p1f"] == "an account on Annonces.example"
    files = {each.id: case.folder / str(each.path) for each in case.mandate.sources}
    shows = [each for each, page in files.items() if b"39 98 41 27" in page.read_bytes()]
    assert shows == ["p1f"]


def test_the_sheet_to_fill_in_does_not_give_the_answers(made):
    _, pages = made
    sheet, answers = pages["quiz.html"].decode(), pages["quiz-answers.html"].decode()
    assert sheet.count("<li>\n<h2>") == answers.count("<li>\n<h2>") == QUESTIONS
    assert 'class="right"' not in sheet
    assert answers.count('class="right"') == QUESTIONS


# Where the program is to be had, and what happens with the quiz.


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hand_out_types_what_the_slides_type(language):
    """Installed in one way, called by one name; word for word."""
    shown = {each.slide.id: each.slide for minutes in lengths() for each in session(minutes)}
    slides = [each.line[language] for one in ("own", "weeks") for each in shown[one].commands]
    page = papers([played("marc-l")], language=language, minutes=45)["hand-out.html"].decode()
    printed = unescape(page)
    assert [each for each in slides if each not in printed] == []
    assert ".venv" not in printed
    assert "make demo" not in printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("minutes", lengths())
def test_the_quiz_goes_home_in_the_plan_and_in_what_is_to_be_prepared(language, minutes):
    page = papers([played("marc-l")], language=language, minutes=minutes)["session-plan.html"]
    home = {"fr": ("quiz à faire à la maison", "le quiz, un exemplaire par personne, à emporter"),
            "en": ("the quiz to do at home", "the quiz, one each, to take home")}  # fmt: skip
    assert all(each in page.decode() for each in home[language])


# Care.


def test_help_is_marked_where_it_is_from_memory():
    services = [each for country in content("help", Help).countries for each in country.services]
    page = papers([played("marc-l")], language="en", minutes=45)["hand-out.html"].decode()
    assert page.count("<abbr") == sum(not each.seen for each in services)
    assert len(content("help", Help).countries) == 6


@pytest.mark.parametrize(("language", "words"), [("fr", ("service spécialisé", "avant tout effacement")),
                                                 ("en", ("specialised service first", "before anything is deleted"))])  # fmt: skip
def test_in_danger_a_service_comes_before_deletion(language, words):
    page = papers([played("marc-l")], language=language, minutes=45)["care.html"].decode()
    assert all(each in page for each in words)


def test_the_certificate_claims_attendance_and_no_more():
    assert len(content("certificate", Certificate).blanks) == 6
    page = papers([played("marc-l")], language="en", minutes=45)["certificate.html"].decode()
    assert "no mark, no level, no personal result" in page
    assert not re.search(r"certified|diploma|qualif|passed", page)


def test_there_are_eight_to_twelve_debate_cards_each_with_a_source():
    cards = content("debate", Debate).cards
    assert 8 <= len(cards) <= 12
    assert all(each.source["fr"] and each.listen["fr"] for each in cards)
