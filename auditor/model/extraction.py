"""What a footprint says: the outcome of extracting, before any viewer's cut."""

from dataclasses import dataclass

from auditor.model.fact import Fact
from auditor.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All records and facts, in the order of the sources."""

    records: tuple[Record, ...]
    facts: tuple[Fact, ...]
