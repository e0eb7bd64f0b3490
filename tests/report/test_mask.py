"""Names in running text become initials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.report.mask import initials, mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Merci Hélène Marchand !", "Merci H… M… !"),
        ("merci HELENE MARCHAND", "merci H… M…"),
        ("vu chez helene.marchand hier", "vu chez h… m… hier"),
        ("footprint/helene-marchand.html", "footprint/h… m….html"),
        ("avec Hélène et Paul", "avec H… et Paul"),
        ("He\u0301le\u0300ne est là", "H… est là"),
        ("un marchand de vin", "un marchand de vin"),
        ("Hélènette reste", "Hélènette reste"),
        ("Loïc et Hélène", "Loïc et H…"),
        ("appelez le 06 39 98 00 01", "appelez le …"),
        ("écrire à h@m.example", "écrire à …"),
        ("rien à cacher", "rien à cacher"),
        ("", ""),
    ],
)
def test_a_name_is_masked_in_every_spelling(text, masked):
    hide = mask(["Hélène Marchand", "06 39 98 00 01", "h@m.example"], kept=["Loïc Tréhardel"])
    assert hide(text) == masked


def test_the_longest_name_wins():
    assert mask(["Anne", "Anne Marie"])("Anne Marie") == "A… M…"


def test_the_name_that_is_kept_is_never_masked_by_another():
    hide = mask(["Loïc", "Tréhardel", "Anne Tréhardel"], kept=["Loïc Tréhardel"])
    assert hide("Loïc Tréhardel et Anne Tréhardel") == "Loïc Tréhardel et A… T…"


def test_a_mask_without_names_changes_nothing():
    assert mask([])("Hélène") == "Hélène"


@given(st.text(max_size=30), st.text(max_size=60))
def test_whatever_the_name_and_the_text_it_ends(name, text):
    assert isinstance(mask([name])(text + name + text), str)


@given(st.from_regex(r"[A-Z][a-zéèç]{3,8} [A-Z][a-zü]{3,8}", fullmatch=True))
def test_a_masked_name_is_gone(name):
    hidden = mask([name])(f"hier avec {name}, au port")
    assert name not in hidden
    assert initials(name) in hidden


@given(st.lists(st.text("ab", min_size=2, max_size=6), min_size=1, max_size=12))
def test_names_that_begin_alike_are_each_masked_whole(names):
    masked = mask(names)
    assert all(masked(f"– {each} –") == f"– {each[0]}… –" for each in names)


def test_beginnings_within_beginnings_do_not_break_it():
    names = ["a" * length for length in range(2, 400)]
    assert mask(names)("a" * 399) == "a…"


@given(st.text(max_size=80))
def test_a_text_without_a_name_comes_back_as_the_very_same(text):
    made = mask(["Hélène Marchand"])
    made(text)
    again = "".join(text)
    assert made(again) != again or made(again) is again
