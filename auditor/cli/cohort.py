"""`auditor cohort link CASE`: who is who among the profiles of many people who consented."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.progress import bar
from auditor.cli.speech import speak, tell
from auditor.errors import CohortError, MandateError
from auditor.model.mandate import Purpose
from auditor.model.text import say

if TYPE_CHECKING:
    from auditor.link.cohort.out import Summary
    from auditor.model.mandate import Mandate

app = typer.Typer(no_args_is_help=True, help="The profiles of many people who consented.")

TABLES = frozenset({".parquet", ".csv"})


@app.callback()
def cohort() -> None:
    """The profiles of many people who consented."""


@app.command()
def link(
    case: Annotated[
        Path, typer.Argument(help="A folder whose mandate.yml has the purpose cohort.")
    ],
    to: Annotated[
        Path, typer.Option(help="Where to write who is with whom (Parquet); pairs go beside it.")
    ],
    engine: Annotated[str, typer.Option(help="duckdb (this machine) or spark.")] = "duckdb",
    weights: Annotated[
        str,
        typer.Option(help="house, or learned from the cohort itself (from some 10,000 rows on)."),
    ] = "house",
    master: Annotated[
        str | None, typer.Option(help="Spark's cluster, as spark://host:7077. Default: here.")
    ] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Cores of this machine.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress and no summary.")] = False,
    lang: Annotated[Language | None, typer.Option(help="Language of the answers.")] = None,
) -> None:
    """Link the rows of a cohort's tables. Rows without consent_on are left out and counted. Exit 2: could not."""
    from auditor import kits
    from auditor.cli.own import refuse_own
    from auditor.link.cohort import order, out, run
    from auditor.store.files import refuse_unwritable

    speak(lang)
    today = datetime.now(tz=UTC).date()
    mandate = _mandate(case, today)
    speak(lang or mandate.language)
    chosen = order.chosen(engine), order.weighed(weights)
    order.refuse_without(chosen[0])
    for path in (to, out.beside(to)):
        refuse_unwritable(path)
        refuse_own(path, case, mandate)
    kit = kits.cohort()
    asked = order.ordered(
        _files(case, mandate), to, kit, today=today, weights=chosen[1], threads=threads
    )
    with bar(quiet=quiet) as step:
        found = run.link(
            asked,
            kit.tables,
            order.opened(chosen[0], master),
            lambda stage, done, total: step(stage, done, total, 0),
        )
    if not quiet:
        _summarise(found, to)


def _mandate(case: Path, today: date) -> "Mandate":
    from auditor.collect import mandate as mandates
    from auditor.store.consent import refuse_withdrawn

    mandate = mandates.load(case, today)
    refuse_withdrawn(case, mandate)
    if mandate.purpose is not Purpose.COHORT:
        raise MandateError(
            "the mandate is not of a cohort; write purpose: cohort, or use `auditor audit`"
        )
    return mandate


def _files(case: Path, mandate: "Mandate") -> list[Path]:
    """The tables that the mandate names."""
    paths = [case / each.path for each in mandate.sources if each.path is not None]
    found = [each for each in paths if each.suffix.casefold() in TABLES]
    if len(found) < len(mandate.sources) or not found:
        raise MandateError("a cohort's sources are tables of profiles: name .parquet or .csv files")
    for each in found:
        try:
            each.open("rb").close()
        except OSError as failure:
            raise CohortError(
                "%(file)s cannot be read as a table (%(type)s); give Parquet, or CSV with a line of names",
                file=each.name,
                type=type(failure).__name__,
            ) from failure
    return found


def _summarise(found: "Summary", to: Path) -> None:
    """What was done, in numbers; nobody is named."""
    tell(
        say(
            "Rows read: %(read)s; left out for want of consent: %(refused)s; linked: %(rows)s.",
            read=found.read,
            refused=found.refused,
            rows=found.rows,
        )
    )
    tell(
        say(
            "Clusters: %(clusters)s, of which %(joined)s of two rows or more; the largest has %(largest)s. "
            "Pairs compared: %(pairs)s; unsure: %(unsure)s.",
            clusters=found.clusters,
            joined=found.joined,
            largest=found.largest,
            pairs=found.pairs,
            unsure=found.unsure,
        )
    )
    if found.reused:
        tell(say("Stages taken from an interrupted run: %(count)s.", count=found.reused))
    tell(say("Written: %(file)s, and its pairs beside it.", file=to.name))
