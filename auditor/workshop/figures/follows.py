"""Does a result follow from itself? Its findings from its facts, its dials from its findings.

Three things are not in a result that was masked, and leave room: what the subject declared (tried:
with it and without), which masked values were different ones (between none and all), and the
findings on facts that the law protects (between none and every one there could be).
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from auditor.assess.dials import NAMES
from auditor.assess.findings import findings
from auditor.assess.match import evidence
from auditor.assess.scale import Scale
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.report import Report, View
from auditor.model.rule import Kind, Need, Rule
from auditor.report.mask import MASK

DECLARED = ("sms_2fa", "breached_email", "recovery_hint")
"""The kinds that a mandate states, which no result holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """What findings and dials are made with."""

    rules: Mapping[str, Rule]
    kinds: Mapping[str, Kind]
    scale: Scale

    def rests_on_protected(self, need: Need) -> bool:
        """Does a condition ask for what GDPR articles 9 and 10 protect?"""
        kind = self.kinds.get(need.kind or "")
        inner = chain(need.all, need.any, need.none)
        return bool(kind and kind.article) or any(map(self.rests_on_protected, inner))


def follows(report: Report, book: Rulebook) -> bool:
    """Could an audit with these rules have answered so, in every view?"""
    if not all(_names_what_is_there(report, each, book.rules) for each in report.views.values()):
        return False
    if any(_omitted(report, each, book) for each in report.views.values()):
        return False
    stated = chain.from_iterable(combinations(DECLARED, many) for many in range(len(DECLARED) + 1))
    return any(
        all(_dials_follow(report, each, book, frozenset(told)) for each in report.views.values())
        for told in stated
    )


def known_facts(report: Report, view: View) -> Mapping[str, Fact]:
    """The facts that a view sees or makes, by id."""
    seen = set(view.facts)
    return {each.id: each for each in (*report.facts, *view.made) if each.id in seen} | {
        each.id: each for each in view.made
    }


def _names_what_is_there(report: Report, view: View, rules: Mapping[str, Rule]) -> bool:
    """Every finding is of a rule as it is here, on facts and an identity of this view, once."""
    facts = known_facts(report, view)
    mine = {each.id: set(each.records) for each in view.identities if each.is_subject}
    for each in view.findings:
        rule = rules.get(each.rule)
        if rule is None or (rule.code, rule.severity) != (each.code, each.severity):
            return False
        records = {facts[one].record for one in each.facts if one in facts}
        if not set(each.facts) <= set(facts) or not records <= mine.get(each.identity, set()):
            return False
    return len({(each.rule, each.identity) for each in view.findings}) == len(view.findings)


def _omitted(report: Report, view: View, book: Rulebook) -> bool:
    """Does a rule fire on the facts of the view, and is its finding not there?"""
    facts = known_facts(report, view).values()
    mine = {
        each.id: [fact for fact in facts if fact.record in each.records]
        for each in view.identities
        if each.is_subject
    }
    asked = [each for each in book.rules.values() if not book.rests_on_protected(each.needs)]
    found = findings(
        asked, mine, declared=frozenset(), kinds=book.kinds, floor=book.scale.floor.value
    )
    told = {(each.rule, each.identity) for each in view.findings}
    return any((each.rule, each.identity) not in told for each in found)


def _dials_follow(report: Report, view: View, book: Rulebook, declared: frozenset[str]) -> bool:
    facts = known_facts(report, view)
    sure = [(each, _confidence(each, facts, book, declared)) for each in view.findings]
    if set(view.dials) != set(NAMES) or any(high is None for _, (_, high) in sure):
        return False
    least = _values(((each, low or 0.0) for each, (low, _) in sure), book)
    most = _values(((each, high or 0.0) for each, (_, high) in sure), book, hidden=True)
    return all(
        least[name] <= dial.value <= most[name] and dial.grade == book.scale.grade(dial.value)
        for name, dial in view.dials.items()
    )


def _confidence(
    finding: Finding, facts: Mapping[str, Fact], book: Rulebook, declared: frozenset[str]
) -> tuple[float | None, float | None]:
    """How sure a finding is at least and at most; None where its facts do not carry it."""
    needs = book.rules[finding.rule].needs
    named = [facts[each] for each in finding.facts]
    found = (evidence(needs, each, declared) for each in (named, _told_apart(named)))
    low, high = (each.confidence if each else None for each in found)
    return low, high


def _told_apart(facts: Sequence[Fact]) -> list[Fact]:
    """The facts with every masked value another one."""
    return [replace(each, value=each.id) if MASK in each.value else each for each in facts]


def _values(
    sure: Iterable[tuple[Finding, float]], book: Rulebook, *, hidden: bool = False
) -> Mapping[str, int]:
    """The dials; with `hidden`, as if every rule about what is protected had fired as well."""
    left: dict[str, dict[str, float]] = {name: {} for name in NAMES}
    unseen = _unseen(book) if hidden else ()
    for rule, confidence in chain(((book.rules[each.rule], at) for each, at in sure), unseen):
        rest = 1 - book.scale.weights[rule.severity].value * confidence
        left[rule.dial][rule.id] = min(rest, left[rule.dial].get(rule.id, 1.0))
    # Rounded as `assess.dials` does: once against noise, once to a whole.
    return {
        name: round(round(100 * (1 - math.prod(each.values())), 6)) for name, each in left.items()
    }


def _unseen(book: Rulebook) -> Iterator[tuple[Rule, float]]:
    for rule in book.rules.values():
        if book.rests_on_protected(rule.needs):
            yield rule, 1.0


def uncounted(book: Rulebook) -> Collection[str]:
    """Rules about what is protected: a masked result does not hold their findings."""
    return {each.id for each, _ in _unseen(book)}
