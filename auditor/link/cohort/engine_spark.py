"""Splink on Spark: the same levels on as many machines as there are, from Parquet to Parquet."""

import logging
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.errors import CohortError
from auditor.link.cohort.dialect import SPARK
from auditor.link.cohort.engine import Task
from auditor.link.cohort.session import quoted
from auditor.link.cohort.settings import settings, vectors

if TYPE_CHECKING:
    import duckdb

HERE = "local[2]"
"""Where Spark runs when no cluster is named: in one process, on two cores."""
SMALL = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.executor.memory": "900m",
    "spark.sql.shuffle.partitions": "4",
    "spark.default.parallelism": "4",
}
"""For a Spark on this machine: a port to itself alone, small executors. A real cluster has its own settings."""


def refuse_without_java() -> None:
    """Refuse where no Java is found, which Spark runs in.

    Raises:
        CohortError: with what to install.
    """
    import os

    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        raise CohortError("Spark needs Java 17 or later; install one, or set JAVA_HOME")


def session(master: str | None) -> Any:
    """A session of Spark with Splink's functions; `master` may be local, a local cluster or a real one."""
    import os

    import pyspark
    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    where = master or HERE
    builder = SparkSession.builder.master(where).appName("auditor cohort")
    builder = builder.config("spark.jars", similarity_jar_location())
    for key, value in SMALL.items() if where.startswith("local") else ():
        builder = builder.config(key, value)
    found = builder.getOrCreate()
    found.sparkContext.setLogLevel("ERROR")
    return found


class SparkEngine:
    """Splink's linker over the rows made ready, in a session of Spark."""

    def __init__(
        self, con: "duckdb.DuckDBPyConnection", task: Task, *, master: str | None = None
    ) -> None:
        from splink import Linker, SparkAPI

        self._con, self._task = con, task
        con.execute(f"CREATE OR REPLACE TABLE people AS FROM read_parquet({quoted(task.people)})")
        self._spark = session(master)
        self._scratch = Path(tempfile.mkdtemp(dir=task.people.parent))
        self._spark.sparkContext.setCheckpointDir(str(self._scratch / "checkpoints"))
        api: Any = SparkAPI
        self._api = api(spark_session=self._spark, break_lineage_method="parquet")
        people = self._spark.read.parquet(str(task.people))
        self._linker: Any = Linker(self._api.register(people), settings(task.model, SPARK))
        logging.getLogger("splink").setLevel(logging.ERROR)  # Splink sets its own before

    def block(self, to: Path) -> None:
        """Write the pairs of rows that share a key: ``left`` and ``right``, each pair once."""
        found = self._linker.inference.compute_blocked_pairs_for_predict()
        self._spark.sql(
            f"SELECT join_key_l AS `left`, join_key_r AS `right` FROM {found.physical_name}"
        ).write.parquet(str(to))
        found.drop_table_from_database_and_remove_from_cache()

    def compare(self, pairs: str, to: Path) -> None:
        """Write the pattern and the rarity of pairs; `pairs` is what a database reads as a table of them."""
        given = self._scratch / f"{to.name}.pairs"
        self._con.execute(
            'COPY (SELECT \'0\' AS match_key, "left" AS join_key_l, "right" AS join_key_r '
            f"FROM {pairs}) TO {quoted(given)} (FORMAT parquet)"
        )
        blocked = self._api.register(self._spark.read.parquet(str(given)))
        self._linker.table_management.register_blocked_pairs_for_predict(blocked)
        found = self._linker.inference.predict(warning_mode="never")
        sql = vectors(self._task.model, self._task.rarities, found.physical_name)
        self._spark.sql(sql.replace('"', "`")).write.parquet(str(to))
        found.drop_table_from_database_and_remove_from_cache()

    def close(self) -> None:
        """Let go of what it holds."""
        self._spark.stop()
        self._con.execute("DROP TABLE IF EXISTS people")
        shutil.rmtree(self._scratch, ignore_errors=True)
