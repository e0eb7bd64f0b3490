"""Cells of LinkedIn's tables."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports.cells import address, dated, period, unquoted, unwrapped


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("[PORTFOLIO:https://o.example/]", ["https://o.example/"]),
        (
            "[PERSONAL:https://o.example/a,OTHER:https://o.example/b]",
            ["https://o.example/a", "https://o.example/b"],
        ),
        ("[GTALK:odile]", ["odile"]),
        ("[odile,nora]", ["odile", "nora"]),
        ("https://o.example/", ["https://o.example/"]),
        ("[]", []),
        ("", []),
        (None, []),
    ],
)
def test_wrapped_lists(cell, parts):
    assert unwrapped(cell) == parts


def test_addresses_dates_and_lines():
    assert address("blog.o.example") == "https://blog.o.example"
    assert address("odile") is None
    assert period("Aug 2018", None) == (date(2018, 8, 1), None)
    assert period("soon", "2019") == (None, date(2019, 12, 31))
    assert (dated("Nov 5, 1990"), dated("Nov 5"), dated(None)) == ("1990-11-05", "Nov 5", None)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('Un"\n"\n"deux', "Un\n\ndeux"),
        ('Un"\n""\n"deux', "Un\n\ndeux"),
        ('Un"\n"deux', "Un\ndeux"),
        ('Il a dit : "oui"', 'Il a dit : "oui"'),
        ('Un.\n\nIl a dit : "oui"', 'Un.\n\nIl a dit : "oui"'),
        ('Il a dit "oui"\n"non"\nrien', 'Il a dit "oui"\n"non"\nrien'),
    ],
)
def test_quotes_at_line_ends_are_linkedins_others_are_the_writers(cell, text):
    assert unquoted(cell) == text


@given(st.text(alphabet="[]AB:, xyz", max_size=40))
def test_any_cell_is_read(cell):
    assert all(isinstance(each, str) for each in unwrapped(cell))


def test_a_cell_that_is_no_list_is_not_taken_apart_for_ever():
    for sign in (",", "[", "A:", "x,"):
        assert isinstance(unwrapped(sign * 400_000 + " "), list)
