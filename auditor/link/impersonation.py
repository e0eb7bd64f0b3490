"""Suspected impersonation: a second account of one network that shows somebody's name and work, or picture.

It is told before records are joined, so that no chain of joins can carry the copy into the person. A
suspicion, never more: people do open a second account, and a namesake may sit at the next desk.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from auditor.link.answers import named_like
from auditor.link.apart import Pair, accounts, ordered
from auditor.link.decide import owned
from auditor.link.judge import Kit, judge
from auditor.link.side import Side
from auditor.model.fact import Fact
from auditor.model.identity import Impersonation
from auditor.model.link import HumanJudgement, Judgement, Level
from auditor.model.mandate import Mandate
from auditor.model.text import Text, say

FEW = 5
"""How many times fewer contacts a copy has; judgement: copies live some days and gather dozens."""

SUSPECTED = say("one may be a copy of the other, made by somebody else")
_CLAIMS: Mapping[tuple[bool, bool], Text] = {
    (True, False): say("same name and same work on the same network, from another account"),
    (False, True): say("same name and same picture on the same network, from another account"),
    (True, True): say(
        "same name, same work and same picture on the same network, from another account"
    ),
}
"""By work and by picture: what the account claims."""
_SIGNS = {
    "later": say(
        "an account that shows the same name on the same network was opened when the other had long been there"
    ),
    "hired": say(
        "an account that shows the same name on the same network tells another history of the same work"
    ),
    "few": say(
        "an account that shows the same name on the same network has far fewer contacts than the other"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """One account that may be a copy of another, and what speaks for it."""

    copy: str
    of: str
    why: Text


def suspicions(
    sides: Mapping[str, Side],
    mandate: Mandate,
    kit: Kit,
    human: Iterable[HumanJudgement] = (),
) -> tuple[Suspicion, ...]:
    """The accounts that may be copies of others; of two, the one that the mandate does not list.

    Where it lists neither, the one whose history is thinner; where nothing tells, neither.
    """
    same = {ordered((each.left, each.right)) for each in human if each.judgement is Judgement.SAME}
    found = (_suspicion(pair, sides, mandate, kit) for pair in _rivals(sides) if pair not in same)
    return tuple(sorted((each for each in found if each), key=lambda one: (one.copy, one.of)))


def barred(
    found: Iterable[Suspicion], sides: Mapping[str, Side], mandate: Mandate
) -> Mapping[Pair, Text]:
    """The pairs that a suspicion keeps apart: the copy, and every account of whom it copies."""
    listed = [name for name, side in sides.items() if mandate.covers(side.records[0].account or "")]
    return {
        ordered((each.copy, other)): SUSPECTED
        for each in found
        for other in (each.of, *(listed if each.of in listed else ()))
        if other != each.copy
    }


def impersonations(found: Iterable[Suspicion], mine: frozenset[str]) -> Iterator[Impersonation]:
    """Those that copy an account of the subject's."""
    for each in found:
        if each.of in mine and each.copy not in mine:
            yield Impersonation(record=each.copy, of=each.of, why=each.why)


def _rivals(sides: Mapping[str, Side]) -> Iterator[Pair]:
    """Two different accounts of one network."""
    held: dict[str, list[tuple[str, str]]] = {}
    for name, side in sorted(sides.items()):
        for network, account in accounts(side).items():
            held.setdefault(network, []).append((name, account))
    for one in held.values():
        for (left, account), (right, other) in combinations(one, 2):
            if account != other:
                yield left, right


def _suspicion(
    pair: Pair, sides: Mapping[str, Side], mandate: Mandate, kit: Kit
) -> Suspicion | None:
    left, right = (sides[each] for each in pair)
    levels = judge(left, right, kit).levels
    claim = _claim(left, right, levels, kit)
    if claim is None or owned(levels):
        return None
    covered = [mandate.covers(sides[each].records[0].account or "") for each in pair]
    if all(covered):
        return None
    signs = {pair[0]: _sign(left, right), pair[1]: _sign(right, left)}
    copy = _copy(pair, covered, signs)
    if copy is None:
        return None
    of = next(each for each in pair if each != copy)
    return Suspicion(copy=copy, of=of, why=_SIGNS[signs[copy]] if signs[copy] else claim)


def _copy(pair: Pair, covered: list[bool], signs: Mapping[str, str]) -> str | None:
    """Which of the two is the copy: the one that is not listed, else the one with signs of it."""
    if any(covered):
        return pair[covered.index(False)]
    marked = [each for each in pair if signs[each]]
    return marked[0] if len(marked) == 1 else None


def _claim(left: Side, right: Side, levels: Iterable[Level], kit: Kit) -> Text | None:
    """What two accounts show alike beside the name; None where the name is not the same."""
    kinds = {each.comparison for each in levels if each.bits > 0}
    shown = _CLAIMS.get(("work" in kinds, "picture" in kinds))
    return shown if shown and named_like(left, right, kit) else None


def _sign(side: Side, other: Side) -> str:
    """What in the side's history contradicts that it is the person's own account; empty where nothing."""
    opened, seen = _opened(side), _first(other)
    if opened and seen and seen < opened:
        return "later"
    if _hired(side) and _hired(other) and not _hired(side) & _hired(other):
        return "hired"
    few, many = _contacts(side), _contacts(other)
    return "few" if few is not None and many is not None and few * FEW <= many else ""


def _opened(side: Side) -> date | None:
    """When the account was opened, where that is known."""
    return min(filter(None, map(_day, side.of("account_created"))), default=None)


def _first(side: Side) -> date | None:
    """The first day on which the account is known to be there."""
    published = [each.published_on for each in side.facts if each.published_on is not None]
    opened = _opened(side)
    return min([*published, *([opened] if opened else [])], default=None)


def _hired(side: Side) -> frozenset[str]:
    """Years in which the current employer is said to have taken the person on."""
    return frozenset(each.value[:4] for each in side.of("hire_date"))


def _contacts(side: Side) -> int | None:
    counts = [int(each.value[:12]) for each in side.of("contact_list") if each.value.isdecimal()]
    return max(counts, default=None)


def _day(fact: Fact) -> date | None:
    try:
        return date.fromisoformat(fact.value[:10])
    except ValueError:
        return None
