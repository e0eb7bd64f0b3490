"""The report as Markdown, read by a real renderer: all is there, and nothing that strangers wrote does anything."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from auditor.model.redaction import Redaction
from auditor.report.inert import visible
from auditor.report.markdown import inert, render
from tests.report.conftest import small

GITHUB = MarkdownIt("gfm-like")
"""Tables, struck text and addresses made links, as GitHub has them."""
HOSTILE = [
    "# heading", "#", "=====", "-----", "* * *", "- list", "+ list", "1. list", "1) list", "> quote",
    "    code", "```\ncode", "~~~", "`code`", "**bold**", "_em_", "__b__", "~~gone~~", "<b>x</b>",
    "<script>alert(1)</script>", "<!-- x", "<?php", "<![CDATA[", "&lt;b&gt;", "&#60;b&#62;",
    "[x](javascript:alert(1))", "![x](http://y.example/p.png)", "[x]: http://y.example", "[x][y]",
    "<http://y.example>", "<x@y.example>", "http://evil.example/x", "https://evil.example",
    "www.evil.example", "evil.com", "mailto:x@evil.com", "x@evil.com", "ftp://evil.com/x",
    "a | b\n---|---\nc | d", "|a|b|", "| --- |", ":--", "\\", "\\\\[x](y)", "x\\", "a\\\nb", "^[note]", "[^1]: note",
    "$x$", "a  \nb", "x\n# y", "x\r\n\r\n# y", "\u2028# y", "\x0b- y", "\x85- y", "\u202e# y", "\tcode", "---\ntitle: x\n---",
    "1\\. x", "123456789. x", "שלום # עולם", "# שלום",
]  # fmt: skip


def flat(tokens):
    for each in tokens:
        yield each
        yield from flat(each.children or ())


def kinds(text):
    return [each.type for each in flat(GITHUB.parse(text))]


def words(text):
    """What a reader sees."""
    seen = "".join(
        each.content
        for each in flat(GITHUB.parse(text))
        if each.type in {"text", "text_special", "code_inline"}
    )
    return seen.replace("\u2068", "").replace("\u2069", "")


PLAIN = ["paragraph_open", "inline", "text", "paragraph_close"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("before", ["", "- ", "1. ", "**b** ", "x – "])
def test_hostile_words_are_words(text, before):
    alone = kinds(f"{before}{inert('harmless')}")
    assert kinds(f"{before}{inert(text)}") == alone
    assert kinds(f"{before}{inert(text)} (x)") == alone


@given(st.text(st.sampled_from("#*_-+=~`[]()!<>|\\&;:./@$^ \t\n0123abw\u202eש\"'h"), max_size=24))
def test_no_words_begin_anything(text):
    shown = inert(text)
    assert set(kinds(shown)) <= set(PLAIN)
    assert set(kinds(f"- x {shown}")) == set(kinds("- x"))
    assert "\n" not in shown


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_words_are_shown_letter_for_letter(text):
    assert words(inert(f"a{text}b")) == visible(re.sub(r"[ \t\r\n]+", " ", f"a{text}b"))


@pytest.mark.parametrize("text", ["a | b", "|", "\\|", "a\\"])
def test_a_cell_stays_a_cell(text):
    found = kinds(f"| x | y |\n|---|---|\n| {inert(text)} | z |\n")
    assert found.count("td_open") == 2


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_that_matters_is_there(report, language):
    text = words(render(report, language=language, redact=Redaction.NONE).decode())
    titles = {"en": "Enough to try a SIM swap", "fr": "De quoi échanger une carte SIM"}
    steps = {"en": "Take the number off.", "fr": "Retirez le numéro."}
    for each in (titles[language], steps[language], "06 39 98 41 27", "né le 17 mars 1980"):
        assert each in text
    if language == "fr":
        assert "«\u00a0Loïc Tréhardel\u00a0»" in text


def test_hostile_words_everywhere_change_nothing_of_the_structure(report):
    hostile = "\n# x\n[a](http://e.com) <b>|`*_~ www.e.com\u202e"
    facts = tuple(replace(each, quote=hostile, value=hostile) for each in report.facts)
    records = tuple(replace(each, label=hostile) for each in report.records)
    harmless = tuple(replace(each, quote="x", value="x") for each in report.facts)
    named = tuple(replace(each, label="x") for each in report.records)
    found = kinds(_rendered(replace(report, facts=facts, records=records)))
    assert "link_open" not in found
    assert not {each for each in found if each.startswith(("html", "image", "code", "fence"))}
    usual = kinds(_rendered(replace(report, facts=harmless, records=named)))
    assert found.count("heading_open") == usual.count("heading_open")
    assert found.count("table_open") == usual.count("table_open")


def _rendered(report):
    return render(report, language="en", redact=Redaction.NONE).decode()


def test_names_are_masked_as_everywhere(report):
    text = words(render(report, language="fr", redact=Redaction.ALL).decode())
    assert "Tréhardel" not in text
    assert "Marchand" not in text


def test_lists_and_tables_are_what_a_renderer_makes_of_it(report):
    found = GITHUB.parse(_rendered(report))
    headings = [each.tag for each in found if each.type == "heading_open"]
    assert headings[0] == "h1"
    assert headings.count("h1") == 1
    levels = [int(each[1]) for each in headings]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert sum(each.type == "table_open" for each in found) == 2


def test_a_report_of_nothing_is_a_report(report):
    empty = replace(small(), records=(), facts=(), views={}, sources=(), failures=())
    assert b"# What others" in render(empty, language="en", redact=Redaction.OTHERS)
    assert report
