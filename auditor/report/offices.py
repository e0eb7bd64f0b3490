"""Whom to write to: whoever answers for the places that hold facts which carry findings."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from auditor.model.fact import Fact
from auditor.model.network import Network, NetworkKind
from auditor.model.text import Text, say
from auditor.report.duties import Duty, own_sources
from auditor.report.inert import visible
from auditor.report.lookup import Lookup
from auditor.report.mask import MASK


@dataclass(slots=True, kw_only=True)
class Office:
    """A controller, and what it answers for."""

    name: str
    lines: tuple[str, ...]
    contact: str
    note: str
    publisher: bool
    facts: dict[str, list[Fact]] = field(default_factory=dict)


def offices(book: Lookup, known: Iterable[Duty]) -> tuple[Office, ...]:
    """Whom to write to about the facts that carry findings, the gravest first."""
    own, found = own_sources(book.report), dict[str, Office]()
    for duty in sorted((each for each in known if each.findings), key=_gravity):
        for fact in duty.facts.values():
            card = book.network(fact.source)
            if fact.source in own and _is_ones_own(card, of=_network(book, fact.source)):
                continue
            made = _office(book, fact, card)
            office = found.setdefault(" ".join((made.name, *made.lines, made.contact)), made)
            office.facts.setdefault(fact.source, []).append(fact)
    return tuple(found.values())


def _gravity(duty: Duty) -> int:
    return -max(finding.severity for finding, _ in duty.findings.values())


def _is_ones_own(card: Network | None, *, of: str) -> bool:
    """A site that the subject runs: nobody else answers for it. A network whose card is not here is none."""
    if card is None:
        return not of
    return card.kind is NetworkKind.OTHER and not card.hosts and not _named(card)


def _network(book: Lookup, source: str) -> str:
    known = book.sources.get(source)
    return (known.network or "") if known else ""


def _named(card: Network | None) -> str:
    return card.controller.name if card and card.controller else ""


def _office(book: Lookup, fact: Fact, card: Network | None) -> Office:
    words, controller = book.words, card.controller if card else None
    name = safe(_named(card)) or words(_unnamed(book, fact, card))
    lines = tuple(filter(None, (safe(controller.address or "") if controller else "",)))
    contact = safe(controller.privacy_contact or "") if controller else ""
    if not lines and not contact:
        lines = (words(say("[address of the recipient]")),)
    return Office(
        name=name,
        lines=lines,
        contact=contact,
        note=words.of(controller.note) if controller else "",
        publisher=card is None and not _network(book, fact.source),
    )


def _unnamed(book: Lookup, fact: Fact, card: Network | None) -> Text:
    """Whoever answers for a place whose card names nobody."""
    site = book.site(fact.source)
    if card is not None or _network(book, fact.source):
        return say("The operator of %(site)s", site=site)
    known = book.sources.get(fact.source)
    where = address(book, fact.source) if known and known.address else site
    return say("The publisher of the page %(address)s", address=where)


def address(book: Lookup, source: str) -> str:
    """The page's address, where it is known and masks nobody; else a place to write it in."""
    known = book.sources.get(source)
    where = safe(known.address or "") if known else ""
    if where and MASK not in where:
        return where
    named = book.source(source)
    return book.words(say("[address of the page: %(name)s]", name=named))


def safe(text: str) -> str:
    """What others wrote, on one line, its hidden signs named."""
    return visible(text).strip()
