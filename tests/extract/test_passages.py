"""extract/passages.py"""

from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.nlp import tokens
from auditor.extract.passages import LONGEST, LONGEST_RUN, safe


@given(text=st.text(alphabet="ab (!😂?", max_size=200))
def test_every_place_maps_back_to_the_same_sign(text):
    made = safe(text)
    for place, sign in enumerate(made.text):
        assert text[made.written(place)] == sign


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
        assert len(tokens(safe(text).text)) < LONGEST + 1
