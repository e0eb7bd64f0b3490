"""The slides: one page that is walked with the keyboard, read as a long page without script, and printed with its notes.

What stands on them is data (`reports/workshop/slides.yml`, French and English side by side).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from auditor.errors import PackError
from auditor.report.html import asset, environment, policy
from auditor.report.words import Words
from auditor.resources.folders import folder
from auditor.resources.read import load

Said = Mapping[str, str]
"""A sentence in every language."""


class Layout(StrEnum):
    """How a slide is laid out."""

    COVER = "cover"
    POINTS = "points"
    CHAIN = "chain"
    LADDER = "ladder"
    FIGURES = "figures"
    COMMANDS = "commands"
    GAME = "game"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, large, and what it counts."""

    figure: Said
    text: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A line to type, and what it does."""

    line: Said
    what: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One idea."""

    id: str
    kind: Layout
    minutes: Mapping[int, int]
    """Per length of session; 0 where it is shown and not counted."""
    title: Said
    notes: tuple[Said, ...]
    """What the presenter says."""
    lead: Said | None = None
    points: tuple[Said, ...] = ()
    figures: tuple[Figure, ...] = ()
    commands: tuple[Command, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """All slides, and where what they say comes from."""

    sources: Mapping[str, Said]
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A slide of one session, and when it is up."""

    slide: Slide
    start: int
    """Minutes from the beginning."""
    end: int


@cache
def deck() -> Deck:
    """The slides of every session.

    Raises:
        PackError: their file has faults, or names a source that it does not give.
    """
    found = load(folder("reports") / "workshop" / "slides.yml", Deck)
    unknown = {each for one in found.slides for each in one.sources} - set(found.sources)
    if unknown:
        raise PackError(
            "%(file)s names sources that it does not give: %(names)s",
            file="slides.yml",
            names=", ".join(sorted(unknown)),
        )
    return found


def lengths() -> Sequence[int]:
    """The lengths of a session, in minutes."""
    return sorted({length for each in deck().slides for length in each.minutes})


def session(minutes: int) -> tuple[Timed, ...]:
    """The slides of a session of that length, one after the other."""
    return tuple(_timed(minutes))


def _timed(minutes: int) -> Iterator[Timed]:
    at = 0
    for slide in deck().slides:
        if minutes in slide.minutes:
            yield Timed(slide=slide, start=at, end=at + slide.minutes[minutes])
            at += slide.minutes[minutes]


def render(people: Sequence[str], *, language: str, minutes: int, cards: int) -> bytes:
    """The page of the slides, one file; `people` are those of the cases, `cards` how many are played."""
    from markupsafe import Markup

    words = Words(language=language)
    style = asset("style.css") + asset("workshop/slides.css")
    script = asset("workshop/slides.js")
    timed = session(minutes)
    used = list(dict.fromkeys(each for one in timed for each in one.slide.sources))
    page = (
        environment(words)
        .get_template("workshop/slides.html")
        .render(
            language=language,
            minutes=minutes,
            cards=cards,
            people=[*people],
            timed=timed,
            of=words.of,
            sources=[(each, words.of(deck().sources[each])) for each in used],
            policy=policy(style, script),
            style=Markup(style),  # noqa: S704 - our own files
            script=Markup(script),  # noqa: S704 - our own file
        )
    )
    return page.encode("utf-8", "replace")
