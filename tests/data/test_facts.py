"""The tables say what everybody knows."""

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"


def lines(table: str) -> list[list[str]]:
    text = (DATA / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def records(table: str) -> list[dict[str, str]]:
    header, *body = lines(table)
    return [dict(zip(header, line, strict=True)) for line in body]


def by_name(table: str) -> dict[str, dict[str, str]]:
    return {record["name"]: record for record in records(table)}


@pytest.fixture(scope="module")
def places() -> list[dict[str, str]]:
    return records("places.tsv")


@pytest.mark.parametrize(
    ("name", "country", "least"),
    [
        ("Nantes", "FR", 200_000),
        ("Québec", "CA", 400_000),
        ("Clisson", "FR", 5_000),
        ("Andorra la Vella", "AD", 10_000),
    ],
)
def test_towns_have_their_people(
    places: list[dict[str, str]], name: str, country: str, least: int
) -> None:
    found = [p for p in places if (p["name"], p["country"]) == (name, country)]
    assert max(int(place["population"]) for place in found) > least


@pytest.mark.parametrize(
    ("alternate", "name", "country"),
    [
        ("Londres", "London", "GB"),
        ("Genève", "Geneva", "CH"),
        ("Bruxelles", "Brussels", "BE"),
        ("Montreal", "Montréal", "CA"),
        ("St-Nazaire", "Saint-Nazaire", "FR"),
        ("Bienne", "Biel/Bienne", "CH"),
        ("New York", "New York City", "US"),
    ],
)
def test_other_names_lead_to_the_town(
    places: list[dict[str, str]], alternate: str, name: str, country: str
) -> None:
    found = {(p["name"], p["country"]) for p in places if alternate in p["alternates"].split("|")}
    assert (name, country) in found


def test_quarters_are_not_towns(places: list[dict[str, str]]) -> None:
    french = {place["name"] for place in places if place["country"] == "FR"}
    assert not [name for name in french if any(letter.isdigit() for letter in name)]


def test_countries_have_both_names() -> None:
    germany = {r["iso2"]: r for r in records("countries.tsv")}["DE"]
    assert (germany["fr"], germany["en"]) == ("Allemagne", "Germany")


def test_common_given_names_are_more_common() -> None:
    names = by_name("given_names.tsv")
    rate = {name: float(record["fr"]) for name, record in names.items()}
    assert rate["loic"] > rate["maika"]
    assert rate["marie"] == max(rate.values())
    assert rate["gwenaelle"] < rate["marc"]


@pytest.mark.parametrize(
    "display", ["Loïc", "Hélène", "Jérôme", "Gwenaëlle", "Kévin", "Éric", "Jean-René", "Noah"]
)
def test_given_names_are_shown_as_they_are_written(display: str) -> None:
    assert display in {record["display"] for record in records("given_names.tsv")}


def test_sex_follows_the_births() -> None:
    names = by_name("given_names.tsv")
    assert float(names["helene"]["sex_f"]) > 0.9
    assert float(names["marc"]["sex_f"]) < 0.1
    assert 0.1 < float(names["camille"]["sex_f"]) < 0.95


def test_martin_and_smith_lead_the_surnames() -> None:
    names = records("surnames.tsv")
    assert max(names, key=lambda record: float(record["fr"]))["name"] == "martin"
    assert max(names, key=lambda record: float(record["us"]))["name"] == "smith"


@pytest.mark.parametrize(
    "pair",
    [
        ("frederic", "fred", "fr"),
        ("jean-baptiste", "jb", "fr"),
        ("elisabeth", "babeth", "fr"),
        ("william", "bill", "en"),
        ("margaret", "peggy", "en"),
    ],
)
def test_nicknames_everybody_knows(pair: tuple[str, str, str]) -> None:
    assert list(pair) in lines("nicknames.tsv")


def test_unrelated_names_are_not_nicknames() -> None:
    pairs = {tuple(line[:2]) for line in lines("nicknames.tsv")}
    assert pairs.isdisjoint({("aaron", "erin"), ("susan", "hannah"), ("ian", "john")})


@pytest.mark.parametrize(
    ("table", "word", "column", "meaning"),
    [
        ("instruments", "bassiste", "canonical", "bass"),
        ("instruments", "bassist", "canonical", "bass"),
        ("instruments", "batterie", "canonical", "drums"),
        ("jobs", "infirmière", "canonical", "nurse"),
        ("jobs", "dessinateur-projeteur", "canonical", "draughtsperson"),
        ("relations", "tonton", "kind", "relative"),
        ("relations", "my flatmate", "kind", "third_party_mention"),
        ("relations", "mon amoureuse", "about", "partner"),
        ("organisations", "lycée", "kind", "school"),
        ("objects", "appareil photo", "valuable", "yes"),
        ("months", "août", "month", "8"),
    ],
)
def test_words_mean_what_they_mean(table: str, word: str, column: str, meaning: str) -> None:
    found = {record["word"]: record[column] for record in records(f"words/{table}.tsv")}
    assert found[word] == meaning


def test_jobs_are_many_in_both_languages() -> None:
    languages = [record["language"] for record in records("words/jobs.tsv")]
    assert languages.count("fr") >= 350
    assert languages.count("en") >= 250


def test_misleading_words_are_listed() -> None:
    listed = {
        (record["word"], record["language"]) for record in records("words/common_capitalised.tsv")
    }
    assert {
        ("nice", "fr"),
        ("tours", "fr"),
        ("cela", "fr"),
        ("bath", "en"),
        ("date", "en"),
    } <= listed
    assert ("caen", "fr") not in listed
