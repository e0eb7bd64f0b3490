"""What is masked, what is left, and the laws of both."""

import itertools
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.screening.redact import Mask, Span, counts, masked, masks, merged, wherever

TOLD = [
    ("pregnancy", "Elle est enceinte de 4 mois", "enceinte de 4 mois"),
    ("pregnancy", "she is pregnant", "pregnant"),
    ("health", "il est diabétique", "diabétique"),
    ("health", "off sick a lot", "off sick"),
    ("disability", "RQTH en cours", "RQTH"),
    ("disability", "uses a wheelchair", "wheelchair"),
    ("union", "délégué syndical CGT", "délégué syndical"),
    ("union", "shop steward for years", "shop steward"),
    ("religion", "elle porte le voile", "voile"),
    ("religion", "goes to church every week", "church"),
    ("politics", "militante de gauche", "militante de gauche"),
    ("politics", "left-wing activist", "left-wing"),
    ("orientation", "homosexuel assumé", "homosexuel"),
    ("orientation", "he is openly gay", "gay"),
    ("gender_identity", "femme trans", "trans"),
    ("gender_identity", "they/them pronouns", "they/them"),
    ("age", "âgée de 41 ans", "41 ans"),
    ("age", "too old for us", "old"),
    ("sex", "Sexe : F", "Sexe : F"),
    ("origin", "nationalité algérienne", "nationalité algérienne"),
    ("origin", "of Moroccan descent", "Moroccan descent"),
    ("residence", "habite à Bobigny", "Bobigny"),
    ("residence", "lives in Peckham", "Peckham"),
    ("language", "fort accent étranger", "accent étranger"),
    ("language", "English is her second language", "second language"),
    ("name", "Mme Kervadou", "Kervadou"),
    ("family_status", "mariée, 2 enfants", "mariée"),
    ("family_status", "single mother", "single mother"),
    ("appearance", "en surpoids", "surpoids"),
    ("appearance", "tattoos on both arms", "tattoos"),
    ("genetics", "porteuse du gène BRCA1", "porteuse du gène"),
    ("genetics", "carrier of the BRCA1 gene", "BRCA1"),
    ("bank_domicile", "compte domicilié au Luxembourg", "compte domicilié au Luxembourg"),
    ("hardship", "bénéficiaire du RSA", "RSA"),
    ("hardship", "on benefits since May", "benefits"),
    ("whistle_blower", "lanceur d'alerte", "lanceur d'alerte"),
    ("whistle_blower", "blew the whistle on fraud", "blew the whistle"),
]
LEFT = [
    "Lycée Saint-Louis puis classe préparatoire",
    "Licence de droit, Université catholique de Louvain",
    "Catholic school, three A levels",
    "enceinte sportive de 3 000 places",
    "Black & Decker, monteur",
    "délégué commercial, secteur ouest",
    "Union européenne : veille réglementaire",
    "âge du véhicule et kilométrage",
    "Langues : anglais courant",
    "8 ans d'expérience en logistique",
    "droit du handicap, niveau expert",
    "Christian Dior, vendeuse",
    "8 years of experience in retail",
    "European Union policy officer",
]


@pytest.mark.parametrize(("ground", "text", "words"), TOLD)
def test_what_tells_a_ground_is_masked(grounds, ground, text, words):
    at = text.index(words)
    over = [each for each in masks(text, grounds) if ground in each.grounds]
    assert any(each.start <= at and at + len(words) <= each.end for each in over)


@pytest.mark.parametrize("text", LEFT)
def test_what_only_looks_like_one_is_left(grounds, text):
    assert masked(text, masks(text, grounds), grounds, "fr") == text


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
@pytest.mark.parametrize(("ground", "text", "words"), TOLD)
def test_however_it_is_composed(grounds, form, ground, text, words):
    found = masks(unicodedata.normalize(form, text), grounds)
    assert ground in {each for mask in found for each in mask.grounds}


def test_without_accents_in_capitals_and_with_hidden_signs(grounds):
    for text in ("ELLE EST DIABETIQUE", "diabetique", "dia\u200bb\u00e9tique", "\u202ediabétique"):
        assert counts(masks(text, grounds)) == {"health": 1}


@pytest.mark.parametrize(
    ("language", "label"),
    [("fr", "Elle est [protégé\u00a0: grossesse]."), ("en", "Elle est [protected: pregnancy].")],
)
def test_the_label_names_the_ground(grounds, language, label):
    text = "Elle est enceinte."
    assert masked(text, masks(text, grounds), grounds, language) == label


PIECES = st.sampled_from(
    [text for _, text, _ in TOLD]
    + LEFT
    + [
        "[protégé\u00a0: santé]",
        "[protected: health]",
        ", ",
        ". ",
        "\n",
        " ",
        "\x00",
        "\u202e",
        "e\u0301",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=8).map(" ".join), st.text(max_size=80))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, language=st.sampled_from(["fr", "en"]))
def test_masked_twice_is_masked_once(grounds, text, language):
    once = masked(text, masks(text, grounds), grounds, language)
    assert masked(once, masks(once, grounds), grounds, language) == once


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_what_is_not_masked_is_not_changed(grounds, text):
    found = masks(text, grounds)
    made, rest = masked(text, found, grounds, "en"), 0
    for each in found:
        outside = text[rest : each.start]
        assert outside in made
        rest = each.end
    assert made.endswith(text[rest:])
    assert all(left.end < right.start for left, right in itertools.pairwise(found))


@given(
    st.permutations(
        [Span(0, 4, "health"), Span(2, 6, "age"), Span(6, 8, "sex"), Span(9, 10, "sex")]
    )
)
def test_the_order_of_spans_and_grounds_does_not_matter(grounds, spans):
    assert merged(spans, grounds) == (Mask(0, 8, ("age", "health", "sex")), Mask(9, 10, ("sex",)))


def test_a_recognizer_is_heard_save_where_the_lexicons_know_better(grounds):
    text = "Zorblax, lycée Saint-Louis"
    at = text.index("Saint")
    more = [lambda _: [Span(0, 7, "name"), Span(at, len(text), "religion")]]
    assert masks(text, grounds, more) == (Mask(0, 7, ("name",)),)


def test_a_label_that_names_no_ground_is_text_like_the_rest(grounds):
    assert masks("[protected: she is pregnant]", grounds)
    assert not masks("[protected: pregnancy]", grounds)


def test_words_that_were_missed_are_masked_wherever_they_stand():
    assert [*wherever("Été comme e\u0301te\u0301", "ete")] == [
        Span(0, 3, "added"),
        Span(10, 15, "added"),
    ]
    assert not [*wherever("text", " ")]


HOSTILE = [
    "a",
    "a ",
    "é",
    "e\u0301",
    "\x00",
    "\u202e",
    "ne le ",
    "enceinte sportive ",
    "2 ",
    "porte ",
    "[protected: health] ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_ten_times_the_text_takes_some_ten_times_as_long(grounds, piece):
    def seconds(size):
        text = piece * (size // len(piece))
        begun = time.perf_counter()
        masks(text, grounds)
        return time.perf_counter() - begun

    seconds(1_000)
    small, large = min(seconds(1_000) for _ in range(3)), seconds(10_000)
    assert large < 40 * small + 0.5


def test_a_megabyte_of_one_letter(grounds):
    assert masks("a" * 1_000_000, grounds) == ()
