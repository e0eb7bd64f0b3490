"""The summary for the terminal."""

from dataclasses import replace

import pytest

from auditor.report.officer import result, text
from auditor.report.officer.trend import decoded
from tests.report.officer.checks import clean, hostile, huge, small


@pytest.mark.parametrize("make", [small, clean, hostile])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_lines_fit_and_hold_no_sign_that_acts(make, language):
    told = text.summary(make(), language=language)
    words = {each for line in told.splitlines() if len(line) > 100 for each in line.split()}
    assert all(len(each) > 60 for each in words), "only what cannot be broken may be longer"
    assert all(each.isprintable() or each in "\n\u00a0\u202f" for each in told)


def test_every_point_is_told_with_its_first_steps_and_its_day():
    told = text.summary(small(), language="en")
    for each in small().broken:
        assert f"{each.rule.title['en']} ({each.rule.code})" in told
    assert "The first of them was due by September 3, 2026. 8 rows are past their day." in told
    assert "To be done by December 15, 2026 at the latest." in told
    assert "Not in the log at all: table of candidates" in told
    assert "identity_confidence – 2–49" in told
    assert "row 7, C7, Comptable – December 24, 2025" in told
    assert "this is no legal advice" in told


def test_the_trend_is_told_first():
    before = decoded(result.render(clean(), language="en"), file="then.json")
    told = text.summary(small(), language="en", before=before)
    assert told.index("newly to verify") < told.index("1. Candidate")
    assert "Candidate not told beforehand (New, 0 → 8)" in told


def test_a_clean_log_is_told_in_few_lines():
    told = text.summary(replace(clean(), missing=()), language="en").splitlines()
    assert told[2] == "No point to verify, out of 14 rules (France)."
    assert len(told) < 12


def test_a_large_log_is_told_by_its_first_rows():
    told = text.summary(huge(1000), language="en").splitlines()
    assert len(told) < 250
    assert "  and more, in the JSON result" in told


def test_it_is_as_wide_as_asked():
    assert max(map(len, text.summary(clean(), language="en", console_width=60).splitlines())) <= 60
