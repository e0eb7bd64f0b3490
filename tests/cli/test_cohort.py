"""`auditor cohort link`, as its user meets it."""

import duckdb
import pytest

from tests.cli.command import run

MANDATE = """auditor: 1
subject: {{name: Club of the invented}}
purpose: {purpose}
language: en
signed_on: 2026-01-01
expires_on: 2099-01-01
fictional: true
sources:
  - path: {path}
"""
ROWS = """id,network,name,email,town,consent_on
a1,alpha,Ada Quistgaard,ada.q@mail.example,Quimper,2026-01-01
a2,beta,QUISTGAARD Ada,ada.q@mail.example,Quimper,2026-01-01
b1,gamma,Zoltan Imaginary,,Lille,
"""


@pytest.fixture
def case(tmp_path):
    """A cohort's folder; its purpose and the name of its table may be others."""

    def made(purpose="cohort", path="rows.csv"):
        (tmp_path / "case").mkdir()
        (tmp_path / "case" / path).write_text(ROWS, encoding="utf-8")
        text = MANDATE.format(purpose=purpose, path=path)
        (tmp_path / "case" / "mandate.yml").write_text(text, encoding="utf-8")
        return tmp_path

    return made


def test_a_cohort_is_linked_and_counted_and_nobody_is_named(case):
    where = case()
    out = run(where, "cohort", "link", "case", "--to", "who.parquet")
    assert out.returncode == 0, out.stderr
    assert "Rows read: 3; left out for want of consent: 1; linked: 2." in out.stdout
    assert not {"Ada", "Quistgaard", "Imaginary"} & set(out.stdout.split())
    found = dict(duckdb.sql(f"FROM '{where / 'who.parquet'}'").fetchall())
    assert found == {"a1": "a1", "a2": "a1"}
    assert (where / "who.links.parquet").exists()
    assert (where / "who.parquet").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("changed", "arguments", "words"),
    [
        ({"purpose": "self-audit"}, (), "purpose: cohort"),
        ({"path": "rows.txt"}, (), ".parquet or .csv"),
        ({}, ("--engine", "abacus"), "duckdb and spark"),
        ({}, ("--weights", "guessed"), "house or learned"),
    ],
)
def test_what_cannot_be_linked_is_one_line(case, changed, arguments, words):
    out = run(case(**changed), "cohort", "link", "case", "--to", "who.parquet", *arguments)
    assert out.returncode == 2
    assert words in out.stderr
    assert len(out.stderr.splitlines()) == 1


def test_the_result_never_goes_over_a_source(case):
    out = run(case(), "cohort", "link", "case", "--to", "case/rows.csv")
    assert out.returncode == 2
    assert "belongs to the case" in out.stderr
