"""Single lines of a comparison: a risk, a fact, a dial, a source."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from auditor.model.change import Became, Change
from auditor.model.fact import Fact
from auditor.model.report import SourceStatus
from auditor.model.text import say
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.report import labels
from auditor.report.diff import Diff, Made, Risk, Turn
from auditor.report.lookup import Lookup

LINES = 12
"""Facts told one by one under a heading; the JSON form holds them all."""
IN_FULL = 3
"""Facts of one source, closed or opened together, that are told with their words."""
KINDS = 6
"""Kinds that are named of more of them."""


def listed(book: Lookup, lines: Iterable[str]) -> Iterator[str]:
    """The first lines, each once, and how many more there are."""
    found = list(dict.fromkeys(lines))
    yield from (f"  – {each}" for each in found[:LINES])
    rest = len(found) - LINES
    if rest > 0:
        yield f"  {book.words.count('more', rest)}"


def notes(book: Lookup, before: Made, after: Made, *, masked: bool) -> Iterator[str]:
    """What a reader must know of two results before they believe what differs."""
    if after.made_at < before.made_at:
        yield book.words(say("The second result is older than the first."))
    if before.version != after.version:
        text = say(
            "Made by versions %(before)s and %(after)s of the program: it may see more, or less, "
            "in the same pages.",
            before=book.text(before.version),
            after=book.text(after.version),
        )
        yield book.words(text)
    if masked:
        text = say("Names are masked in these results; they are compared by their initials.")
        yield book.words(text)


def risks(book: Lookup, found: Iterable[Risk]) -> Iterator[str]:
    """Each rule once, the gravest first, with the viewers it concerns."""
    for each, viewers in _by_rule(book, found):
        word = book.words(labels.SEVERITIES[within(each.change.either.severity)])
        yield f"  – {title(book, each)} ({word}) – {viewers}"


def regraded(book: Lookup, found: Iterable[Risk]) -> Iterator[str]:
    """Each rule whose severity changed."""
    for each, viewers in _by_rule(book, found):
        before, after = each.change.before, each.change.after
        if before and after:
            old, new = (labels.SEVERITIES[within(one.severity)] for one in (before, after))
            grades = f"{book.words(old)} → {book.words(new)}"
            yield f"  – {title(book, each)} ({grades}) – {viewers}"


def _by_rule(book: Lookup, found: Iterable[Risk]) -> Iterator[tuple[Risk, str]]:
    ranked = sorted(found, key=lambda each: (-each.change.either.severity, each.change.either.rule))
    for _, group in groupby(ranked, key=lambda each: each.change.either.rule):
        of_rule = list(group)
        yield of_rule[0], viewers(book, [each.viewer for each in of_rule])


def viewers(book: Lookup, found: list[Viewer]) -> str:
    """Who they are, or that they are all there are."""
    if len(found) == len(Viewer):
        return book.words(say("for every viewer"))
    return ", ".join(book.words(labels.VIEWERS[each]) for each in found)


def title(book: Lookup, risk: Risk) -> str:
    """The rule's title; the id of one that this version does not have."""
    return rule_title(book, risk.change.either.rule)


def rule_title(book: Lookup, rule: str) -> str:
    """Likewise, by the rule's id."""
    known = book.report.rules.get(rule)
    return book.words.of(known.title, known.id) if known else book.text(rule)


def within(severity: int) -> int:
    """Within the words there are: a result may say anything."""
    return min(max(labels.SEVERITIES), max(min(labels.SEVERITIES), severity))


def dials(book: Lookup, turns: Iterable[Turn]) -> Iterator[str]:
    """A line for each viewer: the dials that moved, before and after."""
    for viewer, group in groupby(turns, key=lambda each: each.viewer):
        moved = (turned(book, each) for each in group)
        yield f"  {book.words(labels.VIEWERS[viewer]):<24}{', '.join(moved)}"


def turned(book: Lookup, turn: Turn) -> str:
    """A dial then and now: “Fraud 34 → 21”."""
    return f"{book.words(labels.DIALS[turn.dial])} {turn.before.value} → {turn.after.value}"


