"""What to do first: what lowers the dials most, then what is gravest, with where and for whom it is open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.fix import Fix
from auditor.model.report import Report
from auditor.model.viewer import Viewer
from auditor.report.digest import by_rule, strangers

_Open = tuple[Finding, tuple[Viewer, ...]]
"""A finding and the viewers it is open to."""
ACTIONS = 3
"""Actions on the first screen: a list that is longer is not begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """The next thing to do: the finding it answers, where, for whom it is open, what else it helps."""

    finding: Finding
    viewers: tuple[Viewer, ...]
    facts: tuple[Fact, ...]
    sources: tuple[str, ...]
    """Where the facts stand, most first."""
    weakens: tuple[str, ...]
    """Other rules that rest on one of the same facts."""
    breaks: int
    """Records that could no longer be joined without one of the facts."""
    fix: Fix | None = None
    """What taking these facts back is worth, where it is among what helps most."""


def actions(report: Report, limit: int | None = ACTIONS) -> tuple[Action, ...]:
    """What to do first: what lowers the dials most, then what is gravest; one per first advice.

    Beyond what helps most: by severity, then by how little it takes to see it.
    """
    chosen: dict[str, Action] = {}
    known = _known(report)
    open_ = {finding.rule: (finding, viewers) for finding, viewers in _open(report)}
    closed: set[str] = set()
    for fix in report.fixes:
        rule = next((each for each in (*fix.closes, *fix.weakens) if each in open_), None)
        if rule is not None:
            chosen.setdefault(_first_step(report, rule), _fixed(report, known, fix, open_[rule]))
            closed.update(fix.closes)
    for rule, found in open_.items():
        if rule not in closed:
            chosen.setdefault(_first_step(report, rule), _action(report, known, found))
    return tuple(chosen.values())[:limit]


def _first_step(report: Report, rule: str) -> str:
    """What the rule advises first: two rules that advise the same are one thing to do."""
    known = report.rules.get(rule)
    return next(iter(next(iter(known.advice.values()), ())), rule) if known else rule


def _fixed(report: Report, known: Mapping[str, Fact], fix: Fix, found: _Open) -> Action:
    """Taking some facts back, told by the gravest finding that it closes."""
    finding, viewers = found
    facts = tuple(known[each] for each in fix.facts if each in known)
    return Action(
        finding=finding,
        viewers=viewers,
        facts=facts,
        sources=_most(fact.source for fact in facts),
        weakens=tuple(sorted({*fix.closes, *fix.weakens} - {finding.rule})),
        breaks=_broken(report, set(fix.facts)),
        fix=fix,
    )


def _known(report: Report) -> dict[str, Fact]:
    made = {fact.id: fact for view in strangers(report) for fact in view.made}
    return made | {fact.id: fact for fact in report.facts}


def _broken(report: Report, taken: set[str]) -> int:
    """How many records a stranger could no longer join without these facts."""
    return len(
        {
            lost
            for view in strangers(report)
            for remedy in view.remedies
            if remedy.edits and {edit.fact for edit in remedy.edits} <= taken
            for lost in remedy.breaks
        }
    )


def _open(report: Report) -> Sequence[tuple[Finding, tuple[Viewer, ...]]]:
    """Each rule once, as the widest stranger's view has it, with the viewers it is open to."""
    widest: dict[str, Finding] = {}
    open_to: dict[str, list[Viewer]] = {}
    for view in strangers(report):
        for finding in by_rule(view.findings):
            widest[finding.rule] = finding
            if view.viewer not in (found := open_to.setdefault(finding.rule, [])):
                found.append(view.viewer)
    ranks = list(Viewer)
    return [
        (widest[rule], tuple(viewers))
        for rule, viewers in sorted(
            open_to.items(),
            key=lambda each: (
                -widest[each[0]].severity,
                ranks.index(each[1][0]),
                widest[each[0]].code,
            ),
        )
    ]


def _action(report: Report, known: Mapping[str, Fact], found: _Open) -> Action:
    finding, viewers = found
    facts = tuple(known[each] for each in finding.facts if each in known)
    ids = {fact.id for fact in _rooted(facts, known)}
    others = (each for view in strangers(report) for each in view.findings)
    return Action(
        finding=finding,
        viewers=viewers,
        facts=facts,
        sources=_most(fact.source for fact in _rooted(facts, known)),
        weakens=tuple(
            sorted({each.rule for each in others if ids & set(each.facts)} - {finding.rule})
        ),
        breaks=_broken(report, ids),
    )


def _rooted(facts: Iterable[Fact], known: Mapping[str, Fact]) -> Iterator[Fact]:
    """The facts that can be changed: an inferred fact stands for those it rests on."""
    for fact in facts:
        roots = [known[each] for each in fact.inferred_from if each in known]
        yield from roots or (fact,)


def _most(sources: Iterable[str]) -> tuple[str, ...]:
    counted: dict[str, int] = {}
    for each in sources:
        counted[each] = counted.get(each, 0) + 1
    return tuple(sorted(counted, key=lambda each: -counted[each]))
