"""The table of facts: all of them, whole rows, and no cell that a spreadsheet would run."""

import csv
import io
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.redaction import Redaction
from auditor.report.csv import COLUMNS, LONGEST, render, rows, safe
from tests.report.conftest import small

FIRST = frozenset("=+-@−")


def table(report, language="en", redact=Redaction.NONE):
    data = render(report, language=language, redact=redact)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def column(report, name, **more):
    head, *body = table(report, **more)
    return [row[head.index(name)] for row in body]


def test_every_fact_is_a_row_with_its_source_and_who_sees_it(report):
    head, *body = table(report)
    assert len(head) == len(COLUMNS)
    assert len(body) == rows(report) == len(report.facts) + 1
    found = {row[0]: dict(zip(head, row, strict=True)) for row in body}
    town = found["f2"]
    assert town["normal form"] == "Nantes"
    assert town["words as written"] == "j’habite à Nantes"
    assert town["kind of fact"] == "home town"
    assert town["page or file"] == "https://photos.example/loic_tr"
    assert town["visibility of the fact"] == "anyone, through a search engine"
    assert town["who sees it"].startswith("A search engine; Anyone; A member")
    assert found["f4"]["who sees it"] == "A member; A friend of a friend; A contact"
    assert found["f4"]["risks it carries"] == "F-03"
    assert found["f9"]["visibility of the fact"] == "not established"
    assert found["f9"]["who sees it"] == ""
    assert found["f6"]["whose it is"] == "about somebody else"
    assert found["made-1"]["normal form"] == "1980"


def test_names_are_masked_as_everywhere(report):
    for redact in (Redaction.OTHERS, Redaction.ALL):
        assert "Hélène Marchand" not in str(table(report, redact=redact))
    assert "Loïc Tréhardel" in str(table(report, redact=Redaction.OTHERS))
    assert "Loïc Tréhardel" not in str(table(report, redact=Redaction.ALL))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+33639984127", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u3000=1",
        "\"=1\"", "'=1", "''=1", "\" '=1", "＝1+1", "＋1", "－1", "＠x", "﹢1", "−1", " \t\"＝cmd|' /C calc'!A0",
    ],
)  # fmt: skip
def test_what_begins_like_a_formula_is_text(text):
    assert safe(text).startswith("'")
    assert not safe(text).removeprefix("'").startswith("\t")


@pytest.mark.parametrize("text", ["", "Nantes", "a=1", "1-2", "j’ai dit « = »", "x@y.example"])
def test_what_does_not_stays_as_it_is(text):
    assert safe(text) == text


@given(st.text(st.characters(), max_size=40))
def test_no_cell_begins_a_formula_whatever_is_passed_over(text):
    shown = safe(text)
    if not shown.startswith("'"):
        rest = shown.lstrip("\"'`" + "".join(each for each in shown if each.isspace()))
        assert unicodedata.normalize("NFKC", rest[:1])[:1] not in FIRST
    assert not set(shown) & set("\t\r\n\0\u202e\u200b")
    shown.encode("utf-8")


@given(st.text(st.characters(), max_size=60))
def test_whatever_is_said_stays_in_its_cell(text):
    report = small()
    first = replace(report.facts[0], value=text, quote=f'{text}",\r\n"x')
    found = table(replace(report, facts=(first, *report.facts[1:])))
    assert {len(row) for row in found} == {len(COLUMNS)}
    assert len(found) == rows(report) + 1


def test_a_text_too_long_for_a_cell_is_cut(report):
    first = replace(report.facts[0], quote="x" * 1_000_000)
    words = column(replace(report, facts=(first, *report.facts[1:])), "words as written")
    assert len(words[0]) == LONGEST


def test_french_says_its_own_words(report):
    assert "Nantes" in column(report, table(report, "fr")[0][3], language="fr")
