"""The chain of joins a viewer would follow from one starting record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.model.fact import Fact
from auditor.model.identity import Identity
from auditor.model.link import Feature, Judgement, Link
from auditor.model.portrait import Portrait, Step

QUOTES = 6
"""Quotes shown for one step: more no longer help the reader."""


def portrait(
    start: str,
    identity: Identity,
    links: Iterable[Link],
    facts: Mapping[str, Fact],
    made: Sequence[Fact],
) -> Portrait:
    """Join by join, the surest first, then what can be inferred once the records are one."""
    mine = set(identity.records)
    joins = [
        link
        for link in links
        if link.judgement is Judgement.SAME and {link.left, link.right} <= mine
    ]
    seen = {start}
    known = _told(start, facts.values())
    steps: list[Step] = []
    while True:
        ready = [link for link in joins if (link.left in seen) != (link.right in seen)]
        if not ready:
            break
        link = min(ready, key=lambda each: (-each.bits, each.id))
        added = link.right if link.left in seen else link.left
        seen.add(added)
        news = _news(added, facts.values(), known)
        steps.append(
            Step(
                record=added,
                by=(link.id,),
                quotes=tuple(_quotes(link, facts)),
                bits=link.bits,
                adds=tuple(each.id for each in news),
            )
        )
    steps.extend(_inferred(made, facts, mine))
    return Portrait(start=start, steps=tuple(steps))


def _news(record: str, facts: Iterable[Fact], known: set[tuple[str, str]]) -> list[Fact]:
    """What the record tells that was not known yet, each thing once; `known` grows by it."""
    found = []
    for fact in facts:
        if fact.record == record and _key(fact) not in known:
            known.add(_key(fact))
            found.append(fact)
    return found


def _inferred(made: Sequence[Fact], facts: Mapping[str, Fact], records: set[str]) -> Iterator[Step]:
    for fact in made:
        if fact.inferred_from and fact.record in records and fact.recognizer == "inferred":
            quotes = [facts[each].quote for each in fact.inferred_from if each in facts]
            yield Step(
                record=fact.id,
                by=fact.inferred_from,
                quotes=tuple(dict.fromkeys(quotes))[:QUOTES],
                bits=0.0,
                adds=(fact.id,),
            )


def _quotes(link: Link, facts: Mapping[str, Fact]) -> Sequence[str]:
    """The words on both sides that carry the join, the heaviest first."""
    found: dict[str, None] = {}
    for level in sorted(link.levels, key=lambda each: -each.bits):
        for side in (level.left, level.right) if level.bits > 0 else ():
            text = side.value if isinstance(side, Feature) else _said(side, facts)
            if text:
                found.setdefault(text)
    return list(found)[:QUOTES]


def _said(fact: str | None, facts: Mapping[str, Fact]) -> str:
    return facts[fact].quote if fact is not None and fact in facts else ""


def _told(record: str, facts: Iterable[Fact]) -> set[tuple[str, str]]:
    return {_key(each) for each in facts if each.record == record}


def _key(fact: Fact) -> tuple[str, str]:
    return fact.kind, fact.value.casefold()
