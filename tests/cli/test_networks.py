"""`auditor networks`, as its user meets it."""

import json

import pytest

from auditor.collect.cards import cards
from auditor.resources.folders import folder
from tests.cli.command import run

ROOT = folder("rules").parent
CARDS = cards(folder("rules") / "networks")


def auditor(*arguments, lang="C.UTF-8"):
    """The process of a command."""
    return run(ROOT, "networks", *arguments, lang=lang)


def test_each_network_has_its_line():
    out = auditor("list")
    lines = out.stdout.splitlines()
    assert out.returncode == 0, out.stderr
    assert [line.split()[0] for line in lines] == list(CARDS)
    (line,) = [line for line in lines if line.startswith("linkedin ")]
    known, listed = len(CARDS["linkedin"].established), len(CARDS["linkedin"].visibility)
    assert "professional network" in line
    assert f"{known} of {listed}" in line


def test_the_columns_are_aligned():
    lines = auditor("list").stdout.splitlines()
    starts = {line.index(CARDS[line.split()[0]].name["en"], 10) for line in lines}
    assert len(starts) == 1


def test_a_card_says_what_is_known_and_what_is_not():
    out = auditor("show", "linkedin")
    card = CARDS["linkedin"]
    assert out.returncode == 0, out.stderr
    for text in (
        "birth date: not established",
        "full name: anyone, through a search engine",
        card.visibility["full_name"].source,
        "November 24, 2026",
        card.settings["contact_list"]["en"],
        card.export.how["en"],
        card.delete.url,
        "not tried out",
        card.controller.name,
        card.controller.privacy_contact,
    ):
        assert text in out.stdout


@pytest.mark.parametrize("arguments", [("--lang", "fr"), ()])
def test_a_card_is_in_french_where_asked_or_where_the_machine_is(arguments):
    out = auditor("show", "strava", *arguments, lang="C.UTF-8" if arguments else "fr_FR.UTF-8")
    assert out.returncode == 0, out.stderr
    assert CARDS["strava"].settings["posts"]["fr"] in out.stdout
    assert "nom complet" in out.stdout
    assert "26 novembre 2026" in out.stdout


def test_what_a_card_leaves_out_is_said_to_be_unknown():
    out = auditor("show", "leboncoin")
    sections = [part.splitlines() for part in out.stdout.split("\n\n")]
    bare = [lines[0] for lines in sections if lines[1:] == ["  not established"]]
    assert bare == ["Where the settings are", "How to get your data"]


@pytest.mark.parametrize(
    "name",
    [
        "x",
        "X",
        "twitter.com",
        "www.x.com",
        "https://x.com/odile?a=1",
        "x.com/odile",
        "@odile@x.com",
    ],
)
def test_a_network_is_found_by_its_id_or_host_or_an_address(name):
    assert auditor("show", name).stdout.startswith("X (Twitter) · x")


def test_a_card_can_be_read_by_a_program():
    out = auditor("show", "strava", "--format", "json")
    card = json.loads(out.stdout)
    assert card["id"] == "strava"
    assert card["visibility"]["full_name"]["value"] == "indexed"
    assert card["visibility"]["full_name"]["checked_on"] == "2026-11-26"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("linkdin", "did you mean linkedin?"),
        ("twiter", "did you mean x?"),
        ("myspac", "did you mean myspace?"),
        ("zzz", "see `auditor networks list`"),
        ("", "see `auditor networks list`"),
    ],
)
def test_an_unknown_network_is_one_line(name, said):
    out = auditor("show", name)
    assert out.returncode == 2
    assert out.stdout == ""
    (line,) = out.stderr.splitlines()
    assert line.startswith("auditor: no network is called")
    assert said in line


def test_whose_address_it_is_is_not_repeated():
    for name in ("https://nowhere.example/odile.piquerelle", "@odile.piquerelle@nowhere.example"):
        out = auditor("show", name)
        assert "nowhere.example" in out.stderr
        assert "piquerelle" not in out.stderr
