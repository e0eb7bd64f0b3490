"""The figures for other programs: the shape of their JSON, from which `reports/figures.schema.json` is made."""

import datetime
from dataclasses import dataclass
from typing import Any

from auditor.model.viewer import Viewer
from auditor.resources.read import adapter
from auditor.workshop.figures.cell import LEAST, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class CellResult:
    """What is told of a count; `people` is null where a word stands for it."""

    told: Told
    people: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """In how many results a rule fired."""

    rule: str
    code: str
    title: str
    severity: int
    dial: str
    before: CellResult | None
    now: CellResult


@dataclass(frozen=True, slots=True, kw_only=True)
class BandResult:
    """Neighbouring grades of a dial, and how many people have one of them."""

    grades: list[str]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DialResult:
    """How a dial's grades are spread; one band of all grades tells nothing."""

    dial: str
    before: list[BandResult] | None
    now: list[BandResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class UncountedResult:
    """A rule about what the law protects: it cannot be counted in masked results."""

    rule: str
    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresResult:
    """The figures of a group, or of one before and one now."""

    auditor: str
    made_on: datetime.date
    language: str
    viewer: Viewer
    people: int
    people_before: int | None
    rules: list[RuleResult]
    dials: list[DialResult]
    uncounted: list[UncountedResult]
    least: int = LEAST
    """No count of fewer people is told, nor one that leaves fewer out."""


def schema() -> dict[str, Any]:
    """The schema of the figures (draft 2020-12); keys it does not name are refused."""
    made: dict[str, Any] = adapter(FiguresResult).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://auditor.example/schemas/figures.schema.json",
        **made,
    }
