"""Facts of GDPR articles 9 and 10: for the self-audit, and left out of what others see.

Left out, not masked: that there is a fact of such a kind says already too much. With it go the
findings and inferences that rest on it, and the words of other facts that repeat its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.fix import Fix
from auditor.model.identity import Identity
from auditor.model.link import Level, Link
from auditor.model.mandate import Purpose
from auditor.model.names import fold
from auditor.model.portrait import Portrait, Remedy, Step
from auditor.model.redaction import Redaction
from auditor.model.report import Report, View
from auditor.model.rule import Kind
from auditor.report.mask import MASK

JUSTICE = 10
"""The article on convictions and offences."""
_WORD = re.compile(r"[^\W_]{3,}")
"""A word that tells something."""


def are_shown(report: Report, mode: Redaction, *, shared: bool) -> bool:
    """May they stand in what is made of the report?

    The subject sees them in their own self-audit. What is `shared`, as a result for other programs is,
    holds them only where nothing at all is to be masked; training and cohorts never do.
    """
    if report.mandate.purpose is not Purpose.SELF_AUDIT or mode is Redaction.ALL:
        return False
    return mode is Redaction.NONE or not shared


def without(report: Report, kinds: Mapping[str, Kind]) -> Report:
    """The report without them; that they were left out is said whether there were any or not."""
    made = (fact for view in report.views.values() for fact in view.made)
    gone = _gone((*report.facts, *made), kinds)
    words = _Words(gone.values())
    tried = {each.record for each in gone.values() if _article(each.kind, kinds) == JUSTICE}
    views = {viewer: _view(view, gone, words, tried) for viewer, view in report.views.items()}
    return replace(
        report,
        facts=tuple(words.cut(each) for each in report.facts if each.id not in gone),
        views=views,
        fixes=tuple(_fixes(report.fixes, gone, views.values())),
        without_protected=True,
    )


def alike(
    reports: tuple[Report, Report], kinds: Mapping[str, Kind], mode: Redaction, *, shared: bool
) -> tuple[Report, Report]:
    """Two reports to compare, both with them or both without: else one would seem to have lost them."""
    if all(are_shown(each, mode, shared=shared) and not each.without_protected for each in reports):
        return reports
    return without(reports[0], kinds), without(reports[1], kinds)


def _gone(facts: Iterable[Fact], kinds: Mapping[str, Kind]) -> dict[str, Fact]:
    """The facts of such kinds, and what was inferred from them."""
    known = {fact.id: fact for fact in facts}
    gone = {key: each for key, each in known.items() if _article(each.kind, kinds)}
    count = -1
    while count != len(gone):
        count = len(gone)
        gone |= {key: each for key, each in known.items() if set(each.inferred_from) & set(gone)}
    return gone


def _article(kind: str, kinds: Mapping[str, Kind]) -> int | None:
    known = kinds.get(kind)
    return known.article if known else None


class _Words:
    """The words that told what is left out, by the passage they stand in."""

    def __init__(self, gone: Iterable[Fact]) -> None:
        self._gone: dict[tuple[str, str], list[Fact]] = {}
        for each in gone:
            self._gone.setdefault((each.source, each.passage), []).append(each)
        self._quotes = {fold(each.quote) for one in self._gone.values() for each in one}

    def cut(self, fact: Fact) -> Fact:
        """The fact, its words masked where they are also those of one that is left out."""
        beside = self._gone.get((fact.source, fact.passage), ())
        met = [each for each in beside if _meet(fact, each)]
        if not met:
            return fact
        told = set().union(*(_WORD.findall(fold(each.quote)) for each in met))
        held = bool(told & set(_WORD.findall(fold(fact.value))))
        return replace(fact, quote=MASK, value=MASK if held else fact.value)

    def quoted(self, quote: str) -> str:
        """A quote of a portrait, masked where it holds such words."""
        return MASK if any(each in fold(quote) for each in self._quotes) else quote


def _meet(fact: Fact, other: Fact) -> bool:
    """Do the two share words of one passage?"""
    if fact.span and other.span and fact.passage != "field":
        return fact.span[0] < other.span[1] and other.span[0] < fact.span[1]
    return fold(other.quote) in fold(fact.quote)


def _view(view: View, gone: Mapping[str, Fact], words: _Words, tried: Set[str]) -> View:
    guarded = _guarded(view.identities, tried)
    return replace(
        view,
        facts=_kept(view.facts, gone),
        made=tuple(words.cut(each) for each in view.made if each.id not in gone),
        links=tuple(_link(each, gone, guarded) for each in view.links),
        portrait=_portrait(view.portrait, gone, words, guarded) if view.portrait else None,
        remedies=tuple(each for each in view.remedies if not _edits(each) & set(gone)),
        findings=tuple(each for each in view.findings if not _rests(each, gone)),
    )


def _fixes(fixes: Iterable[Fix], gone: Mapping[str, Fact], views: Iterable[View]) -> Iterator[Fix]:
    """Those of what is still there, told by findings that are still there."""
    told = {each.rule for view in views for each in view.findings}
    for fix in fixes:
        closes, weakens = (
            [each for each in one if each in told] for one in (fix.closes, fix.weakens)
        )
        if (closes or weakens) and not set(fix.facts) & set(gone):
            yield replace(fix, closes=tuple(closes), weakens=tuple(weakens))


def _kept(ids: Iterable[str], gone: Mapping[str, Fact]) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in gone)


def _edits(remedy: Remedy) -> set[str]:
    return {each.fact for each in remedy.edits}


def _rests(finding: Finding, gone: Mapping[str, Fact]) -> bool:
    return any(each in gone for each in finding.facts)


def _guarded(identities: Iterable[Identity], tried: Set[str]) -> frozenset[str]:
    """Records of whose links the reason may tell of it: a matter of justice is a reason not to join."""
    beside = (set(each.records) for each in identities if tried & set(each.records))
    return frozenset(tried).union(*beside)


def _link(link: Link, gone: Mapping[str, Fact], guarded: frozenset[str]) -> Link:
    tells = not link.human and bool(guarded & {link.left, link.right})
    levels = tuple(_level(each, gone) for each in link.levels)
    return replace(link, levels=levels, why=None if tells else link.why)


def _level(level: Level, gone: Mapping[str, Fact]) -> Level:
    left, right = (
        None if isinstance(side, str) and side in gone else side
        for side in (level.left, level.right)
    )
    return replace(level, left=left, right=right)


def _portrait(
    portrait: Portrait, gone: Mapping[str, Fact], words: _Words, guarded: frozenset[str]
) -> Portrait:
    steps = (each for each in portrait.steps if each.record not in gone)
    return replace(
        portrait,
        steps=tuple(_step(each, gone, words) for each in steps),
        links=tuple(_link(each, gone, guarded) for each in portrait.links),
    )


def _step(step: Step, gone: Mapping[str, Fact], words: _Words) -> Step:
    return replace(
        step,
        by=_kept(step.by, gone),
        quotes=tuple(map(words.quoted, step.quotes)),
        adds=_kept(step.adds, gone),
    )