def fact(book: Lookup, found: Fact) -> str:
    """What is said, and where."""
    return f"{said(book, found)} – {book.source(found.source)}"


def said(book: Lookup, found: Fact) -> str:
    """What is said, in few words."""
    kind, said = book.kind(found.kind), book.short(found)
    return f"{kind} ({said})" if said else kind


def seen(book: Lookup, changes: Iterable[Change[Fact]]) -> Iterator[str]:
    """Facts that are now for others to see, those of one source in one line; what was closed first."""
    groups: dict[tuple[str, Visibility, Visibility], list[Fact]] = {}
    for each in changes:
        was = each.either if each.before is None else each.before
        key = (each.either.source, was.visibility, each.either.visibility)
        groups.setdefault(key, []).append(each.either)
    for source, before, after in sorted(groups, key=lambda key: _widened(*key[1:])):
        facts = groups[source, before, after]
        yield _sight(book, f"{book.source(source)} – {_together(book, facts)}", before, after)


def _together(book: Lookup, facts: list[Fact]) -> str:
    """A few facts in full; of many, their kinds and how many they are."""
    if len(facts) <= IN_FULL:
        return ", ".join(dict.fromkeys(said(book, each) for each in facts))
    kinds = list(dict.fromkeys(book.kind(each.kind) for each in facts))
    rest = [book.words.count("more", len(kinds) - KINDS)] if len(kinds) > KINDS else []
    return f"{book.words.count('facts', len(facts))} ({', '.join([*kinds[:KINDS], *rest])})"


def _widened(before: Visibility, after: Visibility) -> int:
    """By how many levels it is more public; below zero, less. Unknown counts as the subject alone."""
    return (after.level or 0) - (before.level or 0)


def source_seen(book: Lookup, change: Change[SourceStatus]) -> str:
    """A source that is now for others to see."""
    before = change.either if change.before is None else change.before
    name = book.source(change.either.id)
    return _sight(book, name, before.seen_by, change.either.seen_by)


def _sight(book: Lookup, what: str, before: Visibility, after: Visibility) -> str:
    old, new = (book.words(labels.VISIBILITIES[each]) for each in (before, after))
    if Visibility.UNKNOWN in {before, after}:
        text = say(
            "%(what)s – who sees it: %(before)s before, %(after)s now",
            what=what,
            before=old,
            after=new,
        )
    else:
        text = say(
            "%(what)s – now seen by %(after)s instead of %(before)s",
            what=what,
            before=old,
            after=new,
        )
    return book.words(text)


def unread(book: Lookup, change: Change[SourceStatus], facts: int) -> str:
    """A source that one of the two could not read, and how many facts of it are left aside."""
    old, new = change.before or change.either, change.after or change.either
    return book.words(
        say(
            "%(source)s: %(before)s before, %(after)s now; left aside: %(count)s",
            source=book.source(change.either.id),
            before=book.words(labels.STATUSES[old.status]),
            after=book.words(labels.STATUSES[new.status]),
            count=book.words.count("facts", facts),
        )
    )


def left_open(diff: Diff, book: Lookup) -> Iterator[str]:
    """Sources that one of the two could not read, and viewers that only one was made for."""
    words, changes = book.words, diff.changes
    for each in changes.are(Became.UNCOMPARED).sources:
        ids = {one.id for one in (each.before, each.after) if one}
        left = changes.are(Became.UNCOMPARED).facts
        yield unread(book, each, sum(one.either.source in ids for one in left))
    if diff.uncompared:
        named = words.listing([words(labels.VIEWERS[each]) for each in diff.uncompared])
        yield words(say("in one of the two results only: %(viewers)s", viewers=named))


def of_others(diff: Diff, book: Lookup) -> Iterator[str]:
    """Facts about other people are counted, not listed, as in a report."""
    mine = set(diff.mine)
    told = {Became.APPEARED, Became.DISAPPEARED, Became.VISIBILITY}
    facts = (each for each in diff.changes.facts if each.became in told and not each.with_source)
    count = sum(each.either.record not in mine for each in facts)
    if count:
        shown = book.words.count("facts", count)
        yield book.words(say("What changed about other people: %(count)s.", count=shown))
