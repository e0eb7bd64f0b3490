"""Small cohorts of invented people, and what links them."""

from dataclasses import replace
from datetime import date

import duckdb
import pytest

from auditor import kits
from auditor.link.cohort import order, run
from training.population.make import population
from training.population.table import write

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="session")
def kit():
    """Weights and tables of the house."""
    return kits.cohort()


@pytest.fixture(scope="session")
def people(tmp_path_factory):
    """A table of 400 generated profiles with their truth; everybody consented."""
    folder = tmp_path_factory.mktemp("people")
    write(population(11, 400), folder / "made.parquet")
    duckdb.sql(
        f"COPY (SELECT * EXCLUDE (consent_on), '2026-01-01' AS consent_on FROM '{folder / 'made.parquet'}') "
        f"TO '{folder / 'people.parquet'}' (FORMAT parquet)"
    )
    return folder / "people.parquet"


@pytest.fixture
def link(kit, tmp_path):
    """Link files; what was written, by id, and the summary."""

    def linked(
        *files, weights="house", to=tmp_path / "out.parquet", progress=lambda *_: None, **changed
    ):
        asked = order.ordered(
            files, to, kit, today=TODAY, weights=order.weighed(weights), threads=1
        )
        opened = order.opened(order.EngineName.DUCKDB)
        summary = run.link(replace(asked, **changed), kit.tables, opened, progress)
        return dict(duckdb.sql(f"SELECT id, cluster FROM '{to}'").fetchall()), summary

    return linked


@pytest.fixture
def table(tmp_path):
    """Write lines of CSV as a table of profiles."""

    def written(text, name="rows.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written
