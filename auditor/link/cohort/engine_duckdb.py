"""Splink on DuckDB: in this process, as much as fits on one machine."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.link.cohort.dialect import DUCKDB
from auditor.link.cohort.engine import Task
from auditor.link.cohort.session import quoted
from auditor.link.cohort.settings import settings, vectors

if TYPE_CHECKING:
    import duckdb


class DuckEngine:
    """Splink's linker over the table ``people`` of a database."""

    def __init__(self, con: "duckdb.DuckDBPyConnection", task: Task) -> None:
        from splink import DuckDBAPI, Linker

        self._con, self._task = con, task
        self._api = DuckDBAPI(connection=con)
        con.execute(f"CREATE OR REPLACE VIEW people AS FROM read_parquet({quoted(task.people)})")
        self._linker: Any = Linker(self._api.register("people"), settings(task.model, DUCKDB))
        logging.getLogger("splink").setLevel(logging.ERROR)  # Splink sets its own before

    def block(self, to: Path) -> None:
        """Write the pairs of rows that share a key: ``left`` and ``right``, each pair once."""
        found = self._linker.inference.compute_blocked_pairs_for_predict()
        self._con.execute(
            f'COPY (SELECT join_key_l AS "left", join_key_r AS "right" FROM {found.physical_name}) '
            f"TO {quoted(to)} (FORMAT parquet)"
        )
        found.drop_table_from_database_and_remove_from_cache()

    def compare(self, pairs: str, to: Path) -> None:
        """Write the pattern and the rarity of pairs; `pairs` is what a database reads as a table of them."""
        self._con.execute(
            "CREATE OR REPLACE TABLE blocked AS SELECT '0' AS match_key, "
            f'"left" AS join_key_l, "right" AS join_key_r FROM {pairs}'
        )
        self._linker.table_management.register_blocked_pairs_for_predict(
            self._api.register("blocked")
        )
        found = self._linker.inference.predict(warning_mode="never")
        sql = vectors(self._task.model, self._task.rarities, found.physical_name)
        self._con.execute(f"COPY ({sql}) TO {quoted(to)} (FORMAT parquet)")
        found.drop_table_from_database_and_remove_from_cache()

    def close(self) -> None:
        """Let go of what it holds."""
        self._con.execute("DROP VIEW IF EXISTS people; DROP TABLE IF EXISTS blocked")
