"""What matters first: the verdict, what each viewer adds, what stayed unknown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.report import Report, Status, View
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility

_NARROWER: dict[Viewer, tuple[Viewer, ...]] = {
    Viewer.SEARCH: (),
    Viewer.ANYONE: (Viewer.SEARCH,),
    Viewer.MEMBER: (Viewer.ANYONE, Viewer.SEARCH),
    Viewer.RECRUITER: (Viewer.ANYONE, Viewer.SEARCH),
    Viewer.FRIEND_OF_FRIEND: (Viewer.MEMBER, Viewer.ANYONE, Viewer.SEARCH),
    Viewer.CONTACT: (Viewer.FRIEND_OF_FRIEND, Viewer.MEMBER, Viewer.ANYONE, Viewer.SEARCH),
    Viewer.ME: (
        Viewer.CONTACT,
        Viewer.FRIEND_OF_FRIEND,
        Viewer.MEMBER,
        Viewer.ANYONE,
        Viewer.SEARCH,
    ),
}
"""The viewers whose sight is contained in another's, nearest first (`Viewer`: a lattice, not a line)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What a viewer puts together beyond the nearest narrower one that was asked."""

    beyond: Viewer | None
    facts: tuple[Fact, ...]
    records: tuple[str, ...]
    """Records newly taken for the subject's."""
    findings: tuple[Finding, ...]
    known: tuple[Finding, ...]
    """Findings the narrower viewer has already."""
    namesakes: tuple[str, ...]
    """Records of the subject's name newly seen, and told apart: a list of pupils, another's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The first viewer for whom something is open, how much, and the gravest of all."""

    viewer: Viewer | None
    places: int
    """Records that viewer takes for the subject's."""
    findings: int
    gravest: Finding | None
    gravest_for: Viewer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    """What the audit cannot speak of."""

    failed: tuple[str, ...]
    partly: tuple[str, ...]
    unknown: tuple[Fact, ...]


def narrower(report: Report, viewer: Viewer) -> Viewer | None:
    """The nearest viewer, among those asked, who sees less and nothing else."""
    return next((each for each in _NARROWER[viewer] if each in report.views), None)


def strangers(report: Report) -> Iterator[View]:
    """The views of those whom the subject does not know, from the narrowest."""
    return (report.views[each] for each in Viewer if each in report.views and each.counts)


def subject_records(view: View) -> tuple[str, ...]:
    """The records of the subject in that view; where accounts stay apart, the largest group."""
    own = [one.records for one in view.identities if one.is_subject]
    return max(own, key=len, default=())


def subject_facts(report: Report, view: View) -> tuple[Fact, ...]:
    """What that view holds about the subject, inferences included."""
    mine = view.mine
    seen = set(view.facts)
    kept = (fact for fact in report.facts if fact.id in seen)
    return tuple(fact for fact in (*kept, *view.made) if fact.record in mine)


def by_rule(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each rule once: where accounts stay apart, one finding with the facts of all."""
    found: dict[str, Finding] = {}
    for each in findings:
        first = found.get(each.rule, each)
        facts = tuple(dict.fromkeys((*first.facts, *each.facts)))
        found[each.rule] = replace(first, facts=facts)
    return tuple(found.values())


def growth(report: Report, viewer: Viewer) -> Growth:
    """What this viewer adds to the nearest narrower one."""
    view = report.views[viewer]
    below = narrower(report, viewer)
    before = report.views[below] if below else None
    told = {(fact.kind, fact.value) for fact in subject_facts(report, before)} if before else set()
    rules = {finding.rule for finding in before.findings} if before else set()
    found = by_rule(view.findings)
    joined = set(subject_records(before)) if before else set()
    return Growth(
        beyond=below,
        facts=tuple(
            fact for fact in subject_facts(report, view) if (fact.kind, fact.value) not in told
        ),
        records=tuple(each for each in subject_records(view) if each not in joined),
        findings=tuple(each for each in found if each.rule not in rules),
        known=tuple(each for each in found if each.rule in rules),
        namesakes=tuple(each for each in _namesakes(view) if each not in _namesakes(before)),
    )


def _namesakes(view: View | None) -> tuple[str, ...]:
    return tuple(each.record for each in view.namesakes) if view else ()


def verdict(report: Report) -> Verdict:
    """Who is the first to find something open, and what is the gravest of all."""
    views = list(strangers(report))
    lead = next((view for view in views if view.findings), views[-1] if views else None)
    found = [(finding, view.viewer) for view in views for finding in view.findings]
    gravest, of = min(found, key=lambda each: -each[0].severity, default=(None, None))
    return Verdict(
        viewer=lead.viewer if lead else None,
        places=len(subject_records(lead)) if lead else 0,
        findings=len(by_rule(lead.findings)) if lead else 0,
        gravest=gravest,
        gravest_for=of,
    )


def unchecked(report: Report) -> Unchecked:
    """Sources that could not be read, and facts of which nobody could say who sees them."""
    mine = report.mine
    return Unchecked(
        failed=tuple(each.id for each in report.sources if each.status is Status.FAILED),
        partly=tuple(each.id for each in report.sources if each.status is Status.PARTLY),
        unknown=tuple(
            fact
            for fact in report.facts
            if fact.visibility is Visibility.UNKNOWN and (fact.record in mine or not mine)
        ),
    )
