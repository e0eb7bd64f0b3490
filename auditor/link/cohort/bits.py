"""How rare each value is, beside it: −log2 of its frequency, which stands for u where two sides say the same."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.link.cohort.session import quoted

if TYPE_CHECKING:
    import duckdb


def counted(con: "duckdb.DuckDBPyConnection", names: Iterable[str]) -> None:
    """Make a table ``often_<name>`` for each column of ``people``: its values, how rare, and their frame."""
    for name in names:
        framed = f", {frame(name)} AS {name}_frame" if name in FRAMED else ""
        con.execute(
            f"CREATE TABLE often_{name} AS SELECT {name}, "
            f"log2(sum(count(*)) OVER () / count(*))::FLOAT AS {name}_bits{framed} "
            f"FROM people WHERE {name} IS NOT NULL GROUP BY {name}"
        )


def beside(names: Iterable[str]) -> str:
    """SQL: ``people`` with what was counted of each of these columns."""
    return "people" + "".join(f" LEFT JOIN often_{name} USING ({name})" for name in names)


def frame(name: str) -> str:
    """SQL: a name's first letter and consonants, doubled ones once: what most misspellings leave."""
    word = f"translate({name}, 'aeiouyhw -', '')"
    for each in DOUBLED:
        word = f"replace({word}, '{each}{each}', '{each}')"
    return f"left({name}, 1) || {word}"


FRAMED = frozenset({"given", "surname"})
DOUBLED = "bcdfglmnprstz"


def meant(con: "duckdb.DuckDBPyConnection", nicknames: Mapping[str, frozenset[str]]) -> None:
    """Make the table ``meanings``: the given names that one may stand for."""
    import pyarrow as pa

    table = {"given": list(nicknames), "given_means": [sorted(each) for each in nicknames.values()]}
    con.register("told_meanings", pa.table(table))
    con.execute("CREATE OR REPLACE TABLE meanings AS FROM told_meanings")
    con.unregister("told_meanings")


def write(con: "duckdb.DuckDBPyConnection", source: str, to: Path) -> None:
    """Write the rows of `source` with what their given names mean and their keys; forget the tables."""
    con.execute(
        f"COPY (SELECT * FROM {source} LEFT JOIN meanings USING (given) LEFT JOIN keyed USING (row)) "
        f"TO {quoted(to)} (FORMAT parquet)"
    )
    made = con.execute("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'often_%'")
    for name in ("people", "meanings", "keyed", *(str(each) for (each,) in made.fetchall())):
        con.execute(f"DROP TABLE {name}")
