"""The option that says which model finds names in text."""

from typing import Annotated

import typer

from auditor.cli.speech import tell
from auditor.model.text import say

Model = Annotated[
    str | None,
    typer.Option(
        help="An installed spaCy pipeline (en_core_web_lg …) instead of the model shipped; none: rules alone."
    ),
]

NONE = "none"


def tell_missing(model: str | None) -> None:
    """Say that rules go on alone where the model asked for cannot be used."""
    from auditor import kits

    if model != NONE and kits.names(model) is None:
        tell(
            say(
                "the model of names cannot be used: rules alone are; install it, or leave --model out"
            ),
            err=True,
        )
