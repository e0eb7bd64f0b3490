"""The slides: their time adds up, both languages say everything, every figure has a source."""

import re
import tomllib
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from auditor.resources.folders import folder
from auditor.workshop.game import rules
from auditor.workshop.slides import Layout, deck, lengths, render, session

LANGUAGES = ("fr", "en")
ROOT = Path(__file__).parents[2]
FIGURE = re.compile(r"\d[\d  ,.]*(?: %|%)")


def page(language="fr", minutes=45):
    return render(["Ada Fictive"], language=language, minutes=minutes, cards=10).decode()


def sentences(data):
    """Every sentence of the file, in its languages."""
    if isinstance(data, dict) and set(data) & set(LANGUAGES):
        yield data
    elif isinstance(data, dict):
        for each in data.values():
            yield from sentences(each)
    elif isinstance(data, list):
        for each in data:
            yield from sentences(each)


def test_there_are_sessions_of_45_and_90_minutes():
    assert lengths() == [45, 90] == sorted(rules().cards)


@pytest.mark.parametrize("minutes", [45, 90])
def test_the_minutes_add_up(minutes):
    timed = session(minutes)
    assert timed[0].start == 0
    assert timed[-1].end == minutes
    assert all(before.end == after.start for before, after in pairwise(timed))


@pytest.mark.parametrize("minutes", [45, 90])
def test_a_card_has_between_one_and_a_half_and_two_minutes(minutes):
    (game,) = [each for each in session(minutes) if each.slide.kind is Layout.GAME]
    assert 1.5 <= (game.end - game.start) / rules().cards[minutes] <= 2


def test_all_is_said_in_both_languages():
    data = yaml.safe_load(
        (folder("reports") / "workshop" / "slides.yml").read_text(encoding="utf-8")
    )
    found = list(sentences(data))
    assert len(found) > 100
    assert all(set(each) == set(LANGUAGES) and all(each.values()) for each in found)


def test_every_slide_has_notes_and_every_figure_a_source():
    for each in deck().slides:
        assert each.notes
        text = " ".join(
            one["fr"] for one in (*each.points, *(figure.text for figure in each.figures))
        )
        if FIGURE.search(text) or each.figures:
            assert each.sources, each.id


def test_a_survey_is_said_and_an_experiment_measured():
    (slide,) = [each for each in deck().slides if each.id == "recruiters"]
    said, measured, _ = (each.text for each in slide.figures)
    assert "disent" in said["fr"]
    assert " say " in said["en"]
    assert "mesuré" in measured["fr"]
    assert "measured" in measured["en"]


def test_what_the_brief_asks_for_is_there():
    wanted = {
        "care",
        "case",
        "chain",
        "viewers",
        "game",
        "first",
        "own",
        "weeks",
        "debate",
        "sources",
    }
    for minutes in lengths():
        assert wanted <= {each.slide.id for each in session(minutes)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("minutes", [45, 90])
def test_the_page_says_every_sentence_of_its_session(language, minutes):
    from auditor.report.words import Words

    words = Words(language=language)
    text = unescape(re.sub(r"<[^>]+>", "", page(language, minutes).partition("<body")[2]))
    for each in session(minutes):
        slide = each.slide
        for one in (slide.title, *slide.points, *slide.notes, *(c.what for c in slide.commands)):
            assert words.of(one) in text


def distribution():
    """What the program is called where it is had from."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["project"]["name"]


def test_the_commands_are_this_programs():
    from typer.main import get_command

    from auditor.cli import app

    known = get_command(app)
    for slide in deck().slides:
        for command in slide.commands:
            for line in command.line.values():
                program, *words = line.split()
                if program == "pip":
                    # From the stick alone: nobody has to own the name anywhere.
                    assert words[:3] == ["install", "--no-index", "--find-links"]
                    assert words[-1] == distribution()
                    continue
                assert program == "auditor"
                found = known
                while words and words[0] in getattr(found, "commands", {}):
                    found = found.commands[words.pop(0)]
                options = {option for each in found.params for option in each.opts}
                assert found.params, line
                assert {each for each in words if each.startswith("--")} <= options, line


def test_commands_are_typed_as_they_stand():
    """Typography would make quotes and dashes that no shell knows."""
    shown = unescape(page("fr", 45))
    assert '<code>auditor mandate new mon-cas --name "Votre nom" --lang fr</code>' in shown


def test_the_page_asks_nobody_for_anything():
    text = page()
    assert text.count("<script>") == text.count("<style>") == 1
    assert "default-src 'none'" in unescape(text)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', text)
    assert ' style="' not in text


def test_a_hostile_name_stays_a_name():
    text = render(["<img src=x>\u202eexe"], language="fr", minutes=45, cards=3).decode()
    assert "<img" not in text
