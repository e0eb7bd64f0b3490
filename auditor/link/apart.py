"""What keeps two sets of records apart, whatever the odds: a person's word, one page, one network."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from auditor.link.side import Side
from auditor.model.record import Role
from auditor.model.text import Text, say

Pair = tuple[str, str]

JUDGED = say("you judged them different")
ONE_PAGE = say("one page shows them as two people")
TWO_ACCOUNTS = say("they are two accounts of one network")


def apart(left: Side, right: Side, barred: Mapping[Pair, Text]) -> Text | None:
    """Why the two may not be joined, or None; `barred` holds pairs of records and why."""
    return _barred(left, right, barred) or page_or_network(left, right)


def page_or_network(left: Side, right: Side) -> Text | None:
    """A page that shows two people shows two people; an account of a network is one person's."""
    if {record.source for record in left.records} & {record.source for record in right.records}:
        return ONE_PAGE
    here, there = accounts(left), accounts(right)
    if any(there.get(network, account) != account for network, account in here.items()):
        return TWO_ACCOUNTS
    return None


def accounts(side: Side) -> Mapping[str, str]:
    """Network → the account that the side holds there."""
    return {
        record.account.partition(":")[0]: record.account
        for record in side.records
        if record.account and record.role is Role.OWNER
    }


def conflicting(sides: Iterable[Side]) -> Iterator[Pair]:
    """The pairs of single records that a page or a network keeps apart."""
    together: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for side in sides:
        record = side.records[0]
        together.setdefault(("page", record.source), []).append((record.id, record.id))
        for network, account in accounts(side).items():
            together.setdefault(("network", network), []).append((record.id, account))
    for held in together.values():
        for (left, one), (right, other) in combinations(held, 2):
            if one != other:
                yield ordered((left, right))


def _barred(left: Side, right: Side, barred: Mapping[Pair, Text]) -> Text | None:
    if not barred:
        return None
    pairs = ((one.id, other.id) for one in left.records for other in right.records)
    return next((barred[each] for each in map(ordered, pairs) if each in barred), None)


def ordered(pair: Pair) -> Pair:
    """The two in the order in which pairs are written."""
    return pair if pair[0] <= pair[1] else (pair[1], pair[0])


def closed(pairs: Iterable[Pair]) -> Mapping[str, frozenset[str]]:
    """Record → all that these pairs connect it with, itself included: the same of the same is the same."""
    parent: dict[str, str] = {}

    def root(each: str) -> str:
        while parent.setdefault(each, each) != each:
            parent[each] = each = parent[parent[each]]
        return each

    for left, right in pairs:
        parent[root(left)] = root(right)
    groups: dict[str, set[str]] = {}
    for each in parent:
        groups.setdefault(root(each), set()).add(each)
    whole = {each: frozenset(group) for each, group in groups.items()}
    return {each: whole[root(each)] for each in parent}
