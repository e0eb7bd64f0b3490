"""The drafts of a policy and of a notice, for every place."""

import re
from dataclasses import replace

import pytest

from auditor.model.screening_rule import Place
from auditor.report.officer.draft import Subject, Written, pieces
from auditor.report.officer.leaf import Form, render
from auditor.report.words import Words
from auditor.resources.folders import folder
from auditor.resources.read import load
from auditor.screening.load import places, rules
from tests.report.officer.checks import HOSTILE

SCREENING = folder("rules") / "screening"
CARDS, RULES = places(SCREENING), rules(SCREENING)
MADE = ("policy", "notice")
ALL = [(name, place, language) for name in MADE for place in Place for language in ("fr", "en")]


def written(name, place, language="en", form=Form.MARKDOWN, employer="", card=None):
    subject = Subject(place=place, card=card or CARDS[place], rules=RULES, employer=employer)
    return render(name, subject, language=language, form=form).decode()


def texts(name):
    """Every text of a file, with where it stands."""
    found = load(folder("reports") / "officer" / f"{name}.yml", Written)
    yield from (found.title, found.lead, found.closing)
    for section in found.sections:
        yield section.title
        yield from (each.text for each in section.clauses)


@pytest.mark.parametrize(("name", "place", "language"), ALL)
def test_every_place_has_its_page_in_both_languages(name, place, language):
    made = written(name, place, language)
    assert "%(" not in made
    assert made.count("[") == made.count("]") >= 12
    assert made.count("\n## ") == 6
    assert not re.search(r"\n## [^\n]+\n\n(?!- )", made), "a heading without a clause"
    told = Words(language=language)
    assert told.listing([told("religion"), "x"]).split()[0].rstrip(",") in made


@pytest.mark.parametrize("name", MADE)
def test_both_languages_say_as_much(name):
    for text in texts(name):
        assert set(text) == {"fr", "en"}
        french, english = text["fr"], text["en"]
        assert french.count("[") == english.count("[")
        assert sorted(re.findall(r"%\(\w+\)s", french)) == sorted(re.findall(r"%\(\w+\)s", english))
        assert not re.search(r"%(?!\(\w+\)s)", french + english)


@pytest.mark.parametrize("name", MADE)
def test_packs_and_terms_of_the_clauses_are_known(name):
    found = load(folder("reports") / "officer" / f"{name}.yml", Written)
    known = {pack for card in CARDS.values() for pack in card.packs}
    for each in (clause for section in found.sections for clause in section.clauses):
        assert {*each.packs, *each.but} <= known
        assert {each.given, each.lacking} <= {"", "rejected", "pool"}


@pytest.mark.parametrize(
    ("name", "place", "there", "absent"),
    [
        ("policy", "FR", ["L1221-8", "GDPR, article 14", "3 months", "24 months", "CSE"], ["FCRA", "Québec"]),
        ("policy", "DE", ["concrete reason", "6 months"], ["L1221-8", "CSE"]),
        ("policy", "QC", ["Social networks are not looked at", "legitimate aim"], ["GDPR", "L1221", "FCRA"]),
        ("policy", "CA", ["narrow meaning"], ["Social networks are not looked at", "GDPR"]),
        ("policy", "CH", ["Swiss authors are divided", "none is established here"], ["GDPR"]),
        ("policy", "UK", ["conditional offer", "GDPR, article 14"], ["L1221", "private-life"]),
        ("policy", "US", ["FCRA", "29 CFR 1602.14"], ["GDPR", "none is established here"]),
        ("policy", "BE", ["Staff representatives"], ["CSE", "FCRA"]),
        ("policy", "EU", ["Professional networks"], ["A search engine", "CSE"]),
        ("notice", "FR", ["CNIL", "articles 15 to 21", "3 months"], ["FCRA"]),
        ("notice", "QC", ["CAI", "No social network"], ["GDPR"]),
        ("notice", "US", ["dispute it", "EEOC"], ["GDPR", "private-life"]),
        ("notice", "UK", ["ICO", "Only if the post is offered"], ["private-life"]),
    ],
)  # fmt: skip
def test_it_is_written_for_the_place(name, place, there, absent):
    body = re.sub(r"\\", "", written(name, Place(place))).partition("Rests on")[0]
    assert [each for each in there if each not in body] == []
    assert [each for each in absent if each in body] == []


@pytest.mark.parametrize("place", Place)
def test_every_ground_of_the_place_is_named(place):
    from auditor.report.officer.labels import GROUNDS, name

    words = Words(language="en")
    made = re.sub(r"\\", "", written("policy", place))
    assert [one for one in CARDS[place].protected if name(words, GROUNDS, one) not in made] == []


@pytest.mark.parametrize("place", Place)
def test_it_lists_the_articles_of_the_place_and_no_others(place):
    made = re.sub(r"\\", "", written("policy", place)).partition("Rests on: ")[2]
    packs = set(CARDS[place].packs) - {"all"}
    for rule in RULES:
        for pack in packs & rule.laws.keys():
            for article in rule.laws[pack].article.split(";"):
                assert article.strip() in made
    assert ("Code du travail" in made) is (place is Place.FR)


def test_a_term_that_is_not_established_is_a_blank():
    card = CARDS[Place.FR]
    bare = replace(card, retention=replace(card.retention, rejected_months=None, pool_months=None))
    made = written("policy", Place.FR, card=bare)
    assert "[term in months" in made
    assert "months after" not in made


def test_a_hostile_name_is_a_name_in_both_forms():
    page = written("policy", Place.FR, employer=HOSTILE, form=Form.HTML)
    assert "<script" not in page
    assert "<img" not in page
    assert "⟦RLO⟧" in page
    text = written("policy", Place.FR, employer=HOSTILE)
    assert "<script" not in text.replace("\\<", "")
    assert "](http" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("name", MADE)
def test_a_page_runs_nothing_and_asks_for_nothing(name):
    page = written(name, Place.FR, "fr", Form.HTML)
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="', page)
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


def test_blanks_are_told_from_words():
    assert list(pieces("a [b] c[d]")) == [
        (False, "a "),
        (True, "[b]"),
        (False, " c"),
        (True, "[d]"),
    ]


def test_blanks_keep_the_spaces_around_them():
    assert "Employer: [name of the employer]. Place: France." in written("policy", Place.FR)
