"""The law that a screening command holds things against."""

from typing import TYPE_CHECKING

from auditor.model.screening import Place
from auditor.resources.folders import folder

if TYPE_CHECKING:
    from auditor.screening.load import Jurisdiction


def under(place: Place) -> "Jurisdiction":
    """The law of a place, with what tells the grounds that free words speak of.

    Raises:
        PackError: a file of the program cannot be used.
    """
    from auditor.screening.load import jurisdiction

    return jurisdiction(folder("rules") / "screening", place, _grounds)


def _grounds(noted: str) -> tuple[str, ...]:
    return ()
