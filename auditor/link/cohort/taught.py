"""A cohort that teaches its own weights: rows made ready, weights learned, patterns told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.link.cohort import bits, blocking, fine, prepared
from auditor.link.cohort.learn import Learned, Shape, learn
from auditor.link.cohort.levels import Compared, decoded
from auditor.link.cohort.session import quoted
from auditor.link.cohort.settings import shared
from auditor.link.weights import Tables

if TYPE_CHECKING:
    import duckdb

DRAWN = 200_000
"""Pairs drawn at random to learn u: a level of one in a thousand is met 200 times."""
SENSIBLE = 10_000
"""Rows from which weights of one's own are worth it: see docs/cohort.md for the measures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """Weights learned from the cohort itself."""

    tables: Tables
    rarities = fine.RARITIES

    def ready(self, con: "duckdb.DuckDBPyConnection", said: frozenset[str], to: Path) -> None:
        """Write the rows of ``rows`` as they are compared."""
        there = prepared.prepare(con, said)
        bits.counted(con, shared(self.model(there)))
        bits.meant(con, self.tables.nicknames)
        blocking.keys(con, there)
        con.execute(f"COPY people TO {quoted(to)} (FORMAT parquet)")
        con.execute("DROP TABLE people")

    def model(self, there: frozenset[str]) -> Sequence[Compared]:
        """The comparisons for which the rows have columns."""
        return [each for each in fine.FINE if set(each.columns) <= there]

    def drawn(self, rows: int) -> str | None:
        """SQL: pairs drawn at random, the same in every run."""
        number = "1 + (hash(i, {0}) % " + str(rows) + ")::BIGINT"
        return (
            'SELECT DISTINCT least(one, other) AS "left", greatest(one, other) AS "right" FROM '
            f"(SELECT {number.format(1)} AS one, {number.format(2)} AS other "
            f"FROM range({DRAWN}) drawn(i)) WHERE one <> other"
        )

    def scale(
        self,
        con: "duckdb.DuckDBPyConnection",
        model: Sequence[Compared],
        vectors: str,
        drawn: str,
        rows: int,
    ) -> Learned:
        """The weights that the pairs compared and the pairs drawn teach."""
        counted = con.execute(
            f"SELECT pattern, round(own)::BIGINT, round(home)::BIGINT, count(*) FROM {vectors} "
            "GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        strangers = con.execute(
            f"SELECT pattern, count(*) FROM {drawn} GROUP BY 1 ORDER BY 1"
        ).fetchall()
        shape = Shape(model=model, home=fine.HOME, joint=fine.JOINT)
        return learn(counted, strangers, shape, rows)

    def apart(self, con: "duckdb.DuckDBPyConnection", pairs: str) -> Sequence[tuple[int, int]]:
        """Pairs that nothing may join: none, where a file's own errors are learned."""
        return ()

    def told(
        self, patterns: Sequence[int], model: Sequence[Compared]
    ) -> Mapping[int, Sequence[str]]:
        """Pattern → its levels in words, ``surname same``; those where nothing was said are left out."""
        return {
            pattern: [
                f"{each.name} {step.name}"
                for each, step in zip(model, decoded(pattern, model), strict=True)
                if step is not None
            ]
            for pattern in patterns
        }
