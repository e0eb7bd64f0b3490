"""A table of profiles: columns of texts and of lists, written as Parquet or CSV, read as rows."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.population.pools import Ids, Words

COLUMNS = tuple(
    "id network name given_name surname maiden_name handle email phone url links town region "
    "birth_date birth_year birth_place employer job school school_year companions groups tastes "
    "picture hours language created_on consent_on person".split()
)
"""Those of `auditor.link.profiles.ROW_COLUMNS` that the generator fills, and the truth."""


@dataclass(frozen=True, kw_only=True)
class Several:
    """A column of lists, end to end."""

    ends: Ids
    """Where each row's list begins, and where the last ends: one more than there are rows."""
    values: NDArray[np.object_] | NDArray[np.int64]

    @classmethod
    def of(cls, counts: Ids, values: NDArray[np.object_] | NDArray[np.int64]) -> "Several":
        """Lists of so many values each."""
        return cls(ends=np.concatenate([[0], np.cumsum(counts)]), values=values)

    def at(self, row: int) -> list[str] | list[int]:
        """The list of one row."""
        return self.values[self.ends[row] : self.ends[row + 1]].tolist()  # type: ignore[no-any-return]


Table = Mapping[str, Words | Several]


def rows(table: Table) -> Iterator[dict[str, object]]:
    """The rows as a cohort's file gives them; what is empty is left out."""
    for at in range(len(table["id"])):  # type: ignore[arg-type]
        row = {
            name: column.at(at) if isinstance(column, Several) else column[at]
            for name, column in table.items()
        }
        yield {name: value for name, value in row.items() if value}


def write(table: Table, path: Path) -> None:
    """Write the table; the ending of the name tells the format."""
    if path.suffix == ".parquet":
        _parquet(table, path)
    else:
        _csv(table, path)


def _csv(table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, COLUMNS, restval="")
        lines.writeheader()
        for row in rows(table):
            lines.writerow(
                {
                    name: ";".join(map(str, value)) if isinstance(value, list) else value
                    for name, value in row.items()
                }
            )


def _parquet(table: Table, path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    columns = {name: _column(table[name]) for name in COLUMNS}
    parquet.write_table(pa.table(columns), path, compression="zstd")


def _column(column: Words | Several):
    """The column for Arrow; an empty text or list is null."""
    import pyarrow as pa

    if isinstance(column, Several):
        empty = np.diff(column.ends) == 0
        ends = pa.array(column.ends.astype(np.int32), mask=np.append(empty, False))
        kind = pa.string() if column.values.dtype == object else pa.int64()
        return pa.ListArray.from_arrays(ends, pa.array(column.values, type=kind))
    return pa.array(column, type=pa.string(), mask=column == "")
