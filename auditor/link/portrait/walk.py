"""The walk from a start, best first: the surest join, what it tells, what follows from it, and so on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from auditor.link.fit.crowd import left
from auditor.link.judge import Kit, Verdict, judge
from auditor.link.portrait.cv import CV
from auditor.link.portrait.hops import Pages
from auditor.link.side import Side
from auditor.model.fact import Fact
from auditor.model.identity import Identity
from auditor.model.link import Feature, Judgement, Level, Link
from auditor.model.portrait import Portrait, Step

QUOTES = 6
"""Quotes shown for one step: more no longer help the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a walk goes over: the identity that it starts in, as one viewer sees it."""

    sides: Mapping[str, Side]
    """The records of the identity, and the start where it is none of them."""
    links: Sequence[Link]
    facts: Mapping[str, Fact]
    """All that the viewer sees, by id."""
    made: Sequence[Fact]
    """What the engine inferred."""
    pages: Pages


@dataclass(slots=True, kw_only=True)
class _Walk:
    """How far one has come."""

    ground: Ground
    kit: Kit
    seen: list[str]
    known: list[Fact]
    told: set[tuple[str, str]] = field(default_factory=set)
    inferred: set[str] = field(default_factory=set)


def portrait(start: str, ground: Ground, kit: Kit) -> Portrait:
    """Each step a join or a fact that follows, with its quotes, its bits and how many people still fit."""
    walk = _Walk(ground=ground, kit=kit, seen=[start], known=list(ground.sides[start].facts))
    walk.told = {_key(each) for each in walk.known}
    return Portrait(start=start, steps=tuple(_steps(walk)))


def ground(
    sides: Mapping[str, Side],
    home: Identity,
    identities: Iterable[Identity],
    *,
    links: Sequence[Link],
    facts: Mapping[str, Fact],
    made: Sequence[Fact],
) -> Ground:
    """The ground of one identity."""
    records = (side.records[0] for side in sides.values())
    return Ground(
        sides={each: sides[each] for each in (*home.records, CV) if each in sides},
        links=links,
        facts=facts,
        made=made,
        pages=Pages(records, identities),
    )


def _steps(walk: _Walk) -> Iterator[Step]:
    yield from _inferred(walk)
    while rest := _near(walk):
        yield _joined(walk, _surest(walk, rest) or _whole(walk, rest))
        yield from _inferred(walk)


def _near(walk: _Walk) -> list[str]:
    """The records that are left and not too many pages away from what is known."""
    return [
        each
        for each in sorted(set(walk.ground.sides) - set(walk.seen))
        if _way(walk, each) is not None
    ]


def _way(walk: _Walk, record: str) -> tuple[str, ...] | None:
    return walk.ground.pages.through(walk.seen, record, walk.ground.sides)


def _surest(walk: _Walk, rest: Sequence[str]) -> tuple[str, tuple[str, ...], Verdict | Link] | None:
    """The record that the surest of the links made leads to."""
    seen, all_ = set(walk.seen), {*walk.seen, *rest}
    ready = [
        link
        for link in walk.ground.links
        if (link.judgement is Judgement.SAME or CV in {link.left, link.right})
        and {link.left, link.right} <= all_
        and (link.left in seen) != (link.right in seen)
    ]
    if not ready:
        return None
    link = min(ready, key=lambda each: (-each.bits, each.id))
    return link.right if link.left in seen else link.left, (link.id,), link


def _whole(walk: _Walk, rest: Sequence[str]) -> tuple[str, tuple[str, ...], Verdict | Link]:
    """The record that all that is known, taken together, speaks most for."""
    known = Side(
        records=tuple(one for each in walk.seen for one in walk.ground.sides[each].records),
        facts=tuple(one for each in walk.seen for one in walk.ground.sides[each].facts),
        scenes=tuple(one for each in walk.seen for one in walk.ground.sides[each].scenes),
    )
    found = {each: judge(known, walk.ground.sides[each], walk.kit) for each in rest}
    best = min(rest, key=lambda each: (-found[each].bits, each))
    sides = [side for level in _for(found[best].levels) for side in (level.left, level.right)]
    by = dict.fromkeys(side for side in sides if isinstance(side, str))
    return best, tuple(by), found[best]


def _joined(walk: _Walk, join: tuple[str, tuple[str, ...], Verdict | Link]) -> Step:
    record, by, why = join
    through = _way(walk, record) or ()
    walk.seen.append(record)
    facts = walk.ground.sides[record].facts
    walk.known += facts
    return Step(
        record=record,
        by=by,
        quotes=tuple(_quotes(why.levels, walk.ground.facts)),
        bits=why.bits,
        adds=tuple(each.id for each in _news(facts, walk.told)),
        crowd=_left(walk),
        through=through,
    )


def _left(walk: _Walk) -> int | None:
    """How many people still fit what is known by now."""
    return left(walk.known, walk.kit.fit) if walk.kit.fit else None


def _inferred(walk: _Walk) -> Iterator[Step]:
    """What follows as soon as all that it rests on is known."""
    known = {each.id for each in walk.known}
    for fact in walk.ground.made:
        ready = (
            fact.recognizer == "inferred" and fact.inferred_from and fact.id not in walk.inferred
        )
        if ready and known.issuperset(fact.inferred_from):
            walk.inferred.add(fact.id)
            walk.known.append(fact)
            facts = walk.ground.facts
            quotes = [facts[each].quote for each in fact.inferred_from if each in facts]
            yield Step(
                record=fact.id,
                by=fact.inferred_from,
                quotes=tuple(dict.fromkeys(quotes))[:QUOTES],
                bits=0.0,
                adds=(fact.id,),
                crowd=_left(walk),
            )


def _news(facts: Iterable[Fact], told: set[tuple[str, str]]) -> Iterator[Fact]:
    """What was not told yet, each thing once; `told` grows by it."""
    for fact in facts:
        if _key(fact) not in told:
            told.add(_key(fact))
            yield fact


def _quotes(levels: Iterable[Level], facts: Mapping[str, Fact]) -> Sequence[str]:
    """The words on both sides that carry the join, the heaviest first."""
    found: dict[str, None] = {}
    for level in sorted(_for(levels), key=lambda each: -each.bits):
        for side in (level.left, level.right):
            text = side.value if isinstance(side, Feature) else _said(side, facts)
            if text:
                found.setdefault(text)
    return list(found)[:QUOTES]


def _for(levels: Iterable[Level]) -> list[Level]:
    return [each for each in levels if each.bits > 0]


def _said(fact: str | None, facts: Mapping[str, Fact]) -> str:
    return facts[fact].quote if fact is not None and fact in facts else ""


def _key(fact: Fact) -> tuple[str, str]:
    return fact.kind, fact.value.casefold()
