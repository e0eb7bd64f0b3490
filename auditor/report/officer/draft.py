"""A page for the employer to complete, written for a place: clauses from data, blanks in [brackets].

The texts are `reports/officer/*.yml`; what the place asks for comes with its card and its rules.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.model.screening_rule import Place, PlaceCard, ScreeningRule, Seen
from auditor.model.text import say
from auditor.report.inert import visible
from auditor.report.officer import labels
from auditor.report.officer.points import post
from auditor.report.words import Words
from auditor.resources.folders import folder
from auditor.resources.read import load

_ROUND = str.maketrans("[]", "()")
_BLANK = re.compile(r"(\[[^\[\]]*\])")
NO_ADVICE = say(
    "A draft to complete, not legal advice: have it read by a lawyer or your data protection officer."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One sentence or two, and where it holds."""

    text: Mapping[str, str]
    packs: tuple[str, ...] = ()
    """One of these is the place's; empty: everywhere."""
    but: tuple[str, ...] = ()
    given: str = ""
    """The term of the place's card that must be established."""
    lacking: str = ""
    """The term that must not be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Clauses under one heading."""

    title: Mapping[str, str]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a file of `reports/officer` holds."""

    title: Mapping[str, str]
    lead: Mapping[str, str]
    sections: tuple[Section, ...]
    closing: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading and its clauses, in words."""

    title: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page in one language, for one place."""

    title: str
    lead: str
    parts: tuple[Part, ...]
    closing: str
    basis: str
    """The articles it rests on, and how far they were read."""
    no_advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """For whom and for where a page is written."""

    place: Place
    card: PlaceCard
    rules: Sequence[ScreeningRule]
    employer: str


def draft(words: Words, name: str, subject: Subject) -> Draft:
    """The page `reports/officer/<name>.yml` for an employer in a place.

    Raises:
        PackError: the file cannot be used.
    """
    written = _written(folder("reports") / "officer" / f"{name}.yml")
    filled = _filled(words, subject)
    return Draft(
        title=words.of(written.title),
        lead=_said(words, written.lead, filled),
        parts=tuple(_part(words, each, subject.card, filled) for each in written.sections),
        closing=_said(words, written.closing, filled),
        basis=_basis(words, subject),
        no_advice=words(NO_ADVICE),
    )


@cache
def _written(path: Path) -> Written:
    return load(path, Written)


def pieces(text: str) -> Iterator[tuple[bool, str]]:
    """The text cut at its blanks; True for a blank."""
    for each in filter(None, _BLANK.split(text)):
        yield bool(_BLANK.fullmatch(each)), each


def _part(words: Words, section: Section, card: PlaceCard, filled: Mapping[str, str]) -> Part:
    return Part(
        title=words.of(section.title),
        clauses=tuple(
            _said(words, each.text, filled) for each in section.clauses if _holds(each, card)
        ),
    )


def _holds(clause: Clause, card: PlaceCard) -> bool:
    packs = set(card.packs)
    if (clause.packs and not packs & set(clause.packs)) or packs & set(clause.but):
        return False
    terms = {"rejected": card.retention.rejected_months, "pool": card.retention.pool_months}
    asked, unasked = terms.get(clause.given, 0), terms.get(clause.lacking)
    return asked is not None and unasked is None


def _said(words: Words, text: Mapping[str, str], filled: Mapping[str, str]) -> str:
    return words.of(text) % filled


def _filled(words: Words, subject: Subject) -> dict[str, str]:
    card = subject.card
    terms = card.retention
    grounds = [labels.name(words, labels.GROUNDS, each) for each in card.protected]
    return {
        "employer": _named(subject.employer) or words(say("[name of the employer]")),
        "place": words(labels.PLACES[subject.place]),
        "rejected": labels.count(words, "months", terms.rejected_months or 0),
        "pool": labels.count(words, "months", terms.pool_months or 0),
        "grounds": words.listing(grounds),
        "authority": words.of({words.language: card.authority.name}),
        "url": visible(card.authority.url),
    }


def _named(employer: str) -> str:
    """The employer's name; it opens no blank, and leaves the page its one sheet."""
    return post(employer.strip()).translate(_ROUND)


def _basis(words: Words, subject: Subject) -> str:
    """Every article of the place's own packs, once; good practice has none."""
    laws = [
        rule.laws[pack]
        for rule in subject.rules
        for pack in subject.card.packs
        if pack != labels.EVERYWHERE and pack in rule.laws
    ]
    if not laws:
        return ""
    articles = dict.fromkeys(part.strip() for law in laws for part in law.article.split(";"))
    sentence = words(say("Rests on: %(articles)s.", articles=visible(" · ".join(articles))))
    day = words.day(min(law.checked_on for law in laws))
    checked = words(say("Checked on %(day)s.", day=day))
    memory = any(law.seen is not Seen.TEXT for law in laws)
    caution = say("Some of these texts were read in summary or are cited from memory.")
    return " ".join(filter(None, (sentence, checked, words(caution) if memory else "")))
