"""extract/passages.py"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.nlp import language
from auditor.extract.passages import LONGEST, LONGEST_RUN, safe


@given(text=st.text(alphabet="ab (!😂?", max_size=200))
def test_every_place_maps_back_to_the_same_sign(text):
    made = safe(text)
    for place, sign in enumerate(made.text):
        assert text[made.written(place)] == sign


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("heyyyyy toi", "hey toi"),
        ("je l'adoooore !", "je l'adore !"),
        ("He\u0301le\u0300ne", "Hélène"),
        ("Na\u200bntes", "Nantes"),
        ("www.example.example/aaa", "www.example.example/aaa"),
        ("@booo_x 1000", "@booo_x 1000"),
        ("Louis VIII", "Louis VIII"),
    ],
)
def test_words_are_read_as_they_are_meant(written, read):
    assert safe(written).text == read


@given(text=st.text(alphabet="abe\u0301\u200b -é", max_size=60))
def test_a_quote_is_cut_where_it_was_written(text):
    made = safe(text)
    ends = [made.written(place) for place in range(len(made.text) + 1)]
    assert ends == sorted(ends)
    assert ends[-1] == len(text)


def test_a_run_is_collapsed_and_what_follows_keeps_its_place():
    text = "a" + "(" * 5000 + " Loïc"
    made = safe(text)
    assert len(made.text) == 1 + LONGEST_RUN + 5
    assert made.written(made.text.index("Loïc")) == text.index("Loïc")


def test_a_long_text_is_cut_and_says_so():
    assert safe("mot " * LONGEST).cut
    assert not safe("mot").cut


def test_hostile_runs_are_read_in_little_time():
    for text in ("(" * 100_000, "😂" * 100_000, "?!" * 50_000, "a." * 50_000):
        assert len(language().make_doc(safe(text).text)) < LONGEST + 1
