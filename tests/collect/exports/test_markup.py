"""Texts of an export that are marked up: their words, line by line, in time that grows with them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports.markup import plain
from auditor.collect.pages.snippet import plain as parsed


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("", ""),
        ("Du  cuir\n ", "Du cuir"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("un<br>deux<BR/>trois", "un\ndeux\ntrois"),
        ('<p>Du <a href="x">cuir</a></p> <p>Ici</p>', "Du cuir\nIci"),
        ("<ul><li>un</li><li>deux</li></ul>", "un\ndeux"),
        ("un <script>alert('<b>')</script> deux", "un deux"),
        ("un<style>p{}</style> deux", "un deux"),
        ("&lt;b&gt; reste", "<b> reste"),
        ("2 < 3 et 4 > 3", "2 < 3 et 4 > 3"),
        ("<3 toi", "<3 toi"),
        ("un <b", "un <b"),
    ],
)
def test_words_are_kept_and_markup_is_not(written, text):
    assert plain(written) == text


@pytest.mark.parametrize(
    "written",
    [
        "<p>Du <b>cuir</b> &amp; du papier</p><p>Ici&nbsp;!</p>",
        "a<br>b",
        "<div>x<div>y</div></div>",
    ],
)
def test_a_parser_reads_the_same(written):
    assert plain(written) == parsed(written)


@pytest.mark.parametrize("piece", ["<", "<b", "<div>", "<script>", "<a <", "&", "<!--", "</"])
def test_hostile_markup_costs_no_more_than_its_length(piece):
    start = time.process_time()
    plain(piece * 200_000)
    assert time.process_time() - start < 5


@given(st.text(alphabet="<>/abr &;!-\"' \n", max_size=200))
def test_nothing_breaks_it(written):
    assert plain(written) == plain(written).strip()
