"""Ids into what a reader understands: a fact with its words, its place, who sees it and since when."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.model.fact import Fact, Voice
from auditor.model.link import Feature
from auditor.model.names import fold
from auditor.model.network import Network
from auditor.model.profile import whole
from auditor.model.record import Record
from auditor.model.report import Report, SourceStatus, View
from auditor.model.text import Text
from auditor.report import labels
from auditor.report.inert import shorten, visible
from auditor.report.words import Words

SHORT = 60
"""Signs of a quote that is shown within a sentence; of a longer one, the value is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact as a reader sees it: said where, in which words, for whom to see."""

    fact: str
    kind: str
    value: str
    """Empty where the quote says it already."""
    quote: str
    source: str
    seen_by: str
    known_from: str
    since: str
    voice: str
    """Empty where the account says it of itself."""
    setting: str
    """Where the network lets it be changed, if its card says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """The tables behind one report, in one language."""

    report: Report
    words: Words
    facts: Mapping[str, Fact]
    records: Mapping[str, Record]
    sources: Mapping[str, SourceStatus]
    sites: Mapping[str, int]
    """How many sources each site has."""

    def fact(self, fact: str, view: View | None = None) -> Fact | None:
        """The fact of that id, extracted or made in the view."""
        made = (each for each in (view.made if view else ()) if each.id == fact)
        return self.facts.get(fact) or next(made, None)

    def kind(self, kind: str) -> str:
        """The kind's name in the language: “home town”."""
        known = self.report.kinds.get(kind)
        return self.words.of(known.name, kind) if known else visible(kind.replace("_", " "))

    def network(self, source: str) -> Network | None:
        """The card of the source's network, where there is one."""
        status = self.sources.get(source)
        return self.report.networks.get(status.network or "") if status else None

    def source(self, source: str) -> str:
        """A short name of the source, told from other sources of the same site by its id."""
        name = self.site(source)
        alone = self.sites.get(_site(self.sources.get(source)), 0) < 2  # noqa: PLR2004
        return name if alone or fold(source) in fold(name) else f"{name} · {self.text(source)}"

    def site(self, source: str) -> str:
        """The network's name, else the host's or the file's."""
        status, card = self.sources.get(source), self.network(source)
        if card is not None:
            return self.text(self.words.of(card.name, card.id))
        if status is None:
            return self.text(source)
        return self.text(_site(status))

    def text(self, text: str) -> str:
        """Somebody's words: hidden signs named, too long a text cut."""
        return shorten(visible(text), self.words(labels.CUT))

    def said(self, text: Text) -> str:
        """A sentence of ours, with what others wrote in its places made harmless."""
        return self.text(self.words(text))

    def label(self, record: str) -> str:
        """The name a record bears."""
        known = self.records.get(record)
        return self.text(known.label or known.id) if known else self.text(record)

    def where(self, record: str) -> str:
        """The place a record stands in."""
        known = self.records.get(record)
        return self.source(known.source) if known else ""

    def account(self, fact: Fact) -> str:
        """The account that the fact's record shows; empty where it shows none."""
        known = self.records.get(fact.record)
        return (known.account or "") if known else ""

    def setting(self, fact: Fact) -> str:
        """The menu of the network that governs who sees the fact."""
        card = self.network(fact.source)
        paths = card.settings if card else {}
        path = paths.get(fact.kind) or (paths.get("posts") if fact.passage != "field" else None)
        return self.words.of(path) if path else ""

    def evidence(self, fact: Fact) -> Evidence:
        """The fact with all that a reader needs to judge it."""
        words = self.words
        # What stands for another page is told by where that is, never by its id.
        value = self.where(fact.value) or words.value(fact.value)
        placed = fold(fact.value) in self._own_names(fact.source)
        same = fold(value) in fold(fact.quote) or fold(fact.quote) in fold(value)
        origin = fact.visibility_from
        return Evidence(
            fact=fact.id,
            kind=self.kind(fact.kind),
            value="" if placed or (same and fact.quote) else self.text(value),
            quote="" if placed else self.text(fact.quote),
            source=self.source(fact.source),
            seen_by=words(labels.VISIBILITIES[fact.visibility]),
            known_from=words(labels.ORIGINS[origin]) if origin else "",
            since=words.day(fact.published_on) if fact.published_on else "",
            voice=words(labels.VOICES[fact.said_by]) if fact.said_by is Voice.OTHER else "",
            setting=self.setting(fact),
        )

    def short(self, fact: Fact) -> str:
        """What was said, in few words: a date as a date, else the quote; empty where the place says it."""
        value = self.words.value(fact.value)
        said = value if value != fact.value or len(fact.quote) > SHORT else fact.quote
        return "" if fold(fact.value) in self._own_names(fact.source) else self.text(said)

    def _own_names(self, source: str) -> set[str]:
        status = self.sources.get(source)
        return {fold(each) for each in (source, status.network if status else None) if each}

    def side(self, side: str | Feature | None, view: View) -> tuple[str, str]:
        """The words on one side of a comparison, and where they stand."""
        if isinstance(side, Feature):
            return self.text(side.value), self.where(side.record)
        fact = self.fact(side, view) if side else None
        return (self.text(fact.quote or fact.value), self.source(fact.source)) if fact else ("", "")


def lookup(report: Report, language: str) -> Lookup:
    """The tables of a report."""
    sources = _sources(report)
    return Lookup(
        report=report,
        words=Words(language=language),
        facts={fact.id: fact for fact in report.facts},
        records={record.id: record for record in report.records},
        sources=sources,
        sites=Counter(map(_site, sources.values())),
    )


def _sources(report: Report) -> dict[str, SourceStatus]:
    """By id; the pages of a web archive under ids of their own."""
    known = {source.id: source for source in report.sources}
    parts = {record.source for record in report.records} - set(known)
    return known | {each: known[whole(each)] for each in parts if whole(each) in known}


def _site(status: SourceStatus | None) -> str:
    """Network, host or file name: what two sources of one site have in common."""
    if status is None:
        return ""
    return status.network or _host(status.place) or status.place.rpartition("/")[2]


def _host(place: str) -> str:
    try:
        return urlsplit(place).netloc
    except ValueError:
        return ""
