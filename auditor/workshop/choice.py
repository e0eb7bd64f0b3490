"""Which cards of the cases a session plays, and in which order: the most instructive, evenly *yes* and *no*."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.workshop.answers import Answer
from auditor.workshop.cards import Asked, Draft

_OPEN = 5
"""One card in so many may be one that cannot be told: open answers teach by being seldom."""
_MORE = 2
"""Cards by which *yes* may outnumber *no*, or the other way round, where a case has no more of one."""


def choose(pool: Sequence[Draft], most: int) -> tuple[Draft, ...]:
    """The most instructive cards, about as many *yes* as *no*, in an order that betrays nothing."""
    yes, no, open_ = (_ranked(pool, each) for each in (Answer.YES, Answer.NO, Answer.UNSURE))
    open_ = open_[: most // _OPEN]
    fewer, more = _even(yes, no, most - len(open_))
    rank = {one.key: at for each in (fewer, more) for at, one in enumerate(each)}
    # Somebody who looks for the first time begins with a card that has an answer.
    rank |= {one.key: at + 1 for at, one in enumerate(open_)}
    chosen = (*fewer, *more, *open_)
    ranked = sorted(chosen, key=lambda one: (rank[one.key], _digest(one.key)))
    # Two pages and a plain question: the other kinds are understood once one such card was played.
    first = next((one for one in ranked if _plain(one)), None)
    return tuple(sorted(ranked, key=lambda one: one is not first))


def _plain(card: Draft) -> bool:
    return card.asked is Asked.PAIR and card.answer is not Answer.UNSURE


def _even(yes: list[Draft], no: list[Draft], most: int) -> tuple[list[Draft], list[Draft]]:
    """The first of both, as many of one as of the other, or nearly so."""
    fewer, more = sorted((yes, no), key=len)
    even = min(len(fewer), most // 2)
    kept = fewer[: even + most % 2]
    return kept, more[: min(even + _MORE, most - len(kept))]


def _ranked(pool: Iterable[Draft], answer: Answer) -> list[Draft]:
    """By what they teach; each time the best card of the case, and of the people, seen least so far."""
    left = sorted(
        (one for one in pool if one.answer is answer), key=lambda one: (-one.trap, one.key)
    )
    met: Counter[tuple[str, str]] = Counter()
    found: list[Draft] = []
    while left:
        best = min(left, key=lambda one: (met[one.case.name, ""], *sorted(_met(met, one))))
        left.remove(best)
        found.append(best)
        met.update([(best.case.name, each) for each in ("", *best.pair)])
    return found


def _met(met: Mapping[tuple[str, str], int], card: Draft) -> Iterator[int]:
    return (met[card.case.name, each] for each in card.pair)


def _digest(key: str) -> str:
    """A fixed order that has nothing to do with the answer."""
    return hashlib.sha256(key.encode()).hexdigest()
