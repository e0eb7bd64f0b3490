"""The cards of a game, made from a case's truth: two records (or a list, or what follows), and the right answer.

A pair of the truth that no page shows as two records makes no card.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from auditor.model.names import fold
from auditor.model.record import source_of
from auditor.model.viewer import Viewer
from auditor.report.lookup import Lookup
from auditor.workshop.answers import Answer
from auditor.workshop.cases import Case
from auditor.workshop.truth import Apart, Join, TrueJoin, is_named, record_id

ORDER = (
    Viewer.SEARCH,
    Viewer.ANYONE,
    Viewer.MEMBER,
    Viewer.FRIEND_OF_FRIEND,
    Viewer.CONTACT,
    Viewer.ME,
)
"""From the viewer who sees least to the one who sees all."""
ANSWERS = {
    Join.SAME: Answer.YES,
    Join.UNRESOLVED: Answer.UNSURE,
    Join.INFERENCE: Answer.YES,
    Join.ABSENT: Answer.NO,
    Join.IMPERSONATION: Answer.NO,
}
"""What is right to say, by the kind of what the truth tells."""


class Asked(StrEnum):
    """What a card asks."""

    PAIR = "pair"
    LIST = "list"
    FOLLOWS = "follows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A card before anything is said in a language: which records, for whom to see, what is so and why."""

    case: Case
    asked: Asked
    viewer: Viewer
    left: str
    right: tuple[str, ...]
    """One record; of a list, all its candidates."""
    answer: Answer
    why: str
    pattern: str = ""
    gives: tuple[str, str] = ("", "")
    """What follows: kind and value."""
    trap: float = 0.0
    """How far a look at the names alone leads astray, 0 to 1."""

    @property
    def pair(self) -> tuple[str, str]:
        """The two records; of a list, the first candidate stands for all."""
        return self.left, self.right[0]

    @property
    def key(self) -> str:
        """What tells it from all other cards of the session."""
        return "|".join((self.case.name, self.asked, self.left, *self.right, *self.gives))


def drafts(case: Case, book: Lookup) -> tuple[Draft, ...]:
    """Every card that the truth of a case gives, each pair once; what cannot be told is never *no*."""
    found: dict[frozenset[str], Draft] = {}
    joins = tuple(_joins(case, book))
    for each in (*joins, *_apart(case, book, joins)):
        found.setdefault(frozenset((each.asked, each.left, *each.right)), each)
    return tuple(replace(each, trap=_trap(book, each)) for each in found.values())


def _joins(case: Case, book: Lookup) -> Iterator[Draft]:
    for join in case.truth.joins:
        if join.kind is Join.ABSENT:
            yield from _list(case, book, join)
            continue
        named = join.origins if join.kind is Join.INFERENCE else (join.left, join.right)
        if len(named) < 2:  # noqa: PLR2004 - what one page says alone is no question of joining
            continue
        pair = _one(book, named[0]), _one(book, named[1])
        if all(pair) and _sees(case, join.seen_from, pair):
            yield Draft(
                case=case,
                asked=Asked.FOLLOWS if join.kind is Join.INFERENCE else Asked.PAIR,
                viewer=join.seen_from,
                left=pair[0],
                right=(pair[1],),
                answer=ANSWERS[join.kind],
                why=join.why,
                pattern=join.pattern,
                gives=_gives(join.gives),
            )


def _gives(text: str) -> tuple[str, str]:
    """``birth_date 2004-01-30``: a kind and its value."""
    kind, _, value = text.partition(" ")
    return kind, value


def _list(case: Case, book: Lookup, join: TrueJoin) -> Iterator[Draft]:
    """A list that was searched, beside the subject's page that knows most of the name."""
    listed = {
        source_of(one) for each in case.truth.must_not_join for one in (each.left, each.right)
    }
    if join.source not in listed:
        return
    pairs = [each for each in case.truth.must_not_join if join.source in map(source_of, _ids(each))]
    named = next(one for one in _ids(pairs[0]) if source_of(one) == join.source)
    candidates = tuple(_named(book, named))
    sides = [one for each in pairs for one in _ids(each) if source_of(one) != join.source]
    lefts = [each for each in (_one(book, one) for one in sides) if each]
    subject = fold(case.mandate.subject.name)
    lefts.sort(key=lambda one: fold(book.label(one)) != subject)
    if candidates and lefts and _sees(case, join.seen_from, (lefts[0], *candidates)):
        yield Draft(
            case=case,
            asked=Asked.LIST,
            viewer=join.seen_from,
            left=lefts[0],
            right=candidates,
            answer=ANSWERS[join.kind],
            why=next(each.why for each in pairs if lefts[0] in map(record_id, _ids(each))),
            pattern=join.pattern,
        )


