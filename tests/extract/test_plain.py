"""extract/plain.py: plain letters, place for place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.plain import plain, words


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("J’étais à Noël", "j'etais a noel"),
        ("ŒUVRE", "œuvre"),
        ("Łódź ŞEKER", "łodz seker"),
        ("a\u00a0b\tc", "a b c"),
        ("𝓗𝓮𝔂", "hey"),
        ("ﬁn", "ﬁn"),
    ],
)
def test_letters_are_plain(text, letters):
    assert plain(text) == letters


@given(st.text())
def test_no_place_moves(text):
    assert len(plain(text)) == len(text)


@given(st.text())
def test_plain_is_plain_already(text):
    assert plain(plain(text)) == plain(text)


def test_a_ligature_counts_as_its_letters():
    assert words(plain("Ma sœur")) == ["ma", "soeur"]
