"""What a careful reader would join: the truth of the case, found from what the pages show and nothing else.

Records of one person are laid together while they share enough (`data/personas/hardness.yml`), first with what everybody
sees, then with what members and friends of friends see. What never shares enough is left *unresolved*, whoever wrote it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.model.visibility import Visibility
from auditor.workshop.persona.clues import Clue, Source
from auditor.workshop.persona.language import hardness
from auditor.workshop.persona.person import letters

LEVELS = (Visibility.INDEXED, Visibility.ANYONE, Visibility.MEMBERS, Visibility.FRIENDS_OF_FRIENDS)
SEEN_FROM = {
    Visibility.INDEXED: "search",
    Visibility.ANYONE: "anyone",
    Visibility.MEMBERS: "member",
    Visibility.FRIENDS_OF_FRIENDS: "friend_of_friend",
}
_NAMES = ("full_name", "initial", "surname", "first_name")
_PLAIN = (
    "phone",
    "company",
    "group",
    "employer",
    "street",
    "object",
    "venue",
    "age",
    "birthday",
    "job",
    "town",
    "part",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A record as the reader has it: where, by whom it can be seen, what it says."""

    record: str
    sight: Visibility
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that two sides share, and what it is worth."""

    kind: str
    value: str
    worth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two records that a reader lays together, or cannot."""

    left: str
    right: str
    same: bool
    seen_from: str
    reasons: tuple[Reason, ...]


def seen(sources: Iterable[Source], who: str) -> list[Seen]:
    """Where a person is shown, in the order of the sources."""
    return [
        Seen(
            record=f"{source.id}#{shown.name}",
            sight=shown.sight or source.seen_by,
            clues=shown.clues,
        )
        for source in sources
        for shown in source.shown
        if shown.who == who
    ]


def read(records: Sequence[Seen]) -> list[Join]:
    """The joins of one person's records, and what stays unresolved."""
    apart = [[each] for each in records]
    found: list[Join] = []
    for level in LEVELS:
        while step := _best(apart, level):
            left, right, join = step
            rest = [each for each in apart if each is not left and each is not right]
            apart = [*rest, left + right]
            found.append(join)
    return found + list(_open(apart, records))


def groups(records: Sequence[Seen]) -> list[list[Seen]]:
    """The records as the reader's joins lay them together."""
    found = [[each] for each in records]
    for join in read(records):
        pair = {join.left, join.right}
        touched = [each for each in found if pair & {one.record for one in each}]
        if join.same:
            rest = [each for each in found if each not in touched]
            found = [*rest, [one for each in touched for one in each]]
    return found


def _best(
    apart: Sequence[list[Seen]], level: Visibility
) -> tuple[list[Seen], list[Seen], Join] | None:
    """The two groups that share most of what this reader sees, if it is enough."""
    best: tuple[int, list[Seen], list[Seen]] | None = None
    for left, right in combinations(apart, 2):
        ours, theirs = _visible(left, level), _visible(right, level)
        worth = (
            sum(each.worth for each in shared(_clues(ours), _clues(theirs)))
            if ours and theirs
            else 0
        )
        if worth >= hardness().reading["enough"] and (best is None or worth > best[0]):
            best = (worth, left, right)
    if best is None:
        return None
    return (
        best[1],
        best[2],
        _join(_visible(best[1], level), _visible(best[2], level), same=True, level=level),
    )


def _visible(group: Iterable[Seen], level: Visibility) -> list[Seen]:
    return [each for each in group if each.sight.reaches(level)]


def _clues(group: Iterable[Seen]) -> list[Clue]:
    return [clue for each in group for clue in each.clues]


def _join(left: Sequence[Seen], right: Sequence[Seen], *, same: bool, level: Visibility) -> Join:
    """The join, between the two records that share most; the reasons are the groups'."""
    pairs = [(one, two) for one in left for two in right]
    one, two = max(
        pairs, key=lambda pair: sum(each.worth for each in shared(pair[0].clues, pair[1].clues))
    )
    reasons = tuple(shared(_clues(left), _clues(right)))
    return Join(
        left=one.record, right=two.record, same=same, seen_from=SEEN_FROM[level], reasons=reasons
    )


def _open(apart: Sequence[list[Seen]], records: Sequence[Seen]) -> Iterator[Join]:
    """What stays apart from the group of the first record."""
    home = next((each for each in apart if records[0] in each), [])
    for group in apart:
        if group is not home:
            level = min(
                (min(each.sight.level or 0 for each in one) for one in (home, group)), default=0
            )
            yield _join(
                home, group, same=False, level=next(each for each in LEVELS if each.level == level)
            )


def shared(left: Iterable[Clue], right: Iterable[Clue]) -> list[Reason]:
    """All that two sides have in common."""
    ours, theirs = list(left), list(right)
    found = [*_named(ours, theirs), *_handled(ours, theirs), *_linked(ours, theirs)]
    for kind in _PLAIN:
        both = {each.value for each in ours if each.kind == kind} & {
            each.value for each in theirs if each.kind == kind
        }
        found += [_reason(kind, sorted(both)[0])] if both else []
    return found


def _reason(kind: str, value: str) -> Reason:
    return Reason(kind=kind, value=value, worth=hardness().reading[kind])


def _named(ours: Sequence[Clue], theirs: Sequence[Clue]) -> list[Reason]:
    """The most that two names can share, whatever forms they are written in."""
    pairs = [
        (one, two) for one in ours for two in theirs if one.kind in _NAMES and two.kind in _NAMES
    ]
    found = [alike for one, two in pairs if (alike := _alike(one, two))]
    return max(found, key=lambda each: sum(one.worth for one in each), default=[])


def _alike(one: Clue, two: Clue) -> list[Reason]:
    if one.kind == two.kind == "full_name":
        return [_reason("full_name", one.value)] if one.value == two.value else []
    if "surname" in (one.kind, two.kind):
        same = one.kind in ("surname", "full_name") and two.kind in ("surname", "full_name")
        return (
            [_reason("surname", _shorter(one, two))]
            if same and _initialled(one) == _initialled(two)
            else []
        )
    if one.value.split()[0] != two.value.split()[0]:
        return []
    first = _reason("first_name", one.value.split()[0])
    if "first_name" in (one.kind, two.kind):
        return [first]
    return [first, _reason("initial", _shorter(one, two))] if _initial(one) == _initial(two) else []


def _shorter(one: Clue, two: Clue) -> str:
    return min((one.value, two.value), key=len)


def _initialled(name: Clue) -> tuple[str, str]:
    first, _, last = name.value.partition(" ")
    return first[0], last


def _initial(name: Clue) -> str:
    return name.value.partition(" ")[2][:1]


def _handled(ours: Sequence[Clue], theirs: Sequence[Clue]) -> list[Reason]:
    """The same handle, or one that only adds to the other."""
    pairs = [
        (one.value, two.value) for one in ours for two in theirs if one.kind == two.kind == "handle"
    ]
    if same := [one for one, two in pairs if one == two]:
        return [_reason("handle", same[0])]
    near = [
        two for one, two in pairs if letters(one) in letters(two) or letters(two) in letters(one)
    ]
    return [_reason("near_handle", near[0])] if near else []


def _linked(ours: Sequence[Clue], theirs: Sequence[Clue]) -> list[Reason]:
    """A page of one side points at a page of the other."""
    for one, two in ((ours, theirs), (theirs, ours)):
        own = {each.value for each in two if each.kind == "url"}
        if led := [each.value for each in one if each.kind == "link" and each.value in own]:
            return [_reason("link", led[0])]
    return []
