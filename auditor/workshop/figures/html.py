"""The figures for the wall: one self-contained page, no script, readable without colour."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from auditor import __version__
from auditor.report import labels
from auditor.report.html import asset, environment, policy
from auditor.report.words import Words
from auditor.workshop.figures import phrases
from auditor.workshop.figures.bands import Band
from auditor.workshop.figures.cell import Cell
from auditor.workshop.figures.figures import Figures, RuleFigure

STYLES = ("style.css", "workshop/papers/figures.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A risk on the wall."""

    title: str
    code: str
    then: str
    now: str
    counted: bool
    """Is it a number, and no word?"""
    bars: tuple[float, ...]
    """Hundredths of the group, then and now; none where a word stands for the count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A dial at one time: what is drawn, and the same in words."""

    when: str
    parts: list[phrases.Part]
    said: str


def render(found: Figures, words: Words, on: datetime.date) -> bytes:
    """The figures as a page."""
    from markupsafe import Markup

    style = "".join(map(asset, STYLES))
    rest = [each for each in found.rules if not phrases.is_shown(each)]
    page = environment(words).get_template("workshop/papers/figures.html")
    shown: str = page.render(
        policy=policy(style),
        style=Markup(style),  # noqa: S704 - our own files
        language=words.language,
        title=words(phrases.title(found)),
        viewer=words(phrases.looking(found)),
        looking=words(labels.LOOKING[found.viewer]),
        made_on=words.day(on),
        version=__version__,
        risks=[_risk(each, found, words) for each in found.rules if phrases.is_shown(each)],
        rest=[(each.rule.code, words.of(each.rule.title)) for each in rest],
        rest_said=words(phrases.rest_said(found, len(rest))),
        dials=[
            (words(labels.DIALS[each.name]), _times(words, found, each.before, each.now))
            for each in phrases.told_dials(found)
        ],
        untold=phrases.untold_dials(words, found),
        warning=phrases.warning(words, found),
        uncounted=[(each.code, words.of(each.title)) for each in found.uncounted],
        notes=phrases.notes(words, found),
    )
    return shown.encode()


def _risk(each: RuleFigure, found: Figures, words: Words) -> Risk:
    then = each.before
    shares = [_share(then, found.size_before or 0)] if then else []
    return Risk(
        title=words.of(each.rule.title),
        code=each.rule.code,
        then=phrases.told(words, then, found.size_before or 0) if then else "",
        now=phrases.told(words, each.now, found.size),
        counted=each.now.people is not None,
        bars=tuple(each for each in (*shares, _share(each.now, found.size)) if each is not None),
    )


def _share(cell: Cell, size: int) -> float | None:
    return None if cell.people is None else round(100 * cell.people / size, 2)


def _times(
    words: Words, found: Figures, before: Sequence[Band] | None, now: Sequence[Band]
) -> list[Time]:
    """A dial at its one time, or at its two."""
    held = [("", now)] if before is None else [(words("Before"), before), (words("After"), now)]
    return [
        Time(
            when=when,
            parts=phrases.parts(found, each) if len(each) > 1 else [],
            said=phrases.spread(words, found, each),
        )
        for when, each in held
    ]
