"""link/compare/names.py and screen.py: two bare names, in bits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.link.compare.names import names_score
from auditor.link.compare.screen import keys, screened, survivors

ONE = [
    ("Loïc Tréhardel", "loic trehardel"),
    ("Tréhardel, Loïc", "Loïc Tréhardel"),
    ("Loïc Marie Tréhardel", "Loïc Tréhardel"),
    ("L. Tréhardel", "Loïc Tréhardel"),
    ("JC Tréhardel", "Jean-Claude Tréhardel"),
    ("Dr Loïc Tréhardel", "Loïc Tréhardel"),
    ("Loïc Tré hardel", "Loïc Tréhardel"),
    ("Loïc Trehardle", "Loïc Tréhardel"),
    ("Mohammed Benzarti", "Mohamed Benzarti"),
    ("Bob Quellec", "Robert Quellec"),
    ("Julia Krügelstein", "Julia Kruegelstein"),
    ("Надя Комарин", "Nadya Komarin"),
    ("محمد بنعلي", "Mohamed Benali"),
    ("王小明", "Wang Xiaoming"),
    ("Γιάννης Ροδινός", "Giannis Rodinos"),
    ("Jean de la Tourette", "Jean Delatourette"),
]
TWO = [
    ("Loïc Tréhardel", "Ludovic Tréhardel"),
    ("Loïc Tréhardel", "Loïc Quellec"),
    ("Loïc Tréhardel", "Nora Quellec"),
    ("Robert Hale Quellec Jr", "Robert Hale Aubrac Sr"),
    ("Yann Erwan Corentin Tréhardel", "Yann Erwan Corentin Quellec"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_spellings_of_one_name_speak_for_it(kit, left, right):
    assert names_score(left, right, kit.tables) > 8


@pytest.mark.parametrize(("left", "right"), TWO)
def test_a_word_on_each_side_that_fits_nothing_speaks_against(kit, left, right):
    assert names_score(left, right, kit.tables) < 0


def test_brothers_are_no_nearer_for_a_longer_name(kit):
    short = names_score("Loïc Tréhardel", "Yann Tréhardel", kit.tables)
    long = names_score("Loïc Marie Kerloc Tréhardel", "Yann Marie Kerloc Tréhardel", kit.tables)
    assert long < 0
    assert long == pytest.approx(short, abs=3)


def test_a_father_is_not_his_son(kit):
    same = names_score("Robert Tréhardel Jr", "Robert Tréhardel", kit.tables)
    assert names_score("Robert Tréhardel Jr", "Robert Tréhardel Sr", kit.tables) < same - 5


def test_a_rare_name_says_more(kit):
    rare = names_score("Gwenaëlle Tréhardel", "Gwenaëlle Tréhardel", kit.tables)
    assert rare > names_score("Marie Martin", "Marie Martin", kit.tables) + 5


WORDS = st.lists(
    st.sampled_from(
        ["Loïc", "Marie", "Tréhardel", "Krügel", "O'Brannoc", "de", "J.", "王小明", "Надя"]
    )
    | st.text(max_size=8),
    max_size=4,
).map(" ".join)


@given(left=WORDS, right=WORDS)
def test_either_may_come_first(kit, left, right):
    there, back = (
        names_score(left, right, kit.tables),
        names_score(right, left, kit.tables),
    )
    assert there == pytest.approx(back)


@given(words=st.permutations(["Loïc", "Marie", "Tréhardel"]), right=WORDS)
def test_order_and_capitals_do_not_matter(kit, words, right):
    plain = names_score("Loïc Marie Tréhardel", right, kit.tables)
    turned = names_score(" ".join(words).upper(), right, kit.tables)
    assert turned == pytest.approx(plain, abs=0.01)


@given(name=WORDS)
def test_nothing_is_nearer_to_a_name_than_itself(kit, name):
    assert names_score(name, name, kit.tables) >= names_score(name, "Nora Quellec", kit.tables)


LEFT = ["Loïc Tréhardel", "Надя Комарин", "Hélène Aubrac-Milot"]
RIGHT = ["TREHARDEL Loic", "Nora Quellec", "Nadya Komarin", "Helene Aubrac Milot"]


def test_screening_keeps_the_pairs_that_are_one(kit):
    found = {(at, to): bits for at, to, bits in screened(LEFT, RIGHT, kit.tables)}
    assert {pair for pair, bits in found.items() if bits > 8} == {(0, 0), (1, 2), (2, 3)}
    assert len(found) < len(LEFT) * len(RIGHT)


def test_screening_looks_at_every_block():
    names = [f"quellec {at:04}" for at in range(300)]
    found = set(survivors(keys(names), keys(names), least=100.0))
    assert found == {(at, at) for at in range(300)}
