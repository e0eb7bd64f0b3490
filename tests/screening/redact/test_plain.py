"""Plain letters keep their places."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.screening.redact.plain import plain


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Élœ", "eloe"),
        ("e\u0301te\u0301", "ete"),
        ("en\u200bceinte", "enceinte"),
        ("a\x00b", "ab"),
        ("\u202eabc", "abc"),
        ("l’âge", "l'age"),
        ("a\u00a0b", "a b"),
    ],
)
def test_letters(text, letters):
    assert plain(text).text == letters


@given(st.text())
def test_every_letter_has_a_place_and_they_rise(text):
    made = plain(text)
    assert len(made.at) == len(made.text) + 1
    assert list(made.at) == sorted(made.at)
    assert made.at[-1] == len(text)


@given(st.text())
def test_composed_or_not_it_is_the_same_word(text):
    composed, apart = (plain(unicodedata.normalize(form, text)).text for form in ("NFC", "NFD"))
    assert composed == apart
