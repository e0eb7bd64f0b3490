"""What one viewer could put together, ready to be laid out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from auditor.model.fact import Fact
from auditor.model.finding import Dial, Finding
from auditor.model.link import Judgement
from auditor.model.portrait import Portrait
from auditor.model.report import View
from auditor.model.text import Text, say
from auditor.model.viewer import Viewer
from auditor.report import chain, labels
from auditor.report.digest import growth, narrower, subject_records
from auditor.report.lookup import Evidence, Lookup
from auditor.report.remedies import RemedyShown, remedies

EVIDENCE = 5
"""Quotes shown under one finding; the rest stand in the inventory."""
KINDS = 14
"""Kinds of fact named as learnt; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingShown:
    """A risk with its reasons and its mend."""

    anchor: str
    severity: int
    word: str
    title: str
    description: str
    steps: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    more: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DialShown:
    """One read-out."""

    name: str
    value: int
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """An answer that is no join: a namesake, an absence, an impersonation."""

    label: str
    place: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A viewer's whole page."""

    view: View
    viewer: Viewer
    beyond: Viewer | None
    new_facts: int
    new_kinds: tuple[str, ...]
    more_kinds: int
    new_places: tuple[tuple[str, str], ...]
    new_namesakes: tuple[tuple[str, str], ...]
    findings: tuple[FindingShown, ...]
    known: tuple[tuple[FindingShown, Viewer], ...]
    """Findings told in full for a narrower viewer."""
    dials: tuple[DialShown, ...]
    start: tuple[str, str] | None
    steps: tuple[chain.StepShown, ...]
    namesakes: tuple[Aside, ...]
    absences: tuple[Aside, ...]
    impersonations: tuple[Aside, ...]
    unsure: tuple[chain.PairShown, ...]
    more_unsure: int
    remedies: tuple[RemedyShown, ...]
    crowd: str


def panel(book: Lookup, viewer: Viewer) -> Panel:
    """The page of one viewer."""
    report, view = book.report, book.report.views[viewer]
    grown = growth(report, viewer)
    mine = set(subject_records(view))
    kinds = tuple(dict.fromkeys(book.kind(fact.kind) for fact in grown.facts))
    open_links = [
        link
        for link in view.links
        if link.judgement is Judgement.UNSURE and (link.left in mine or link.right in mine)
    ]
    return Panel(
        view=view,
        viewer=viewer,
        beyond=grown.beyond,
        new_facts=len(grown.facts),
        new_kinds=kinds[:KINDS],
        more_kinds=max(0, len(kinds) - KINDS),
        new_namesakes=tuple((book.label(each), book.where(each)) for each in grown.namesakes),
        new_places=tuple((book.label(each), book.where(each)) for each in grown.records),
        findings=tuple(finding(book, view, each) for each in grown.findings),
        known=tuple(
            (finding(book, view, each), _first(book, viewer, each)) for each in grown.known
        ),
        dials=tuple(
            DialShown(name=book.words(name), value=dial.value, grade=dial.grade)
            for key, name in labels.DIALS.items()
            for dial in (view.dials.get(key, Dial(value=0, grade="A")),)
        ),
        start=_start(book, view.portrait) if view.portrait else None,
        steps=chain.steps(book, view),
        namesakes=tuple(
            Aside(
                label=book.label(one.record), place=book.where(one.record), why=book.said(one.why)
            )
            for one in view.namesakes
        ),
        absences=tuple(_absences(book, view)),
        impersonations=tuple(
            Aside(
                label=book.label(one.record), place=book.where(one.record), why=book.said(one.why)
            )
            for one in view.impersonations
        ),
        unsure=chain.unsure(book, view, open_links),
        more_unsure=max(0, len(open_links) - chain.UNSURE),
        remedies=remedies(book, viewer),
        crowd=book.words(crowd(view)) if view.crowd else "",
    )


def crowd(view: View) -> Text:
    """How many people still fit, in one sentence."""
    if view.crowd is None:
        return say("how many people still fit was not reckoned")
    return say(
        "between %(low)s and %(high)s people in %(place)s still fit what can be seen",
        low=view.crowd.low,
        high=view.crowd.high,
        place=view.crowd.place,
    )


def finding(book: Lookup, view: View, each: Finding) -> FindingShown:
    """A finding with its rule's words and the facts it rests on."""
    rule = book.report.rules.get(each.rule)
    facts = _distinct(fact for key in each.facts if (fact := book.fact(key, view)))
    return FindingShown(
        anchor=anchor(view.viewer, each),
        severity=each.severity,
        word=book.words(labels.SEVERITIES[min(5, max(1, each.severity))]),
        title=book.words.of(rule.title) if rule else each.code,
        description=book.words.of(rule.description) if rule else "",
        steps=advice(book, each.rule),
        evidence=tuple(book.evidence(fact) for fact in facts[:EVIDENCE]),
        more=max(0, len(facts) - EVIDENCE),
        code=each.code,
    )


def _distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each value once, and one of every kind before a second of any."""
    kinds: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        kinds.setdefault(fact.kind, {}).setdefault(fact.value, fact)
    rounds = zip_longest(*(values.values() for values in kinds.values()))
    return tuple(fact for each in rounds for fact in each if fact is not None)


def advice(book: Lookup, rule: str) -> tuple[str, ...]:
    """The rule's steps, in order, in the language."""
    known = book.report.rules.get(rule)
    found = known.advice if known else {}
    steps = found.get(book.words.language) or found.get("en") or next(iter(found.values()), ())
    return tuple(book.words.of({book.words.language: each}) for each in steps)


def anchor(viewer: Viewer, each: Finding) -> str:
    """The finding's address in the page; shared with the list of actions."""
    return f"{viewer.value}-{''.join(sign for sign in each.code if sign.isalnum() or sign == '-')}"


def _first(book: Lookup, viewer: Viewer, each: Finding) -> Viewer:
    """The narrowest viewer who has the finding: there it is told in full."""
    below = narrower(book.report, viewer)
    if below is None or all(each.rule != one.rule for one in book.report.views[below].findings):
        return viewer
    return _first(book, below, each)


def _absences(book: Lookup, view: View) -> Iterator[Aside]:
    for one in view.absences:
        yield Aside(
            label=book.text(one.searched_for),
            place=book.source(one.source),
            why=book.said(one.why),
        )


def _start(book: Lookup, portrait: Portrait) -> tuple[str, str]:
    if portrait.start not in book.records:
        return book.words(say("what your CV says")), ""
    return book.label(portrait.start), book.where(portrait.start)
