"""Text written by others is shown whole, and does nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.report.inert import shorten, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Loïc ’ œ", "Loïc ’ œ"),
        ("a\u202egnp.exe", "a⟦RLO⟧gnp.exe"),
        ("Lo\u200bïc", "Lo⟦ZWSP⟧ïc"),
        ("Lo\u200dïc", "Lo⟦ZWJ⟧ïc"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\x00b", "a⟦U+0000⟧b"),
        ("a\udc80b", "a⟦U+DC80⟧b"),
        ("two\nlines\there", "two lines here"),
        ("日本", "日本"),
    ],
)
def test_hidden_signs_are_named(text, shown):
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_whatever_comes_can_be_written_and_turns_nothing(text):
    shown = visible(text)
    shown.encode()
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\x00\x1b"
    )
    assert visible(shown) == shown


def test_a_long_text_says_that_it_was_cut():
    assert shorten("abc", "cut", 3) == "abc"
    assert shorten("abc def", "cut", 4) == "abc… [cut]"
