"""auditor/extract/entities/dates.py, spelled.py, moments.py, ages.py"""

import pytest

from auditor.extract.entities.spelled import number


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("né le 12/03/1985 à", "12/03/1985", "1985-03-12"),
        ("le 12.3.24.", "12.3.24", "2024-03-12"),
        ("07 . 03 . 1958", "07 . 03 . 1958", "1958-03-07"),
        ("2007-01-17 23:08:55", "2007-01-17 23:08:55", "2007-01-17"),
        ("2023/03/30 16:30", "2023/03/30", "2023-03-30"),
        ("le 23022018,", "23022018", "2018-02-23"),
        ("le 05/11 au soir", "05/11", "--11-05"),
        ("12 mars 2019", "12 mars 2019", "2019-03-12"),
        ("le 1er août", "1er août", "--08-01"),
        ("lundi 3 février 2020", "lundi 3 février 2020", "2020-02-03"),
        ("on March 12th, 2019.", "March 12th, 2019", "2019-03-12"),
        ("the 3rd of May 1982", "the 3rd of May 1982", "1982-05-03"),
        ("Sept 01,2026", "Sept 01,2026", "2026-09-01"),
        ("en mars 2019", "mars 2019", "2019-03"),
        ("dec1993 puis", "dec1993", "1993-12"),
        ("en décembre 93 ", "décembre 93", "1993-12"),
        ("05nov", "05nov", "--11-05"),
        ("en 07 2002", "07 2002", "2002-07"),
        ("trois mars mille neuf cent quatre-vingt-deux", "trois mars mille neuf cent quatre-vingt-deux", "1982-03-03"),
        ("le deux janvier deux mille dix-sept", "deux janvier deux mille dix-sept", "2017-01-02"),
        ("the third of May nineteen eighty-two", "the third of May nineteen eighty-two", "1982-05-03"),
        ("in 1977.", "1977", "1977"),
        ("depuis 2016", "2016", "2016"),
        ("see you tomorrow!", "tomorrow", "tomorrow"),
        ("il y a deux ans", "il y a deux ans", "il y a deux ans"),
        ("next week", "next week", "next week"),
        ("le mois prochain", "le mois prochain", "le mois prochain"),
        ("avant-hier", "avant-hier", "avant-hier"),
        ("samedi, on joue", "samedi", "samedi"),
    ],
)  # fmt: skip
def test_it_finds_days(found, text, span, value):
    assert found(text, "date") == [(span, value)]


def test_the_month_comes_first_in_the_united_states_only(words, found):
    assert found("2/10/1985", "date", regions=("US",)) == [("2/10/1985", "1985-02-10")]
    assert found("2/10/1985", "date", regions=("FR",)) == [("2/10/1985", "1985-10-02")]
    assert found("2/25/1985", "date", regions=("FR",)) == [("2/25/1985", "1985-02-25")]


@pytest.mark.parametrize(
    "text",
    [
        "we may go", "on mars", "3 may be", "note 9/10", "31/02/2020", "1.2.14", "2000 people",
        "page 1984", "may the 4 be", "45/67/2020",
    ],
)  # fmt: skip
def test_other_words_are_no_day(found, text):
    assert found(text, "date") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("à 18h30", "18:30"),
        ("vers 9h", "09:00"),
        ("at 6 pm", "18:00"),
        ("9:05 a.m.", "09:05"),
        ("12 am", "00:00"),
        ("19:45", "19:45"),
    ],
)
def test_it_finds_hours(found, text, value):
    assert [each for _, each in found(text, "time")] == [value]


@pytest.mark.parametrize("text", ["pendant 3 h", "13 pm", "25:00", "in 5 hrs"])
def test_other_figures_are_no_hour(found, text):
    assert found(text, "time") == []


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("34 years old", "34 years old", "34"),
        ("a 34-year-old", "34-year-old", "34"),
        ("j'ai 34 ans", "34 ans", "34"),
        ("âgée de 34 ans", "34 ans", "34"),
        ("âgé de 18 mois", "18 mois", "18m"),
        ("I'm 34.", "34", "34"),
        ("aged 34", "34", "34"),
        ("34F, Nantes", "34F", "34"),
        ("M/41 here", "M/41", "41"),
        ("j'ai trente-quatre ans", "trente-quatre ans", "34"),
        ("when he was 78.", "78", "78"),
    ],
)
def test_it_finds_ages(found, text, span, value):
    assert found(text, "age") == [(span, value)]


@pytest.mark.parametrize(
    "text",
    [
        "depuis 34 ans", "il y a 12 ans", "10 ans d'expérience", "I'm 100% sure", "I'm 20 minutes away",
        "en dix ans", "200 ans", "sur quinze ans",
    ],
)  # fmt: skip
def test_years_that_pass_are_no_age(found, text):
    assert found(text, "age") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("soixante et onze", 71),
        ("quatre-vingt-dix-neuf", 99),
        ("deux mille vingt-quatre", 2024),
        ("mille neuf cent soixante dix huit", 1978),
        ("septante-cinq", 75),
        ("twenty twenty-four", 2024),
        ("two thousand and five", 2005),
        ("premier", 1),
    ],
)
def test_it_reads_numbers_in_words(words, value):
    assert number(words) == value
