"""`auditor sweep CASE --variants`: handles that the subject may have made of their name."""

import typer

from auditor.cli.speech import tell
from auditor.model.mandate import Mandate
from auditor.model.text import say


def suggest(mandate: Mandate) -> None:
    """Print the suggestions; nothing is asked of anybody."""
    from auditor.collect.sweep.settings import habits
    from auditor.collect.sweep.variants import variants
    from auditor.resources.folders import folder
    from auditor.resources.read import table

    found = variants(mandate, habits(), table(folder("data") / "nicknames.tsv"))
    tell(say("Handles made of your name, the likeliest first. No site was asked about them."))
    for each in found:
        typer.echo(f"  {each}")
    tell(
        say(
            "Add those that are or were yours to handles: in mandate.yml; a sweep asks about those only."
        )
    )
