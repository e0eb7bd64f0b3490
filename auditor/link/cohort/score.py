"""From patterns to bits: few patterns are weighed once each, however many pairs show them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import duckdb


class Scale(Protocol):
    """What a pattern weighs."""

    @property
    def formula(self) -> str:
        """SQL: the bits of a pair, from the columns of `weigh` and the rarity (``own``, ``home``) of its values."""

    @property
    def curve(self) -> str:
        """SQL: the bits of a pair, prior included, from ``summed``: what the formula gives."""

    def weigh(self, patterns: Sequence[int]) -> Mapping[str, Any]:
        """Column → its value for each pattern."""


def scored(con: "duckdb.DuckDBPyConnection", scale: Scale, vectors: str, to: str) -> None:
    """Make the table `to` of pairs (``left``, ``right``, ``pattern``, ``bits``) from their vectors."""
    import pyarrow as pa

    found = con.execute(f"SELECT DISTINCT pattern FROM {vectors}").fetchall()
    patterns = sorted(int(each) for (each,) in found)
    if not patterns:
        con.execute(
            f'CREATE OR REPLACE TABLE {to} ("left" BIGINT, "right" BIGINT, pattern BIGINT, bits FLOAT)'
        )
        return
    columns = {"pattern": pa.array(patterns, pa.int64()), **scale.weigh(patterns)}
    con.register("weighed", pa.table(columns))
    con.execute(
        f'CREATE OR REPLACE TABLE {to} AS SELECT "left", "right", pattern, '
        f"CAST({scale.curve} AS FLOAT) AS bits FROM (SELECT *, {scale.formula} AS summed "
        f"FROM {vectors} JOIN weighed USING (pattern))"
    )
    con.unregister("weighed")
