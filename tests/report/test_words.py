"""Sentences in the reader's language."""

import datetime
import re

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from auditor.errors import MandateError
from auditor.model.text import say
from auditor.report.officer.labels import GROUNDS
from auditor.report.words import Words, translate, translate_error, typography
from auditor.resources.folders import folder

ROOT = folder("reports").parent
CATALOGUE = ROOT / "reports" / "locales" / "fr" / "auditor.po"
KEYWORDS = dict.fromkeys(
    "say error AuditorError MandateError PackError OutputError ResultError VaultError CohortError ScreeningError PluginError".split()
)
METHODS = [("auditor/**.py", "python"), ("reports/templates/**.html", "jinja2")]
PLACES = re.compile(r"%\((\w+)\)s")


def sentences():
    """Every message id of code and templates; a method that happens to be called `say` gives kinds, not sentences."""
    found = extract_from_dir(
        ROOT,
        method_map=METHODS,
        options_map={"**": {"encoding": "utf-8"}},
        keywords=KEYWORDS,
        directory_filter=lambda path: "/auditor" in str(path) or "/reports" in str(path),
    )
    kinds = set(re.findall(r"id: (\w+),", (ROOT / "rules" / "facts.yml").read_text("utf-8")))
    ids = {each[2] for each in found if isinstance(each[2], str) and each[2].strip()}
    said = {"employer", "school"} & ids
    grounds = {each.id for each in GROUNDS.values()}  # some are called as a kind is
    return sorted((ids - kinds - said) | (ids & grounds))


def french():
    with CATALOGUE.open("rb") as lines:
        return {each.id: each.string for each in read_po(lines, locale="fr") if each.id}


def test_every_sentence_has_a_french_translation():
    known = french()
    assert [each for each in sentences() if not known.get(each)] == []


def test_no_translation_is_left_over():
    done = {key for key, text in french().items() if text}
    assert sorted(done - set(sentences())) == []


def test_translations_keep_the_places_of_their_sentence():
    wrong = [
        key
        for key, text in french().items()
        if set(PLACES.findall(key)) != set(PLACES.findall(text))
    ]
    assert wrong == []


def test_french_is_set_as_french():
    wrong = [
        text
        for text in (translate(key, "fr") for key in french())
        if re.search(r"\w'\w| [;!?»]|« | :(\s|$)|\s\s", text)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "expected"), [("fr", "un risque"), ("en", "one risk"), ("xx", "one risk")]
)
def test_it_translates_or_stays_english(language, expected):
    assert translate("one risk", language) == expected


def test_a_place_that_is_missing_does_not_stop_the_report():
    assert translate(say("%(other)s is here", thing=1), "en") == "%(other)s is here"


def test_a_percent_sign_without_places_stays():
    assert translate("100 % sure", "fr") == "100 % sure"


def test_an_error_is_said_in_the_language():
    error = MandateError("the mandate is not in force on %(day)s", day="2026-01-05")
    assert translate_error(error, "fr") == "le mandat n’est pas en vigueur le 2026-01-05"
    assert translate_error(error, "en") == str(error)


def test_typography_leaves_addresses_and_times_alone():
    text = "voir https://x.example/?a=b ; à 12:30 : l'heure « dite » ?"
    assert typography(text, "fr") == (
        "voir https://x.example/?a=b\u202f; à 12:30\u00a0: l’heure «\u00a0dite\u00a0»\u202f?"
    )
    assert typography(text, "en") == text


@pytest.mark.parametrize(
    ("language", "number", "day", "value"),
    [
        ("fr", "−1\u202f234,5", "5 janvier 2026", "17 mars 1980"),
        ("en", "−1,234.5", "January 5, 2026", "March 17, 1980"),
    ],
)
def test_numbers_and_dates_follow_the_language(language, number, day, value):
    words = Words(language=language)
    assert words.number(-1234.5) == number
    assert words.day(datetime.date(2026, 1, 5)) == day
    assert words.value("1980-03-17") == value
    assert words.value("not a day!") == "not a day!"


def test_a_rule_without_the_language_speaks_english():
    assert Words(language="fr").of({"en": "Here"}) == "Here"
    assert Words(language="fr").of({"de": "Hier", "fr": "Ici !"}) == "Ici\u202f!"


@pytest.mark.parametrize(
    ("language", "day", "text"),
    [
        ("fr", datetime.date(2026, 2, 1), "1er février 2026"),
        ("fr", datetime.date(2026, 2, 11), "11 février 2026"),
        ("en", datetime.date(2026, 2, 1), "February 1, 2026"),
    ],
)
def test_dates_are_written_as_one_writes_them(language, day, text):
    assert Words(language=language).day(day) == text
