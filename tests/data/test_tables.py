"""The tables an audit reads are well formed."""

from pathlib import Path

import pytest
import yaml

DATA = Path(__file__).resolve().parents[2] / "data"

HEADERS = {
    "places.tsv": "name country region population lat lon alternates",
    "countries.tsv": "iso2 fr en population",
    "given_names.tsv": "name display fr us sex_f",
    "surnames.tsv": "name fr us",
    "nicknames.tsv": "given nickname language",
    "handles.tsv": "before next",
    "words/instruments.tsv": "word language canonical",
    "words/sports.tsv": "word language canonical",
    "words/hobbies.tsv": "word language canonical",
    "words/jobs.tsv": "word language canonical",
    "words/relations.tsv": "word language kind about",
    "words/months.tsv": "word language month",
    "words/organisations.tsv": "word language kind",
    "words/objects.tsv": "word language canonical valuable",
    "words/common_capitalised.tsv": "word language",
    "words/jokes.tsv": "word language",
    "words/sections.tsv": "word language section",
}

# As many first columns as tell two lines apart.
KEYS = {
    "places.tsv": 6,
    "nicknames.tsv": 3,
    "countries.tsv": 1,
    "given_names.tsv": 1,
    "surnames.tsv": 1,
}

LARGEST = {
    "places.tsv": 2_500_000,
    "given_names.tsv": 300_000,
    "surnames.tsv": 600_000,
    "handles.tsv": 300_000,
}

ALLOWED = {
    ("words/relations.tsv", "kind"): (
        "partner ex_partner relative child_name third_party_mention colleague manager pet_name"
    ),
    ("words/relations.tsv", "about"): "partner family child other",
    ("words/organisations.tsv", "kind"): "employer school club venue group",
    ("words/objects.tsv", "valuable"): "yes no",
    ("words/sections.tsv", "section"): (
        "experience education skills languages interests references profile papers"
    ),
    ("words/months.tsv", "month"): "1 2 3 4 5 6 7 8 9 10 11 12",
}


def lines(table: str) -> list[list[str]]:
    text = (DATA / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def records(table: str) -> list[dict[str, str]]:
    header, *body = lines(table)
    return [dict(zip(header, line, strict=True)) for line in body]


@pytest.fixture(scope="module")
def places() -> list[dict[str, str]]:
    return records("places.tsv")


def test_every_table_is_tested_and_documented() -> None:
    found = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*.tsv")}
    documented = (DATA.parent / "DATA.md").read_text(encoding="utf-8")
    assert set(HEADERS) <= found
    assert [table for table in sorted(HEADERS) if table not in documented] == []


@pytest.mark.parametrize("table", HEADERS)
def test_tables_have_their_header_and_no_ragged_line(table: str) -> None:
    header, *body = lines(table)
    assert header == HEADERS[table].split()
    assert body
    assert [line for line in body if len(line) != len(header)] == []
    assert [line for line in body if any(cell != cell.strip() for cell in line)] == []


@pytest.mark.parametrize("table", HEADERS)
def test_tables_are_sorted_without_duplicates(table: str) -> None:
    _, *body = lines(table)
    keys = [tuple(line[: KEYS.get(table, 2)]) for line in body]
    assert body == sorted(body)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", LARGEST)
def test_tables_stay_compact(table: str) -> None:
    assert (DATA / table).stat().st_size <= LARGEST[table]


@pytest.mark.parametrize("table", [table for table in HEADERS if "language" in HEADERS[table]])
def test_words_are_lower_case_and_in_one_of_two_languages(table: str) -> None:
    assert {record["language"] for record in records(table)} == {"fr", "en"}
    assert [line[0] for line in lines(table) if line[0] != line[0].lower()] == []


@pytest.mark.parametrize(("table", "column"), ALLOWED)
def test_closed_columns_hold_only_what_is_agreed(table: str, column: str) -> None:
    assert {record[column] for record in records(table)} == set(ALLOWED[table, column].split())


@pytest.mark.parametrize("table", ["given_names.tsv", "surnames.tsv"])
def test_rates_are_rates_and_some_country_knows_the_name(table: str) -> None:
    for record in records(table):
        rates = float(record["fr"]), float(record["us"])
        assert 0 <= min(rates) <= max(rates) < 1_000_000
        assert max(rates) > 0, record
        assert record["name"].isascii()
        assert 0 <= float(record.get("sex_f", "0")) <= 1


def test_floors_are_positive_and_sourced() -> None:
    floors = yaml.safe_load((DATA / "frequencies.yml").read_text(encoding="utf-8"))
    for names in ("given_names", "surnames"):
        for country in ("fr", "us"):
            entry = floors[names][country]
            assert entry["floor"] > 0
            assert all(entry[key] for key in ("unit", "years", "source", "licence"))
        assert floors[names]["fr"]["total"] > 50_000_000


def test_places_stand_on_the_globe(places: list[dict[str, str]]) -> None:
    for place in places:
        assert -90 <= float(place["lat"]) <= 90
        assert -180 <= float(place["lon"]) <= 180
        assert int(place["population"]) >= 0
        assert len(place["alternates"].split("|")) <= 4


def test_places_are_in_known_countries(places: list[dict[str, str]]) -> None:
    known = {record["iso2"] for record in records("countries.tsv")}
    assert {place["country"] for place in places} <= known
