"""Letters that were written byte by byte: the file decides, and what does not follow it is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports.mojibake import Repair, mapped, texts
from tests.collect.exports.shapes_of import broken


@given(st.lists(st.text(), min_size=1))
def test_what_was_broken_is_as_it_was(said):
    repair = Repair()
    repair.learn(map(broken, said))
    assert [repair.text(broken(each)) for each in said] == said
    assert repair.odd == 0


@pytest.mark.parametrize(
    ("told", "is_broken", "odd"),
    [
        (["plain"], None, 0),
        ([broken("été"), broken("l’île")], True, 0),
        (["été", "l’île"], False, 0),
        (["été", "l’île", "Ã©"], False, 1),
        ([broken("été"), broken("Noël"), "l’île"], True, 0),
        ([broken("été"), "l’île"], False, 1),
    ],
)
def test_the_file_decides(told, is_broken, odd):
    repair = Repair()
    repair.learn(told)
    assert (repair.broken, repair.odd) == (is_broken, odd)


def test_a_decision_is_kept():
    repair = Repair()
    repair.learn([broken("été")])
    repair.learn(["été", "l’île"])
    assert repair.broken is True
    assert (repair.text("l’île"), repair.text("plain"), repair.odd) == ("l’île", "plain", 1)


def test_a_file_without_letters_is_left_open():
    repair = Repair()
    assert (repair.value({"a": ["b"]}), repair.broken) == ({"a": ["b"]}, None)


def test_keys_are_mended_too():
    found = {broken("Compte privé"): [{"value": broken("à l’abri")}, 1, None]}
    assert Repair().value(found) == {"Compte privé": [{"value": "à l’abri"}, 1, None]}


def test_every_text_of_a_value_is_told_and_changed():
    value = {"a": ["b", {"c": 1}], "d": None}
    assert sorted(texts(value)) == ["a", "b", "c", "d"]
    assert mapped(value, str.upper) == {"A": ["B", {"C": 1}], "D": None}
