"""A cohort linked from files to files."""

import duckdb
import pytest

from auditor.errors import CohortError
from auditor.link.cohort import out

HEAD = "id,network,name,email,town,birth_date,consent_on\n"
ADA = [
    "a1,alpha,Ada Quistgaard,ada.q@mail.example,Quimper,1984-03-02,2026-01-01\n",
    "a2,beta,QUISTGAARD Ada,ada.q@mail.example,Quimper,,2026-01-01\n",
    "b1,gamma,Ada Quistgaard,,Lille,1951-07-30,2026-01-01\n",
]


def test_one_person_is_joined_and_a_namesake_is_not(link, table):
    clusters, summary = link(table(HEAD + "".join(ADA)))
    assert clusters["a1"] == clusters["a2"] == "a1"
    assert clusters["b1"] == "b1"
    assert (summary.rows, summary.clusters, summary.joined, summary.largest) == (3, 2, 1, 2)


def test_the_order_of_rows_is_no_matter(link, table):
    forth, _ = link(table(HEAD + "".join(ADA)))
    back, _ = link(table(HEAD + "".join(reversed(ADA))))
    assert forth == back


def test_two_accounts_of_one_network_are_two_people(link, table):
    clusters, _ = link(table(HEAD + ADA[0] + ADA[1].replace("beta", "alpha")))
    assert clusters["a1"] != clusters["a2"]


def test_pairs_say_why_and_how_sure(link, table, tmp_path):
    link(table(HEAD + "".join(ADA)))
    (pair, *_) = duckdb.sql(f"FROM '{out.beside(tmp_path / 'out.parquet')}'").fetchall()
    left, right, bits, chance, judgement, band, levels = pair
    assert (left, right, judgement, band) == ("a1", "a2", "same", "near-certain")
    assert chance == pytest.approx(1 / (1 + 2**-bits))
    assert {"contact email", "place same_town", "identity full"} <= set(levels)


def test_generated_people_are_joined_rarely_wrongly(link, people):
    clusters, _ = link(people)
    truth = dict(duckdb.sql(f"SELECT id, person FROM '{people}'").fetchall())
    pairs = [(a, b) for a in clusters for b in clusters if a < b and clusters[a] == clusters[b]]
    right = sum(truth[a] == truth[b] for a, b in pairs)
    assert len(pairs) > 100
    assert right >= 0.97 * len(pairs)


def test_a_cohort_teaches_its_own_weights(link, people):
    clusters, summary = link(people, weights="learned")
    truth = dict(duckdb.sql(f"SELECT id, person FROM '{people}'").fetchall())
    pairs = [(a, b) for a in clusters for b in clusters if a < b and clusters[a] == clusters[b]]
    assert summary.joined > 30
    assert sum(truth[a] == truth[b] for a, b in pairs) >= 0.9 * len(pairs)


class _InterruptedError(Exception):
    pass


def test_an_interrupted_run_goes_on_where_it_stopped(link, people, tmp_path):
    def stop(stage, *_):
        if stage == "cluster":
            raise _InterruptedError

    with pytest.raises(_InterruptedError):
        link(people, progress=stop)
    assert not (tmp_path / "out.parquet").exists()
    kept = tmp_path / ".out.parquet.work"
    assert kept.stat().st_mode & 0o077 == 0
    again, summary = link(people)
    assert summary.reused >= 3
    assert not kept.exists()
    assert again == link(people)[0]


def test_another_table_takes_nothing_of_an_interrupted_run(link, people, table):
    def stop(stage, *_):
        if stage == "cluster":
            raise _InterruptedError

    with pytest.raises(_InterruptedError):
        link(people, progress=stop)
    _, summary = link(table(HEAD + "".join(ADA)))
    assert summary.reused == 0


def test_a_cohort_without_consent_is_refused(link, table):
    with pytest.raises(CohortError, match="consent_on"):
        link(table("id,name,consent_on\na,Ada Quist,\n"))
