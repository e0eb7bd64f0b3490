"""Handles made of a name: French habits, and laws that hold for any name."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.sweep.settings import habits
from auditor.collect.sweep.variants import variants
from auditor.model.mandate import Declared, Mandate, Purpose, Subject
from auditor.resources.folders import folder
from auditor.resources.read import table

NICKNAMES = table(folder("data") / "nicknames.tsv")
ALL = replace(habits(), most=10_000)


def made(name, *, nicknames=NICKNAMES, aliases=(), handles=(), cv=None, most=ALL):
    mandate = Mandate(
        subject=Subject(name=name, aliases=aliases),
        purpose=Purpose.SELF_AUDIT,
        language="fr",
        signed_on=date(2026, 1, 5),
        expires_on=date(2027, 1, 5),
        handles=handles,
        declared=Declared(cv=cv or {}),
    )
    return variants(mandate, most, nicknames)


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("Loïc Tréhardel", "loictrehardel loic.trehardel ltrehardel loic_t trehardel.loic lolo"),
        ("Jean-Luc Morvan", "jeanlucmorvan jean.morvan jlmorvan jl.morvan jean-luc.morvan"),
        ("Anne de La Roche", "annedelaroche anneroche a.delaroche"),
        ("Élodie d'Hervé", "elodiedherve elodieherve edherve"),
        ("Françoise L'Hostis", "francoiselhostis francoisehostis"),
        ("Zoé Martin-Dupond", "zoemartindupond zoemartin zoe.martin-dupond zoe.md"),
        ("TRÉHARDEL Loïc", "loictrehardel loic.trehardel"),
        ("Cœur Œillet", "coeuroeillet"),
        ("Madonna", "madonna"),
    ],
)
def test_french_habits(name, some):
    assert set(some.split()) <= set(made(name))


def test_the_likeliest_come_first():
    found = made("Loïc Tréhardel", most=habits())
    assert found[0] == "loictrehardel"
    assert found.index("loic.trehardel") < found.index("trehardel-loic")
    assert len(found) <= habits().most


def test_the_year_of_birth_stands_behind_where_it_is_known():
    plain = made("Loïc Tréhardel")
    assert not any(re.search(r"\d", each) for each in plain)
    declared = made("Loïc Tréhardel", cv={"birth_year": "1983"})
    assert {"loictrehardel83", "loictrehardel1983"} <= set(declared)
    assert set(plain) <= set(declared)
    by_handle = made("Loïc Tréhardel", handles=("lolo83",))
    assert "loictrehardel83" in by_handle
    assert not any("1983" in each for each in by_handle)


def test_known_handles_are_not_suggested_and_aliases_are():
    found = made("Loïc Tréhardel", aliases=("Le Grand Lolo",), handles=("LoicTrehardel",))
    assert "loictrehardel" not in found
    assert found[0] == "legrandlolo"


NAMES = st.from_regex(r"[A-ZÉ][a-zéèïçœ'-]{1,10}( [A-Zd][a-zéïü'-]{1,8}){0,3}", fullmatch=True)


@given(name=NAMES)
def test_only_letters_of_the_name_are_used(name):
    from auditor.model.names import fold

    letters = set(fold(name)) | set(".-_")
    for each in made(name, nicknames=()):
        assert set(each) <= letters
        assert re.fullmatch(r"[a-z0-9][a-z0-9._-]+[a-z0-9]", each)


@given(name=st.text(max_size=40))
def test_any_name_gives_some_or_none_but_no_fault(name):
    found = made(name)
    assert len(found) == len(set(found))
    assert found == made(name)


@given(name=NAMES)
def test_accents_and_capitals_make_no_difference(name):
    from auditor.model.names import fold

    plain = " ".join(word.capitalize() for word in fold(name).split())
    assert made(name.title(), nicknames=()) == made(plain.title(), nicknames=())


def test_shares_are_shares():
    for each in (ALL.orders, ALL.separators, ALL.years, ALL.compounds, ALL.particles):
        assert sum(each.values()) == pytest.approx(1.0)
