"""The game: which cards of the cases a session plays, and the page it plays them on.

The page holds every card and every answer; its script only turns them over and counts votes, so that
without it the cards are still there to be read, answers folded.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from auditor.model.redaction import Redaction
from auditor.report import labels, redact
from auditor.report.html import asset, environment, policy
from auditor.report.lookup import Lookup, lookup
from auditor.report.words import Words, typography
from auditor.resources.folders import folder
from auditor.resources.read import load
from auditor.workshop import answers
from auditor.workshop.answers import Answer, Said
from auditor.workshop.cards import Asked, Draft, decoys, drafts
from auditor.workshop.cases import Case
from auditor.workshop.choice import choose
from auditor.workshop.sides import Shown, shown, site

_SIGN = re.compile(r"(?<=[\w»)])(?=[:;!?](?:\s|$))")
"""Where French has a space before a sign, and hasty typing none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The data of the game."""

    cards: Mapping[int, int]
    """Minutes of a session → cards."""
    follows: Mapping[str, Mapping[str, str]]
    """Kind → the question of a card that asks what two pages give."""
    lessons: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Somebody of the case who is easily taken for a person on the card."""

    name: str
    place: str
    why: str
    on: tuple[int, ...] = ()
    """Numbers of the cards that ask about them: told before, it would give those away."""


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
    question: str = ""
    """Of a card of what follows, in the words of its kind; else asked in the words of all cards."""
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
    on = _numbers(chosen)
    return tuple(card(each, books[each.case.name], on) for each in chosen)


def _numbers(chosen: Sequence[Draft]) -> Mapping[tuple[str, str], tuple[int, ...]]:
    """Case and record → the cards that show it, numbered as they are played first."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for number, each in enumerate(chosen, 1):
        for record in (each.left, *each.right):
            key = (each.case.name, record)
            found[key] = (*found.get(key, ()), number)
    return found


def _book(case: Case, language: str) -> Lookup:
    """The case's tables, every name shown: everyone in it is invented."""
    return lookup(redact.redact(case.report, Redaction.NONE), language)


def card(
    draft: Draft, book: Lookup, on: Mapping[tuple[str, str], tuple[int, ...]] | None = None
) -> Card:
    """A card in the language of the book; `on` tells which cards of the session show a record."""
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
        why=_reason(draft, book, draft.why),
        lesson=book.words.of(rules().lessons.get(draft.pattern, {})),
        around=tuple(
            Around(
                name=book.label(one),
                place=_place(draft, book, one),
                why=_reason(draft, book, why),
                on=(on or {}).get((draft.case.name, one), ()),
            )
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
            question=book.words.of(rules().follows.get(draft.gives[0], {})),
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


def _reason(draft: Draft, book: Lookup, why: str) -> str:
    """The author's words as their language is printed, however they were typed."""
    language = draft.case.mandate.language
    if language == "fr":
        why = _SIGN.sub(" ", why)
    return book.text(typography(why, language))


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
