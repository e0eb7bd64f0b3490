"""The game: which cards of the cases a session plays, and the page it plays them on.

The page holds every card and every answer; its script only turns them over and counts votes, so that
without it the cards are still there to be read, answers folded.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from auditor.model.redaction import Redaction
from auditor.report import labels, redact
from auditor.report.html import asset, environment, policy
from auditor.report.lookup import Lookup, lookup
from auditor.report.words import Words
from auditor.resources.folders import folder
from auditor.resources.read import load
from auditor.workshop import answers
from auditor.workshop.answers import Answer, Said
from auditor.workshop.cards import Asked, Draft, decoys, drafts
from auditor.workshop.cases import Case
from auditor.workshop.sides import Shown, shown, site

_OPEN = 5
"""One card in so many may be one that cannot be told: open answers teach by being seldom."""
_MORE = 2
"""Cards by which *yes* may outnumber *no*, or the other way round, where a case has no more of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The data of the game."""

    cards: Mapping[int, int]
    """Minutes of a session → cards."""
    lessons: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Somebody of the case who is easily taken for a person on the card."""

    name: str
    place: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card as a room sees it: the two sides, then what is so and what the program said."""

    draft: Draft
    person: str
    """Of whose case it is."""
    language: str
    """Of the case's pages."""
    looks: str
    """Who looks."""
    left: Shown
    right: tuple[Shown, ...]
    said: Said
    why: str
    """What makes it so, as the case's author wrote it."""
    follows: str = ""
    """The kind that a card of what follows asks for."""
    value: str = ""
    given: str = ""
    """What the program made of it, where that is another value."""
    lesson: str = ""
    around: tuple[Around, ...] = ()

    @property
    def asked(self) -> Asked:
        """What the card asks."""
        return self.draft.asked


@cache
def rules() -> Rules:
    """How many cards, and what they teach."""
    return load(folder("reports") / "workshop" / "game.yml", Rules)


def game(cases: Sequence[Case], *, language: str, minutes: int) -> tuple[Card, ...]:
    """The cards of a session, in the order they are played first."""
    books = {case.name: _book(case, language) for case in cases}
    pool = [each for case in cases for each in drafts(case, books[case.name])]
    chosen = choose(pool, rules().cards[minutes])
    return tuple(card(each, books[each.case.name]) for each in chosen)


def _book(case: Case, language: str) -> Lookup:
    """The case's tables, every name shown: everyone in it is invented."""
    return lookup(redact.redact(case.report, Redaction.NONE), language)


def choose(pool: Sequence[Draft], most: int) -> tuple[Draft, ...]:
    """The most instructive cards, about as many *yes* as *no*, in an order that betrays nothing."""
    yes, no, open_ = (_ranked(pool, each) for each in (Answer.YES, Answer.NO, Answer.UNSURE))
    open_ = open_[: most // _OPEN]
    fewer, more = _even(yes, no, most - len(open_))
    rank = {one.key: at for each in (fewer, more) for at, one in enumerate(each)}
    # Somebody who looks for the first time begins with a card that has an answer.
    rank |= {one.key: at + 1 for at, one in enumerate(open_)}
    chosen = (*fewer, *more, *open_)
    return tuple(sorted(chosen, key=lambda one: (rank[one.key], _digest(one.key))))


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


def card(draft: Draft, book: Lookup) -> Card:
    """A card in the language of the book."""
    audited = draft.case.audit()
    view = audited.report.views[draft.viewer]
    language = book.words.language
    made = Card(
        draft=draft,
        person=book.text(draft.case.mandate.subject.name),
        language=draft.case.mandate.language,
        looks=book.words(labels.STARTS[draft.viewer]),
        left=_side(draft, book, draft.left, frozenset()),
        right=(),
        said=Said(answer=Answer.UNSURE, sentence=""),
        why=book.text(draft.why),
        lesson=book.words.of(rules().lessons.get(draft.pattern, {})),
        around=tuple(
            Around(name=book.label(one), place=_place(draft, book, one), why=book.text(why))
            for one, why in decoys(draft, book)
        ),
    )
    if draft.asked is Asked.LIST:
        said = answers.of_list(book, view, draft.right[0].partition("#")[0], draft.right)
    elif draft.asked is Asked.FOLLOWS:
        said, given = answers.of_inference(book, audited, view, draft.gives, draft.pair)
        shown_value = book.words.value(draft.gives[1])
        made = replace(
            made,
            follows=book.kind(draft.gives[0]),
            value=book.text(shown_value),
            given="" if given == shown_value else book.text(given),
        )
    else:
        said = answers.of_pair(book, audited, draft.viewer, draft.pair, words=language)
    return replace(
        made,
        said=said,
        left=_side(draft, book, draft.left, said.decisive),
        right=tuple(_side(draft, book, each, said.decisive) for each in draft.right),
    )


def _place(draft: Draft, book: Lookup, record: str) -> str:
    source = book.records[record].source
    return site(book, draft.case.audit().shown.get(source), source)


def _side(draft: Draft, book: Lookup, record: str, decisive: frozenset[str]) -> Shown:
    audited = draft.case.audit()
    known = book.records[record]
    page = audited.shown.get(known.source)
    return shown(book, audited.report.views[draft.viewer], page, known, decisive)


def render(cards: Sequence[Card], *, language: str, minutes: int) -> bytes:
    """The page of the game, one file."""
    from markupsafe import Markup

    words = Words(language=language)
    style = asset("style.css") + asset("workshop/game.css")
    script = asset("workshop/game.js")
    page = (
        environment(words)
        .get_template("workshop/game.html")
        .render(
            language=language,
            minutes=minutes,
            cards=cards,
            people=list(dict.fromkeys(each.person for each in cards)),
            policy=policy(style, script),
            style=Markup(style),  # noqa: S704 - our own files
            script=Markup(script),  # noqa: S704 - our own file
        )
    )
    return page.encode("utf-8", "replace")
