"""A cohort that teaches its own weights: rows made ready, weights learned, patterns told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.link.cohort import bits, blocking, fine, prepared
from auditor.link.cohort.learn import Learned, Shape, learn
from auditor.link.cohort.levels import Compared, decoded
from auditor.link.cohort.settings import shared
from auditor.link.weights import Tables

if TYPE_CHECKING:
    import duckdb

DRAWN = 100_000
"""Pairs drawn at random to learn u: a level of one in a thousand is met a hundred times."""
AMONG = 20_000
"""Rows drawn at random that these pairs are of: ten pairs each, so that few rows need be fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """Weights learned from the cohort itself."""

    tables: Tables
    rarities = fine.RARITIES

    def ready(self, con: "duckdb.DuckDBPyConnection", said: frozenset[str], to: Path) -> None:
        """Write the rows of ``rows`` as they are compared."""
        there = prepared.prepare(con, said)
        names = shared(self.model(there))
        bits.counted(con, names)
        bits.meant(con, self.tables.nicknames)
        blocking.keys(con, there, bits.beside(sorted(bits.FRAMED & set(names))))
        bits.write(con, bits.beside(names), to)

    def model(self, there: frozenset[str]) -> Sequence[Compared]:
        """The comparisons for which the rows have columns."""
        return [each for each in fine.FINE if set(each.columns) <= there]

    def drawn(self, rows: int) -> str | None:
        """SQL: pairs drawn at random, the same in every run."""
        row = f"1 + (hash(hash(i, {{0}}) % {AMONG}) % {rows})::BIGINT"
        return (
            'SELECT DISTINCT least(one, other) AS "left", greatest(one, other) AS "right" FROM '
            f"(SELECT {row.format(1)} AS one, {row.format(2)} AS other "
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
        return learn(counted, strangers, shape, rows, _agreeing(con, model))

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


def _agreeing(
    con: "duckdb.DuckDBPyConnection", model: Sequence[Compared]
) -> Mapping[tuple[str, str], float]:
    """How many pairs of the cohort show each step that one shared value tells; who shows a stronger one does not."""
    names = list(shared(model))
    sums = ", ".join(f"count({each}_bits) * (sum(pow(2, -{each}_bits)) - 1) / 2" for each in names)
    found = con.execute(f"SELECT {sums} FROM people").fetchall()[0] if names else ()
    pairs = {name: float(sum_ or 0) for name, sum_ in zip(names, found, strict=True)}
    told: dict[tuple[str, str], float] = {}
    for each in model:
        stronger = 0.0
        for step in each.steps:
            if len(step.shares) == 1:
                told[each.name, step.name] = max(pairs[step.shares[0]] - stronger, 0.0)
                stronger = pairs[step.shares[0]]
    return told
