"""The command line: read the arguments, call the pipeline, write the result.

Engines are imported inside the commands: `auditor --help` loads none.
"""

import io
import sys

import typer

from auditor.cli import (
    audit,
    cohort,
    diff,
    explain,
    extract,
    judge,
    letters,
    mandate,
    networks,
    purge,
    report,
    rules,
    samples,
    screening,
    sweep,
    vault,
    workshop,
)
from auditor.cli.speech import sentence, sentence_of
from auditor.errors import AuditorError

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
    help="Audit what a consenting person's public footprint gives away. Everything stays on this machine.",
    epilog="Exit codes: 0 nothing found, 1 findings, 2 could not audit.",
)
app.command("audit")(audit.audit)
app.command("extract")(extract.extract)
app.command("report")(report.report)
app.command("diff")(diff.diff)
app.command("explain")(explain.explain)
app.command("judge")(judge.judge)
app.command("letters")(letters.letters)
app.command("sweep")(sweep.sweep)
app.add_typer(cohort.app, name="cohort")
app.add_typer(mandate.app, name="mandate")
app.add_typer(vault.app, name="vault")
app.command("purge")(purge.purge)
app.add_typer(rules.app, name="rules")
app.add_typer(networks.app, name="networks")
app.add_typer(screening.app, name="screening")
app.add_typer(workshop.app, name="workshop")
app.command("samples")(samples.samples)


@app.callback(invoke_without_command=True)
def root(
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    """Audit what a consenting person's public footprint gives away. Everything stays on this machine."""
    if version:
        from auditor import __version__

        typer.echo(__version__)
        raise typer.Exit


def main() -> None:
    """Run the command line; whatever stops an audit is one line and exit 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                errors="replace"
            )  # a terminal of another alphabet shows a question mark
    try:
        app()
    except AuditorError as error:
        typer.echo(f"auditor: {sentence(error)}", err=True)
        sys.exit(2)
    except Exception as fault:
        # A traceback quotes values, which here are people's: the type and the place are enough to mend it.
        typer.echo(f"auditor: {sentence_of(fault)}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        typer.echo("auditor: interrupted; nothing half-written was left", err=True)
        sys.exit(2)
