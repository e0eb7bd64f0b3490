"""training/population: profiles of people who do not exist, always the same, with the truth."""

import csv
import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from auditor.link.profiles import LISTS, ROW_COLUMNS
from auditor.model.picture import distance
from training.population.make import population
from training.population.networks import networks, spread
from training.population.table import COLUMNS, rows, write

SIZE = 4000
RESERVED = re.compile(r"\+33(63998|19900|26191|35301|46571|53649)\d{4}|\+1\d{3}55501\d\d")


@pytest.fixture(scope="module")
def table():
    return population(5, SIZE)


@pytest.fixture(scope="module")
def profiles(table):
    return list(rows(table))


def people(profiles):
    found = {}
    for row in profiles:
        found.setdefault(row["person"], []).append(row)
    return found


def test_the_same_seed_gives_the_same_table_and_another_one_another(profiles):
    assert list(rows(population(5, SIZE))) == profiles
    assert list(rows(population(6, SIZE))) != profiles


def test_columns_are_those_of_profiles_and_the_truth(table):
    assert set(table) == set(COLUMNS)
    assert set(COLUMNS) - {"person"} <= set(ROW_COLUMNS)


def test_every_address_is_of_a_host_that_cannot_be(profiles):
    for row in profiles:
        hosts = [urlsplit(url).hostname for url in (row["url"], *row.get("links", ()))]
        hosts += [row["email"].partition("@")[2]] if "email" in row else []
        assert all(host.endswith(".example") for host in hosts)


def test_every_number_is_of_a_range_kept_for_fiction(profiles):
    shown = [row["phone"] for row in profiles if "phone" in row]
    assert shown
    assert all(RESERVED.fullmatch(each) for each in shown)


def test_nobody_is_twice_on_one_network_and_has_one_to_ten_profiles(profiles):
    for mine in people(profiles).values():
        assert 1 <= len(mine) <= 10
        assert max(Counter(row["network"] for row in mine).values()) == 1


def test_on_one_network_a_handle_is_one_profile_s_and_a_mailbox_one_person_s(profiles):
    handles = Counter((row["network"], row["handle"]) for row in profiles if "handle" in row)
    assert max(handles.values()) == 1
    holders = {}
    for row in profiles:
        if "email" in row:
            assert holders.setdefault(row["email"], row["person"]) == row["person"]


def test_the_truth_is_told_by_no_order(profiles):
    beside = sum(one["person"] == other["person"] for one, other in pairwise(profiles))
    assert beside < SIZE / 200


def test_a_profile_shows_four_fields_or_so(profiles):
    told = set(COLUMNS) - {"id", "network", "url", "person", "consent_on", "created_on", "hours"}
    # A date and its year, a name and its parts, a school and its year count once.
    told -= {"given_name", "surname", "school_year", "region", "language"}
    mean = sum(len(told & set(row)) for row in profiles) / SIZE
    assert 3.9 <= mean <= 4.7


def test_profiles_of_one_person_agree_more_than_those_of_strangers(profiles):
    shared = {"own": Counter(), "others": Counter()}
    for one, other in pairwise(profiles):
        count(shared["others"], one, other)
    for mine in people(profiles).values():
        for one, other in pairwise(mine):
            count(shared["own"], one, other)
    for column in ("name", "handle", "town", "school", "picture", "birth_date"):
        own, others = (shared[each] for each in ("own", "others"))
        agree, chance = (each[column, True] / each[column, None] for each in (own, others))
        assert agree > 0.1
        assert agree > 4 * chance


def count(found, one, other):
    for column in set(one) & set(other):
        agree = one[column] == other[column]
        if column == "picture":
            agree = distance(one[column], other[column]) <= 4
        found[column, None] += 1
        found[column, agree] += 1


def test_households_share_names_and_namesakes_exist(profiles):
    names = {}
    for row in profiles:
        if row.get("given_name"):
            names.setdefault(row["surname"], set()).add(row["person"])
    assert max(map(len, names.values())) > 3


def test_lists_hold_nothing_twice(profiles):
    for row in profiles:
        for column in LISTS - {"hours"} & set(row):
            if column in {"groups", "links"}:
                assert len(set(row[column])) == len(row[column])


def test_csv_and_parquet_hold_the_same(table, profiles, tmp_path):
    small = population(3, 50)
    write(small, tmp_path / "p.csv")
    with (tmp_path / "p.csv").open(encoding="utf-8", newline="") as file:
        read = [{k: v for k, v in row.items() if v} for row in csv.DictReader(file)]
    told = [
        {k: ";".join(map(str, v)) if isinstance(v, list) else v for k, v in row.items()}
        for row in rows(small)
    ]
    assert read == told
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    write(small, tmp_path / "p.parquet")
    back = parquet.read_table(tmp_path / "p.parquet").to_pylist()
    assert [{k: v for k, v in row.items() if v is not None} for row in back] == list(rows(small))


@pytest.mark.parametrize("size", [1, 2, 37])
def test_any_size_can_be_made(size):
    assert len(list(rows(population(1, size)))) == size


def test_networks_are_spread_by_their_share():
    import numpy as np

    _, network = spread(np.random.default_rng(1), 20_000)
    found = np.bincount(network, minlength=len(networks().names)) / 20_000
    assert np.corrcoef(found, networks().share)[0, 1] > 0.95
