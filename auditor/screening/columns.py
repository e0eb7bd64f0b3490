"""The columns of a log (`rules/screening/columns.yml`): what each may hold, and by which names it goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from auditor.model.names import fold
from auditor.model.screening_rule import Table
from auditor.resources.folders import folder
from auditor.resources.read import load

_BETWEEN = str.maketrans(dict.fromkeys("_-'", " "))
"""Signs between words, which people write or leave out."""


class Kind(StrEnum):
    """What a cell holds."""

    WHO = "who"
    TEXT = "text"
    CHOICE = "choice"
    DAY = "day"
    """A day, or *not done*."""
    WHEN = "when"
    """A day."""
    YES = "yes"
    SAID = "said"
    LIST = "list"
    PAIRS = "pairs"
    NUMBER = "number"
    HASH = "hash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    kind: Kind
    label: Mapping[str, str]
    help: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each with other ways to write it, the French one first."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ways to write what a rule asks for by name."""
    most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    looks: Mapping[str, Column]
    candidates: Mapping[str, Column]
    practice: Mapping[str, Column]


def columns(table: Table) -> Mapping[str, Column]:
    """The columns of a table, in order.

    Raises:
        PackError: the file of the program cannot be used.
    """
    found: Mapping[str, Column] = getattr(_columns(folder("rules")), table.value)
    return found


@cache
def _columns(rules: Path) -> _Written:
    return load(rules / "screening" / "columns.yml", _Written)


def plain(text: str) -> str:
    """A word without what people write differently: case, accents, spaces, signs between words."""
    return " ".join(fold(text).translate(_BETWEEN).split())


def headed(table: Table) -> Mapping[str, str]:
    """What a head may say → the column: its name, or its label in a language."""
    return {
        plain(each): name
        for name, column in columns(table).items()
        for each in (name, *column.label.values())
    }


def schema() -> dict[str, Any]:
    """What a log may hold, for people and programs that write one: JSON Schema of its three tables."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A screening log of Auditor",
        "type": "object",
        "additionalProperties": False,
        "required": [Table.LOOKS.value],
        "properties": {
            Table.LOOKS.value: {"type": "array", "items": _row(Table.LOOKS)},
            Table.CANDIDATES.value: {"type": "array", "items": _row(Table.CANDIDATES)},
            Table.PRACTICE.value: _row(Table.PRACTICE),
        },
    }


def _row(table: Table) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _cell(each) for name, each in columns(table).items()},
        "required": [name for name, each in columns(table).items() if name == "candidate"],
    }


def _cell(column: Column) -> dict[str, Any]:
    about = {"description": column.help["en"]}
    if column.kind is Kind.CHOICE:
        return about | {"enum": ["", *column.choices]}
    if column.kind is Kind.YES:
        return about | {"enum": ["", "yes", "no"]}
    if column.kind is Kind.NUMBER:
        return about | {"type": ["number", "string"]}
    return about | {"type": "string"}
