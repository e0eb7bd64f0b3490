"""Saved pages of networks without an export: what is read of each, and which labels are not known."""

from datetime import date
from pathlib import Path

import pytest

from auditor.collect.pages.page import read
from auditor.collect.pages.saved import known
from auditor.model.profile import Page, Profile
from tests.collect.contexts import context, only, said

HERE = Path(__file__).parent / "saved"
LOIC = ("full_name", "Loïc Tréhardel")
HANDLE = ("username", "loic_tr")

PROFILES = {
    "copains": {
        "fields": {
            LOIC,
            ("first_name", "Loïc"),
            ("birth_date", "17 mars 1980"),
            ("home_commune", "NANTES"),
            ("home_commune", "NANTES, France"),
            ("job_title", "Dessinateur"),
            ("family_status", "en couple"),
            ("contact_list", "3"),
            ("school", "École Jules-Ferry"),
            ("school", "Collège Cacault"),
            ("school", "Lycée Gabriel Guist'hau"),
            ("employer", "ATELIER QUAI SUD"),
            ("label:Enfants", "1"),
            ("label:Mes goûts", "Basse, voile légère"),
        },
        "texts": [],
        "people": {"Gwenaëlle Hamon", "Yann Bréval", "Solène Quéméner"},
    },
    "viadeo": {
        "fields": {
            LOIC,
            ("job_title", "Dessinateur-projeteur"),
            ("employer", "Atelier Quai Sud"),
            ("home_commune", "Nantes"),
            ("language", "Français, breton"),
            ("school", "Lycée Livet"),
            ("label:Secteur d'activité", "Bâtiment"),
        },
        "texts": [
            "Quinze ans de dessin de charpente, du bureau au chantier.",
            "Dessinateur, Bureau Bréval, 2001 - 2003",
        ],
    },
    "xing": {
        "fields": {
            LOIC,
            ("job_title", "Technischer Zeichner"),
            ("employer", "Atelier Quai Sud"),
            ("home_commune", "Nantes"),
            ("language", "Französisch, Deutsch"),
            ("account_created", "2011"),
            ("label:Ich biete", "Statik, Holzbau"),
        },
        "texts": [],
    },
    "myspace": {
        "fields": {HANDLE, ("home_commune", "Nantes, FR")},
        "texts": ["Concert à La Cale 2 samedi", "Bassiste des Volets Clos depuis 2006."],
    },
    "flickr": {
        "fields": {
            LOIC,
            HANDLE,
            ("alias", "Loïc de Nantes"),
            ("job_title", "Dessinateur"),
            ("birth_place", "Clisson"),
            ("home_commune", "Nantes, France"),
            ("account_created", "2008-06-14"),
        },
        "texts": ["La cale, août 2008"],
        "links": ["https://loic.example/"],
    },
    "youtube": {
        "fields": {LOIC, HANDLE, ("account_created", "2009-03-17")},
        "texts": [
            "Basse et voile légère. Pour m’écrire : loic@trehardel.example",
            "Réglage d’une basse à Nantes\nAvec Gwen, dans la cave.",
            "Essai de son",
        ],
    },
    "tiktok": {
        "fields": {LOIC, HANDLE, ("account_created", "2020-07-17")},
        "texts": ["Bassiste à Nantes", "Ce soir La Cale 2 avec @gwen"],
        "links": ["https://loic.example/"],
    },
    "telegram": {
        "fields": {LOIC, HANDLE},
        "texts": ["Basse, voile et chantiers.", "Répétition jeudi\nà la cave", "34 subscribers"],
    },
    "leboncoin": {
        "fields": {
            ("classified_ad", "Ampli basse 300 W"),
            ("full_name", "Loïc Tr"),
            ("home_commune", "Nantes"),
        },
        "texts": [
            "250 €",
            "Très bon état, à venir chercher quai de la Fosse. Loïc, 06 39 98 12 34.",
        ],
    },
    "vinted": {
        "fields": {
            ("alias", "loic_tr"),
            ("home_commune", "Nantes, France"),
            ("account_created", "mars 2019"),
        },
        "texts": ["Je vends mes pédales de basse.", "Ciré jaune, taille M", "Pédale d’accordeur"],
    },
}