def _ids(pair: Apart) -> tuple[str, str]:
    return pair.left, pair.right


def _apart(case: Case, book: Lookup, joins: Sequence[Draft]) -> Iterator[Draft]:
    """The pairs that must not be joined; rows of a list that was searched are on that card already."""
    searched = {each.source for each in case.truth.joins if each.kind is Join.ABSENT}
    people, open_ = _people(joins), [each for each in joins if each.answer is Answer.UNSURE]
    left_open = {frozenset(people.get(one, one) for one in each.pair) for each in open_}
    for each in case.truth.must_not_join:
        pair = _one(book, each.left), _one(book, each.right)
        if not all(pair) or searched & set(map(source_of, pair)):
            continue
        viewer = next((one for one in ORDER if _sees(case, one, pair)), None)
        if viewer is not None:
            who = frozenset(people.get(one, one) for one in pair)
            yield Draft(
                case=case,
                asked=Asked.PAIR,
                viewer=viewer,
                left=pair[0],
                right=(pair[1],),
                # Where it cannot be told of one page of somebody, it cannot of another.
                answer=Answer.UNSURE if who in left_open else Answer.NO,
                why=each.why,
            )


def _people(joins: Iterable[Draft]) -> dict[str, str]:
    """Record → a record that stands for all that are the same person."""
    found: dict[str, str] = {}
    for each in joins:
        if each.asked is Asked.PAIR and each.answer is Answer.YES:
            left, right = (found.get(one, one) for one in each.pair)
            found |= {one: left for one, of in found.items() if of == right}
            found |= {right: left, **dict.fromkeys(each.pair, left)}
    return found


def _named(book: Lookup, named: str) -> list[str]:
    """The records that a name of the truth stands for, rows of a list in their order."""
    wanted = record_id(named)
    return [each for each in book.records if is_named(each, wanted)]


def _one(book: Lookup, named: str) -> str:
    found = _named(book, named)
    return found[0] if found else ""


def _sees(case: Case, viewer: Viewer, records: Iterable[str]) -> bool:
    """Does the viewer see something of each?"""
    seen = set(case.report.views[viewer].facts)
    shown = {each.record for each in case.report.facts if each.id in seen}
    return set(records) <= shown


def _trap(book: Lookup, card: Draft) -> float:
    """Two names alike that are two people, two names unlike that are one: there one learns most."""
    left, right = (fold(book.label(each)) for each in card.pair)
    alike = SequenceMatcher(None, left, right).ratio()
    return 1 - alike if card.answer is Answer.YES and card.asked is Asked.PAIR else alike


def decoys(card: Draft, book: Lookup) -> Sequence[tuple[str, str]]:
    """Who else stands around: the case's decoys that are not on the card, nearest in name first."""
    names = [fold(book.label(each)) for each in card.pair]
    found = []
    for each in card.case.truth.decoys:
        record = _one(book, each.record)
        if record and record not in (card.left, *card.right):
            name = fold(book.label(record))
            found.append((-max(SequenceMatcher(None, name, one).ratio() for one in names), record))
    return [(record, _reason(card.case, book, record)) for _, record in sorted(found)]


def _reason(case: Case, book: Lookup, decoy: str) -> str:
    """Why a decoy is somebody else: as said of a pair it stands in, which is said for readers."""
    of_pairs = (
        each.why
        for each in case.truth.must_not_join
        if decoy in (_one(book, each.left), _one(book, each.right))
    )
    alone = (each.why for each in case.truth.decoys if _one(book, each.record) == decoy)
    return next(of_pairs, next(alone, ""))
