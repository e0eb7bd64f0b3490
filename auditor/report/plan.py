"""The remediation plan: what to take back, place by place, what mends most first.

A finding rests on facts; a join on others. Both are undone where the facts stand, so the plan is
ordered by place: what one goes and does there, in one visit, and whom one asks where one cannot.
"""

from collections.abc import Iterable, Iterator, Mapping

from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.names import fold
from auditor.model.network import Network
from auditor.model.portrait import Remedy
from auditor.model.text import Text, say
from auditor.model.viewer import Viewer
from auditor.report import labels
from auditor.report.digest import strangers
from auditor.report.duties import Duty, duties, open_findings
from auditor.report.lookup import Lookup
from auditor.report.panels import advice, anchor
from auditor.report.plan_shape import Account, Against, Box, Place, Plan

QUOTES = 3
"""Words quoted beside one box, so that it is found again; the rest are counted."""
AGAINST = 4
"""Risks named beside one box; the rest are counted."""
KNOWN_DANGERS = frozenset({"stalker", "harasser"})
"""Audiences who may be somebody close: an ex, a relative, a colleague (cases and harms, section 4)."""

WARNING = say(
    "Is someone you know a danger to you? Then change nothing alone, and nothing yet. Speak first to a "
    "service that helps people who are followed, threatened or controlled: what can be read today may "
    "be evidence, and a sudden change can be noticed."
)
POSTS = say("Delete the posts that tell this, or narrow who sees them:")
CLOSING = {
    "easy": say("a few clicks"),
    "medium": say("a few steps"),
    "hard": say("the service has to be asked"),
    "impossible": say("not offered for this alone: ask with a letter"),
}
"""How hard an account is to close, in the words of the networks' cards."""


def plan(book: Lookup, known: Iterable[Duty] | None = None) -> Plan:
    """The whole plan; `known` are the duties, where they were gathered already."""
    found: dict[str, list[Duty]] = {}
    for duty in duties(book) if known is None else known:
        found.setdefault(duty.place, []).append(duty)
    places = [*(_place(book, name, each) for name, each in found.items()), *_elsewhere(book, found)]
    ranked = sorted(places, key=lambda one: (-one.severity, -_weight(one.boxes), one.name))
    return Plan(danger=warning(book), places=tuple(ranked))


def warning(book: Lookup) -> str:
    """What comes before all that is to be done, where any stranger may be somebody known; else empty."""
    told = (danger(book, view.viewer) for view in strangers(book.report))
    return next(filter(None, told), "")


def danger(book: Lookup, viewer: Viewer) -> str:
    """What has to come first where a finding of that view may serve somebody known; else empty."""
    view = book.report.views.get(viewer)
    served = {each for one in (view.findings if view else ()) for each in one.audience}
    return book.words(WARNING) if served & KNOWN_DANGERS else ""


def lines(book: Lookup) -> Iterator[str]:
    """The plan as plain text: a heading a place, a box a thing to do."""
    words, whole = book.words, plan(book)
    if whole.danger:
        yield from (whole.danger, "")
    for place in whole.places:
        yield place.name
        for box in place.boxes:
            yield f"  ☐ {box.do} {words.listing(list(box.kinds))}".rstrip()
            yield from (f"      {each}" for each in notes(book, box))
        yield from (f"  {each}" for each in closing(book, place.account))
        yield ""


def notes(book: Lookup, box: Box) -> Iterator[str]:
    """What stands under a box, line by line."""
    words = book.words
    quoted = [words.quoted(each) for each in box.quotes]
    more = [book.words.count("more", box.more)] if box.more else []
    if quoted:
        yield ", ".join([*quoted, *more])
    if box.setting:
        yield words(say("Menu: %(path)s", path=box.setting))
    if box.whom:
        yield words(say("Ask: %(who)s", who=box.whom))
    if box.effort:
        yield words(say("effort: %(effort)s", effort=box.effort))
    if box.against:
        titles = [each.title for each in box.against[:AGAINST]]
        rest = len(box.against) - AGAINST
        titles += [book.words.count("more", rest)] if rest > 0 else []
        yield words(say("Against: %(risks)s", risks=words.listing(titles)))
    if box.unties:
        yield words(untied(box, words.listing(list(box.unties))))


