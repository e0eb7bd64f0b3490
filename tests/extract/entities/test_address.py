"""auditor/extract/entities/address.py and its grammar"""

import pytest

from auditor.extract.entities.address import parts
from auditor.extract.entities.find import structured

ADDRESSES = [
    "12 bis, rue des Lilas, 44000 Nantes",
    "12 rue de la Paix",
    "3 place de l'Église, 35000 Rennes, France",
    "14 bd du 11 novembre 1918\n69100 Villeurbanne",
    "7 avenue Jean Jaurès, bât. B, appt 12, 31000 Toulouse Cedex 4",
    "28 CHEMIN DU MOULIN 13012 MARSEILLE",
    "BP 40, 60510 Bresles",
    "4520 rue Saint-Denis, apt 3, Montréal (QC) H2J 2L3",
    "Rue de la Gare 12, 1003 Lausanne",
    "221 Old Mill Road, Leeds LS1 4AB",
    "Flat 2, 14 Crown Street" [8:],
    "4526 River Front Dr, Louisville, KY 40216",
    "1600 Pine Avenue, Suite 12\nLondon, ON N6A 1B2\nCanada",
    "10 Memorial Avenue",
    "P.O. Box 149, Springfield, IL 62701",
    "PSC 0729, Box 5797\nAPO AP 96854",
    "Hauptstraße 12, 10115 Berlin",
    "Kerkstraat 45, 1017 GA Amsterdam",
    "Via Roma 131, 00184 Roma",
    "Calle de Alcalá 12, 28009 Madrid",
    "ul. Zamkowa 33, 00-950 Warszawa",
    "Ringvej 144",
    "6639 Canónigo Valiño 70\n Apt. 758\n Almussafes\n Spain 97197",
    "the corner of Pachergasse 64 and King Harbor",
    "5/12 Main Street, Sydney NSW 2000",
]  # fmt: skip


@pytest.mark.parametrize("written", ADDRESSES)
def test_an_address_is_one_span(words, written):
    text = f"Voici : {written}. Merci"
    found = structured(text, regions=("FR", "GB", "US", "CA"), lexicon=words)
    assert [text[each.start : each.end] for each in found if each.type == "address"] == [written]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("j'habite 12 rue victor hugo à nantes", "12 rue victor hugo"),
        ("au 45 rue des glycines, 75013 paris, merci", "45 rue des glycines, 75013 paris"),
        ("123 av. Jean Jaurès Tel. 05 36 49 12 34", "123 av. Jean Jaurès"),
        ("22 rue de la Jonquière au nord de Paris", "22 rue de la Jonquière"),
        ("we live at 12 old mill lane now", "12 old mill lane"),
        ("mon adresse : rue des Lilas, Nantes", "rue des Lilas, Nantes"),
    ],
)
def test_it_ends_where_the_sentence_goes_on(found, text, span):
    assert [each for each, _ in found(text, "address")] == [span]


@pytest.mark.parametrize(
    "text",
    [
        "12 cours de maths", "dans la rue", "3 places de cinéma", "I walked 5 miles down the street",
        "Friday 24 March 2017, 7:30pm", "Spring 2017 auction", "en 493 av. J.-C. à Rome", "2 rang de tricot",
        "I saw 3 Dr Who episodes", "Queen 1985 Live", "la place de l'Europe dans le monde", "via email 3 times",
    ],
)  # fmt: skip
def test_other_words_are_no_address(found, text):
    assert found(text, "address") == []


def test_two_writings_of_an_address_have_one_value(found):
    first = found("12 rue des Lilas, 44000 Nantes", "address")
    second = found("12, RUE DES LILAS\n44000 NANTES", "address")
    assert first[0][1] == second[0][1] == "12 rue des lilas 44000 nantes"


def test_its_parts_are_told(words):
    text = "au 12 rue des Lilas, apt 3, 44000 Nantes, France"
    (found,) = (
        each for each in structured(text, regions=("FR",), lexicon=words) if each.type == "address"
    )
    assert [(text[start:end], kind) for start, end, kind in parts(text, found, words)] == [
        ("12 rue des Lilas", "street"),
        ("apt 3", "unit"),
        ("44000", "postcode"),
        ("Nantes", "town"),
        ("France", "country"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("44000 Nantes, c'est chez moi", ["44000"]),
        ("my zip code is 90210", ["90210"]),
        ("postcode: LS1 4AB", ["LS14AB"]),
        ("44000 abonnés", []),
        ("CP 608", []),
    ],
)
def test_a_postcode_needs_a_town_or_a_word(found, text, values):
    assert [value for _, value in found(text, "postcode")] == values
