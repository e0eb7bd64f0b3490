"""Texts written byte by byte: undone where the whole file is so, left alone everywhere else."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports.mojibake import Repair, mapped, texts

PLAIN = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    PLAIN | st.integers() | st.none(), lambda each: st.lists(each) | st.dictionaries(PLAIN, each)
)


def broken(text: str) -> str:
    return text.encode().decode("latin-1")


@given(JSON)
def test_what_was_broken_is_whole_again_keys_included(value):
    assert Repair().value(mapped(value, broken)) == value


def test_french_that_is_sound_is_left_as_it_is():
    value = {"Prénom": "Loïc", "mot": "l’été"}
    assert Repair().value(value) == value


def test_a_literal_text_about_mojibake_stays():
    repair = Repair()
    repair.learn(["Il écrit Ã© pour é"])
    assert repair.text("Ã©") == "Ã©"


def test_ascii_decides_nothing_and_the_first_letters_decide_for_the_file():
    repair = Repair()
    repair.learn(["plain"])
    assert repair.broken is None
    repair.learn([broken("Zoé"), broken("été 😀")])
    assert repair.text(broken("Noël")) == "Noël"


def test_a_text_that_does_not_follow_is_left_and_counted():
    repair = Repair()
    repair.learn([broken("Zoé")])
    assert (repair.text("l’été"), repair.odd) == ("l’été", 1)


@given(JSON)
def test_every_text_is_met(value):
    met = list(texts(value))
    changed = list(texts(mapped(value, lambda text: text + "!")))
    assert sorted(changed) == sorted(text + "!" for text in met) or len(set(met)) < len(met)
