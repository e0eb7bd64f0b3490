"""The whole of the officer's report in words, for every form that lays it out."""

from dataclasses import dataclass

from auditor.model.screening import Checked
from auditor.model.text import say
from auditor.report.inert import visible
from auditor.report.officer import labels, points, retention, shares
from auditor.report.officer.front import Front, front
from auditor.report.officer.gaps import Gaps, Open
from auditor.report.officer.gaps import gaps as left_open
from auditor.report.officer.sizes import SCREEN, Sizes
from auditor.report.officer.trend import Before
from auditor.report.officer.trend_shown import TrendShown, trend
from auditor.report.words import Words

NO_ADVICE = say(
    "Points to verify: this is no legal advice. A program compared a log with the rules of a place; "
    "it did not see the facts. Have a lawyer or your data protection officer read it before you decide."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A word, and what it means."""

    word: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A log held against the rules of a place, ready to be laid out."""

    employer: str
    place: str
    on: str
    no_advice: str
    front: Front
    points: tuple[points.Point, ...]
    posts: shares.Shares
    recruiters: shares.Shares
    gaps: Gaps
    purge: retention.Shelf
    keep: retention.Shelf
    trend: TrendShown | None
    passed: tuple[Open, ...]
    standings: tuple[Meaning, ...]


def shown(
    words: Words, found: Checked, before: Before | None = None, sizes: Sizes = SCREEN
) -> Shown:
    """The report in one language.

    Raises:
        ResultError: the earlier result is of another place, or of a later day.
    """
    told, left = points.points(words, found, sizes), left_open(words, found, sizes)
    return Shown(
        employer=points.post(found.employer),
        place=words(labels.PLACES[found.place]),
        on=words.day(found.on),
        no_advice=words(NO_ADVICE),
        front=front(words, found, told, left),
        points=told,
        posts=shares.posts(words, found, sizes),
        recruiters=shares.recruiters(words, found, sizes),
        gaps=left,
        purge=retention.purge(words, found, sizes),
        keep=retention.keep(words, found, sizes),
        trend=trend(words, found, before),
        passed=tuple(
            Open(code=visible(each.code), title=points.title(words, each)) for each in found.passed
        ),
        standings=tuple(
            Meaning(word=words(word), means=words(labels.EXPLAINED[standing]))
            for standing, word in labels.STANDINGS.items()
        ),
    )
