"""Tables of profiles: who consented is read, who did not is counted."""

import pytest

from auditor.errors import CohortError
from auditor.link.cohort import rows, session
from tests.link.cohort.conftest import TODAY


@pytest.fixture
def con(tmp_path, kit):
    return session.opened(tmp_path, kit.tables, 1)


def test_only_rows_with_a_day_of_consent_up_to_today_are_taken(con, table):
    text = "id,name,consent_on\na,Loïc Tréhardel,2026-01-01\nb,Loïc Tréhardel,\nc,Maïka Odoul,2027-01-01\nd,Ada Quist,yes\n"
    counted = rows.read(con, [table(text)], TODAY)
    assert (counted.read, counted.refused, counted.taken) == (4, 3, 1)
    assert con.execute("SELECT id FROM rows").fetchall() == [("a",)]


def test_nobody_is_taken_where_no_column_tells_consent(con, table):
    counted = rows.read(con, [table("id,name\na,Ada Quist\n")], TODAY)
    assert counted.taken == 0
    assert counted.refused == 1


def test_lists_of_csv_are_cut_at_semicolons(con, table):
    rows.read(con, [table("id,groups,consent_on\na,Les Volets Clos; VC ,2026-01-01\n")], TODAY)
    assert con.execute("SELECT groups FROM rows").fetchall() == [(["Les Volets Clos", "VC"],)]
    assert rows.columns(con) == {"id", "groups", "consent_on"}


def test_files_with_different_columns_are_one_table(con, table):
    one = table("id,name,consent_on\na,Ada Quist,2026-01-01\n")
    other = table("id,email,consent_on\nb,ada@mail.example,2026-01-01\n", name="other.csv")
    rows.read(con, [one, other], TODAY)
    assert con.execute("SELECT id, name, email FROM rows ORDER BY id").fetchall() == [
        ("a", "Ada Quist", None),
        ("b", None, "ada@mail.example"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("id,consent_on\na,2026-01-01\na,2026-01-01\n", "rows.csv", "1 ids are empty"),
        ("id,consent_on\n,2026-01-01\n", "rows.csv", "1 ids are empty"),
        ("name,consent_on\nAda,2026-01-01\n", "rows.csv", "rows.csv has no column id"),
        ("no parquet at all", "rows.parquet", "rows.parquet cannot be read as a table"),
    ],
)
def test_what_cannot_be_linked_is_refused_without_a_name(con, table, text, name, words):
    with pytest.raises(CohortError) as refused:
        rows.read(con, [table(text, name=name)], TODAY)
    assert words in str(refused.value)
    assert "Ada" not in str(refused.value)
