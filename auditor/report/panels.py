"""What one viewer could put together, ready to be laid out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from auditor.model.fact import Fact
from auditor.model.finding import Dial, Finding
from auditor.model.link import Judgement
from auditor.model.portrait import Portrait
from auditor.model.report import View
from auditor.model.text import say
from auditor.model.viewer import Viewer
from auditor.report import chain, crowd, labels
from auditor.report.charts.gauge import Gauge, gauge
from auditor.report.charts.walk import Walk, walk
from auditor.report.digest import growth, narrower, subject_records
from auditor.report.lookup import Evidence, Lookup
from auditor.report.remedies import RemedyShown, remedies

EVIDENCE = 5
"""Quotes shown under one finding; the rest stand in the inventory."""
KINDS = 14
"""Kinds of fact named as learnt; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """Where a network lets be changed who sees something."""

    place: str
    path: str


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
    audience: tuple[str, ...] = ()
    menus: tuple[Menu, ...] = ()
    """Where its facts’ networks let it be changed."""
    dial: str = ""

    @property
    def tags(self) -> tuple[str, ...]:
        """What it can be chosen by; see `filters`."""
        named = (f"audience-{each}" for each in self.audience)
        return (f"severity-{self.severity}", *named, *((f"dial-{self.dial}",) if self.dial else ()))


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
    dials: tuple[Gauge, ...]
    start: tuple[str, str] | None
    steps: tuple[chain.StepShown, ...]
    walk: Walk
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
    steps = chain.steps(book, view)
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
            # Told with its evidence where it is first made; here it is but named.
            (finding(book, view, replace(each, facts=())), _first(book, viewer, each))
            for each in grown.known
        ),
        dials=tuple(
            gauge(book.words(name), dial.value, dial.grade)
            for key, name in labels.DIALS.items()
            for dial in (view.dials.get(key, Dial(value=0, grade="A")),)
        ),
        start=_start(book, view.portrait) if view.portrait else None,
        steps=steps,
        walk=walk(book, view, steps),
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
        crowd=crowd.sentence(book.words, view.crowd),
    )


def finding(book: Lookup, view: View, each: Finding) -> FindingShown:
    """A finding with its rule's words and the facts it rests on."""
    rule = book.report.rules.get(each.rule)
    facts = _distinct(fact for key in each.facts if (fact := book.fact(key, view)))
    return FindingShown(
        anchor=anchor(view.viewer, each),
        severity=each.severity,
        word=book.words(labels.SEVERITIES[min(5, max(1, each.severity))]),
        title=book.words.of(rule.title) if rule else book.text(each.code),
        description=book.words.of(rule.description) if rule else "",
        steps=advice(book, each.rule),
        menus=menus(book, view, facts),
        evidence=tuple(book.evidence(fact) for fact in facts[:EVIDENCE]),
        more=max(0, len(facts) - EVIDENCE),
        code=each.code,
        audience=tuple(name for name in each.audience if name in labels.AUDIENCES),
        dial=rule.dial if rule else "",
    )


def menus(book: Lookup, view: View, facts: Iterable[Fact]) -> tuple[Menu, ...]:
    """The setting of each fact's network, once each; of a fact that was made, those of what it rests on."""
    found: dict[Menu, None] = {}
    for fact in facts:
        bases = filter(None, (book.fact(each, view) for each in fact.inferred_from))
        for one in tuple(bases) or (fact,):
            if path := book.setting(one):
                found[Menu(place=book.site(one.source), path=path)] = None
    return tuple(found)


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
