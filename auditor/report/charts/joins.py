"""The map of joins: who is tied to whom in a viewer's portrait, as a tree that grows from its start."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from auditor.model.link import Band, Link
from auditor.model.portrait import Portrait, Step
from auditor.model.record import Role
from auditor.model.report import View
from auditor.model.text import say
from auditor.report.chain import StepShown
from auditor.report.lookup import Lookup


class Shape(StrEnum):
    """What a node of the map stands for; each has an outline of its own."""

    ACCOUNT = "account"
    PAGE = "page"
    """Somebody's page that speaks of a person."""
    MADE = "made"
    """A fact that follows from others."""
    OTHER = "other"
    """Someone else's page, by way of which another is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One place on the map, and the join that leads to it."""

    key: str
    shape: Shape
    name: str
    place: str
    parent: str | None = None
    """The node it was tied to; None for the start, and for pages of others."""
    number: int = 0
    """The step that adds it; 0 for the start, and for pages of others."""
    band: Band | None = None
    told: tuple[str, ...] = ()
    """How sure, in words and in bits."""
    through: tuple[str, ...] = ()
    """Pages of others that lead to it, nearest first."""


def joins(book: Lookup, view: View, shown: Sequence[StepShown]) -> tuple[Node, ...]:
    """The nodes of a portrait in the order of its steps; none where nothing is tied to the start."""
    walk = view.portrait
    if walk is None or not walk.steps:
        return ()
    links = {each.id: each for each in (*walk.links, *view.links)}
    found = {walk.start: _start(book, walk)}
    for step, told in zip(walk.steps, shown, strict=True):
        tied = {each for each, node in found.items() if node.shape is not Shape.OTHER}
        if step.record in tied:
            continue
        ties = _ties(book, view, step, links)
        parent = next((each for each in ties if each in tied), walk.start)
        found.pop(step.record, None)  # once on the way to another; now it is tied itself
        found[step.record] = replace(
            _node(book, view, step, told), parent=parent, band=_band(step, links)
        )
        for each in step.through:
            found.setdefault(each, _other(book, each))
    return tuple(found.values())


def _start(book: Lookup, walk: Portrait) -> Node:
    if walk.start not in book.records:
        name = book.words(say("what your CV says"))
        return Node(key=walk.start, shape=Shape.PAGE, name=name, place="")
    return Node(
        key=walk.start,
        shape=_shape(book, walk.start),
        name=book.label(walk.start),
        place=book.where(walk.start),
    )


def _node(book: Lookup, view: View, step: Step, told: StepShown) -> Node:
    fact = book.fact(step.record, view)
    if fact is not None:
        return Node(
            key=step.record,
            shape=Shape.MADE,
            name=book.text(book.words.value(fact.value)),
            place=book.kind(fact.kind),
            number=told.number,
            told=(book.words(say("It follows")),),
        )
    return Node(
        key=step.record,
        shape=_shape(book, step.record),
        name=told.title,
        place=told.place,
        number=told.number,
        told=tuple(filter(None, (told.band, told.bits))),
        through=step.through,
    )


def _other(book: Lookup, record: str) -> Node:
    return Node(key=record, shape=Shape.OTHER, name=book.label(record), place=book.where(record))


def _shape(book: Lookup, record: str) -> Shape:
    known = book.records.get(record)
    return Shape.ACCOUNT if known and known.role is Role.OWNER else Shape.PAGE


def _band(step: Step, links: Mapping[str, Link]) -> Band | None:
    return next((links[each].band for each in step.by if each in links), None)


def _ties(book: Lookup, view: View, step: Step, links: Mapping[str, Link]) -> Iterator[str]:
    """What the step ties its record to: the other side of its link, or where its facts stand."""
    for each in step.by:
        if link := links.get(each):
            yield from (side for side in (link.left, link.right) if side != step.record)
        elif fact := book.fact(each, view):
            yield fact.id
            yield fact.record
