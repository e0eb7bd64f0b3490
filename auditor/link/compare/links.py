"""Compare declared links: which side says that the other's page is its own, and which only points there."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from auditor.link.compare import bearing
from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Feature, Level
from auditor.model.names import fold

DECLARED = ("tagged_by_other", "bio_crosslink")
OWN_FIELD = frozenset({"field", "row"})
"""Recognizers of links that stand where a profile asks for one's own site, not in running text."""
FOLLOWED = 50_000
"""Followers from which an account is a public figure's, whom strangers link to (own choice: far beyond
anybody's acquaintances, and beyond most who write for a circle; set after samples had been seen)."""
_DIGITS = 12
"""Digits read of a number of followers: no account has more."""
_ARTICLES = frozenset("les le la the los las".split())


def declared(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """One side declares the other's address as its own, or a tag leads to the account."""
    if not (leads(left) or leads(right)):
        return None
    there, back = _leads(left, right), _leads(right, left)
    if there and back:
        return weights.level("declared", "mutual", left=there[0].id, right=back[0].id)
    if not there and not back:
        return _shared(left, right, weights)
    fact, feature = there or back  # type: ignore[misc]
    target = right if there else left
    name = _one_way(fact, (left, right), target, weights, tables)
    sides = (fact.id, feature) if there else (feature, fact.id)
    return weights.level("declared", name, left=sides[0], right=sides[1])


def _one_way(
    fact: Fact, sides: tuple[Side, Side], target: Side, weights: Weights, tables: Tables
) -> str:
    """What a link that is not returned says: a tag, a page of one's own, or an admirer's pointer."""
    if fact.kind == "tagged_by_other":
        return "tag"
    if _is_famous(target, tables) or bearing.contradict(*sides, weights, tables):
        return "fan"
    return "own" if fact.recognizer in OWN_FIELD else "one_way"


def _leads(side: Side, other: Side) -> tuple[Fact, Feature] | None:
    """The fact of one side that gives the address of an account of the other."""
    given = leads(side)
    for place, url in owned(other).items() if given else ():
        fact = given.get(place)
        if fact is not None:
            record = next(each for each in other.owners if each.url == url)
            return fact, Feature(record=record.id, feature="address", value=url)
    return None


def _shared(left: Side, right: Side, weights: Weights) -> Level | None:
    """Both sides give one further address as theirs: a personal site, or a firm's."""
    there = leads(right)
    for place, fact in leads(left).items():
        other = there.get(place)
        if other is None or place.partition("/")[0] in weights.words.get("public_sites", ()):
            continue
        if {fact.kind, other.kind} == {"bio_crosslink"}:
            return weights.level("declared", "shared", left=fact.id, right=other.id)
    return None


@once
def leads(side: Side) -> Mapping[str, Fact]:
    """Address → the fact of the side that gives it."""
    found: dict[str, Fact] = {}
    for fact in side.of(*DECLARED):
        found.setdefault(address(fact.value), fact)
    return found


@once
def owned(side: Side) -> Mapping[str, str]:
    """Compared form → address of the accounts that a side holds."""
    urls = (record.url for record in side.owners if record.url)
    return {address(url): url for url in urls}


def _is_famous(side: Side, tables: Tables) -> bool:
    """Is the account a band's, a club's or a public figure's?"""
    counts = (fact.value for fact in side.of("contact_list"))
    if any(each.isdecimal() and int(each[:_DIGITS]) >= FOLLOWED for each in counts):
        return True
    return any(_of_group(words, tables) for words in _names(side))


def _names(side: Side) -> Iterator[Sequence[str]]:
    for fact in side.of("full_name", "alias"):
        yield fold(fact.value).split()


def _of_group(words: Sequence[str], tables: Tables) -> bool:
    several = len(words) > 1
    return several and (
        words[0] in _ARTICLES or any(word in tables.organisations for word in words)
    )


def address(url: str) -> str:
    """An address as it is compared: no scheme, no www, no final slash, no query."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
    except ValueError:  # a bracket that opens no address of a machine
        return url.casefold()
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}".casefold()
