"""Which facts carry a risk, so that taking them back ends it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.model.fact import Fact, Polarity
from auditor.model.finding import Finding
from auditor.model.report import Report
from auditor.model.rule import Sensitivity
from auditor.report.digest import strangers, subject_facts
from auditor.report.lookup import Lookup
from auditor.report.redact import subjects_records


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The subject's facts that some stranger sees, what they can infer included: by id, and by kind."""

    by_id: Mapping[str, Fact]
    by_kind: Mapping[str, Sequence[Fact]]
    mine: frozenset[str]
    """The subject's records."""


def carriers(book: Lookup, finding: Finding, shown: Shown) -> tuple[Fact, ...]:
    """The facts to take back so that a risk ends: those that carry it, and all that say as much as widely.

    Names and accounts are left where they are while something heavier carries the risk: who one is
    is not what one takes back.
    """
    told = [shown.by_id[each] for each in finding.facts if each in shown.by_id]
    heavy = [each for each in told if not _identifies(book, each)]
    widely: dict[str, int] = {}
    for each in heavy or told:
        level = each.visibility.level or 0
        widely[each.kind] = min(level, widely.get(each.kind, level))
    alike = (
        each
        for kind, level in widely.items()
        for each in shown.by_kind[kind]
        if (each.visibility.level or 0) >= level and each.polarity is Polarity.ASSERTED
    )
    roots = (each for one in alike for each in _roots(one, book, shown.mine))
    return tuple({each.id: each for each in roots}.values())


def seen_by_strangers(report: Report) -> Shown:
    """What strangers see of the subject, laid out once for all findings."""
    by_id = {fact.id: fact for view in strangers(report) for fact in subject_facts(report, view)}
    by_kind: dict[str, list[Fact]] = {}
    for fact in by_id.values():
        by_kind.setdefault(fact.kind, []).append(fact)
    return Shown(by_id=by_id, by_kind=by_kind, mine=subjects_records(report))


def _roots(fact: Fact, book: Lookup, mine: frozenset[str]) -> Iterable[Fact]:
    """What can be changed: an inferred fact stands for those it rests on.

    None of them where one is another person's: that somebody poses as the subject is not mended by
    what the subject takes back, and a namesake's page is nobody's to ask for.
    """
    roots = [book.facts[each] for each in fact.inferred_from if each in book.facts] or [fact]
    return roots if all(each.record in mine for each in roots) else ()


def _identifies(book: Lookup, fact: Fact) -> bool:
    kind = book.report.kinds.get(fact.kind)
    return kind is not None and kind.sensitivity is Sensitivity.IDENTIFYING
