"""What a run gives: who is with whom, and every pair that might be one, as Parquet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.link.cohort.session import quoted
from auditor.model.link import Judgement
from auditor.store.files import PRIVATE_FILE, refuse_unwritable

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A run in numbers: nobody's name."""

    read: int
    refused: int
    rows: int
    clusters: int
    joined: int
    """Clusters of two rows or more."""
    largest: int
    pairs: int
    """Pairs compared."""
    unsure: int
    """Pairs that might be one person and were not joined."""
    reused: int
    """Stages taken from an interrupted run."""


def beside(to: Path) -> Path:
    """Where the pairs go: ``people.parquet`` → ``people.links.parquet``."""
    return to.with_name(f"{to.stem}.links{to.suffix}")


def write_clusters(con: "duckdb.DuckDBPyConnection", first: Any, to: Path, folder: Path) -> None:
    """Write each row's ``id`` and ``cluster``: the smallest id of those that are one person."""
    import numpy as np
    import pyarrow as pa

    con.register("found", pa.table({"row": np.arange(len(first)), "first": first}))
    con.execute(
        "CREATE OR REPLACE TABLE clusters AS SELECT one.id, row, first, least.id AS cluster "
        "FROM named one JOIN found USING (row) JOIN named least ON least.row = first"
    )
    con.unregister("found")
    _write(con, "SELECT id, cluster FROM clusters ORDER BY first, row", to, folder)


def write_links(  # noqa: PLR0917
    con: "duckdb.DuckDBPyConnection",
    pairs: str,
    levels: Mapping[int, Sequence[str]],
    bands: Mapping[str, float],
    to: Path,
    folder: Path,
) -> None:
    """Write each pair joined or possible: bits, probability, judgement, levels; the surest first."""
    import pyarrow as pa

    told = {"pattern": list(levels), "levels": [list(each) for each in levels.values()]}
    types = pa.schema([("pattern", pa.int64()), ("levels", pa.list_(pa.string()))])
    con.register("told", pa.table(told, schema=types))
    _write(
        con,
        f"""SELECT least(one.id, other.id) AS "left", greatest(one.id, other.id) AS "right", bits,
        probability, CASE WHEN joined THEN '{Judgement.SAME}' ELSE '{Judgement.UNSURE}' END AS judgement,
        {_band(bands)} AS band, levels
        FROM (
            SELECT "left", "right", pattern, bits, 1 / (1 + pow(2, -bits)) AS probability,
            one.first = other.first AS joined
            FROM {pairs} JOIN clusters one ON one.row = "left" JOIN clusters other ON other.row = "right"
            WHERE joined OR probability >= {bands["possible"]}
        )
        JOIN named one ON one.row = "left" JOIN named other ON other.row = "right" JOIN told USING (pattern)
        ORDER BY bits DESC, 1, 2""",
        to,
        folder,
    )
    con.unregister("told")


def _band(bands: Mapping[str, float]) -> str:
    ordered = sorted(bands.items(), key=lambda each: -each[1])
    cases = " ".join(
        f"WHEN probability >= {least} THEN '{name.replace('_', '-')}'" for name, least in ordered
    )
    return f"CASE {cases} END"


def _write(con: "duckdb.DuckDBPyConnection", sql: str, to: Path, folder: Path) -> None:
    """Write in a private folder of the same disk, then move: the file is whole, old or new, and its owner's."""
    refuse_unwritable(to)
    half = folder / f"whole-{to.name}"
    con.execute(f"COPY ({sql}) TO {quoted(half)} (FORMAT parquet)")
    half.chmod(PRIVATE_FILE)
    half.replace(to)
