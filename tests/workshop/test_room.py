"""The folder of a session: all its files, tied to one another, or a refusal."""

import re

import pytest

from auditor.errors import MandateError
from auditor.report.words import Words
from auditor.workshop.room import NAMES, pieces, room
from tests.workshop.played import played


@pytest.fixture(scope="module", params=["fr", "en"])
def made(request):
    """The files of a session in one language."""
    return request.param, room([played("marc-l")], language=request.param, minutes=45)


def test_every_file_is_a_page_in_the_language(made):
    language, files = made
    assert {"index.html", *NAMES} <= set(files)
    for name, content in files.items():
        assert f'<html lang="{language}">'.encode() in content, name


def test_pages_lead_to_files_that_are_there(made):
    _, files = made
    for name, content in files.items():
        wanted = set(re.findall(r'href="([^#"][^"]*)"', content.decode()))
        assert {each for each in wanted if not each.startswith(("http", "mailto"))} <= set(files), (
            name
        )


def test_the_first_page_names_every_other(made):
    _, files = made
    first = files["index.html"].decode()
    assert all(f'href="{each}"' in first for each in files if each != "index.html")


def test_slides_announce_as_many_cards_as_are_played(made):
    _, files = made
    played_ = files["game.html"].decode().count('<section class="card"')
    assert re.search(rf'href="game.html"[^>]*>[^<]*\b{played_}\b', files["slides.html"].decode())


def test_a_case_without_joins_is_refused():
    with pytest.raises(MandateError, match="discreet"):
        room([played("discreet")], language="fr", minutes=45)


def test_a_file_of_another_hand_is_listed_last_by_its_name():
    listed = pieces({"odd.html": b"", "game.html": b"", "slides.html": b""}, Words(language="en"))
    assert [each.file for each in listed] == ["slides.html", "game.html", "odd.html"]
    assert listed[-1].name == "odd.html"
