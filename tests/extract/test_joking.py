"""extract/joking.py: handles an employer would not smile at, and names that only look like it."""

import pytest

from auditor.extract.joking import jokes


@pytest.mark.parametrize(
    "name",
    (
        "bogoss44 Bogoss_du_44 luv_u_sanne sweetcheeks poutine_express poutineexpress "
        "@PartyGirl.93 annapartygirl gros.poivrot weed_420"
    ).split(),
)
def test_a_joke_is_told_alone_or_within_a_word(name, words):
    assert jokes(name, words.jokes)


@pytest.mark.parametrize(
    "name",
    (
        "odile.piquerelle sannejong babette sexton.anne beer.patricia loulou.martin doudou.ndiaye "
        "essex_runner weedon thugs _ 1234 ꙮ Łukasz drunkeld"
    ).split(),
)
def test_a_name_that_only_looks_like_it_is_none(name, words):
    assert not jokes(name, words.jokes)


def test_no_word_is_a_usual_given_name(words):
    assert words.jokes & words.given == set()
