"""The recognizers: what each finds and what it must leave, in both languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.extract import activity, birth, conduct, contact, place, relations, study, travel, work
from auditor.extract.recognizers import RECOGNIZERS

FINDS = [
    (contact.email, "écrivez à Marc.L@example.org", ["marc.l@example.org"]),
    (contact.email, "marc arobase example point org", ["marc@example.org"]),
    (contact.email, "a@b.org et c@d.fr", ["a@b.org", "c@d.fr"]),
    (contact.phone, "demander Loïc après 19h, 06 39 98 41 27", ["+33639984127"]),
    (contact.phone, "ring me on 07700 900 418", ["+447700900418"]),
    (contact.phone, "text 819 555-0147, Maïka", ["+18195550147"]),
    (contact.url, "mon site : https://loic.example/photos.", ["https://loic.example/photos"]),
    (contact.handle, "mon insta : loic_tr", ["loic_tr"]),
    (place.address, "j'habite 22 rue des Lilas, Nantes", ["22 rue des lilas, nantes"]),
    (place.address, "chez les parents de Julia, 14 bd des Acacias", ["14 bd des acacias"]),
    (place.address, "we live at 22 Fenwick Row, Leeds", ["22 fenwick row"]),
    (place.home, "j'habite à Nantes depuis 2002", ["Nantes"]),
    (place.home, "I live in Leeds", ["Leeds"]),
    (place.geotag, "Hélène et José au café, Montréal, juin 2008", ["Montréal"]),
    (place.geotag, "scooter à Vancouver avec Hélène", ["Vancouver"]),
    (place.venue, "ce soir La Cale 2 !", ["la cale 2"]),
    (place.venue, "Les Volets Clos - live à La Cale 2", ["la cale 2"]),
    (work.employer, "je bosse chez Atelier Quai Sud", ["Atelier Quai Sud"]),
    (work.employer, "I work at Brightmoor Foods now", ["Brightmoor Foods"]),
    (work.job_title, "je suis infirmière de nuit", ["infirmiere"]),
    (work.job_title, "chui pas prof, je suis infirmiere", ["infirmiere"]),
    (work.job_title, "I'm a nurse", ["nurse"]),
    (study.school, "mon lycée Jean Moulin, promo 1998", ["lycee jean moulin 1998"]),
    (study.school, "class of 2012!", ["2012"]),
    (birth.age, "j'ai 28 ans", ["28"]),
    (birth.age, "I'm 34 and tired", ["34"]),
    (birth.birth_date, "je suis né le 17 mars 1980 à Nantes", ["1980-03-17"]),
    (birth.birth_date, "born on 23 November 1984, in Leeds", ["1984-11-23"]),
    (birth.wishes, "bon anniv Loïc ! 28 ans", ["06-23", "bon anniv", "28"]),
    (birth.wishes, "Happy birthday Rachel!", ["06-23", "happy birthday"]),
    (relations.kin, "mon frère Ludovic et moi", ["Ludovic"]),
    (relations.kin, "Maëlle, mon amoureuse, à la plage", ["Maëlle"]),
    (relations.kin, "vernissage de Julia Krügelstein, mon ex, Bordeaux", ["Julia Krügelstein"]),
    (relations.kin, "my sister Julie came", ["Julie"]),
    (relations.mention, "scooter à Vancouver avec Hélène", ["Hélène"]),
    (travel.plan, "départ pour Montréal le 3 juin", ["Montréal"]),
    (travel.plan, "off to Banff next week", ["banff"]),
    (travel.away, "bien arrivés à Vancouver", ["Vancouver"]),
    (activity.activity, "ma basse et l'ampli", ["bass"]),
    (activity.group, "ma basse et l'ampli Orage au local des VC", ["vc"]),
    (
        activity.belonging,
        "vends ampli basse Orage 200, Nantes centre",
        ["amplifier orage", "amplifier orage"],
    ),
    (activity.routine, "demander Loïc après 19h", ["apres 19h"]),
    (activity.routine, "every Tuesday, same loop", ["every tuesday"]),
    (conduct.work_complaint, "mon chef est un tyran", ["mon chef est un tyran"]),
    (conduct.job_search, "en recherche d'emploi depuis mars", ["en recherche d'emploi"]),
    (conduct.family_status, "je suis célibataire", ["celibataire"]),
]
OF_OTHERS = [
    (place.hometown, "groupe de Nantes", ["Nantes"]),
    (place.hometown, "Loïc T., 28 ans, Nantes : conduite sans permis", ["Nantes"]),
    (work.job_title, "le bassiste Loïc Tréhardel, 28 ans, dessinateur de métier", ["dessinateur"]),
    (work.job_title, "L. Tréhardel, dessinateur-projeteur", ["dessinateur-projeteur"]),
    (activity.activity, "basse Loïc T., chant Nora", ["bass", "voice"]),
    (conduct.criminal_record, "Loïc T., trois mois de prison", ["mois de prison"]),
]
IGNORES = [
    (contact.email, "rendez-vous @ midi"),
    (contact.phone, "photos 2007 2008 2009"),
    (contact.phone, "180 € à débattre"),
    (contact.handle, "mon insta est super"),
    (place.home, "il habite à Nantes"),
    (place.home, "je viens de faire la vaisselle"),
    (place.geotag, "verglas"),
    (work.employer, "je ne travaille plus chez Atelier Quai Sud"),
    (work.employer, "je travaille chez moi"),
    (work.job_title, "l'infirmière est passée"),
    (study.school, "l'école est finie"),
    (birth.age, "20 ans de retard"),
    (birth.age, "il y a 20 ans"),
    (birth.birth_date, "le projet est né en mars"),
    (birth.wishes, "bon appétit Loïc"),
    (relations.kin, "le frère Ludovic"),
    (travel.plan, "je pars en courant"),
    (activity.activity, "la marée basse"),
    (activity.group, "un groupe de touristes"),
    (conduct.criminal_record, "il a été condamné à deux ans"),
    (conduct.family_status, "il est célibataire"),
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
    (found,) = place.address(reading("chez les parents de Julia, 14 bd des Acacias"))
    assert (found.kind, found.about) == ("third_party_address", "other")


def test_an_age_on_a_dated_page_leaves_one_year_of_births(reading):
    (found,) = birth.age(reading("Loïc Tréhardel, 28 ans", own=False))
    assert (str(found.period.low), str(found.period.high)) == ("1979-06-24", "1980-06-23")


def test_a_wish_may_be_late_never_early(reading):
    wish, _, age = birth.wishes(reading("bon anniv Loïc ! 28 ans", on="2008-03-17"))
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
