"""Errors of writing in named data: how the true pairs of published linkage sets agree.

`fake_1000` and `historical_50k` (splink_datasets, MIT) hold records of people of one's own making and of
the past, with errors their makers put in; they tell how names and births disagree, not how often
profiles of today do.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from auditor.link.profiles import side
from benchmarks.weights.measure import Crowd

SETS = ("fake_1000", "historical_50k")
MOST = 12_000
"""Records of a set that are read: pairs within them are many times as many."""


def crowd(data: Path, name: str) -> Crowd:
    """The set as sides, and whose each is."""
    rows = list(_rows(data / "linkage" / "canonical" / f"{name}.parquet"))
    return Crowd(sides=[side(row) for row in rows], people=[str(row["person"]) for row in rows])


def _rows(path: Path) -> Iterator[Mapping[str, object]]:
    from pyarrow import parquet

    for row in parquet.read_table(path).slice(0, MOST).to_pylist():
        yield {
            "id": row["unique_id"],
            "given_name": (row["first_name"] or "").title(),
            "surname": (row["surname"] or "").title(),
            "birth_date": row["dob"],
            "email": row.get("email"),
            "town": (row.get("city") or "").title(),
            "job": row.get("occupation"),
            "person": row["cluster_true"],
        }
