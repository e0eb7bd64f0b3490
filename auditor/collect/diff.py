"""Two collections of one person's footprint: what appeared, disappeared, or is now for others to see.

A source that one of the two could not read says nothing about what it holds: what stands there is
not compared. Ids of facts play no part, since they follow from the passage a fact stands in.
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from auditor.model.change import Became, Change, Changes, mirrored
from auditor.model.fact import Fact
from auditor.model.names import fold
from auditor.model.record import Record, Role
from auditor.model.report import Report, SourceStatus, Status

T = TypeVar("T")
R = TypeVar("R", Record, Fact)

MASK = "…"
"""The sign of what a result masks: a name keeps its initials, a number or an address nothing."""

_WORDS = re.compile(r"[^\W_]+")


def compare(before: Report, after: Report) -> Changes:
    """What became of every source, record and fact of two audits; each is in exactly one change.

    Facts are the same where kind, value, record and source are (a masked value is the same as the
    name it masks; of what stands for a whole post, its words count and not its number); a source is
    the same where its id is, else where it alone shows the same accounts, else where it alone lies
    at the same place.
    """
    both = _both(_side(before), _side(after))
    initials = (_masked(old, new) for old, new in _MASKINGS)
    facts = (_told, _seen, _said, *initials, _hidden(old=True), _hidden(old=False))
    return Changes(
        sources=tuple(_sources(both)),
        records=tuple(_changes(both, before.records, after.records, (_named,))),
        facts=tuple(_changes(both, before.facts, after.facts, facts)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One audit: its sources, and the accounts that each shows."""

    sources: Mapping[str, SourceStatus]
    accounts: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Both:
    """Two audits side by side, and which sources of theirs are one."""

    old: _Side
    new: _Side
    before: Mapping[str, str]
    """The id of a source of the new audit → its id in the old one."""
    after: Mapping[str, str]


def _side(report: Report) -> _Side:
    held: dict[str, set[str]] = defaultdict(set)
    for each in report.records:
        if each.role is Role.OWNER and each.account and MASK not in each.account:
            held[each.source].add(each.account)
    return _Side(
        sources={each.id: each for each in report.sources},
        accounts={source: frozenset(found) for source, found in held.items()},
    )


def _both(old: _Side, new: _Side) -> _Both:
    found = {each: each for each in new.sources if each in old.sources}
    for key in (_accounts, _place):
        taken = set(found.values())
        left = _alone((key(old, each), each) for each in old.sources if each not in taken)
        right = _alone((key(new, each), each) for each in new.sources if each not in found)
        found |= {right[each]: left[each] for each in right if each in left}
    return _Both(old=old, new=new, before=found, after={v: k for k, v in found.items()})


def _accounts(side: _Side, source: str) -> Hashable:
    return side.accounts.get(source)


def _place(side: _Side, source: str) -> Hashable:
    return side.sources[source].place


def _alone(keyed: Iterable[tuple[Hashable, str]]) -> dict[Hashable, str]:
    """The sources that alone have their key: nothing tells two of one account apart."""
    found: dict[Hashable, list[str]] = defaultdict(list)
    for key, source in keyed:
        found[key].append(source)
    return {key: each[0] for key, each in found.items() if key is not None and len(each) == 1}


def _sources(both: _Both) -> Iterator[Change[SourceStatus]]:
    for key, each in both.old.sources.items():
        now = both.new.sources.get(both.after.get(key, ""))
        yield Change(became=_source(each, now), before=each, after=now)
    for key, each in both.new.sources.items():
        if key not in both.before:
            yield Change(became=Became.APPEARED, before=None, after=each)


def _source(before: SourceStatus, after: SourceStatus | None) -> Became:
    if after is None:
        return Became.DISAPPEARED
    if {before.status, after.status} != {Status.READ}:
        return Became.UNCOMPARED
    return Became.SAME if before.seen_by is after.seen_by else Became.VISIBILITY


Key = Callable[[R, str, bool], Hashable]
"""What makes two things one: the thing, its record's id as the old audit has it, is it of the new one?

None: not to be paired."""


def _named(_each: Record, record: str, _new: bool) -> Hashable:
    return record


