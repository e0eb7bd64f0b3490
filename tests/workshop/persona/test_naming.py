"""Names of nobody: in the manner of a language, and in none of the tables."""

import random

import pytest

from auditor.model.names import fold
from auditor.resources.folders import folder
from auditor.resources.read import table
from auditor.workshop.persona import LANGUAGES, naming
from auditor.workshop.persona.language import language

FIRST = {row["display"]: row for row in table(folder("data") / "given_names.tsv")}


@pytest.mark.parametrize("code", LANGUAGES)
def test_surnames_are_free_and_there_are_many(code):
    chance, taken = random.Random(1), set()
    made = [naming.surname(language(code), chance, taken) for _ in range(300)]
    assert len(set(made)) == 300
    assert all(naming.free(each) and each[0].isupper() and each.isalpha() for each in made)


@pytest.mark.parametrize("known", ["Martin", "Tremblay", "Smith", "Nantes", "Camille"])
def test_a_name_of_the_tables_is_not_free(known):
    assert not naming.free(known)


@pytest.mark.parametrize("name", ["Tréhardel", "Garsenwick", "Chargaboin", "Kerlin"])
def test_a_near_name_is_near_and_free_and_another(name):
    for seed in range(20):
        near = naming.near(name, random.Random(seed), {fold(name)})
        assert near != name
        assert naming.free(near)
        assert near[:3] == name[:3]


@pytest.mark.parametrize("country", ["FR", "CA", "GB"])
@pytest.mark.parametrize("female", [False, True])
def test_first_names_are_of_the_tables_and_of_one_sex(country, female):
    found = naming.firsts(country, 1980, female)
    assert len(found) >= 100
    for each in found:
        share = float(FIRST[each]["sex_f"])
        assert share > 0.9 if female else share < 0.1


def test_first_names_go_with_the_decade():
    assert set(naming.firsts("FR", 1970, True)) - set(naming.firsts("FR", 2000, True))
