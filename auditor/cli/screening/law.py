"""The law that a screening command holds things against."""

from functools import cache
from typing import TYPE_CHECKING

from auditor.model.screening_rule import Place
from auditor.resources.folders import folder

if TYPE_CHECKING:
    from auditor.screening.load import Jurisdiction
    from auditor.screening.redact import Grounds


def under(place: Place) -> "Jurisdiction":
    """The law of a place, with what tells the grounds that free words speak of.

    Raises:
        PackError: a file of the program cannot be used.
    """
    from auditor.screening.load import jurisdiction

    return jurisdiction(folder("rules") / "screening", place, _grounds)


def _grounds(noted: str) -> tuple[str, ...]:
    """The grounds that words speak of, by the lexicons that mask them."""
    from auditor.screening.redact import masks

    return tuple(ground for each in masks(noted, _lexicons()) for ground in each.grounds)


@cache
def _lexicons() -> "Grounds":
    from auditor.screening.redact import load

    return load(folder("rules"), folder("data"))
