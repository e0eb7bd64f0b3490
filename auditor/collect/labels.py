"""Labels as pages and exports write them → kinds of facts; the table is `rules/labels.yml`."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from auditor.errors import PackError
from auditor.model.names import fold
from auditor.resources.folders import folder
from auditor.resources.read import plain

LONGEST_LABEL = 40
"""Characters: what is longer before a value is a sentence, not a label."""


def kind(label: str) -> str | None:
    """The kind that a label of a profile announces; None where it is not known."""
    return table("profile").get(key(label))


def key(label: str) -> str:
    """The form in which labels are compared: folded, without colon and doubled blanks."""
    return " ".join(re.sub(r"[\s:：]+", " ", fold(label)).split())


@cache
def table(*path: str) -> Mapping[str, str]:
    """Label → name, of one section of the table (``linkedin``, ``headers``)."""
    section = _section(path)
    return {key(str(label)): str(name) for name, labels in section.items() for label in labels}


@cache
def words(*path: str) -> tuple[str, ...]:
    """The words of a section that is a plain list, folded."""
    return tuple(fold(str(each)) for each in _section(path))


@cache
def names(*path: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of a section as they are written."""
    return {name: tuple(map(str, each)) for name, each in _section(path).items()}


def _section(path: tuple[str, ...]) -> Any:
    found, _ = _file()
    for step in path:
        found = found.get(step) if isinstance(found, dict) else None
    if not found:
        raise PackError(
            "%(file)s has no section %(section)s; install the program again",
            file="labels.yml",
            section=".".join(path),
        )
    return found


@cache
def _file() -> tuple[Any, Any]:
    return plain(folder("rules") / "labels.yml")
