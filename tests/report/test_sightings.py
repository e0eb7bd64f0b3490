"""What a sweep found, as it is shown and as programs get it."""

import json

import pytest

from auditor.model.network import Deletion, Network, NetworkKind
from auditor.model.sighting import Sighting, Verdict
from auditor.model.text import say
from auditor.report.sightings import line, result, summary, text
from auditor.report.words import Words

ENGLISH = Words(language="en")
BUSY = say("the site asks not to be read now")


def sighting(site, verdict, reason=None):
    url = f"https://{site}.example/loic_tr"
    return Sighting(site=site, handle="loic_tr", url=url, verdict=verdict, reason=reason)


SEEN = [
    sighting("photos", Verdict.FOUND),
    sighting("forum", Verdict.MISSING),
    *(sighting(f"busy{number}", Verdict.UNKNOWN, BUSY) for number in range(8)),
    sighting(
        "wall",
        Verdict.UNKNOWN,
        say("its profiles are shown to logged-in members; open it yourself"),
    ),
]
CARD = Network(
    id="pics",
    name={"en": "Pics"},
    kind=NetworkKind.PERSONAL,
    delete=Deletion(effort="easy", url="https://photos.example/close"),
)


def card(url):
    return CARD if "photos" in url else None


def test_a_line_for_each_account():
    assert line(SEEN[0], ENGLISH) == "[+] photos: https://photos.example/loic_tr"


def test_a_hit_that_is_less_than_certain_says_so():
    unsure = sighting("photos", Verdict.FOUND, say("found, but %(why)s", why="unchecked"))
    assert line(unsure, ENGLISH).endswith("(found, but unchecked)")


def test_programs_get_every_site():
    rows = json.loads(result(SEEN, ENGLISH))["results"]
    assert len(rows) == len(SEEN)
    assert all(set(each) == {"site", "url", "verdict", "reason"} for each in rows)
    assert [each["verdict"] for each in rows[:3]] == ["found", "missing", "unknown"]
    assert [each["reason"] for each in rows[:3]] == [None, None, str(BUSY)]


def test_the_summary_counts_groups_and_says_what_to_do():
    told = summary(SEEN, ENGLISH, card)
    assert "Found: 1. Not found: 1. Could not be checked: 9." in told
    assert (
        "   8 · the site asks not to be read now: busy0, busy1, busy2, busy3, busy4, busy5 +2"
        in told
    )
    assert '- {id: "pics:loic_tr", url: "https://photos.example/loic_tr"}' in told
    assert "https://photos.example/close" in told


def test_a_file_for_people_lists_what_to_open_oneself():
    lines = text(SEEN, ENGLISH, card).decode().splitlines()
    assert lines[0].startswith("[+] photos: ")
    assert sum(each.startswith("[?] ") for each in lines) == 9
    assert not any("forum" in each for each in lines)
    assert lines[10:11] == [""]


def test_a_site_without_a_card_gets_a_name_of_its_own():
    told = summary([sighting("Deux Mots", Verdict.FOUND)], ENGLISH, lambda _: None)
    assert 'id: "deux-mots:loic_tr"' in told


def test_nothing_found_gives_no_advice():
    assert "mandate" not in summary(SEEN[1:], ENGLISH, card)


@pytest.mark.parametrize("sign", ["\x1b[2J", "\u202e", "\n[+] fake: x"])
def test_signs_that_would_deceive_a_terminal_are_named(sign):
    odd = Sighting(site=f"a{sign}b", handle="h", url=f"https://x/{sign}", verdict=Verdict.FOUND)
    for shown in (line(odd, ENGLISH), summary([odd], ENGLISH, lambda _: None)):
        assert sign not in shown
