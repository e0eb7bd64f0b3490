"""Whether two records are one person, and why."""

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.text import Text


class Judgement(StrEnum):
    """The answer for a pair; *unsure* is an answer."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Band(StrEnum):
    """How sure, in words."""

    POSSIBLE = "possible"
    PROBABLE = "probable"
    NEAR_CERTAIN = "near-certain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """What decided where it is no single fact: the shared scene, the clash of two spans."""

    record: str
    feature: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What one comparison found: the level reached, its match weight, the two sides that decided."""

    comparison: str
    level: str
    bits: float
    """log2(m/u); negative where the sides disagree."""
    left: str | Feature | None = None
    """A fact id, or a feature."""
    right: str | Feature | None = None
    identifier: bool = False
    """Is it a key of its own (contact, declared link, rare handle)?"""
    conflict: bool = False
    """Does it alone forbid *same*?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A judged pair of records (left < right)."""

    id: str
    left: str
    right: str
    levels: tuple[Level, ...]
    bits: float
    """Prior and levels together: log2 of the odds."""
    probability: float
    judgement: Judgement
    band: Band | None = None
    why: Text | None = None
    """A guard or a person's judgement, where one decided."""
    human: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanJudgement:
    """What a person decided about a pair; final."""

    left: str
    right: str
    judgement: Judgement
