"""One cohort from files to files: read, made ready, compared, weighed, clustered, written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from auditor.errors import CohortError
from auditor.link.cohort import cluster, out, rows, session, stages
from auditor.link.cohort.engine import Engine, Task
from auditor.link.cohort.levels import Compared
from auditor.link.cohort.score import Scale, scored
from auditor.link.cohort.session import quoted
from auditor.link.weights import Tables

if TYPE_CHECKING:
    import duckdb

WHOLE = 2_000
"""Rows up to which all pairs are compared: two million, some seconds."""
PART = 3_000_000
"""Pairs that are compared at a time: what is done is kept, and memory stays under two gigabytes."""

Progress = Callable[[str, int, int], None]
Open = Callable[["duckdb.DuckDBPyConnection", Task], Engine]


class Way(Protocol):
    """How rows are compared and weighed."""

    rarities: Any

    def ready(self, con: "duckdb.DuckDBPyConnection", said: frozenset[str], to: Path) -> None:
        """Write the rows of ``rows`` as they are compared."""

    def model(self, there: frozenset[str]) -> Sequence[Compared]:
        """The comparisons for which the rows have columns."""

    def drawn(self, rows: int) -> str | None:
        """SQL: pairs of strangers to learn from; None where nothing is learned."""

    def scale(
        self,
        con: "duckdb.DuckDBPyConnection",
        model: Sequence[Compared],
        vectors: str,
        drawn: str,
        rows: int,
    ) -> Scale:
        """What patterns weigh."""

    def apart(self, con: "duckdb.DuckDBPyConnection", pairs: str) -> Sequence[tuple[int, int]]:
        """Pairs that nothing may join."""

    def told(self, patterns: Sequence[int], model: Sequence[Compared]) -> Any:
        """Pattern → its levels in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for."""

    files: Sequence[Path]
    to: Path
    today: date
    way: Way
    key: str
    """Everything but the files that the result follows from."""
    least: float = 0.0
    """Bits from which a pair speaks for one person: 0 is as likely as not."""
    bands: Any
    """Name → the probability from which it holds."""
    threads: int | None = None


def link(order: Order, tables: Tables, engine: Open, progress: Progress) -> out.Summary:
    """Link the rows of the files and write who is with whom; what was interrupted is gone on with.

    Raises:
        CohortError: a file cannot be read, an id is missing or repeated, or no row may be linked.
        OutputError: the result cannot be written.
    """
    kept = stages.Stages(order.to, stages.key(order.files, order.key))
    con = session.opened(kept.folder, tables, order.threads)
    try:
        summary = _Run(order=order, kept=kept, con=con, engine=engine, progress=progress).linked()
    finally:
        con.close()
    kept.done()
    return summary


@dataclass(slots=True, kw_only=True)
class _Run:
    order: Order
    kept: stages.Stages
    con: "duckdb.DuckDBPyConnection"
    engine: Open
    progress: Progress
    networks: bool = False
    """Do rows say which network they are of? Two of one network are never one person."""

    def linked(self) -> out.Summary:
        self.progress("read", 0, 6)
        counted = rows.read(self.con, self.order.files, self.order.today)
        if not counted.taken:
            raise CohortError(
                "no row has a consent_on that is a day up to today; nobody is linked who did not consent"
            )
        people = self._ready()
        task = Task(people=people, model=self._model(people), rarities=self.order.way.rarities)
        doing = self.engine(self.con, task)
        try:
            pairs, scale = self._compared(doing, task, counted.taken)
            first = self._clustered(doing, scale, pairs, counted.taken)
        finally:
            doing.close()
        return self._written(first, counted, task)

    def _ready(self) -> Path:
        self.progress("prepare", 1, 6)
        said = rows.columns(self.con)
        people = self.kept.made("people", lambda to: self.order.way.ready(self.con, said, to))
        self.networks = "network" in said
        network = "network" if self.networks else "NULL AS network"
        self.con.execute(f"CREATE TABLE named AS SELECT row, id, {network} FROM rows")
        self.con.execute("DROP TABLE rows")
        return people

    def _model(self, people: Path) -> Sequence[Compared]:
        described = self.con.execute(f"DESCRIBE FROM read_parquet({quoted(people)})").fetchall()
        return self.order.way.model(frozenset(str(each[0]) for each in described))

    def _compared(self, doing: Engine, task: Task, count: int) -> tuple[str, Scale]:
        """All pairs that share a key with their levels, and what these weigh."""
        self.progress("block", 2, 6)
        pairs = self.kept.made("pairs", self._blocked(doing, count))
        vectors = self._vectors(doing, "vectors", self._of_two_networks(_read(pairs)))
        drawn = self.order.way.drawn(count)
        random = vectors
        if drawn is not None:
            random = _read(self.kept.made("drawn", lambda to: doing.compare(f"({drawn})", to)))
        scale = self.order.way.scale(self.con, task.model, vectors, random, count)
        scored(self.con, scale, vectors, "first")
        return vectors, scale

    def _blocked(self, doing: Engine, count: int) -> stages.Made:
        if count > WHOLE:
            return doing.block
        everyone = (
            'SELECT one.row AS "left", other.row AS "right" '
            "FROM named one JOIN named other ON one.row < other.row"
        )
        return lambda to: self._copy(everyone, to)

    def _vectors(self, doing: Engine, name: str, pairs: str) -> str:
        """The vectors of pairs, some at a time, each part kept when it is there."""
        found = self.con.execute(f"SELECT count(*) FROM {pairs}").fetchall()
        parts = max(1, -(-int(found[0][0]) // PART))
        made = []
        for at in range(parts):
            self.progress("compare", 3 * parts + at, 6 * parts)
            some = f'(SELECT * FROM {pairs} WHERE "left" % {parts} = {at})'
            made.append(self.kept.made(f"{name}-{at:04}", partial(doing.compare, some)))
        return _read(*made)

    def _clustered(self, doing: Engine, scale: Scale, vectors: str, count: int) -> Any:
        """The first row of each row's cluster, after all that hangs together was compared."""
        self.progress("cluster", 4, 6)
        part = cluster.together(self.con, count, "first", self.order.least)
        all_ = "first"
        if cluster.unseen(self.con, part, "first", "unseen"):
            inside = self.kept.made(
                "unseen", lambda to: self._copy(f"FROM {self._of_two_networks('unseen')}", to)
            )
            scored(self.con, scale, self._vectors(doing, "inside", _read(inside)), "second")
            all_ = "(FROM first UNION ALL FROM second)"
        self.con.execute(f"CREATE OR REPLACE TABLE judged AS FROM {all_}")
        return cluster.clusters(self.con, part, "judged", self.order.least, self._apart())

    def _of_two_networks(self, pairs: str) -> str:
        """SQL: those of the pairs whose rows are of two networks, or of none that is told."""
        return _ONE_NETWORK.format(pairs=pairs, no="NOT") if self.networks else pairs

    def _apart(self) -> Sequence[tuple[int, int]]:
        """Pairs that nothing may join: two accounts of one network, and what the way itself forbids."""
        found = list(self.order.way.apart(self.con, "judged"))
        if self.networks:
            sql = f"FROM {_ONE_NETWORK.format(pairs='unseen', no='')}"
            found += [(int(one), int(other)) for one, other in self.con.execute(sql).fetchall()]
        return found

    def _written(self, first: Any, counted: rows.Counted, task: Task) -> out.Summary:
        self.progress("write", 5, 6)
        out.write_clusters(self.con, first, self.order.to, self.kept.folder)
        patterns = self.con.execute("SELECT DISTINCT pattern FROM judged").fetchall()
        levels = self.order.way.told([int(each) for (each,) in patterns], task.model)
        links = out.beside(self.order.to)
        out.write_links(self.con, "judged", levels, self.order.bands, links, self.kept.folder)
        self.progress("write", 6, 6)
        return self._summary(counted, links)

    def _summary(self, counted: rows.Counted, links: Path) -> out.Summary:
        (sizes,) = self.con.execute(
            "SELECT count(*), count(*) FILTER (size > 1), max(size) FROM "
            "(SELECT count(*) AS size FROM clusters GROUP BY cluster)"
        ).fetchall()
        (pairs,) = self.con.execute(
            f"SELECT (SELECT count(*) FROM judged), count(*) FILTER (judgement = 'unsure') FROM {_read(links)}"
        ).fetchall()
        return out.Summary(
            read=counted.read,
            refused=counted.refused,
            rows=counted.taken,
            clusters=int(sizes[0]),
            joined=int(sizes[1]),
            largest=int(sizes[2]),
            pairs=int(pairs[0]),
            unsure=int(pairs[1]),
            reused=self.kept.reused,
        )

    def _copy(self, sql: str, to: Path) -> None:
        self.con.execute(f"COPY ({sql}) TO {quoted(to)} (FORMAT parquet)")


_ONE_NETWORK = """(
    SELECT "left", "right" FROM {pairs} JOIN named one ON one.row = "left" JOIN named other ON other.row = "right"
    WHERE {no} coalesce(one.network = other.network, false)
)"""


def _read(*paths: Path) -> str:
    """Files, or folders of files, as a table of SQL."""
    named = [quoted(each / "*.parquet" if each.is_dir() else each) for each in paths]
    return f"read_parquet([{', '.join(named)}])"
