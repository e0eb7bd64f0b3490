"""The portrait as ordered steps: what each join adds, and the words on both sides that carry it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.model.link import Link
from auditor.model.portrait import Step
from auditor.model.report import View
from auditor.model.text import say
from auditor.model.viewer import Viewer
from auditor.report import labels
from auditor.report.digest import narrower
from auditor.report.levels import sentence
from auditor.report.lookup import Lookup

LEARNT = 8
"""Facts named as learnt at one step; the rest are counted."""
UNSURE = 6
"""Open questions shown per view, the likeliest first; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelShown:
    """One comparison: its sentence, the words on both sides, its weight."""

    sentence: str
    left: str
    left_place: str
    right: str
    right_place: str
    bits: str
    weight: float
    """The same as a number."""
    against: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """One step of the chain, or an inference at its end."""

    number: int
    title: str
    place: str
    inferred: bool
    levels: tuple[LevelShown, ...] = ()
    quotes: tuple[str, ...] = ()
    band: str = ""
    bits: str = ""
    weight: float = 0.0
    """The bits as a number."""
    why: str = ""
    learnt: tuple[tuple[str, str], ...] = ()
    more: int = 0
    through: tuple[tuple[str, str], ...] = ()
    """Other people whose pages lead here, each with its place, nearest first."""
    crowd: str = ""
    """How many people still fit, in words; empty where that is unknown or as many as before."""
    known: Viewer | None = None
    """The narrower viewer for whom the same step is told in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairShown:
    """Two records that may or may not be one person."""

    left: str
    left_place: str
    right: str
    right_place: str
    band: str
    why: str
    levels: tuple[LevelShown, ...]


def steps(book: Lookup, view: View) -> tuple[StepShown, ...]:
    """The chain of a view; a step that a narrower viewer makes too is told there, and named here."""
    if view.portrait is None:
        return ()
    made, crowd = [], None
    for number, step in enumerate(view.portrait.steps, 1):
        shown = _step(book, view, step, number)
        # Told again only where the step changes it.
        made.append(shown if step.crowd != crowd else replace(shown, crowd=""))
        crowd = step.crowd
    return tuple(made)


def unsure(book: Lookup, view: View, links: Iterable[Link]) -> tuple[PairShown, ...]:
    """Open pairs, the likeliest first."""
    ordered = sorted(links, key=lambda each: (-each.probability, each.id))
    return tuple(
        PairShown(
            left=book.label(link.left),
            left_place=book.where(link.left),
            right=book.label(link.right),
            right_place=book.where(link.right),
            band=book.words(labels.BANDS[link.band]) if link.band else "",
            why=book.said(link.why) if link.why else "",
            levels=tuple(_levels(book, view, (link,))),
        )
        for link in ordered[:UNSURE]
    )


def _step(book: Lookup, view: View, step: Step, number: int) -> StepShown:
    fact = book.fact(step.record, view)
    known = _told(book, view.viewer, step)
    if fact is not None:
        shown = book.evidence(fact)
        return StepShown(
            number=number,
            title=f"{shown.kind} – {book.text(book.words.value(fact.value))}",
            place="",
            inferred=True,
            quotes=tuple(book.text(each) for each in step.quotes),
            crowd=_crowd(book, step),
            known=known,
        )
    own = view.portrait.links if view.portrait else ()
    links = [each for each in (*own, *view.links) if each.id in step.by]
    band = next((each.band for each in links if each.band), None)
    why = next((each.why for each in links if each.why), None)
    learnt = tuple(dict.fromkeys(_learnt(book, view, step)))
    return StepShown(
        number=number,
        title=book.label(step.record),
        place=book.where(step.record),
        inferred=False,
        levels=() if known else tuple(_levels(book, view, links)),
        quotes=tuple(book.text(each) for each in step.quotes),
        band=book.words(labels.BANDS[band]) if band else "",
        bits=_bits(book, step.bits),
        weight=step.bits,
        why=book.said(why) if why else "",
        learnt=learnt[:LEARNT],
        more=max(0, len(learnt) - LEARNT),
        through=tuple((book.label(each), book.where(each)) for each in step.through),
        crowd=_crowd(book, step),
        known=known,
    )


def _crowd(book: Lookup, step: Step) -> str:
    """How many people still fit once the step is made."""
    if step.crowd is None:
        return ""
    if step.crowd == 1:
        return book.words(say("no more than one person fits all this"))
    number = book.words.number(step.crowd)
    return book.words(say("about %(count)s people still fit all this", count=number))


def _learnt(book: Lookup, view: View, step: Step) -> Iterator[tuple[str, str]]:
    for each in step.adds:
        fact = book.fact(each, view)
        if fact is not None:
            yield book.kind(fact.kind), book.short(fact)


def _levels(book: Lookup, view: View, links: Sequence[Link]) -> Iterator[LevelShown]:
    levels = [level for link in links for level in link.levels]
    for level in sorted(levels, key=lambda each: -each.bits):
        left, left_place = book.side(level.left, view)
        right, right_place = book.side(level.right, view)
        yield LevelShown(
            sentence=book.words(sentence(level.comparison, level.level, level.bits)),
            left=left,
            left_place=left_place,
            right=right,
            right_place=right_place,
            bits=_bits(book, level.bits),
            weight=level.bits,
            against=level.bits < 0,
        )


def _told(book: Lookup, viewer: Viewer, step: Step) -> Viewer | None:
    """The narrowest viewer whose chain holds the same step, by the same links."""
    found, below = None, narrower(book.report, viewer)
    while below is not None:
        portrait = book.report.views[below].portrait
        same = portrait and any(
            each.record == step.record and each.by == step.by and each.quotes == step.quotes
            for each in portrait.steps
        )
        found, below = (below if same else found), narrower(book.report, below)
    return found


def _bits(book: Lookup, bits: float) -> str:
    shown = book.words.number(round(bits, 1))
    return book.words.count("bits", bits, shown)
