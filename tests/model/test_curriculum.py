"""model/curriculum.py: a curriculum by its headings, in both languages."""

import pytest

from auditor.model.curriculum import TABLE, is_curriculum
from auditor.model.curriculum import sections as made
from auditor.resources.folders import folder
from auditor.resources.read import table


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Expérience professionnelle", "Formation", "Compétences"], True),
        (["EXPÉRIENCES", "• Formation :", "Langues"], True),
        (["Work experience", "Education", "Skills", "References"], True),
        (["Expérience", "Education", "Certifications"], True),  # a page in two languages
        (["Parcours", "Parcours scolaire", "Profil", "Loisirs"], False),  # a page among schoolmates
        (["Expérience", "Formation"], False),  # a network's profile has these two
        (["Expérience", "Expériences professionnelles", "Stages"], False),
        (["Formation", "Compétences", "Langues"], False),
        (["Work experience", "Skills", "Languages"], False),
        (["J’ai de l’expérience et une formation, des compétences et des langues"], False),
        ([], False),
        (["Formation" + " " * 100, "Expérience", "Langues"], False),
    ],
)
def test_headings(lines, expected, sections):
    assert is_curriculum(lines, sections) is expected


@pytest.fixture(scope="module")
def sections():
    return made(table(folder("data") / TABLE))
