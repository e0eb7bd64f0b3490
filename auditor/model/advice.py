"""Advice: what a subject may want to do that no risk asks for."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When it is given: everything `declared` is, and the viewer sees all of `seen` and nothing of `unseen`."""

    viewer: Viewer
    """Whose view decides."""
    declared: tuple[str, ...] = ()
    """Marks of the mandate's `declared` block that the subject sets."""
    seen: tuple[str, ...] = ()
    """Kinds of which the viewer sees a fact of the subject's."""
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a piece of advice is tested with: what is declared, and the kinds that the viewer sees."""

    declared: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Cases in which it is given, and cases in which it is not."""

    given: tuple[Case, ...]
    silent: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A piece of advice (`rules/advice/<name>.yml`): no finding, it moves no dial and no exit code."""

    id: str
    """The path of its file: ``advice.nothing-professional``."""
    code: str
    """The catalogue's code: E-13."""
    title: Mapping[str, str]
    why: Mapping[str, str]
    steps: Mapping[str, tuple[str, ...]]
    """In order, per language."""
    when: When
    references: tuple[str, ...]
    checked_on: datetime.date
    examples: Cases
