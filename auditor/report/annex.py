"""The back of the report: what could not be read, open questions, sources, the inventory of facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.fact import Fact
from auditor.model.failure import Failure
from auditor.model.report import SourceStatus
from auditor.model.text import Text, say
from auditor.report import labels
from auditor.report.choice import carrying, chosen
from auditor.report.digest import unchecked
from auditor.report.lookup import Evidence, Lookup
from auditor.report.redact import subjects_records


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureShown:
    """What could not be read, why, and what mends it."""

    source: str
    stage: str
    reason: str
    mend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question that would settle who sees some facts."""

    question: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """A row of the table of sources."""

    name: str
    place: str
    href: str
    """Empty unless it is a web address."""
    status: str
    word: str
    records: int
    seen_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All facts of one kind."""

    kind: str
    facts: tuple[Evidence, ...]
    """Those that are shown; of a short inventory, all."""
    more: int
    """How many more there are."""


def failures(book: Lookup) -> tuple[FailureShown, ...]:
    """Everything that failed while the rest went on."""
    return tuple(_failure(book, each) for each in book.report.failures)


def unproved(book: Lookup) -> str:
    """Which accounts are declared, not proved; empty where none is, or none needs a proof."""
    names = [each.id for each in book.report.mandate.unproved]
    if not names:
        return ""
    listed = book.words.listing(names)
    return book.words(
        say("Declared, not proved, and so not fetched: %(accounts)s", accounts=listed)
    )


def questions(book: Lookup) -> tuple[Question, ...]:
    """The facts nobody could say the audience of, under the question that would settle it."""
    asked: dict[str, list[str]] = {}
    for fact in unchecked(book.report).unknown:
        asked.setdefault(book.words(question(book, fact)), []).append(book.text(fact.quote))
    return tuple(
        Question(question=each, quotes=tuple(dict.fromkeys(quotes)))
        for each, quotes in asked.items()
    )


def question(book: Lookup, fact: Fact) -> Text:
    """The one question that would tell who sees a fact."""
    kind, source, setting = book.kind(fact.kind), book.source(fact.source), book.setting(fact)
    if setting:
        return say(
            "Who can see this on %(source)s: %(kind)s? Look there under %(setting)s.",
            kind=kind,
            source=source,
            setting=setting,
        )
    return say(
        "Who can see this on %(source)s: %(kind)s? Open the page while logged out to find out.",
        kind=kind,
        source=source,
    )


def sources(book: Lookup) -> tuple[SourceShown, ...]:
    """Every source of the mandate, and what became of it."""
    return tuple(_source(book, each) for each in book.report.sources)


def inventory(book: Lookup) -> Mapping[str, tuple[Shelf, ...]]:
    """The subject's facts, each once, by family and kind."""
    mine = subjects_records(book.report)
    made = {fact.id: fact for view in book.report.views.values() for fact in view.made}
    found: dict[str, dict[str, list[Fact]]] = {name: {} for name in labels.FAMILIES}
    for fact in (*book.report.facts, *made.values()):
        if fact.record in mine:
            kind = book.report.kinds.get(fact.kind)
            family = found.setdefault(kind.family if kind else "online", {})
            family.setdefault(fact.kind, []).append(fact)
    shown = chosen(
        {kind: facts for kinds in found.values() for kind, facts in kinds.items()},
        carrying(book.report),
    )
    return {
        book.words(labels.FAMILIES.get(family, family)): tuple(
            Shelf(
                kind=book.kind(kind),
                facts=tuple(map(book.evidence, shown[kind])),
                more=len(facts) - len(shown[kind]),
            )
            for kind, facts in kinds.items()
        )
        for family, kinds in found.items()
        if kinds
    }


def others(book: Lookup) -> int:
    """How many facts speak of other people's records: counted, not listed."""
    mine = subjects_records(book.report)
    return sum(fact.record not in mine for fact in book.report.facts)


def _failure(book: Lookup, each: Failure) -> FailureShown:
    stage = labels.STAGES.get(each.stage)
    return FailureShown(
        source=book.source(each.source),
        stage=book.words(stage) if stage else each.stage,
        reason=book.said(each.reason),
        mend=book.said(each.mend),
    )


def _source(book: Lookup, each: SourceStatus) -> SourceShown:
    web = each.place.lower().startswith(("https://", "http://"))
    return SourceShown(
        name=book.source(each.id),
        place=book.text(each.place),
        href=each.place if web and book.text(each.place) == each.place else "",
        status=each.status.value,
        word=book.words(labels.STATUSES[each.status]),
        records=each.records,
        seen_by=book.words(labels.VISIBILITIES[each.seen_by]),
    )
