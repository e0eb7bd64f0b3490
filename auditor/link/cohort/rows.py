"""The rows of a cohort: one profile each, read from Parquet or CSV, refused where nobody consented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import CohortError
from auditor.link.cohort.session import quoted
from auditor.link.profiles import LISTS, ROW_COLUMNS

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many rows were read, and how many of them were left out."""

    read: int
    refused: int
    """Rows without a day of consent, or with one that is not yet come."""

    @property
    def taken(self) -> int:
        """The rows that are linked."""
        return self.read - self.refused


def read(con: "duckdb.DuckDBPyConnection", files: Sequence[Path], today: date) -> Counted:
    """Read the files into the table ``rows``: the columns of a profile row, as text or lists of texts.

    A row counts as consented where its `consent_on` is a day not after `today`.

    Raises:
        CohortError: a file cannot be read, has no `id`, or two rows have one id.
    """
    tables = {path: _described(con, path) for path in files}
    there = [each for each in ROW_COLUMNS if any(each in types for types in tables.values())]
    parts = [_file(path, types, there) for path, types in tables.items()]
    con.execute(f"CREATE OR REPLACE VIEW written AS {' UNION ALL '.join(parts)}")
    consent = "try_cast(consent_on AS DATE) <= ?" if "consent_on" in there else "?::DATE IS NULL"
    con.execute(
        "CREATE TABLE numbered AS SELECT id, row_number() OVER (ORDER BY id) AS row, "
        f"id IS NULL OR id = '' OR id = lag(id) OVER (ORDER BY id) AS unnamed FROM written WHERE {consent}",
        [today],
    )
    _refuse_unnamed(con)
    con.execute(
        f"CREATE TABLE rows AS SELECT row, written.* FROM written JOIN numbered USING (id) WHERE {consent}",
        [today],
    )
    found, taken = (_count(con, name) for name in ("written", "rows"))
    con.execute("DROP VIEW written; DROP TABLE numbered")
    return Counted(read=found, refused=found - taken)


def columns(con: "duckdb.DuckDBPyConnection") -> frozenset[str]:
    """The columns in which any row says something."""
    there = [str(each[0]) for each in con.execute("DESCRIBE rows").fetchall()]
    there = [each for each in there if each in ROW_COLUMNS]
    counts = ", ".join(f"count({_said(each)})" for each in there)
    (found,) = con.execute(f"SELECT {counts} FROM rows").fetchall()
    return frozenset(each for each, count in zip(there, found, strict=True) if count)


def _said(column: str) -> str:
    return f"CASE WHEN len({column}) > 0 THEN 1 END"


def _source(path: Path) -> str:
    if path.suffix.casefold() == ".parquet":
        return f"read_parquet({quoted(path)})"
    return f"read_csv({quoted(path)}, all_varchar = true, header = true)"


def _described(con: "duckdb.DuckDBPyConnection", path: Path) -> Mapping[str, str]:
    """Column → its type."""
    import duckdb

    try:
        described = con.execute(f"DESCRIBE SELECT * FROM {_source(path)}").fetchall()
    except duckdb.Error as failure:
        raise CohortError(
            "%(file)s cannot be read as a table (%(type)s); give Parquet, or CSV with a line of names",
            file=path.name,
            type=type(failure).__name__,
        ) from None
    types = {str(name).casefold(): str(kind) for name, kind, *_ in described}
    if "id" not in types:
        raise CohortError("%(file)s has no column id; every row needs one", file=path.name)
    return types


def _file(path: Path, types: Mapping[str, str], there: Sequence[str]) -> str:
    """The rows of a file with the columns of all files, absent ones empty."""
    return f"SELECT {', '.join(_column(each, types) for each in there)} FROM {_source(path)}"


def _column(name: str, types: Mapping[str, str]) -> str:
    kind = types.get(name)
    if name not in LISTS:
        return f"{f'trim(CAST({name} AS VARCHAR))' if kind else 'CAST(NULL AS VARCHAR)'} AS {name}"
    if kind is None:
        return f"CAST(NULL AS VARCHAR[]) AS {name}"
    if kind.endswith("[]"):
        return f"CAST({name} AS VARCHAR[]) AS {name}"
    parts = f"string_split(CAST({name} AS VARCHAR), ';')"
    return f"list_filter(list_transform({parts}, lambda x: trim(x)), lambda x: x <> '') AS {name}"


def _refuse_unnamed(con: "duckdb.DuckDBPyConnection") -> None:
    repeated = _count(con, "(SELECT DISTINCT id FROM numbered WHERE unnamed)")
    if repeated:
        raise CohortError(
            "%(count)s ids are empty or stand in more than one row; give every row an id of its own",
            count=repeated,
        )


def _count(con: "duckdb.DuckDBPyConnection", table: str) -> int:
    (found,) = con.execute(f"SELECT count(*) FROM {table}").fetchall()
    return int(found[0])
