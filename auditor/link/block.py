"""Which pairs are worth comparing: those that share a key."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from auditor.link.compare import company, contacts, dates, firms, moments, tastes
from auditor.link.compare.forms import Form, cut, forms
from auditor.link.compare.handles import skeleton
from auditor.link.compare.links import address, leads, owned
from auditor.link.compare.masks import mask
from auditor.link.side import Side
from auditor.link.weights import Tables
from auditor.model.names import fold

CROWDED = 400
"""Records under one key beyond which the key says too little to compare all of them."""
_START, _SHORTEST = 5, 3
"""Letters of a handle under which near handles meet, and of a surname that is a key of its own."""
_BAND = 2
"""Signs of each of the eight parts of a picture's hash. Any two parts that agree are a key, so that
copies meet which differ in up to six bits, and most of those that differ in ten."""


def pairs(sides: Mapping[str, Side], tables: Tables) -> Iterator[tuple[str, str]]:
    """Pairs of records that share a name part, a handle, a contact, an address, company, a habit; each once."""
    keyed: dict[str, set[str]] = {}
    for record, side in sides.items():
        for key in keys(side, tables):
            keyed.setdefault(key, set()).add(record)
    found = {
        pair
        for records in keyed.values()
        if 1 < len(records) <= CROWDED
        for pair in combinations(sorted(records), 2)
    }
    yield from sorted(found)


def keys(side: Side, tables: Tables) -> Iterator[str]:
    """The keys under which a side can be found again."""
    for each in forms(side, tables):
        yield from _of_name(each, tables)
    yield from _of_handles(side, tables)
    yield from _of_contacts(side)
    yield from _of_pictures(side)
    yield from _of_company(side, tables)
    yield from _of_life(side, tables)
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


def _of_handles(side: Side, tables: Tables) -> Iterator[str]:
    for fact in side.of("username"):
        bare = skeleton(fact.value)
        yield f"handle:{bare[:_START]}"
        yield from (f"given:{each}" for each in _begun(fact.value, tables))
        # A year of birth stands at the end of one handle and in the middle of another's profile.
        yield from (f"born:{bare[:_SHORTEST]}{year}" for year in _years(side))
    for each in side.of("full_name", "alias", "first_name"):
        yield from (f"born:{skeleton(each.value)[:_SHORTEST]}{year}" for year in _years(side))


def _begun(handle: str, tables: Tables) -> Iterator[str]:
    """The first names that a handle may begin with: its first word, or the longest start that is one."""
    bare = skeleton(handle)
    starts = (bare[:end] for end in range(len(bare), _SHORTEST, -1))
    longest = next((each for each in starts if each in tables.given), "")
    first = re.split(r"[^a-z]", fold(handle))[0]
    yield from {each for each in (longest, first) if each in tables.given}


def _years(side: Side) -> set[int]:
    """The year of birth that a side tells, or puts at the end of its handle."""
    told = (fact.period for fact in side.of("birth_date", "birth_year") if fact.period)
    return {each.low.year for each in told}.union(*dates.suffixes(side).values())


def _of_contacts(side: Side) -> Iterator[str]:
    for fact in side.of(*contacts.MAILS, *contacts.PHONES):
        if mask(fact.quote) is None:
            yield f"contact:{fold(fact.value)}"
        local, at, domain = fold(fact.value).partition("@")
        if at:
            yield f"handle:{skeleton(local)[:_START]}"
            parts = (skeleton(part) for part in local.replace("_", ".").split("."))
            yield from (f"surname:{part}" for part in parts if len(part) >= _SHORTEST)
            yield f"firm:{domain.partition('.')[0]}"
    yield from (f"address:{each}" for each in (*leads(side), *owned(side)))


def _of_pictures(side: Side) -> Iterator[str]:
    for fact in side.of("picture"):
        yield f"picture:{fact.value}"
        bands = [fact.value[at : at + _BAND] for at in range(0, len(fact.value), _BAND)]
        for (at, one), (to, other) in combinations(enumerate(bands), 2):
            yield f"picture:{at}{one}{to}{other}"


def _of_company(side: Side, tables: Tables) -> Iterator[str]:
    """People named in full, pairs of rare first names of one scene, and the surnames around."""
    yield from (f"known:{given} {surname}" for given, surname in company.known(side, tables))
    for scene in side.scenes:
        rare = (each for each in scene.companions if tables.given_share(each) < company.COMMON)
        yield from (f"beside:{one}+{other}" for one, other in combinations(sorted(rare), 2))
    for fact in (*company.named(side), *side.around):
        given, surname = cut(fact.value, tables)
        words = surname.split() or ([] if given in tables.given else [given])
        yield from (f"surname:{each}" for each in words if len(each) >= _SHORTEST)


def _of_life(side: Side, tables: Tables) -> Iterator[str]:
    for fact in side.of("employer"):
        yield from (f"firm:{word}" for word in firms.core(fact.value, tables))
    for fact in side.of("group_membership", "school"):
        yield f"group:{' '.join(sorted(firms.core(fact.value, tables)))}"
    for fact in side.of("geotag", "checkin", "home_geotag"):
        spot = moments.spot(fact, tables)
        if spot:
            yield f"spot:{spot}"
    yield from (f"trip:{place}" for place in moments.trips(side, tables))
    for fact in side.of(*tastes.LIKED):
        item = fold(fact.value)
        if item not in tables.ordinary:
            yield f"taste:{item}"
    for fact in side.of("belonging", "pet_name"):
        yield f"thing:{fold(fact.value)}"