def _value(each: Fact) -> str:
    """What the fact says; of one that stands for its passage (a comment, a tag), its words.

    The number of a post is no part of that: it changes as soon as another post is taken off.
    """
    return each.quote if each.value == f"{each.source}/{each.passage}" else each.value


def _said(each: Fact, record: str, _new: bool) -> Hashable:
    return (each.kind, _value(each), record)


def _seen(each: Fact, record: str, _new: bool) -> Hashable:
    return (each.kind, _value(each), record, each.visibility)


def _told(each: Fact, record: str, _new: bool) -> Hashable:
    return (each.kind, _value(each), record, each.visibility, each.passage)


_MASKINGS = ((True, False), (False, True), (True, True))
"""Is the value masked in the old audit, in the new one? Which names a result masks depends on whom it knows."""


def _masked(old: bool, new: bool) -> "Key[Fact]":
    def key(each: Fact, record: str, is_new: bool) -> Hashable:
        wanted = new if is_new else old
        masked = MASK in _value(each)
        return (each.kind, _initials(_value(each)), record) if masked is wanted else None

    return key


def _hidden(*, old: bool) -> "Key[Fact]":
    """A number, or an address, of which one of the two results shows nothing at all."""

    def key(each: Fact, record: str, is_new: bool) -> Hashable:
        masks = old is not is_new
        fits = _value(each) == MASK if masks else "@" in _value(each) or _has_digit(_value(each))
        return (each.kind, record) if fits else None

    return key


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _initials(text: str) -> tuple[str, ...]:
    """What a masked text and the text itself have in common: initials; of numbers and addresses, nothing."""
    words = _WORDS.findall(" ".join(each for each in text.split() if "@" not in each))
    return tuple(fold(word[0]) for word in words if not _has_digit(word))


def _changes(
    both: _Both, before: Iterable[R], after: Iterable[R], keys: Sequence["Key[R]"]
) -> Iterator[Change[R]]:
    """Pair what is alike by the first key, of the rest what is by the next; what stays alone came or went."""
    old, new = list(before), list(after)
    for key in keys:
        pairs, old, new = _paired(both, old, new, key)
        for left, right in pairs:
            yield Change(became=_became(left, right), before=left, after=right)
    for each in old:
        yield _gone(each, each.source, both.old, both.new, both.after)
    for each in new:
        yield mirrored(_gone(each, each.source, both.new, both.old, both.before))


def _paired(
    both: _Both, old: list[R], new: list[R], key: "Key[R]"
) -> tuple[list[tuple[R, R]], list[R], list[R]]:
    """Things of equal keys in their order, and what is left of either side."""
    waiting: dict[Hashable, deque[R]] = defaultdict(deque)
    for each in old:
        waiting[key(each, _record(each), False)].append(each)
    unkeyed = waiting.pop(None, deque())
    pairs, rest = [], []
    for each in new:
        found = key(each, _before(both, _record(each)), True)
        if found is not None and waiting.get(found):
            pairs.append((waiting[found].popleft(), each))
        else:
            rest.append(each)
    left = {id(each) for each in chain(unkeyed, *waiting.values())}
    return pairs, [each for each in old if id(each) in left], rest


def _record(each: Record | Fact) -> str:
    return each.record if isinstance(each, Fact) else each.id


def _before(both: _Both, record: str) -> str:
    """A record's id as the old audit writes it: it begins with its source's."""
    source, sign, rest = record.partition("#")
    return f"{both.before.get(source, source)}{sign}{rest}"


def _became(before: Record | Fact, after: Record | Fact) -> Became:
    if isinstance(before, Fact) and isinstance(after, Fact):
        return Became.SAME if before.visibility is after.visibility else Became.VISIBILITY
    return Became.SAME


def _gone(each: R, source: str, here: _Side, there: _Side, other: Mapping[str, str]) -> Change[R]:
    """Something of this side that the other side does not have."""
    if source in here.sources and source not in other:
        return Change(became=Became.DISAPPEARED, before=each, after=None, with_source=True)
    known = there.sources.get(other.get(source, ""))
    if known is not None and known.status is not Status.READ:
        return Change(became=Became.UNCOMPARED, before=each, after=None)
    return Change(became=Became.DISAPPEARED, before=each, after=None)
