"""What could not be done, as data that the report shows."""

from dataclasses import dataclass

from auditor.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A part that failed while the rest went on."""

    stage: str
    """collect, extract, link, assess or report."""
    source: str
    """The id of the mandate's source."""
    reason: Text
    """What happened, without personal data."""
    mend: Text
    """What the reader can do about it."""
