"""link/compare/handles.py and link/signs.py: handles read, derived, and how surprising they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.link.compare.derived import akin, shown, spelt
from auditor.link.compare.forms import Form
from auditor.link.compare.handles import (
    birth_suffix,
    handle,
    skeleton,
)
from auditor.link.compare.parse import parts
from auditor.link.signs import ALPHABET, Signs, starts
from tests.builders import fact


def read(text):
    return handle(text, fact("a#owner", "username", text))


def form(name, tables):
    found = next(parts(name, tables))
    return Form(
        given=found.given,
        surname=found.surname,
        fact=fact("a#owner", "full_name", name),
        parts=found,
    )


@pytest.mark.parametrize(
    ("text", "letters", "digits"),
    [
        ("loic_tr", "loictr", ""),
        ("@Loïc.TR80", "loictr", "80"),
        ("l0ic.tr", "loictr", ""),
        ("ines_91", "ines", "91"),
        ("12345", "", ""),
        ("zorblax-99", "zorblax", "99"),
    ],
)
def test_a_handle_is_read(text, letters, digits):
    found = read(text)
    assert (found.letters, found.digits) == (letters, digits)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("loic80", {1980}),
        ("ines_91", {1991}),
        ("maika2004", {2004}),
        ("maika04", {2004}),
        ("tom12", {2012}),
        ("inescb59", {1959}),
        ("loic20", set()),
        ("loic1234", set()),
        ("loic", set()),
        ("80loic", set()),
        ("2004", set()),
    ],
)
def test_the_years_an_ending_may_mean(text, years):
    assert birth_suffix(text) == years


DERIVED = [
    ("loictrehardel", "Loïc Tréhardel", True),
    ("trehardel.loic", "Loïc Tréhardel", True),
    ("ltrehardel", "Loïc Tréhardel", True),
    ("loic_tr", "Loïc Tréhardel", True),
    ("loic_tr", "Loïc T.", True),
    ("rokhale", "Rachel Okwuosa-Hale", True),
    ("maika.dl.runs", "Maïka Desrosiers-Lemelin", True),
    ("therealloictr", "Loïc Tréhardel", True),
    ("inescb59", "Inès Castelbourg", True),
    ("mage62", "Loïc Tréhardel", False),
    ("lt", "Loïc Tréhardel", False),
    ("zorblax99", "Zoé Orbec", False),
    ("nuit.blanche.idec", "Inès Castelbourg", False),
]


@pytest.mark.parametrize(("text", "name", "made"), DERIVED)
def test_what_a_handle_shows_of_a_name(kit, text, name, made):
    assert (shown(read(text), form(name, kit.tables), kit.tables) is not None) is made


def test_the_more_a_handle_shows_the_fewer_people_it_fits(kit):
    whole = form("Loïc Tréhardel", kit.tables)
    found = [
        shown(read(text), whole, kit.tables).share
        for text in ("loictrehardel", "loictre", "loictr", "loict")
    ]
    assert found == sorted(found)


def test_handles_made_alike_of_one_name(kit):
    assert akin(read("ines.castelb"), read("inescb59"), kit.tables) < 1e-3
    assert akin(read("ines.castelb"), read("inesdm59"), kit.tables) is None
    assert akin(read("poutine_express"), read("poutine.express"), kit.tables) is None


@pytest.mark.parametrize(
    ("text", "given"), [("marie75", "marie"), ("loic_tr", "loic"), ("zorblax99", None)]
)
def test_a_name_that_a_handle_spells_by_itself(kit, text, given):
    found = spelt(read(text), kit.tables)
    assert (found and found.given) == given


def test_an_invented_handle_surprises_more_than_a_name(kit):
    signs = kit.tables.signs
    assert signs.bits("zorblax99") > signs.bits("loic") + 10
    assert signs.bits("marie") < 12


def test_the_chances_of_the_next_sign_add_up_to_one(kit):
    for before in ("", "l", "oi", "loi", "xqz", "9_9"):
        told = sum(2 ** -_bits(kit.tables.signs, before, sign) for sign in ALPHABET)
        assert told == pytest.approx(1.0, abs=1e-6)


def _bits(signs, before, sign):
    """Bits of one sign after others, as the difference of two whole handles' worth."""
    import math

    return -math.log2(signs._chance(before, sign))


@given(text=st.text(alphabet=ALPHABET[:-1], min_size=1, max_size=12), more=st.sampled_from("xq7"))
def test_a_model_that_knows_nothing_finds_longer_handles_rarer(text, more):
    assert Signs().bits(text + more) > Signs().bits(text)


@given(text=st.text(max_size=20))
def test_any_text_is_read(kit, text):
    found = read(text)
    assert kit.tables.signs.bits(found.text) > 0
    assert skeleton(text).isascii()
    assert birth_suffix(text) <= set(range(1930, 2016))


def test_beginnings_of_names_share_what_their_names_have():
    found = starts({"ana": 0.1, "anne": 0.2, "bea": 0.3})
    assert found.share("an") == pytest.approx(0.3)
    assert found.share("anne") == pytest.approx(0.2)
    assert found.share("c") == 0.0
