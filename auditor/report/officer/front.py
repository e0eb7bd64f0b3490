"""What the officer reads first: how many points, how many open questions, and what to do before all else."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from auditor.model.screening import Checked
from auditor.model.screening_rule import Table
from auditor.model.text import say
from auditor.report.officer import labels
from auditor.report.officer.gaps import Gaps
from auditor.report.officer.points import Point, capital
from auditor.report.words import Words

FIRST = 3
"""Steps told before all else: what one remembers after closing the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number and what it counts; `href` is where it is told in full."""

    number: str
    name: str
    href: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """One thing to do, and the point it answers."""

    step: str
    due: str
    point: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The head of the report."""

    headline: str
    told: str
    severity: int
    figures: tuple[Figure, ...]
    first: tuple[First, ...]
    purge: str


def front(words: Words, found: Checked, points: tuple[Point, ...], gaps: Gaps) -> Front:
    """The head of the report, from what stands below it."""
    return Front(
        headline=_headline(words, found),
        told=_told(words, found, gaps),
        severity=max((each.severity for each in points), default=0),
        figures=tuple(_figures(words, found, gaps)),
        first=tuple(islice(_first(points), FIRST)),
        purge=_purge(words, found),
    )


def _headline(words: Words, found: Checked) -> str:
    place = words(labels.PLACES[found.place])
    points = labels.count(words, "points", len(found.broken))
    rules = labels.count(words, "rules", found.rules)
    text = say("%(points)s, out of %(rules)s (%(place)s)", points=points, rules=rules, place=place)
    return capital(words(text))


def _told(words: Words, found: Checked, gaps: Gaps) -> str:
    """How much was read, and how many rules nothing came of."""
    looks = labels.count(words, "looks", found.looks)
    people = labels.count(words, "candidates", found.candidates)
    told = [say("Read in the log: %(looks)s, %(people)s.", looks=looks, people=people)]
    if gaps.untold:
        rules = labels.count(words, "rules", len(gaps.untold))
        told.append(
            say(
                "For %(rules)s nothing can be said: the cells that would tell are empty.",
                rules=rules,
            )
        )
    unasked = found.rules - len(found.broken) - len(found.passed) - len(gaps.untold)
    if unasked > 0:
        rules = labels.count(words, "rules", unasked)
        told.append(say("No row of this log could be held against %(rules)s.", rules=rules))
    return " ".join(map(words, told))


def _figures(words: Words, found: Checked, gaps: Gaps) -> Iterator[Figure]:
    shown = (
        (len(found.broken), say("to verify"), "points", "found"),
        (len(gaps.untold), say("cannot be told"), "open", "open"),
        (len(found.passed), say("nothing found"), "passed", "passed"),
        (len(found.purge), say("to purge"), "retention", "purge"),
    )
    for number, name, href, tone in shown:
        untold = href == "retention" and not number and Table.CANDIDATES in found.absent
        yield Figure(
            number="?" if untold else words.number(number), name=words(name), href=href, tone=tone
        )


def _first(points: tuple[Point, ...]) -> Iterator[First]:
    for each in points:
        if each.steps:
            yield First(step=each.steps[0], due=each.due_short, point=each)


def _purge(words: Words, found: Checked) -> str:
    if not found.purge:
        return ""
    files = labels.count(words, "files", len(found.purge))
    return words(say("To purge now: %(files)s kept beyond their term.", files=files))
