"""Which pairs are worth comparing: those that share a key."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from auditor.link.compare.contacts import address
from auditor.link.compare.forms import Form, forms
from auditor.link.compare.names import skeleton
from auditor.link.side import Side
from auditor.link.weights import Tables
from auditor.model.names import fold

CROWDED = 400
"""Records under one key beyond which the key says too little to compare all of them."""


def pairs(sides: Mapping[str, Side], tables: Tables) -> Iterator[tuple[str, str]]:
    """Pairs of records that share a name part, a handle, a contact, an address or a picture; each once."""
    keyed: dict[str, set[str]] = {}
    for record, side in sides.items():
        for key in keys(side, tables):
            keyed.setdefault(key, set()).add(record)
    found = {
        pair
        for records in keyed.values()
        if len(records) <= CROWDED
        for pair in combinations(sorted(records), 2)
    }
    yield from sorted(found)


def keys(side: Side, tables: Tables) -> Iterator[str]:
    """The keys under which a side can be found again."""
    for each in forms(side, tables):
        yield from _of_name(each, tables)
    for fact in side.of("username"):
        yield f"handle:{skeleton(fact.value)[:5]}"
    for fact in side.of("email_personal", "email_work", "phone_mobile", "phone_other"):
        yield f"contact:{fold(fact.value)}"
    for fact in side.of("tagged_by_other", "bio_crosslink"):
        yield f"address:{address(fact.value)}"
    for fact in side.of("picture"):
        yield f"picture:{fact.value}"
    for record in side.owners:
        yield f"account:{record.account or record.id}"
        yield f"address:{address(record.url or record.id)}"


def _of_name(each: Form, tables: Tables) -> Iterator[str]:
    for given in tables.nicknames.get(each.given, frozenset({each.given})):
        yield f"given:{given}"
    if len(each.surname) > 1:
        yield from (f"surname:{part}" for part in each.surname.split())
    elif len(each.given) == 1:
        yield f"initials:{each.given}{each.surname}"
