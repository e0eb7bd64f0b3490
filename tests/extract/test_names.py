"""extract/names.py"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.names import mentions, parse


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("le bassiste Loïc Tréhardel, 28 ans", ["Loïc Tréhardel"]),
        ("basse Loïc T., chant Nora, batterie Loic Trehard", ["Loïc T.", "Nora", "Loic Trehard"]),
        ("Hélène et José au café, Montréal, juin 2008", ["Hélène", "José"]),
        ("L. Tréhardel, dessinateur-projeteur", ["L. Tréhardel"]),
        ("DESROSIERS LEMELIN Maïka, 2004", ["DESROSIERS LEMELIN Maïka"]),
        ("le portrait de Marc L***, trouvé en ligne", ["Marc L***"]),
        ("with Sarah Okwuosa-Hale at the bake sale", ["Sarah Okwuosa-Hale"]),
        ("chez les parents de Julia, 14 bd des Acacias", ["Julia"]),
        ("Jean-Baptiste de la Fontaine était là", ["Jean-Baptiste de la Fontaine"]),
        ("mon frère Ludovic et moi", ["Ludovic"]),
    ],
)
def test_it_finds_people(words, text, named):
    assert [each.text for each in mentions(text, words)] == named


@pytest.mark.parametrize(
    "text",
    [
        "la brume, le tram",
        "12 rue Hélène Boucher",
        "lycée Louis Pasteur",
        "Orange et Nice sont des villes",
        "Place du Change, la chorale",
        "",
        "😂😂😂 !!!",
    ],
)
def test_it_finds_nobody_where_nobody_is(words, text):
    assert list(mentions(text, words)) == []


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Loïc Tréhardel", "Loïc", "Tréhardel"),
        ("Loïc T.", "Loïc", "T."),
        ("DESROSIERS LEMELIN Maïka", "Maïka", "DESROSIERS LEMELIN"),
        ("Loïc", "Loïc", ""),
        ("Hélène Aubrac-Milot", "Hélène", "Aubrac-Milot"),
        ("", "", ""),
    ],
)
def test_it_cuts_a_name(words, name, given, surname):
    person = parse(name, words)
    assert (person.given, person.surname) == (given, surname)


@given(text=st.text(max_size=300))
def test_a_mention_quotes_its_text(words, text):
    for person in mentions(text, words):
        assert text[person.start : person.end] == person.text
