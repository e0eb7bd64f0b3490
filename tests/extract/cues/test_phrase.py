"""extract/cues/phrase.py: a cue as written becomes a pattern and the words it is looked up by."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import PackError
from auditor.extract.cues.phrase import Lists, phrase
from auditor.extract.plain import plain, words

LISTS = Lists({"my": "mon|ma|mes|my", "i": "j'|je", "deep": "<my> own"})
FINDS = [
    ("j'habite (a|en) {PLACE}", "J’habite à Nantes"),
    ("j'habite (a|en) {PLACE}", "jhabite a nantes"),
    ("<i> habite", "j' habite"),
    ("<i> habite", "jhabite"),
    ("<my> premiere voiture", "Ma première voiture"),
    ("rendez-vous chez <my> psy", "rendez vous chez mon psy"),
    ("vaccin* contre", "vaccinée contre la grippe"),
    ("je (ne)? dors (plus)?", "je dors"),
    ("je (ne)? dors (plus)?", "je ne dors plus"),
    ("je .. fatigue", "je suis un peu fatigué"),
    ("<deep> car", "my own car"),
    ("<my> soeur", "ma sœur"),
    ("am [a nurse]", "I am a nurse"),
    ("^ celibataire", "Nantes | célibataire"),
    ("^ celibataire", "célibataire"),
    ("📍 {PLACE}", "📍Lisbonne"),
    ("mes billets .. rang", "mes billets, carré or, rang F"),
    ("[personne a la maison ..]", "personne à la maison cette semaine"),
    ("(en ..)? chez", "en CDI chez"),
    ("[<my> .. porte ..] photo", "ma belle porte bleue photo"),
    ("merci (a|au) <my> (mari|homme)?", "merci à mon"),
]
LEAVES = [
    ("j'habite (a|en) {PLACE}", "ils habitent à Nantes"),
    ("je .. fatigue", "je suis un tout petit peu fatigué"),
    ("je .. fatigue", "je dors. Il est fatigué"),
    ("habite", "cohabiter"),
    ("vaccin* contre", "vaccin contrefait"),
    ("^ celibataire", "ma sœur célibataire"),
]
BROKEN = [
    "(a|b",
    "([a]|[b]) c",
    "a)",
    "[a",
    "<none> x",
    "?",
    "{NAME}",
    "(a)? (b)?",
    "..",
    "",
    "be*",
]


@pytest.mark.parametrize(("cue", "text"), FINDS)
def test_it_finds(cue, text):
    made = phrase(cue, LISTS)
    assert made.pattern.search(plain(text))


@pytest.mark.parametrize(("cue", "text"), LEAVES)
def test_it_leaves(cue, text):
    assert phrase(cue, LISTS).pattern.search(plain(text)) is None


@pytest.mark.parametrize(("cue", "text"), FINDS)
def test_what_it_finds_is_looked_up(cue, text):
    known = {*words(plain(text)), *text}
    known |= {f"{word[:4]}*" for word in known}
    assert phrase(cue, LISTS).triggers & known


@pytest.mark.parametrize("cue", BROKEN)
def test_a_cue_that_cannot_be_used_is_refused_with_its_file(cue):
    with pytest.raises(PackError, match=r"x\.yml"):
        phrase(cue, LISTS, "x.yml")


def test_a_gap_at_the_end_takes_the_words_along():
    match = phrase("[personne a la maison ..]", LISTS).pattern.search(
        "personne a la maison ce mois ci"
    )
    assert match is not None
    assert match["value"] == "personne a la maison ce mois ci"


def test_slots_stand_before_among_and_after():
    made = phrase("{NAME} est <my> mari", LISTS)
    assert (made.before, made.inside, made.after) == ("NAME", None, None)
    made = phrase("<my> fils {NAME} entre en", LISTS)
    assert (made.before, made.inside, made.after) == (None, "NAME", None)
    made = phrase("je travaille chez {ORG}", LISTS)
    assert (made.before, made.inside, made.after) == (None, None, "ORG")


def test_a_list_that_holds_itself_is_refused():
    with pytest.raises(PackError):
        phrase("<a> word", Lists({"a": "<b> x", "b": "<a> y"}), "x.yml")


def test_the_part_in_brackets_is_the_value():
    match = phrase("je suis [(juif|juive)]", LISTS).pattern.search("moi je suis juive")
    assert match is not None
    assert match["value"] == "juive"


@given(st.text(alphabet="ab '-(|)?[]<>{}.*", max_size=24))
def test_any_text_is_a_cue_or_is_refused(cue):
    try:
        made = phrase(cue, LISTS, "x.yml")
    except PackError:
        return
    assert made.triggers


@pytest.mark.parametrize("probe", ["je " * 7_000, "a " * 10_000, "mon mon " * 2_500, "x" * 20_000])
def test_no_text_makes_a_cue_slow(probe):
    made = [phrase(cue, LISTS) for cue, _ in FINDS]
    began = time.process_time()
    for each in made:
        each.pattern.search(plain(probe))
    assert time.process_time() - began < 2
