"""The risks sorted three ways: by how grave they are, by who may use them, by the dial they move.

Without a script each sort is a list one can jump to; with it each choice shows or hides risks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.model.text import Text, say
from auditor.report import labels
from auditor.report.lookup import Lookup
from auditor.report.panels import FindingShown, Panel


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a sort, and the risks that have it."""

    key: str
    word: str
    severity: int
    """0 where the sort is not by severity."""
    findings: tuple[FindingShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One way to sort."""

    title: str
    choices: tuple[Choice, ...]


def sorts(book: Lookup, panels: Iterable[Panel]) -> tuple[Sort, ...]:
    """The sorts of all risks of the report; none where there is nothing to choose from."""
    told: dict[str, FindingShown] = {}
    for panel in panels:
        for each in panel.findings:
            told.setdefault(each.code, each)
    found = sorted(told.values(), key=lambda each: (-each.severity, each.code))
    return tuple(
        Sort(title=book.words(title), choices=tuple(_choices(book, name, keys, found)))
        for name, title, keys in _SORTS
        if len(found) > 1
    )


def _choices(
    book: Lookup, name: str, keys: Sequence[tuple[str, Text]], found: Sequence[FindingShown]
) -> Iterator[Choice]:
    for key, word in keys:
        having = tuple(each for each in found if f"{name}-{key}" in each.tags)
        if having:
            yield Choice(
                key=f"{name}-{key}",
                word=book.words(word),
                severity=int(key) if name == "severity" else 0,
                findings=having,
            )


_SORTS = (
    (
        "severity",
        say("How grave"),
        tuple((str(each), word) for each, word in labels.SEVERITIES.items()),
    ),
    ("audience", say("Who could use it"), tuple(labels.AUDIENCES.items())),
    ("dial", say("Which read-out it moves"), tuple(labels.DIALS.items())),
)
