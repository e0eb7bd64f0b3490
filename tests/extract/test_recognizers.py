"""The recognizers: what each finds and what it must leave, in both languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.extract import (
    accounts,
    activity,
    ages,
    birth,
    birthday,
    conduct,
    contact,
    place,
    structured,
    study,
    travel,
    work,
)
from auditor.extract.recognizers import RECOGNIZERS

FINDS = [
    (structured.email, "écrivez à Marc.L@example.org", ["marc.l@example.org"]),
    (structured.email, "marc arobase example point org", ["marc@example.org"]),
    (structured.email, "a@b.org et c@d.fr", ["a@b.org", "c@d.fr"]),
    (structured.phone, "demander Loïc après 19h, 06 39 98 41 27", ["+33639984127"]),
    (structured.phone, "ring me on 07700 900 418", ["+447700900418"]),
    (structured.phone, "text 819 555-0147, Maïka", ["+18195550147"]),
    (contact.url, "mon site : https://loic.example/photos.", ["https://loic.example/photos"]),
    (accounts.handle, "mon insta : loic_tr", ["loic_tr"]),
    (structured.address, "j'habite 22 rue des Lilas, Nantes", ["22 rue des lilas nantes"]),
    (structured.address, "chez les parents de Julia, 14 bd des Acacias", ["14 bd des acacias"]),
    (structured.address, "we live at 22 Fenwick Row, Leeds", ["22 fenwick row leeds"]),
    (place.geotag, "Hélène et José au café, Montréal, juin 2008", ["Montréal"]),
    (place.geotag, "scooter à Vancouver avec Hélène", ["Vancouver"]),
    (place.venue, "ce soir La Cale 2 !", ["la cale 2"]),
    (place.venue, "Les Volets Clos - live à La Cale 2", ["la cale 2"]),
    (work.job_title, "Boulangère, deux enfants, Nantes", ["boulangere"]),
    (work.job_title, "Plumber. Leeds.", ["plumber"]),
    (
        work.post,
        "Directeur commercial de Tissages Hanselin (2011-2018), puis à mon compte",
        [
            "directeur commercial de tissages hanselin (2011-2018",
            "directeur commercial",
            "tissages hanselin",
        ],
    ),
    (
        work.post,
        "Head of Weaving, Hanselin Textiles, 2011 to 2018. The looms still call me",
        [
            "head of weaving, hanselin textiles, 2011 to 2018",
            "head of weaving",
            "hanselin textiles",
        ],
    ),
    (study.school, "mon lycée Jean Moulin, promo 1998", ["lycee jean moulin 1998"]),
    (study.school, "class of 2012!", ["2012"]),
    (ages.age, "j'ai 28 ans", ["28"]),
    (ages.age, "I'm 34 and tired", ["34"]),
    (birth.birth_date, "je suis né le 17 mars 1980 à Nantes", ["1980-03-17"]),
    (birth.birth_date, "born on 23 November 1984, in Leeds", ["1984-11-23"]),
    (birthday.wishes, "bon anniv Loïc ! 28 ans", ["06-23", "bon anniv", "28"]),
    (birthday.wishes, "Happy birthday Rachel!", ["06-23", "happy birthday"]),
    (travel.plan, "départ pour Montréal le 3 juin", ["Montréal"]),
    (travel.plan, "off to Banff next week", ["banff"]),
    (
        activity.belonging,
        "vends ampli basse Orage 200, Nantes centre",
        ["amplifier orage", "amplifier orage"],
    ),
    (activity.routine, "demander Loïc après 19h", ["apres 19h"]),
]
OF_OTHERS = [
    (place.hometown, "groupe de Nantes", ["Nantes"]),
    (place.hometown, "Loïc T., 28 ans, Nantes : conduite sans permis", ["Nantes"]),
    (work.job_title, "le bassiste Loïc Tréhardel, 28 ans, dessinateur de métier", ["dessinateur"]),
    (work.employer, "Loïc Tréhardel travaille chez Atelier Quai Sud", ["Atelier Quai Sud"]),
    (work.job_title, "L. Tréhardel, dessinateur-projeteur", ["dessinateur-projeteur"]),
    (activity.activity, "basse Loïc T., chant Nora", ["bass", "voice"]),
    (conduct.criminal_record, "Loïc T., trois mois de prison", ["mois de prison"]),
]
IGNORES = [
    (structured.email, "rendez-vous @ midi"),
    (structured.phone, "photos 2007 2008 2009"),
    (structured.phone, "180 € à débattre"),
    (accounts.handle, "mon insta est super"),
    (place.geotag, "verglas"),
    (work.job_title, "Plumber needed in Leeds"),
    (work.job_title, "Doctor, please!"),
    (work.post, "la guerre, Europe, 1939 à 1945"),
    (study.school, "l'école est finie"),
    (study.school, "I go to college tomorrow"),
    (ages.age, "20 ans de retard"),
    (ages.age, "il y a 20 ans"),
    (birth.birth_date, "le projet est né en mars"),
    (birthday.wishes, "bon appétit Loïc"),
    (travel.plan, "je pars en courant"),
    (activity.activity, "la marée basse"),
    (activity.group, "un groupe de touristes"),
]


@pytest.mark.parametrize(("recognizer", "text", "found"), FINDS)
def test_it_finds(values, recognizer, text, found):
    assert values(recognizer, text) == found


@pytest.mark.parametrize(("recognizer", "text", "found"), OF_OTHERS)
def test_it_finds_what_is_said_of_others(values, recognizer, text, found):
    assert values(recognizer, text, own=False) == found


@pytest.mark.parametrize(("recognizer", "text"), IGNORES)
def test_it_leaves(values, recognizer, text):
    assert values(recognizer, text) == []


def test_someone_elses_address_is_marked_as_theirs(reading):
    (found,) = structured.address(reading("chez les parents de Julia, 14 bd des Acacias"))
    assert (found.kind, found.about) == ("third_party_address", "other")


def test_an_age_on_a_dated_page_leaves_one_year_of_births(reading):
    (found,) = ages.age(reading("Loïc Tréhardel, 28 ans", own=False))
    assert (str(found.period.low), str(found.period.high)) == ("1979-06-24", "1980-06-23")


def test_a_wish_may_be_late_never_early(reading):
    wish, _, age = birthday.wishes(reading("bon anniv Loïc ! 28 ans", on="2008-03-17"))
    assert (str(wish.period.low), str(wish.period.high)) == ("2008-03-15", "2008-03-17")
    assert (str(age.period.low), str(age.period.high)) == ("1980-03-15", "1980-03-17")


def test_a_journey_has_its_date(reading):
    (found,) = travel.plan(reading("départ pour Montréal le 3 juin", on="2008-05-28"))
    assert str(found.time.date) == "2008-06-03"


@pytest.mark.parametrize("name", RECOGNIZERS)
@given(text=st.text(max_size=120))
@settings(max_examples=25)
def test_a_finding_stands_in_its_text(reading, name, text):
    for own in (True, False):
        for found in RECOGNIZERS[name](reading(text, own=own)):
            assert 0 <= found.start <= found.end <= len(text)
            assert found.value


@pytest.mark.parametrize("name", RECOGNIZERS)
def test_a_recognizer_says_what_it_finds(name):
    first = (RECOGNIZERS[name].__doc__ or "").splitlines()[0]
    assert 0 < len(first) <= 100
