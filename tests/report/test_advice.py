"""Advice in a report: apart from the findings, and moving nothing."""

import json
from dataclasses import replace

import pytest

from auditor.assess import advice as counsel
from auditor.assess.kinds import kinds
from auditor.model.redaction import Redaction
from auditor.report import html, result
from auditor.report.advice import advice
from auditor.report.lookup import lookup
from auditor.resources.folders import folder

RULES = folder("rules")
KNOWN = {each.id: each for each in counsel.load(RULES, kinds(RULES))}
GIVEN = "advice.nothing-professional"


def advised(report):
    return replace(report, advice=(GIVEN,), known_advice=KNOWN)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Nothing professional is findable"),
        ("fr", "Aucune trace professionnelle trouvable"),
        ("de", "Nothing professional is findable"),
    ],
)
def test_advice_is_said_in_the_language(report, language, title):
    (shown,) = advice(lookup(advised(report), language))
    assert (shown.code, shown.title, len(shown.steps)) == ("E-13", title, 2)


def test_advice_that_is_not_known_here_is_passed_over(report):
    assert advice(lookup(replace(report, advice=("advice.of-another-version",)), "en")) == ()


@pytest.mark.parametrize("mode", Redaction)
def test_it_moves_no_dial_no_finding_and_no_exit_code(report, mode):
    with_, without = (
        json.loads(result.render(each, language="en", redact=mode))
        for each in (advised(report), report)
    )
    assert [each["code"] for each in with_.pop("counsel")] == ["E-13"]
    assert without.pop("counsel") == []
    assert with_ == without
    assert advised(report).found == report.found


def test_the_page_shows_it_in_a_section_of_its_own_or_not_at_all(report):
    with_, without = (
        html.render(each, language="en", redact=Redaction.OTHERS).decode()
        for each in (advised(report), report)
    )
    assert 'id="advice"' not in without
    section = with_.partition('aria-labelledby="advice"')[2].partition("</section>")[0]
    assert "Nothing professional is findable" in section
    assert 'class="mark' not in section
