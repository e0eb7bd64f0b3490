"""Words on lines: nothing is wider than its room, and nothing is lost but what is said to be cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.report.charts.lettering import lines, width


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Loïc T.", ("Loïc T.",)),
        ("Photos.example (fictif) · p1a", ("Photos.example", "(fictif) · p1a")),
        ("abcdefghijklmnopqrstuvwxyz", ("abcdefghijklmno", "pqrstuvwxyz")),
        ("un deux trois quatre cinq six sept", ("un deux trois", "quatre cinq si…")),
        ("", ()),
        ("   ", ()),
        ("日本語日本語日本語", ("日本語日本語日", "本語")),
    ],
)
def test_a_text_is_broken_at_its_words(text, found):
    assert lines(text, 15, 2) == found


def test_signs_that_combine_take_no_room():
    assert width("e\u0301te\u0301") == 3


@given(st.text(max_size=200), st.integers(2, 30), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text, room, most):
    found = lines(text, room, most)
    assert len(found) <= most
    assert all(width(each) <= max(room, 3) for each in found)


@given(st.text(max_size=200), st.integers(2, 30))
def test_every_sign_is_kept_where_there_are_lines_enough(text, room):
    assert "".join(lines(text, room, 10_000)).replace(" ", "") == "".join(text.split())