def untied(box: Box, pages: str) -> Text:
    """What is no longer tied to the subject once the box is ticked, alone or with others."""
    if box.together:
        return say("With other boxes of this plan, no longer tied to you: %(pages)s", pages=pages)
    return say("No longer tied to you: %(pages)s", pages=pages)


def closing(book: Lookup, account: Account | None) -> Iterator[str]:
    """How to keep a copy of an account, and how to close it."""
    if account and (account.copy or account.copy_at):
        path = " – ".join(filter(None, (account.copy, account.copy_at)))
        yield book.words(say("Keep a copy first: %(path)s", path=path))
    if account and (account.close_at or account.effort):
        yield (
            "☐ "
            + book.words(say("If you need the account no more, close it:"))
            + (f" {' – '.join(filter(None, (account.close_at, account.effort)))}")
        )
        yield from filter(None, (account.note,))


def _elsewhere(book: Lookup, found: Mapping[str, list[Duty]]) -> Iterator[Place]:
    """The risks that nothing the subject takes back would end: the first thing their rule advises."""
    answered = {rule for each in found.values() for duty in each for rule in duty.findings}
    left = [each for each in open_findings(book.report) if each[0].rule not in answered]
    boxes = [
        Box(do=steps[0], against=_against(book, [(finding, viewer)]))
        for finding, viewer in left
        if (steps := advice(book, finding.rule))
    ]
    if boxes:
        ranked = sorted(boxes, key=lambda box: -box.severity)
        yield Place(name=book.words(say("Everywhere")), boxes=tuple(ranked))


def _weight(boxes: Iterable[Box]) -> int:
    return sum(each.severity for box in boxes for each in box.against)


def _place(book: Lookup, name: str, found: list[Duty]) -> Place:
    boxes = (_box(book, each) for each in found)
    own = next((fact.source for each in found if each.own for fact in each.facts.values()), None)
    card = book.network(own) if own else None
    return Place(
        name=name,
        boxes=tuple(sorted(boxes, key=lambda box: (-box.severity, -_weight([box]), box.do))),
        account=_account(book, card) if card else None,
    )


def _box(book: Lookup, duty: Duty) -> Box:
    words = book.words
    facts = duty.facts.values()
    quotes = _quotes(book, facts)
    return Box(
        action=duty.action,
        do=words(POSTS if duty.posts else labels.ACTIONS[duty.action]),
        kinds=tuple(dict.fromkeys(book.kind(each.kind) for each in facts)),
        quotes=quotes[:QUOTES],
        more=max(0, len(quotes) - QUOTES),
        setting=duty.setting,
        whom=duty.whom,
        effort=words(labels.EFFORTS[duty.effort]),
        against=_against(book, duty.findings.values()),
        unties=_untied(book, duty.remedies),
        together=any(not duty.holds(each) for each in duty.remedies),
    )


def _against(book: Lookup, found: Iterable[tuple[Finding, Viewer]]) -> tuple[Against, ...]:
    rules = book.report.rules
    return tuple(
        Against(
            title=book.words.of(rules[finding.rule].title)
            if finding.rule in rules
            else book.text(finding.code),
            severity=finding.severity,
            word=book.words(labels.SEVERITIES[min(5, max(1, finding.severity))]),
            href=anchor(viewer, finding),
        )
        for finding, viewer in sorted(found, key=lambda each: (-each[0].severity, each[0].code))
    )


def _quotes(book: Lookup, facts: Iterable[Fact]) -> tuple[str, ...]:
    """The words that are to be found again, each once."""
    found: dict[str, str] = {}
    for said in filter(None, map(book.short, facts)):
        found.setdefault(fold(said), said)
    return tuple(found.values())


def _untied(book: Lookup, remedies: Iterable[Remedy]) -> tuple[str, ...]:
    freed = dict.fromkeys(each for one in remedies for each in one.breaks)
    named = (" – ".join(filter(None, (book.label(each), book.where(each)))) for each in freed)
    return tuple(dict.fromkeys(named))


def _account(book: Lookup, card: Network) -> Account | None:
    export, delete, words = card.export, card.delete, book.words
    if export is None and delete is None:
        return None
    effort = CLOSING.get(delete.effort) if delete else None
    return Account(
        copy=words.of(export.how) if export else "",
        copy_at=book.text(export.url or "") if export else "",
        close_at=book.text(delete.url or "") if delete else "",
        effort=words(effort) if effort else "",
        note=words.of(delete.note) if delete else "",
    )