def saved(name, **more):
    return only(read((HERE / f"{name}.html").read_bytes(), context(**more)))


@pytest.mark.parametrize("name", PROFILES)
def test_a_saved_profile(name):
    found, expected = saved(name), PROFILES[name]
    assert isinstance(found, Profile)
    assert said(found) == expected["fields"]
    assert set(expected["texts"]) <= {each.text for each in found.posts}
    assert [each.text for each in found.links] == expected.get("links", [])
    assert {f.text for each in found.people for f in each.fields} == expected.get("people", set())


def test_schools_keep_their_years():
    years = {each.text: each.period for each in saved("copains").fields if each.period}
    assert years["Lycée Gabriel Guist'hau"] == (date(1995, 1, 1), date(1998, 12, 31))
    assert years["ATELIER QUAI SUD"] == (date(2003, 1, 1), None)


@pytest.mark.parametrize(
    ("name", "day", "url"),
    [
        ("telegram", "2023-11-14", "https://messages.example/loic_tr/3"),
        ("tiktok", "2023-11-14", None),
        ("youtube", "None", "https://www.youtube.com/watch?v=abc-DEF_123"),
        ("myspace", "2008-06-14", None),
    ],
)
def test_posts_keep_their_day_and_address(name, day, url):
    post = next(each for each in saved(name).posts if each.id == "post-1")
    assert (str(post.published_on), post.url) == (day, url)


@pytest.mark.parametrize(
    ("name", "text", "people"),
    [
        (
            "presse",
            "Samedi, le bassiste Loïc Tréhardel, 28 ans, dessinateur à Nantes, a lancé la soirée.",
            [{("full_name", "Julia Marek")}],
        ),
        ("arbre", "Né le 17 mars 1980 - Nantes, 44000, Loire-Atlantique, France", []),
        (
            "club",
            "2, TRÉHARDEL, Loïc, 1980, AC Clisson, 41:12",
            [
                {
                    ("full_name", f"{given} {surname}"),
                    ("first_name", given),
                    ("birth_year", year),
                    ("group_membership", "AC Clisson"),
                    ("label:Place", place),
                    ("label:Temps", time),
                }
                for given, surname, year, place, time in (
                    ("Gwenaëlle", "HAMON", "1982", "1", "39:58"),
                    ("Loïc", "TRÉHARDEL", "1980", "2", "41:12"),
                )
            ],
        ),
    ],
)
def test_a_saved_page_that_is_nobodys(name, text, people):
    found = saved(name)
    assert isinstance(found, Page)
    assert text in {each.text for each in found.posts}
    assert [said(each) for each in found.people] == people


@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "fields", "unknown"),
    [
        (
            "about",
            {
                "full_name": "Ryan Barrett",
                "home_commune": "San Francisco, California",
                "birth_date": "October 1, 1980",
                "email_personal": "facebook@ryanb.org",
            },
            4,
        ),
        ("profile", {}, 0),
    ],
)
def test_public_pages_of_facebook(data_folder, name, fields, unknown):
    file = data_folder / f"fixtures/facebook/granary-facebook.mbasic.{name}.html"
    found = only(read(file.read_bytes(), context(shows="profile")))
    assert set(fields.items()) <= said(found)
    assert sum(each.name.startswith("label:") for each in found.fields) == unknown
    days = [str(each.published_on) for each in found.posts if each.published_on]
    assert days == (["1999-12-22"] if name == "profile" else [])


def test_the_table_says_where_each_shape_was_seen():
    for each in (*known().states.values(), *known().marks.values()):
        assert each.source
