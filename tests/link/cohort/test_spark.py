"""Spark gives DuckDB's clusters; only where it is asked for: a local cluster takes minutes to start."""

import os
import shutil
from importlib.util import find_spec

import duckdb
import pytest

from auditor.link.cohort import order, run
from tests.link.cohort.conftest import TODAY

pytestmark = [
    pytest.mark.skipif(
        os.environ.get("AUDITOR_SPARK") != "required",
        reason="set AUDITOR_SPARK=required to run Spark",
    ),
    pytest.mark.skipif(
        find_spec("pyspark") is None, reason="no pyspark: pip install 'auditor[spark]'"
    ),
    pytest.mark.skipif(shutil.which("java") is None, reason="no Java"),
]


def test_two_workers_give_the_clusters_of_one_machine(link, kit, people, tmp_path):
    here, _ = link(people)
    to = tmp_path / "spark.parquet"
    asked = order.ordered([people], to, kit, today=TODAY)
    opened = order.opened(order.EngineName.SPARK, "local-cluster[2,1,1024]")
    run.link(asked, kit.tables, opened, lambda *_: None)
    assert dict(duckdb.sql(f"SELECT id, cluster FROM '{to}'").fetchall()) == here
