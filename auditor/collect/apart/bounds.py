"""How much one piece of content may cost to read (`rules/limits.yml`)."""

import dataclasses
from pathlib import Path

from auditor.resources.folders import folder
from auditor.resources.limits import numbers

_MB = 1_000_000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The bounds of one reading; seconds and megabytes."""

    memory_mb: float
    """Over what the child has when it starts."""
    seconds: float
    """Of the processor."""
    seconds_per_mb: float
    """More of them, and of the clock, for each megabyte of content."""
    wall: float
    """By the clock."""
    answer_mb: float
    """What a reading may bring back."""

    def more(self, size: int) -> float:
        """Seconds that content of so many bytes may take beyond those of any other."""
        return self.seconds_per_mb * size / _MB

    @property
    def memory(self) -> int:
        """Bytes."""
        return int(self.memory_mb * _MB)

    @property
    def answer(self) -> int:
        """Bytes."""
        return int(self.answer_mb * _MB)


def bounds(path: Path | None = None) -> Bounds:
    """The bounds we ship, or those of a file written like ours.

    Raises:
        PackError: the file lacks one, or has one that is not known.
    """
    names = [each.name for each in dataclasses.fields(Bounds)]
    return Bounds(**numbers(path or folder("rules") / "limits.yml", names))
