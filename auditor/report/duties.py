"""What has to be taken back, where, and by whom: the facts under every risk and every join that can be undone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.portrait import Remedy
from auditor.model.record import Role
from auditor.model.report import Report
from auditor.model.text import say
from auditor.model.treatment import Treatments
from auditor.model.viewer import Viewer
from auditor.report.carriers import carriers, seen_by_strangers
from auditor.report.digest import by_rule, strangers
from auditor.report.lookup import Lookup
from auditor.report.redact import subjects_records
from auditor.resources.folders import folder
from auditor.resources.read import check, plain

ASK = "ask"
EFFORTS = ("easy", "medium", "hard")
"""In rising order."""


@dataclass(slots=True, kw_only=True)
class Duty:
    """Facts of one place that are taken back in one way, and what that answers."""

    place: str
    action: str
    effort: str
    setting: str
    whom: str
    own: bool
    posts: bool
    """Are the facts words of posts, each to be looked up?"""
    facts: dict[str, Fact] = field(default_factory=dict)
    findings: dict[str, tuple[Finding, Viewer]] = field(default_factory=dict)
    remedies: list[Remedy] = field(default_factory=list)

    def holds(self, remedy: Remedy) -> bool:
        """Are all edits of the remedy in this duty?"""
        return {each.fact for each in remedy.edits} <= set(self.facts)


def duties(book: Lookup) -> tuple[Duty, ...]:
    """Everything to be taken back, once for each place, way and person to ask."""
    desk = _Desk(book=book, own=own_sources(book.report), holders=holders(book.report))
    shown = seen_by_strangers(book.report)
    for finding, viewer in open_findings(book.report):
        for fact in carriers(book, finding, shown):
            desk.duty(fact).findings.setdefault(finding.rule, (finding, viewer))
    for remedy in _remedies(book.report):
        facts = (book.facts[each.fact] for each in remedy.edits if each.fact in book.facts)
        for duty in {id(one): one for one in map(desk.duty, facts)}.values():
            duty.remedies.append(remedy)
    return tuple(desk.found.values())


def open_findings(report: Report) -> Iterator[tuple[Finding, Viewer]]:
    """Each rule once, with all the facts that any stranger's view gives it, and the first viewer who has it."""
    first: dict[str, Viewer] = {}
    found: list[Finding] = []
    for view in strangers(report):
        for each in view.findings:
            first.setdefault(each.rule, view.viewer)
            found.append(each)
    for finding in by_rule(found):
        yield finding, first[finding.rule]


def own_sources(report: Report) -> frozenset[str]:
    """The sources whose account the subject holds."""
    mine = subjects_records(report)
    held = (each for each in report.records if each.role is Role.OWNER and each.id in mine)
    return frozenset(each.source for each in held)


@cache
def treatments() -> Treatments:
    """How facts are taken back.

    Raises:
        PackError: the table cannot be used.
    """
    data, _ = plain(folder("rules") / "remedies.yml")
    ours = {key: data.get(key) for key in ("field", "passage", "other", "kinds")}
    found, faults = check(ours, Treatments, file="remedies.yml")
    if found is None:
        from auditor.errors import PackError

        raise PackError("%(faults)s", faults="\n".join(map(str, faults)))
    return found


def menu(book: Lookup, fact: Fact) -> tuple[str, bool]:
    """The menu that governs who sees the fact; whether it is one of its kind, not of posts at large."""
    card = book.network(fact.source)
    paths = card.settings if card else {}
    if fact.passage != "field" and "posts" in paths:
        return book.words.of(paths["posts"]), False
    return (book.words.of(paths[fact.kind]), True) if fact.kind in paths else ("", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """Where duties are gathered, and what tells one from another."""

    book: Lookup
    own: frozenset[str]
    holders: Mapping[str, str]
    found: dict[tuple[str, ...], Duty] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    """Source → the name of its place, asked for once."""

    def duty(self, fact: Fact) -> Duty:
        """The duty that the fact belongs to, which then holds it."""
        setting, governed = menu(self.book, fact)
        how = treatments().of(fact, self.own, governed=governed)
        posts = fact.passage != "field" and not governed and how.action != ASK
        if how.action == ASK:
            setting, whom = "", self._whom(fact)
        else:
            whom = ""
        key = (self.place(fact.source), how.action, setting, whom, str(posts))
        duty = self.found.get(key)
        if duty is None:
            duty = self.found[key] = Duty(
                place=key[0],
                action=how.action,
                effort=how.effort,
                setting=setting,
                whom=whom,
                own=fact.source in self.own,
                posts=posts,
            )
        duty.effort = max(duty.effort, how.effort, key=EFFORTS.index)
        duty.facts[fact.id] = fact
        return duty

    def place(self, source: str) -> str:
        """The network; of a page of no network, the address, which tells more than a file's name."""
        if source not in self.places:
            known = self.book.sources.get(source)
            alone = known.address if known and not self.book.network(source) else None
            self.places[source] = self.book.text(alone) if alone else self.book.site(source)
        return self.places[source]

    def _whom(self, fact: Fact) -> str:
        """Who decides on the page: the holder of the account it is of, else whoever publishes it."""
        holder = self.holders.get(fact.source)
        if holder is None:
            return self.book.words(say("whoever publishes the page"))
        name = self.book.label(holder)
        return self.book.words(say("whoever holds the account: %(name)s", name=name))


def holders(report: Report) -> Mapping[str, str]:
    """Source → the record of whoever holds the account it shows."""
    return {each.source: each.id for each in report.records if each.role is Role.OWNER}


def _remedies(report: Report) -> Iterator[Remedy]:
    """What would break the chain of some stranger, each once."""
    found: dict[frozenset[str], Remedy] = {}
    for view in strangers(report):
        for each in view.remedies:
            found.setdefault(frozenset(edit.fact for edit in each.edits), each)
    yield from found.values()
