"""link/compare/names.py: which forms of a name agree, and how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.link.compare.names import handle, name

PAIRS = [
    ("Loïc Tréhardel", "Loïc Tréhardel", "full"),
    ("Loïc Tréhardel", "LOIC TREHARDEL", "full"),
    ("DESROSIERS LEMELIN Maika", "Maïka Desrosiers-Lemelin", "full"),
    ("Julia Krügelstein", "Julia Kruegelstein", "full"),
    ("Julia Krügelstein", "Julia Krugelstein", "full"),
    ("Maïka Desrosiers", "Maïka Desrosiers-Lemelin", "full"),
    ("Fred Dupont", "Frédéric Dupont", "nickname"),
    ("Bob Smith", "Robert Smith", "nickname"),
    ("Loïc T.", "Loïc Tréhardel", "initial"),
    ("Marc L***", "Marc Lebrun", "initial"),
    ("L. Tréhardel", "Loïc Tréhardel", "initial_surname"),
    ("Loïc", "Loïc Tréhardel", "given_only"),
    ("Loic Trehard", "Loïc Tréhardel", "close"),
    ("Loïc Tran", "Loïc Tréhardel", "surname_differs"),
    ("Ludovic Tréhardel", "Loïc Tréhardel", "given_differs"),
    ("Hélène Aubrac-Milot", "José Piñeda", "conflict"),
    ("Loïc T.", "Loïc Aubrac", "surname_differs"),
]


@pytest.mark.parametrize(("left", "right", "level"), PAIRS)
def test_the_level_of_two_names(case, kit, left, right, level):
    made = case({"a#owner": [("full_name", left)], "b#owner": [("full_name", right)]})
    found = name(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    back = name(made["b#owner"], made["a#owner"], kit.weights, kit.tables)
    assert found.level == back.level == level
    assert found.bits == back.bits


def test_the_fullest_form_decides_not_the_kindest(case, kit):
    made = case(
        {
            "a#owner": [("alias", "Loïc T."), ("full_name", "Loïc Tréhardel")],
            "b#owner": [("full_name", "Loïc Tran")],
        }
    )
    found = name(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    assert found.level == "surname_differs"


def test_a_rare_name_weighs_more_than_a_common_one(case, kit):
    made = case(
        {
            "a#owner": [("first_name", "Marie")],
            "b#owner": [("first_name", "Marie")],
            "c#owner": [("first_name", "Gwenaëlle")],
            "d#owner": [("first_name", "Gwenaëlle")],
        }
    )
    common = name(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    rare = name(made["c#owner"], made["d#owner"], kit.weights, kit.tables)
    assert rare.bits > common.bits + 3


@given(one=st.text(max_size=30), other=st.text(max_size=30))
def test_no_name_alone_reaches_the_prior(case, kit, one, other):
    made = case({"a#owner": [("full_name", one)], "b#owner": [("full_name", other)]})
    found = name(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    assert found is None or found.bits < -kit.weights.prior


@pytest.mark.parametrize(
    ("left", "right", "named", "level"),
    [
        ("loic_tr", "loictr", "Loïc Tréhardel", "derived"),
        ("zorblax99", "zorblax99", "Loïc Tréhardel", "rare"),
        ("loic_tr", "mage62", "Loïc Tréhardel", None),
    ],
)
def test_the_level_of_two_handles(case, kit, left, right, named, level):
    made = case(
        {
            "a#owner": [("full_name", named), ("username", left)],
            "b#owner": [("username", right)],
        }
    )
    found = handle(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    assert (found.level if found else None) == level
