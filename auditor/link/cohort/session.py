"""The embedded database in which rows become columns to compare, and pairs become links."""

from pathlib import Path
from typing import TYPE_CHECKING

from auditor.link.compare.forms import cut
from auditor.link.weights import Tables
from auditor.model.names import fold

if TYPE_CHECKING:
    import duckdb

_MACROS = """
CREATE MACRO ascii(x) AS strlen(x) = length(x);
CREATE MACRO unmarked(x, plain) AS CASE WHEN ascii(plain) THEN plain ELSE fold_any(x) END;
CREATE MACRO folded(x) AS CASE WHEN ascii(x) THEN lower(x) ELSE unmarked(x, strip_accents(lower(x))) END;
CREATE MACRO told(x) AS nullif(trim(x), '');
CREATE MACRO bare(x) AS nullif(regexp_replace(x, '[^a-z0-9]', '', 'g'), '');
CREATE MACRO digits(x) AS nullif(regexp_replace(x, '[^0-9]', '', 'g'), '');
"""


def opened(folder: Path, tables: Tables, threads: int | None = None) -> "duckdb.DuckDBPyConnection":
    """A database in memory that spills into `folder`, and knows how names are folded and cut."""
    import duckdb

    con = duckdb.connect()
    con.execute("SET temp_directory = ?", [str(folder / "spill")])
    con.execute("SET preserve_insertion_order = false")
    con.execute("SET enable_progress_bar = false")
    if threads is not None:
        con.execute(f"SET threads = {int(threads)}")
    con.create_function("fold_any", fold, ["VARCHAR"], "VARCHAR")
    con.create_function(
        "cut_any", lambda name: "\t".join(cut(name, tables)), ["VARCHAR"], "VARCHAR"
    )
    con.execute(_MACROS)
    return con


def quoted(path: Path) -> str:
    """The path as a text of SQL."""
    return "'" + str(path).replace("'", "''") + "'"
