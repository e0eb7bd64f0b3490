"""What can be asked of a cohort, by name: the engine, and where the weights come from."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from importlib.util import find_spec
from math import log2
from pathlib import Path

from auditor import __version__
from auditor.errors import CohortError
from auditor.link.cohort import run
from auditor.link.cohort.applied import Applied
from auditor.link.cohort.taught import Taught
from auditor.link.judge import Kit


class EngineName(StrEnum):
    """Where Splink runs."""

    DUCKDB = "duckdb"
    SPARK = "spark"


class WeightsName(StrEnum):
    """Where the weights come from."""

    HOUSE = "house"
    LEARNED = "learned"


def chosen(engine: str) -> EngineName:
    """The engine of that name.

    Raises:
        CohortError: there is none.
    """
    try:
        return EngineName(engine)
    except ValueError:
        raise CohortError("the engines are duckdb and spark") from None


def weighed(weights: str) -> WeightsName:
    """The weights of that name.

    Raises:
        CohortError: there are none.
    """
    try:
        return WeightsName(weights)
    except ValueError:
        raise CohortError("weights are house or learned") from None


def refuse_without(engine: EngineName) -> None:
    """Refuse an engine whose parts are not installed.

    Raises:
        CohortError: with the command that installs them.
    """
    if not all(map(find_spec, ("splink", "duckdb", "pyarrow"))):
        raise CohortError("cohorts need more parts: pip install 'auditor[cohort]'")
    if engine is EngineName.SPARK:
        from auditor.link.cohort.engine_spark import refuse_without_java

        if find_spec("pyspark") is None:
            raise CohortError("Spark needs more parts: pip install 'auditor[spark]'")
        refuse_without_java()


def ordered(
    files: Sequence[Path],
    to: Path,
    kit: Kit,
    *,
    today: date,
    weights: WeightsName = WeightsName.HOUSE,
    threads: int | None = None,
) -> run.Order:
    """What is asked for, as a run takes it."""
    taught = weights is WeightsName.LEARNED
    return run.Order(
        files=files,
        to=to,
        today=today,
        way=Taught(tables=kit.tables)
        if taught
        else Applied(weights=kit.weights, tables=kit.tables),
        least=0.0 if taught else _odds(kit.weights.needed()),
        key=f"{__version__} {weights} {today} {kit.weights!r}",
        bands={name: each.value for name, each in kit.weights.bands.items()},
        threads=threads,
    )


def _odds(chance: float) -> float:
    """log2 of the odds: where the house's weights join, a wrong join costs more than a missed one."""
    return log2(chance / (1 - chance))


def opened(engine: EngineName, master: str | None = None) -> run.Open:
    """The engine of that name; `master` is where Spark's cluster is, this machine by default."""
    if engine is EngineName.DUCKDB:
        from auditor.link.cohort.engine_duckdb import DuckEngine

        return DuckEngine
    from auditor.link.cohort.engine_spark import SparkEngine

    return partial(SparkEngine, master=master)
