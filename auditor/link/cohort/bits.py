"""How rare each value is, beside it: −log2 of its frequency, which stands for u where two sides say the same."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def counted(con: "duckdb.DuckDBPyConnection", names: Iterable[str]) -> None:
    """Add to ``people`` a column ``<name>_bits`` for each, by how often the cohort itself has the value."""
    columns = list(names)
    for name in columns:
        framed = f", {frame(name)} AS {name}_frame" if name in FRAMED else ""
        con.execute(
            f"CREATE TABLE often_{name} AS SELECT {name}, "
            f"log2(sum(count(*)) OVER () / count(*))::FLOAT AS {name}_bits{framed} "
            f"FROM people WHERE {name} IS NOT NULL GROUP BY {name}"
        )
    joins = " ".join(f"LEFT JOIN often_{name} USING ({name})" for name in columns)
    con.execute(f"CREATE OR REPLACE TABLE people AS SELECT * FROM people {joins}")
    for name in columns:
        con.execute(f"DROP TABLE often_{name}")


def frame(name: str) -> str:
    """SQL: a name's first letter and consonants, doubled ones once: what most misspellings leave."""
    word = f"translate({name}, 'aeiouyhw -', '')"
    for each in DOUBLED:
        word = f"replace({word}, '{each}{each}', '{each}')"
    return f"left({name}, 1) || {word}"


FRAMED = frozenset({"given", "surname"})
DOUBLED = "bcdfglmnprstz"


def meant(con: "duckdb.DuckDBPyConnection", nicknames: Mapping[str, frozenset[str]]) -> None:
    """Add to ``people`` the given names that the one shown may stand for."""
    import pyarrow as pa

    con.execute("ALTER TABLE people DROP COLUMN IF EXISTS given_means")
    table = {"given": list(nicknames), "given_means": [sorted(each) for each in nicknames.values()]}
    con.register("meanings", pa.table(table))
    con.execute(
        "CREATE OR REPLACE TABLE people AS SELECT people.*, given_means FROM people LEFT JOIN meanings USING (given)"
    )
    con.unregister("meanings")
