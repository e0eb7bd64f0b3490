"""The first screen: a verdict, what to do first, and what could not be checked."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model.fact import Fact
from auditor.model.fix import Fix
from auditor.model.text import Text, say
from auditor.report import labels
from auditor.report.actions import Action, actions
from auditor.report.digest import Unchecked, Verdict, unchecked, verdict
from auditor.report.inert import visible
from auditor.report.lookup import Lookup
from auditor.report.panels import advice, anchor
from auditor.report.words import Words

PLACES = 2
"""Places named for one action; the rest are counted."""
TAKEN = 3
"""Things to take back named for one action; the rest are counted."""
DIALS = 2
"""Dials named for one action: those that fall most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionShown:
    """One thing to do: the step, where, and what it gains."""

    step: str
    taken: str
    """What to take back, where that is what helps."""
    where: str
    title: str
    severity: int
    word: str
    gain: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What is read first."""

    headline: str
    gravest: str
    severity: int
    """0 where nothing was found."""
    actions: tuple[ActionShown, ...]
    unread: str
    unknown: str


def front(book: Lookup) -> Front:
    """The first screen of a report."""
    found, open_ = verdict(book.report), unchecked(book.report)
    return Front(
        headline=book.words(headline(book, found)),
        gravest=book.words(gravest(book, found)) if found.gravest else "",
        severity=found.gravest.severity if found.gravest else 0,
        actions=tuple(_action(book, each) for each in actions(book.report)),
        unread=unread(book.words, open_),
        unknown=unknown(book.words, open_),
    )


def headline(book: Lookup, found: Verdict) -> Text:
    """The verdict in one sentence."""
    words = book.words
    if found.viewer is None or not book.report.records:
        return say("Nothing could be read about you, so nothing can be said.")
    if not found.findings:
        return say(
            "From what was read, no stranger can put together anything the %(rules)s rules warn of.",
            rules=len(book.report.rules),
        )
    return say(
        "%(start)s, someone can tie %(places)s to you: %(findings)s.",
        start=words(labels.STARTS[found.viewer]),
        places=words.count("places", found.places),
        findings=words.count("findings", found.findings),
    )


def gravest(book: Lookup, found: Verdict) -> Text:
    """The gravest risk over all strangers, and who is the first to have it."""
    each = found.gravest
    if each is None or found.gravest_for is None:
        return say("No risk was found.")
    rule = book.report.rules.get(each.rule)
    title = book.words.of(rule.title) if rule else visible(each.code)
    severity = book.words(labels.SEVERITIES[min(5, max(1, each.severity))])
    if found.gravest_for is found.viewer:
        return say("The gravest: “%(title)s” (%(severity)s).", title=title, severity=severity)
    return say(
        "The gravest comes further on – %(viewer)s: “%(title)s” (%(severity)s).",
        title=title,
        severity=severity,
        viewer=_lower(book.words(labels.STARTS[found.gravest_for])),
    )


def unread(words: Words, open_: Unchecked) -> str:
    """How many sources could not be read, or only in part; empty when all were."""
    parts = []
    if open_.failed:
        number = words.count("sources", len(open_.failed))
        parts.append(words(say("not read: %(sources)s", sources=number)))
    if open_.partly:
        number = words.count("sources", len(open_.partly))
        parts.append(words(say("read in part: %(sources)s", sources=number)))
    return words.listing(parts)


def unknown(words: Words, open_: Unchecked) -> str:
    """Of how many facts nobody could say who sees them; empty when none."""
    if not open_.unknown:
        return ""
    number = words.count("facts", len(open_.unknown))
    return words(say("nobody could say who sees them: %(facts)s", facts=number))


def places(book: Lookup, sources: tuple[str, ...]) -> str:
    """Where the facts stand: the first places by name, the others counted."""
    names = list(dict.fromkeys(book.site(each) for each in sources))
    more = len(names) - PLACES
    if more > 0:
        names = [*names[:PLACES], book.words.count("more", more)]
    return book.words.listing(names)


def gain(book: Lookup, action: Action) -> str:
    """What else the action helps, in one sentence; empty where nothing else hangs on it."""
    words, parts = book.words, [*_falls(book, action.fix)] if action.fix else []
    if action.breaks:
        number = words.count("places", action.breaks)
        parts.append(words(say("unties %(places)s", places=number)))
    if action.weakens:
        number = words.count("others", len(action.weakens))
        parts.append(words(say("undercuts %(findings)s", findings=number)))
    told = words.listing(parts)
    return words(say("hiding what shows it %(gains)s", gains=told)) if told else ""


def taken(book: Lookup, action: Action) -> str:
    """What to take back, in words, with the effort; empty where the finding alone is known."""
    if action.fix is None:
        return ""
    words = book.words
    named = list(dict.fromkeys(_named(book, each) for each in action.facts))
    more = len(named) - TAKEN
    if more > 0:
        named = [*named[:TAKEN], words.count("more", more)]
    effort = words(labels.EFFORTS[action.fix.effort])
    return words(
        say("Take back: %(facts)s (effort: %(effort)s).", facts=words.listing(named), effort=effort)
    )


def _named(book: Lookup, fact: Fact) -> str:
    """The kind of a fact, with its words where it has any."""
    said = book.short(fact)
    return f"{book.kind(fact.kind)} {book.words.quoted(said)}" if said else book.kind(fact.kind)


def _falls(book: Lookup, fix: Fix) -> Iterator[str]:
    """How far the dials fall, for whom it changes most."""
    words = book.words
    fallen = sorted(fix.dials, key=lambda each: (fix.dials[each][1] - fix.dials[each][0], each))
    for name in fallen[:DIALS]:
        before, after = fix.dials[name]
        yield words(
            say(
                "lowers “%(dial)s” from %(before)s to %(after)s",
                dial=words(labels.DIALS[name]),
                before=before,
                after=after,
            )
        )


def step(book: Lookup, action: Action) -> str:
    """To untie pages, where that is what helps; else the first thing the rule advises."""
    if action.fix is not None and action.breaks:
        pages = book.words.count("places", action.breaks)
        return book.words(say("Untie %(places)s from you: change what joins them.", places=pages))
    steps = advice(book, action.finding.rule)
    return steps[0] if steps else visible(action.finding.code)


def title(book: Lookup, action: Action) -> str:
    """The risk that the action answers."""
    rule = book.report.rules.get(action.finding.rule)
    return book.words.of(rule.title) if rule else visible(action.finding.code)


def _action(book: Lookup, action: Action) -> ActionShown:
    severity = action.finding.severity
    return ActionShown(
        step=step(book, action),
        taken=taken(book, action),
        where=places(book, action.sources),
        title=title(book, action),
        severity=severity,
        word=book.words(labels.SEVERITIES[min(5, max(1, severity))]),
        gain=gain(book, action),
        href=anchor(action.viewers[0], action.finding),
    )


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
