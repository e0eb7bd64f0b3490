"""collect/pages/sections.py: schools and posts in rows below a heading."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from auditor.collect.pages.sections import cv, read, span


def rows(markup):
    return [(each.kind, each.text) for each in read(BeautifulSoup(markup, "lxml"))]


@pytest.mark.parametrize(
    ("heading", "row", "told"),
    [
        ("Parcours scolaire", "Lycée Livet, Nantes, 1998 - 2000", [("school", "Lycée Livet")]),
        ("Formation :", "BTS, Lycée Livet, Nantes", [("school", "Lycée Livet")]),
        ("Education", "University of Leeds, 2001 - 2004", [("school", "University of Leeds")]),
        ("Formation", "Permis B, 1999", []),
        ("Parcours entreprise", "QUAI SUD : Dessinateur, Nantes", [("employer", "QUAI SUD"), ("job_title", "Dessinateur")]),
        ("Expériences", "Dessinateur, Quai Sud, 2003", []),
        ("Expériences", "Voilà ce que j’ai fait " + "x" * 200, []),
        ("Mes goûts", "Lycée Livet, Nantes", []),
    ],
)  # fmt: skip
def test_a_row(heading, row, told):
    assert rows(f"<h3>{heading}</h3><ul><li>{row}</li></ul>") == told


def test_a_section_ends_at_the_next_heading():
    page = "<h2>Formation</h2><ul><li>Lycée Livet</li></ul><h2>Autre</h2><ul><li>Lycée Clemenceau</li></ul>"
    assert rows(page) == [("school", "Lycée Livet")]
    assert rows("<h2>Formation</h2><div><h3>Autre</h3><ul><li>Lycée Livet</li></ul></div>") == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1995 - 1998", 1995, 1998),
        ("de 1995 à 1998", 1995, 1998),
        ("2003 – maintenant", 2003, None),
        ("2003 to present", 2003, None),
        ("depuis septembre 2003", 2003, None),
        ("since 2003", 2003, None),
    ],
)
def test_years(text, low, high):
    assert span(text) == (date(low, 1, 1), date(high, 12, 31) if high else None)


@pytest.mark.parametrize("text", ["", "1995", "12 - 14", "en 2003, Nantes", "1895 - 1898"])
def test_what_says_no_years(text):
    assert span(text) is None


@pytest.mark.parametrize(
    ("headings", "address", "told"),
    [
        (["Expérience professionnelle", "Formation", "Langues"], "https://o.example/", True),
        (["Work experience", "Education", "Skills"], None, True),
        (["Expérience", "Formation"], "https://o.example/", False),
        (["Formation", "Langues", "Loisirs"], "https://o.example/", False),
        ([], "https://o.example/", False),
    ],
)
def test_headings_of_a_curriculum(headings, address, told):
    soup = BeautifulSoup("".join(f"<h2>{each}</h2><p>x</p>" for each in headings), "lxml")
    found = list(cv(soup, address))
    assert found == ([("cv_public", address or "cv")] if told else [])
