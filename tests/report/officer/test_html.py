"""The officer's report as a page."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from auditor.errors import ResultError
from auditor.model.screening_rule import Place
from auditor.report.officer import html, result
from auditor.report.officer.trend import decoded
from tests.report.officer.checks import clean, hostile, huge, small

MOST = 1_000_000
"""Bytes of the page of a log of 100,000 looks."""


def page(found, language="en", before=None):
    return html.render(found, language=language, before=before).decode()


@pytest.fixture(scope="module")
def before():
    return decoded(result.render(small(), language="fr"), file="then.json")


@pytest.mark.parametrize("make", [small, clean, hostile])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_asks_for_nothing_and_runs_nothing(make, language, before):
    made = page(make(), language, before)
    assert "<script" not in made
    assert "style=" not in made
    assert not re.search(r'(?:src|href|action)="(?!#)', made)
    style = re.search("<style>(.*?)</style>", made, re.S)[1]
    assert "url(" not in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in made.replace("&#39;", "'")


@pytest.mark.parametrize("make", [small, clean, hostile])
def test_every_link_leads_to_a_place_of_the_page_and_no_id_is_twice(make, before):
    made = page(make(), before=before)
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(ids)


def test_hostile_words_are_words():
    made = page(hostile())
    assert "<script>x" not in made
    assert "<img" not in made
    assert "&lt;script&gt;x&lt;/script&gt;" in made
    assert "⟦RLO⟧gnp.exe⟦ZWSP⟧" in made
    assert not set(made) & set("\u202a\u202b\u202d\u202e\u200b")


def test_words_that_run_from_the_right_are_kept_apart():
    made = page(replace(small(), employer="\u05d0\u05d1"))
    assert "<bdi>\u05d0\u05d1</bdi>" in made


@pytest.mark.parametrize("language", ["fr", "en"])
def test_all_points_are_told_in_the_language(language):
    made = page(small(), language)
    for each in small().broken:
        assert each.rule.title[language].replace("'", "’") in made
        assert f'id="point-{each.rule.code}"' in made
    assert f'<html lang="{language}">' in made


def test_what_is_said_of_the_rules_texts():
    made = page(small())
    for each in (
        "6 points to verify, out of 14 rules (France)",
        "this is no legal advice",
        "Code du travail L1221-8, L1221-9",
        "from memory: read the text before you rely on it",
        "checked on November 26, 2026",
        "good practice here",
        "8 rows are past their day",
        "inferred from free words: confirm it",
        "Not in the log at all",
    ):
        assert each in made


def test_a_clean_log_says_so_without_a_promise():
    made = page(clean())
    assert "No point to verify, out of 14 rules (France)" in made
    assert "That is not a promise" in made
    assert "No file of this log is to be purged today." in made


def test_a_log_of_a_hundred_thousand_looks_is_told_by_its_first_rows():
    made = html.render(huge(), language="en")
    assert len(made) < MOST
    assert b"99,980 rows more, in the JSON result" in made
    assert b"2\xe2\x80\x93100001" in made


def test_an_earlier_result_of_another_place_is_refused(before):
    with pytest.raises(ResultError, match="another place"):
        page(replace(small(), place=Place.US), before=before)
