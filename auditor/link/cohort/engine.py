"""What an engine of the cohort does: find the pairs that share a key, and the level of each comparison."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from auditor.link.cohort.levels import Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is compared: rows made ready, and the comparisons."""

    people: Path
    """Parquet: one line a row, with its keys."""
    model: Sequence[Compared]
    rarities: Mapping[str, frozenset[str]]
    """Under which name the rarity of which comparisons is summed."""


class Engine(Protocol):
    """Splink on one machine or on many; files in, files out."""

    def block(self, to: Path) -> None:
        """Write the pairs of rows that share a key: ``left`` and ``right``, each pair once."""

    def compare(self, pairs: str, to: Path) -> None:
        """Write the pattern and the rarity of pairs; `pairs` is what a database reads as a table of them."""

    def close(self) -> None:
        """Let go of what it holds."""
