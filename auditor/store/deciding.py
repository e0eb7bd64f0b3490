"""Adding one person's judgement to those already made: checked against them, and kept at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import MandateError
from auditor.model.link import Judgement
from auditor.model.record import source_of
from auditor.store.files import write_atomically
from auditor.store.judgements import FILE, Decision, text, written


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where judgements are read and kept: the file of a case, or its vault."""

    decisions: Callable[[], Sequence[Decision]]
    keep: Callable[[Decision], None]


def in_file(case: Path) -> Desk:
    """The `judgements.yml` of a case; each judgement is written as soon as it is made."""

    def keep(made: Decision) -> None:
        rows = replaced(written(case), made)
        write_atomically(case / FILE, text(rows).encode())

    return Desk(decisions=lambda: written(case), keep=keep)


def decide(desk: Desk, made: Decision) -> None:
    """Keep the judgement; a later one on the same pair takes the place of the earlier.

    Raises:
        MandateError: it contradicts others: the same of the same is the same.
    """
    others = [each for each in desk.decisions() if each.pair != made.pair]
    refuse_contradiction(made, others)
    desk.keep(made)


def replaced(rows: Iterable[Decision], made: Decision) -> list[Decision]:
    """The rows with the judgement in the place of an earlier one on its pair, else at the end."""
    found = [made if each.pair == made.pair else each for each in rows]
    return found if made in found else [*found, made]


def refuse_contradiction(made: Decision, others: Sequence[Decision]) -> None:
    """Refuse *different* within what is the same, and *same* across what is different.

    Raises:
        MandateError: it names the places whose records say so, and no people.
    """
    if made.judgement is Judgement.UNSURE:
        return
    groups = [_all_the_same(each, others) for each in made.pair]
    if made.judgement is Judgement.DIFFERENT and made.right in _all_the_same(made.left, others):
        raise MandateError(
            "you judged records of %(places)s to be one person; change that first",
            places=" = ".join(map(source_of, _path(made.left, made.right, others))),
        )
    for each in others if made.judgement is Judgement.SAME else ():
        if each.judgement is Judgement.DIFFERENT and _across(each, *groups):
            raise MandateError(
                "you judged records of %(left)s and %(right)s to be two people, and they would become "
                "one; change that first",
                left=source_of(each.left),
                right=source_of(each.right),
            )


def settled(pair: tuple[str, str], rows: Sequence[Decision]) -> bool:
    """Do the judgements answer the pair, be it by way of others?"""
    left, right = pair
    if any(each.pair == (min(pair), max(pair)) for each in rows):
        return True
    here, there = _all_the_same(left, rows), _all_the_same(right, rows)
    return right in here or any(
        each.judgement is Judgement.DIFFERENT and _across(each, here, there) for each in rows
    )


def _across(row: Decision, here: Iterable[str], there: Iterable[str]) -> bool:
    """Is one of the row's records here and the other there?"""
    one, other = set(here), set(there)
    return (row.left in one and row.right in other) or (row.right in one and row.left in other)


def _all_the_same(record: str, rows: Sequence[Decision]) -> dict[str, str]:
    """All records that are this one by the rows, each with the one that it was reached from."""
    found = {record: record}
    waiting = [record]
    while waiting:
        here = waiting.pop(0)
        for each in rows:
            if each.judgement is Judgement.SAME and here in each.pair:
                there = each.left if each.right == here else each.right
                if there not in found:
                    found[there] = here
                    waiting.append(there)
    return found


def _path(left: str, right: str, rows: Sequence[Decision]) -> list[str]:
    """The records by way of which the two are one."""
    reached = _all_the_same(right, rows)
    path = [left]
    while path[-1] != right:
        path.append(reached[path[-1]])
    return path
