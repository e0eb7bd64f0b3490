"""The report laid out for paper: what the page holds, dense enough to be printed and read away from a screen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from auditor.report import annex, html
from auditor.report.lookup import Evidence, Lookup
from auditor.report.plan import closing, notes, plan

LINES = 400
"""Different words listed of everything found: some three pages; the table of facts holds the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words that several places say alike, for the same eyes to see."""

    quote: str
    value: str
    seen_by: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All that was found of one kind."""

    kind: str
    lines: tuple[Line, ...]


def page(book: Lookup) -> str:
    """The whole report as a document that only a printer needs to understand."""
    from markupsafe import Markup

    made = html.environment(book.words)
    style = Markup(html.asset("print.css"))  # noqa: S704 - our own file
    return made.get_template("paper.html").render(style=style, **content(book, longest=LINES))


def content(book: Lookup, *, longest: int) -> dict[str, Any]:
    """What is laid out, for every form that is one text from top to bottom; `longest` bounds its annex."""
    shelves, more = inventory(annex.inventory(book), longest)
    return {
        **html.told(book),
        "colon": "\u00a0: " if book.words.language == "fr" else ": ",
        "made_at": book.report.made_at.isoformat(timespec="seconds"),
        "plan": plan(book),
        "notes": partial(notes, book),
        "closing": partial(closing, book),
        "inventory": shelves,
        "more": more,
    }


def inventory(
    found: Mapping[str, Sequence[annex.Shelf]], longest: int
) -> tuple[dict[str, list[Shelf]], int]:
    """The subject's facts, each word once per kind with the places that say it; how many are left out."""
    told: dict[str, list[Shelf]] = {}
    left, more = longest, 0
    for family, shelves in found.items():
        for shelf in shelves:
            lines = _lines(shelf.facts)
            more += shelf.more + sum(len(each.places) for each in lines[left:])
            if lines[:left]:
                told.setdefault(family, []).append(Shelf(kind=shelf.kind, lines=lines[:left]))
            left = max(0, left - len(lines))
    return told, more


def _lines(facts: Iterable[Evidence]) -> tuple[Line, ...]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for each in facts:
        found.setdefault((each.quote, each.value, each.seen_by), []).append(each.source)
    return tuple(
        Line(quote=quote, value=value, seen_by=seen_by, places=tuple(dict.fromkeys(places)))
        for (quote, value, seen_by), places in found.items()
    )
