"""What may be told of a group: per rule a count or a word for it, per dial a few bands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from auditor.assess.dials import NAMES
from auditor.model.rule import Rule
from auditor.model.viewer import Viewer
from auditor.workshop.figures.bands import Band, bands, gives_away, later_bands, whole
from auditor.workshop.figures.cell import LEAST, Cell, Told, cell, close, later
from auditor.workshop.figures.follows import Rulebook, uncounted
from auditor.workshop.figures.group import Group
from auditor.workshop.figures.nested import nested


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFigure:
    """In how many results a rule fired, as far as it may be told."""

    rule: Rule
    before: Cell | None
    """At the first time; None where there is but one time."""
    now: Cell

    @property
    def first(self) -> Cell:
        """What is told in its own right: what comes later is told by how it differs."""
        return self.before or self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class DialFigure:
    """How a dial's grades are spread, as far as it may be told."""

    name: str
    before: tuple[Band, ...] | None
    now: tuple[Band, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a group."""

    viewer: Viewer
    size: int
    size_before: int | None
    letters: tuple[str, ...]
    """The grades of a dial, best first."""
    rules: tuple[RuleFigure, ...]
    dials: tuple[DialFigure, ...]
    uncounted: tuple[Rule, ...]
    """Rules about what the law protects: masked results do not hold their findings."""


def figures(now: Group, before: Group | None, book: Rulebook, viewer: Viewer) -> Figures:
    """What may be told of a group, or of one before and one now."""
    unseen = uncounted(book)
    counted = [each for each in book.rules.values() if each.id not in unseen]
    wider, base = nested(counted), before or now
    first = _apart(
        {each.id: cell(base.rules.get(each.id, 0), base.size) for each in counted}, wider
    )
    then = _apart(_later(before, now, counted), wider) if before else first
    rules = [
        RuleFigure(rule=each, before=first[each.id] if before else None, now=then[each.id])
        for each in counted
    ]
    return Figures(
        viewer=viewer,
        size=now.size,
        size_before=before.size if before else None,
        letters=tuple(book.scale.grades.value),
        rules=tuple(sorted(rules, key=_place)),
        dials=tuple(_dial(name, before, now, rules, book) for name in NAMES),
        uncounted=tuple(sorted((book.rules[each] for each in unseen), key=lambda each: each.code)),
    )


def _later(before: Group, now: Group, rules: Sequence[Rule]) -> dict[str, Cell]:
    """What is told of each rule in the second of two groups."""
    return {
        each.id: later(
            (before.rules.get(each.id, 0), before.size), (now.rules.get(each.id, 0), now.size)
        )
        for each in rules
    }


def _apart(found: dict[str, Cell], wider: Mapping[str, frozenset[str]]) -> dict[str, Cell]:
    """The same, without counts that nearly give away who has one risk and not the one it comes with."""
    told = {each: one.people for each, one in found.items() if one.people is not None}
    near = {each: [told[one] for one in wider.get(each, ()) if one in told] for each in told}
    return found | {
        each: close(min(counts))
        for each, counts in near.items()
        if counts and min(counts) - told[each] < LEAST
    }


def _dial(
    name: str, before: Group | None, now: Group, rules: Sequence[RuleFigure], book: Rulebook
) -> DialFigure:
    mine = [each for each in rules if each.rule.dial == name]
    least = list(_least(name, book))
    then = before.grades[name] if before else None
    first = bands(then if then is not None else now.grades[name])
    shown = {each.rule.id: each.first for each in mine}
    if gives_away(first, least, shown):
        first = whole(then if then is not None else now.grades[name])
    if then is None:
        return DialFigure(name=name, before=None, now=first)
    second = later_bands(then, now.grades[name])
    if len(first) == 1 or gives_away(second, least, {each.rule.id: each.now for each in mine}):
        second = whole(now.grades[name])
    return DialFigure(name=name, before=first, now=second)


def _least(name: str, book: Rulebook) -> Iterator[int]:
    """How many rules must have fired at least for each grade, were all of them certain."""
    weights = sorted(
        (book.scale.weights[each.severity].value for each in book.rules.values() if each.dial == name),
        reverse=True,
    )  # fmt: skip
    left = list(accumulate(weights, lambda rest, weight: rest * (1 - weight), initial=1.0))
    for low in book.scale.grades.value.values():
        reached = (many for many, rest in enumerate(left) if round(100 * (1 - rest)) >= low)
        yield next(reached, len(weights))


_ORDER = (Told.NEARLY, Told.COUNT, Told.CLOSE, Told.SAME, Told.FEW, Told.NOTHING)


def _place(figure: RuleFigure) -> tuple[int, int, str]:
    """By what is told, never by what is not: the order would tell it."""
    shown = figure.first
    return _ORDER.index(shown.told), -(shown.people or 0), figure.rule.code
