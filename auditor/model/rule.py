"""A rule: when it fires, for whom, what to do."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.model.visibility import Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One condition: a fact of a kind, or all / any / none of further conditions."""

    kind: str | None = None
    visible_to: Visibility | None = None
    count: int = 1
    """Distinct values wanted."""
    all: tuple["Need", ...] = ()
    any: tuple["Need", ...] = ()
    none: tuple["Need", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A fact of an example: what a rule is tested with."""

    kind: str
    value: str = "x"
    visibility: Visibility = Visibility.INDEXED


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Sets of facts a rule fires on, and sets it is silent on."""

    fires: tuple[tuple[Example, ...], ...]
    silent: tuple[tuple[Example, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of a pack (`rules/<pack>/<name>.yml`)."""

    id: str
    code: str
    """The catalogue's code: E-04."""
    title: Mapping[str, str]
    status: str
    severity: int
    """1 to 5."""
    date: datetime.date
    checked_on: datetime.date
    description: Mapping[str, str]
    """The consequence, for a lay reader, per language."""
    advice: Mapping[str, tuple[str, ...]]
    """Steps in order, per language."""
    audience: tuple[str, ...]
    references: tuple[str, ...]
    needs: Need
    examples: Examples
    tags: tuple[str, ...] = ()

    @property
    def dial(self) -> str:
        """The dial the rule moves, from the first letter of its code."""
        return {"E": "employer", "F": "fraud", "S": "safety", "K": "people", "L": "linkability"}[
            self.code[0]
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fact (`rules/facts.yml`)."""

    id: str
    family: str
    origin: tuple[str, ...]
    """field, text, metadata, inferred, link or declared."""
    name: Mapping[str, str]
    article: int | None = None
    """GDPR article 9 or 10."""
    others: bool = False
    """Does it speak of other people by nature (relative, tagged friend)?"""
    rows: tuple[int, ...] = field(default_factory=tuple)
